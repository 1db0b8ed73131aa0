"""The records that the rules speak of: instruments, agencies, officers and cases, all frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from rules.term import Term

InstrumentKind = Literal[
    "resolution",
    "decision",
    "decree",
    "circular",
    "directive",
    "notice",
    "dispatch",
    "law",
    "plan",
    "minutes",
]
Kind = Literal["obligation", "report", "milestone", "target", "forecast"]
# What the official two-by-two counts: nobody is late with an aim or an expectation.
COUNTED_KINDS: tuple[Kind, ...] = ("obligation", "report", "milestone")
Role = Literal["owner", "head", "leader", "cooperating", "watch"]
OffsetUnit = Literal["d", "wd", "w", "m"]
Status = Literal[
    "open-in-time",
    "open-late",
    "done-in-time",
    "done-late",
    "undated",
    "done-undated",
    "continuous",
    "not-running",
    "withdrawn",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in data, with file and place; a warning does not make a catalogue bad."""

    file: str
    line: int
    key: str
    text: str
    warning: bool = False

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.text}"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a reason, in English and in Vietnamese."""

    en: str
    vi: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last permissible day, the working day to aim at, and why.

    ``last_day`` None: nothing to be late for (undated, continuous, or its anchor is not known yet).
    """

    last_day: date | None
    safe_day: date | None
    because: tuple[Step, ...]
    earliest: date | None = None
    hour: str | None = None
    provisional: bool = False
    waits_for: str | None = None
    other_day: date | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """A signed distance from a deadline: -7wd, +1wd, -30d, -1m."""

    count: int
    unit: OffsetUnit
    after: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """One rung: when it speaks, to which roles, whether a snooze moves it, how often it repeats."""

    name: str
    at: Offset
    to: tuple[Role, ...]
    snoozable: bool = True
    every: Offset | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The stages of one kind of case, lowest first; ``longest`` and ``times`` bound a snooze."""

    name: str
    stages: tuple[Stage, ...]
    longest: Offset
    times: int

    def __hash__(self) -> int:
        # Timetables are looked up by ladder for every case: the name tells two ladders apart well enough.
        return hash((self.name, self.times))


@dataclass(frozen=True, slots=True)
class Figure:
    """A source's count without names: ``done`` of ``of`` members of ``rosters`` on ``as_of``."""

    rosters: tuple[str, ...]
    done: int
    of: int | None
    as_of: date
    source: str
    about: bool = False


@dataclass(frozen=True, slots=True)
class Original:
    """The day a carried-over obligation first had."""

    last_day: date
    source: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """Snoozable stages wait until ``until``; ``ends`` is send_at of the first working day on or after it."""

    until: date
    ends: datetime
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An acknowledgement: ``officer`` promised to be done by ``until``; ``due`` is when a broken one is told."""

    officer: str
    until: date
    due: datetime
    note: str = ""
    held: str | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """What the catalogue says of a case: kept beside the case, so that a vanished file silences nothing.

    Shared by every case of the same obligation and period; equal content is stored once.
    """

    instrument: str
    obligation: str
    period: str | None
    number: str | None
    instrument_kind: InstrumentKind
    title: str
    issuer: str
    issued: date | None
    source: str
    task: str
    kind: Kind
    deadline: Deadline
    term: Term
    anchors: tuple[tuple[str, date], ...] = ()
    clause: str | None = None
    quote: str | None = None
    phrase: str | None = None
    deliverable: str | None = None
    cooperating: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    ladder: Ladder | None = None
    original: Original | None = None
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """Obligation × agency × period: what is watched, snoozed and closed.

    The days are those of the present round. ``decided`` counts, stage by stage, the occurrences that have
    an outcome in this round; ``spoken`` is the highest (stage, occurrence) that spoke. ``number`` is 0
    until the store has given one. ``folded_by``: the later instruments that have continued it once; if a person
    has reopened it since, that ruling stands against them.
    """

    key: str
    agency: str
    brief: Brief
    last_day: date | None
    safe_day: date | None
    because: tuple[Step, ...] = ()
    number: int = 0
    round: int = 1
    opened: datetime | None = None
    original_last_day: date | None = None
    quiet_until: datetime | None = None
    decided: tuple[int, ...] = ()
    spoken: tuple[int, int] | None = None
    closed_on: date | None = None
    evidence: str | None = None
    withdrawn: bool = False
    snooze: Snooze | None = None
    snoozes: int = 0
    promises: tuple[Promise, ...] = ()
    progress: int | None = None
    figure: Figure | None = None
    assigned: str | None = None
    vanished: bool = False
    waits_for: str | None = None
    anchors: tuple[tuple[str, date], ...] = ()
    folded_by: tuple[str, ...] = ()
    next_look: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.closed_on is None and not self.withdrawn

    @property
    def unconfirmed(self) -> bool:
        """Only a count covers this case: nobody has said whether this agency is among the done."""
        return self.figure is not None and self.is_open

    @property
    def leads(self) -> tuple[str, ...]:
        """The accountable agencies: one, or all of a joint lead."""
        return self.brief.joint or (self.agency,)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the officer (a claim) or login name, the login, and the way (cli, source, page, mail, clock)."""

    name: str
    login: str = ""
    via: str = "clock"


CLOCK = Actor("duewatch", "", "clock")
OPEN: tuple[Status, ...] = ("open-in-time", "open-late", "undated", "continuous", "not-running")
