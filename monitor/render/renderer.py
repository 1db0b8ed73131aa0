"""Letters from templates: sandboxed, strict about unknown names, styled once per template, bounded in size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from monitor import letterhead, samples
from monitor.claim import Claim, Rendered
from monitor.foreign import visible
from monitor.languages import WORDS, builtin
from monitor.lore import Lore
from monitor.render.environment import environment
from monitor.views import Page, Room
from monitor.views_letters import FULL, page_of
from monitor.wording import BadWord, Words
from rules.model import Fault
from rules.people import Officer
from rules.setting import Setting

CAP = 256 * 1024
# A whole letter, in bytes; Gmail cuts what is longer. Headers take their part, base64 adds a third and line ends.
LARGEST, HEADERS, SWELL = 100_000, 2_500, 1.37
TRIES = 12
# No sign takes more bytes, even a line end: most letters need not be weighed.
WIDEST = 4
# So many cases a message's headers name.
CASES_NAMED = 500
# What a template can do wrong; anything else is a mistake of ours.
MISHAPS = (
    TemplateError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RuntimeError,
    OSError,
)


class BrokenTemplate(Exception):
    """A template cannot be rendered; ``fault`` says which, where and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Renderer:
    """Letters in every language that a templates folder speaks; the operator's folders come before ours."""

    def __init__(self, folders: Sequence[Path] = (), fallback: str = "vi") -> None:
        self._folders = letterhead.Folders((*folders, builtin()))
        self._fallback = fallback
        self._pages = environment(self._folders)
        self._lores: dict[str, Lore] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language with words of its own."""
        return self._folders.languages

    def render(self, claim: Claim, recipient: Officer, setting: Setting, now: datetime) -> Rendered:
        """The letter of this claim in the recipient's language, at most 100 kB of mail; raises BrokenTemplate."""
        lore, room, budget = self._lore(recipient.language, setting), FULL, _budget(claim)
        for _ in range(TRIES):
            rendered = self._filled(claim, recipient, now, lore, room)
            if WIDEST * (len(rendered.text) + len(rendered.html)) <= budget:
                return rendered
            weight = _weight(rendered.text) + _weight(rendered.html)
            if weight <= budget:
                return rendered
            room = room.smaller(weight / budget)
        raise BrokenTemplate(
            Fault(claim.kind, 1, "", f"a letter of {LARGEST // 1000} kB cannot hold one case")
        )

    def plain(self, claim: Claim, recipient: Officer, setting: Setting, now: datetime) -> Rendered:
        """A letter made without any template, for the day on which one of them is broken."""
        words = Words(*self._folders.builtin_words(recipient.language, self._fallback))
        page = page_of(claim, recipient, now, Lore(words, setting), Room(5, 20))
        return letterhead.plain(page)

    def _lore(self, language: str, setting: Setting) -> Lore:
        """The words of this language, or of the fallback where nobody has translated it; a new setting forgets."""
        spoken = language if language in self.languages else self._fallback
        lore = self._lores.get(spoken)
        if lore is None or lore.setting is not setting:
            lore = self._lores[spoken] = Lore(Words(spoken, self._folders.words(spoken)), setting)
        return lore

    def source(self, name: str) -> str:
        """A template as it is compiled: with its styles in the tags."""
        loader = self._pages.loader
        return loader.get_source(self._pages, name)[0] if loader is not None else ""

    def faults(self) -> tuple[Fault, ...]:
        """Every mistake in words and templates: each letter of each language is rendered with sample cases."""
        found = list(self._folders.faults())
        setting = samples.setting()
        for language in self.languages:
            for _, claim in samples.named():
                try:
                    self.render(claim, samples.reader(language, claim), setting, samples.NOW)
                except BrokenTemplate as broken:
                    found.append(broken.fault)
        return tuple(dict.fromkeys(found))

    def _filled(self, claim: Claim, reader: Officer, now: datetime, lore: Lore, room: Room) -> Rendered:
        try:
            page = page_of(claim, reader, now, lore, room)
        except BadWord as bad:
            file = f"{lore.words.language}/{WORDS}"
            raise BrokenTemplate(Fault(file, 1, bad.key, str(bad))) from bad
        folder = f"{page.language}/{page.kind}"
        subject = visible(self._part(f"{folder}/subject.txt", page), 150)
        # A template cannot see which of its parts are empty: gaps close to one blank line.
        text = _closed(self._part(f"{folder}/body.txt", page))
        return Rendered(subject, text.strip("\n") + "\n", self._part(f"{folder}/body.html", page))

    def _part(self, name: str, page: Page) -> str:
        try:
            return _bounded(self._pages.get_template(name).generate(page=page), name)
        except MISHAPS as mishap:
            raise BrokenTemplate(self._fault(name, mishap)) from mishap

    def _fault(self, name: str, mishap: Exception) -> Fault:
        file, line = name, 1
        if isinstance(mishap, TemplateSyntaxError):
            file, line = mishap.filename or mishap.name or name, mishap.lineno
        elif isinstance(mishap, TemplateNotFound):
            return Fault(name, 1, "", f"template {mishap.name} is missing")
        else:
            file, line = _place(mishap.__traceback__, self._folders.roots) or (file, line)
        return Fault(file, line, name, visible(str(mishap) or type(mishap).__name__, 300))


def _closed(text: str) -> str:
    """The text without two blank lines together."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _weight(part: str) -> int:
    """Bytes before base64; in mail each line ends with two signs."""
    return len(part.encode()) + part.count("\n")


def _budget(claim: Claim) -> int:
    """How many bytes both parts may have together: the cases' keys stand in a header of their own."""
    keys = sum(len(entry.notice.case or "") + 2 for entry in claim.entries[:CASES_NAMED])
    return int((LARGEST - HEADERS - keys) / SWELL)


def _bounded(pieces: Iterator[str], name: str) -> str:
    """The whole text; a template that writes without end is stopped."""
    found, size = [], 0
    for piece in pieces:
        size += len(piece)
        if size > CAP:
            raise SecurityError(f"{name} writes more than {CAP // 1024} KB")
        found.append(piece)
    return "".join(found)


def _place(trace: TracebackType | None, roots: Sequence[Path]) -> tuple[str, int] | None:
    """The innermost template line of a traceback, which Jinja2 has translated to the template's own lines."""
    place = None
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if any(file.startswith(str(root)) for root in roots):
            place = file, trace.tb_lineno
        trace = trace.tb_next
    return place
