"""What a document was read as: drafts that a person has yet to accept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rules.model import InstrumentKind, Kind, Step
from rules.term import Term, Unit

Recurrence = Literal[
    "yearly", "semiannual", "quarterly", "monthly", "weekly", "daily", "continuous", "periodic", "ad_hoc"
]


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of every year, ``offset_years`` after the one reported on."""

    month: int
    day: int
    offset_years: int = 0


@dataclass(frozen=True, slots=True)
class QuarterDay:
    month_of_quarter: int
    day: int
    offset_quarters: int = 0


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of every month; one past the month's end means its last."""

    day: int
    offset_months: int = 0


@dataclass(frozen=True, slots=True)
class WeekDay:
    """An ISO weekday, 1 Monday to 7 Sunday."""

    weekday: int


RuleDay = YearDay | QuarterDay | MonthDay | WeekDay


@dataclass(frozen=True, slots=True)
class Relative:
    """A period whose first day is not known; ``back``: it counts back from the event."""

    n: int
    unit: Unit
    after: str | None
    back: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """Another instrument as the text names it."""

    text: str
    kind: InstrumentKind
    number: str
    issued: date | None = None

    @property
    def year(self) -> int | None:
        """The year of its day, or the one in its number ("80/2014/QĐ-TTg")."""
        if self.issued is not None:
            return self.issued.year
        inside = re.search(r"/((?:19|20)[0-9]{2})(?:/|$)", self.number)
        return int(inside[1]) if inside else None


@dataclass(frozen=True, slots=True)
class Links:
    """The older instruments that a document goes on from, each once, in the order of the text."""

    continues: tuple[Cited, ...] = ()
    amends: tuple[Cited, ...] = ()
    replaces: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued a document, as it writes the name, and the body above it where a line names one.

    ``is_local``: a province's, or below one; its "địa phương" are districts.
    """

    name: str | None = None
    above: str | None = None
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class DraftInstrument:
    """The document as far as it names itself; ``signer`` is the office of whoever signs.

    ``is_own``: the document is this instrument, and no news of it.
    """

    kind: InstrumentKind | None = None
    number: str | None = None
    issued: date | None = None
    issuer: Issuer = Issuer()
    title: str | None = None
    signer: str | None = None
    published: date | None = None
    links: Links = Links()
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class DraftObligation:
    """One task that the text gives; ``quote`` is ``text[start:end]`` of the text as it was given.

    ``lead_ids`` and ``cooperating_ids`` stand beside the names: an agency's id, "@roster", or None where unknown.
    ``clause`` is where in the instrument the task stands: "điểm a khoản 2 Điều 5".
    """

    quote: str
    start: int
    end: int
    task: str
    lead: tuple[str, ...] = ()
    lead_ids: tuple[str | None, ...] = ()
    cooperating: tuple[str, ...] = ()
    cooperating_ids: tuple[str | None, ...] = ()
    deliverable: str | None = None
    deadline_phrase: str | None = None
    due: date | None = None
    earliest: date | None = None
    recurrence: Recurrence | None = None
    rule: tuple[RuleDay, ...] = ()
    relative: Relative | None = None
    kind: Kind = "obligation"
    confidence: float = 0.5
    notes: tuple[str, ...] = ()
    term: Term | None = None
    because: tuple[Step, ...] = ()
    clause: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether any time is known: a day, a first day, a return or a counted period."""
        return bool(self.due or self.earliest or self.recurrence or self.relative)


@dataclass(frozen=True, slots=True)
class UnreadPhrase:
    """Words that may be a deadline and were not read as one."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class PassedTask:
    """Words that give a body a task without a deadline, of which no draft was made."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    instrument: DraftInstrument
    obligations: tuple[DraftObligation, ...] = ()
    unread: tuple[UnreadPhrase, ...] = ()
    passed: tuple[PassedTask, ...] = ()
