"""Sample letters as whole messages, kept as they were last approved; ``python -m tests.golden`` writes them anew."""

from __future__ import annotations

from pathlib import Path

from monitor import samples
from monitor.render import Renderer
from notifiers.mime import Mail, compose

FOLDER = Path(__file__).parent
LANGUAGES = ("vi", "en")
LETTERS = (
    "stage",
    "bundle",
    "bundle-watch",
    "register",
    "change-extended",
    "closing-late",
    "digest",
    "failure",
)


def letters() -> dict[str, bytes]:
    """File name to message, for every kind of letter in every language."""
    renderer, setting, claims = Renderer(), samples.setting(), dict(samples.named())
    found = {}
    for language in LANGUAGES:
        for name in LETTERS:
            claim = claims[name]
            reader = samples.reader(language, claim)
            rendered = renderer.render(claim, reader, setting, samples.NOW)
            mail = Mail(
                sender="duewatch@example.org",
                sender_name="Duewatch",
                recipient=reader.email,
                recipient_name=reader.name,
                subject=rendered.subject,
                date=samples.NOW,
                key=f"{name}/{language}",
                kind=claim.kind,
                text=rendered.text,
                html=rendered.html,
                cases=tuple(entry.case.key for entry in claim.entries if entry.case is not None),
            )
            found[f"{language}-{name}.eml"] = compose(mail)
    return found
