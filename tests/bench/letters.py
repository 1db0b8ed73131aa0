"""Letters built in a second: from a claim to finished bytes, and the bytes alone."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from monitor.claim import Claim, Entry, Rendered
from monitor.forming import cases_of, recipient_of, write
from monitor.house import House
from monitor.packing import pack
from notifiers.mime import Mail, compose, message_id, pieces
from rules.decide import decide
from rules.effect import effect
from rules.people import Officer
from tests.bench.measure import Goal, Line, Table, Timing, in_turns, shown
from tests.bench.world import Size, briefs, case_of, house_of, speaking_days, write_country

RUNS = 7
LETTERS = 200
ROWS = (1, 20)
STANDARD = "email.message of the same parts"


@dataclass(frozen=True, slots=True)
class Made:
    """A claim, who reads it, and what came of it."""

    claim: Claim
    recipient: Officer
    mail: Mail


def bench(folder: Path, letters: int = LETTERS, runs: int = RUNS) -> Table:
    """Render and compose, compose alone, and the standard library's message classes on the same parts."""
    write_country(folder / "country", Size(0, 1))
    house = house_of(folder / "country")
    found: list[Line] = []
    for rows in ROWS:
        moment, made = _letters(house, letters if rows == 1 else max(letters // rows, 2), rows)
        whole, bare, standard = in_turns(
            (
                lambda made=made, moment=moment: [  # type: ignore[misc]
                    write(one.claim, one.recipient, house, moment) for one in made
                ],
                lambda made=made: [compose(one.mail) for one in made],  # type: ignore[misc]
                lambda made=made: [_flattened(one.mail) for one in made],  # type: ignore[misc]
            ),
            runs,
        )
        found += _lines(rows, len(made), whole, bare, standard)
        found.append(_kept(rows, made))
    return Table("Letters built", tuple(found))


def _lines(rows: int, count: int, whole: Timing, bare: Timing, standard: Timing) -> list[Line]:
    name = f"{rows} row{'' if rows == 1 else 's'}"
    return [
        Line(
            f"rendered and composed, {name}",
            f"{count / whole.median:.0f} a second",
            whole.spread,
            whole.median / standard.median,
            STANDARD,
        ),
        Line(
            f"composed alone, {name}",
            shown(bare.median / count),
            bare.spread,
            bare.median / standard.median,
            STANDARD,
            Goal(0.5),
        ),
        Line(f"{STANDARD}, {name}", shown(standard.median / count), standard.spread),
    ]


def _kept(rows: int, made: Sequence[Made]) -> Line:
    """The room that a letter takes in the store, against its bytes compressed as they travel."""
    kept = sum(len(pack(pieces(one.mail))) for one in made)
    travelling = sum(len(zlib.compress(compose(one.mail), 1)) for one in made)
    return Line(
        f"kept, {rows} row{'' if rows == 1 else 's'}",
        f"{kept / len(made) / 1000:.1f} kB",
        "each time",
        kept / travelling,
        "its bytes compressed as they travel",
    )


def _letters(house: House, count: int, rows: int) -> tuple[datetime, Sequence[Made]]:
    """So many letters of so many rows, no case twice."""
    obligations = briefs(house, count * rows)
    last_day, moment = speaking_days(obligations[0], house.setting, 1)[0]
    entries: list[Entry] = []
    for brief in obligations:
        case = case_of(brief, 0, house.setting, last_day)
        change = effect(case, decide(case, moment, house.setting).facts, (), moment, house.setting)
        entries += [Entry(notice, change.case) for notice in change.notices]
    claims = [
        _claim(number, tuple(entries[number * rows : (number + 1) * rows]), moment) for number in range(count)
    ]
    return moment, [_made(claim, house, moment) for claim in claims]


def _claim(number: int, entries: tuple[Entry, ...], moment: datetime) -> Claim:
    kind = "stage" if len(entries) == 1 else "bundle"
    notice = entries[0].notice
    return Claim(number, f"{kind}/{notice.key}", kind, notice.officer, entries, 0, moment)  # type: ignore[arg-type]


def _made(claim: Claim, house: House, moment: datetime) -> Made:
    recipient = recipient_of(claim, house, moment)
    if recipient is None:
        raise AssertionError(f"nobody reads {claim.key}")
    rendered = house.renderer.render(claim, recipient, house.setting, moment)
    return Made(claim, recipient, _mail(claim, recipient, rendered, house, moment))


def _mail(claim: Claim, recipient: Officer, rendered: Rendered, house: House, moment: datetime) -> Mail:
    origin = house.config.email.origin
    return Mail(
        sender=origin.address,
        sender_name=origin.name,
        recipient=recipient.email,
        recipient_name=recipient.name,
        subject=rendered.subject,
        date=moment.astimezone(house.setting.zone),
        key=claim.key,
        kind=claim.kind,
        text=rendered.text,
        html=rendered.html,
        cases=cases_of(claim),
    )


def _flattened(mail: Mail) -> bytes:
    """The same letter by the standard library: what it costs not to assemble it by hand."""
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{mail.sender_name} <{mail.sender}>"
    message["To"] = mail.recipient
    message["Subject"] = mail.subject
    message["Date"] = mail.date
    message["Message-ID"] = message_id(mail.key, "example.org")
    message.set_content(mail.text, cte="base64")
    message.add_alternative(mail.html, subtype="html", cte="base64")
    return message.as_bytes()
