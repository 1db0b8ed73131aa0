"""Worked examples: what tests/cases/*.toml may say. An unknown key is an error, so that no expectation is lost."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody does to the case at a local moment; ``by`` is the role of the lead agency's officer."""

    at: str
    do: str
    by: str = "owner"
    evidence: str = ""
    authority: str = ""
    reason: str = ""
    on: date | None = None
    to: date | None = None
    until: date | None = None
    percent: int | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """``first_seen`` is the local moment of the first load; what follows happens in the order in which it stands."""

    first_seen: str
    then: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter about the case: a stage, or another kind (register, change, closing); ``to`` names roles.

    ``officers`` names them one by one where the role alone does not say who.
    """

    at: str
    to: tuple[str, ...]
    stage: str = ""
    letter: str = ""
    officers: tuple[str, ...] = ()

    def line(self) -> str:
        return f"{self.at} {self.stage or self.letter} to {', '.join(self.to)}"


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A stage that does not speak: skipped or held, on which day it is written, and words of the reason."""

    at: str
    stage: str
    outcome: str
    because: str

    def line(self) -> str:
        return f"{self.at} {self.stage} {self.outcome}"


@dataclass(frozen=True, slots=True)
class PeriodOpened:
    """One period of a recurring obligation: the local moment at which its case opens, and its days."""

    period: str
    opens: str
    last_day: date
    safe_day: date


@dataclass(frozen=True, slots=True)
class Everyone:
    """How all cases of the obligation stand after the first load."""

    cases: int
    open: int
    done: int = 0
    unconfirmed: int = 0


@dataclass(frozen=True, slots=True)
class Expect:
    """What must come of it; ``letters`` and ``unsaid`` are complete, to the end of the day ``until``."""

    last_day: date | None = None
    safe_day: date | None = None
    earliest: date | None = None
    original_last_day: date | None = None
    folded_into: str | None = None
    because_mentions: tuple[str, ...] = ()
    status: dict[str, str] = field(default_factory=dict)
    unconfirmed: bool | None = None
    until: date | None = None
    letters: tuple[Letter, ...] | None = None
    unsaid: tuple[Unsaid, ...] | None = None
    periods: tuple[PeriodOpened, ...] | None = None
    everyone: Everyone | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """One case, from its first load on."""

    title: str
    instrument: str
    obligation: str
    given: Given
    expect: Expect
    agency: str = ""
    period: str = ""

    @property
    def key(self) -> str:
        key = f"{self.instrument}/{self.obligation}@{self.agency}"
        return f"{key}#{self.period}" if self.period else key


@dataclass(frozen=True, slots=True)
class Phrase:
    """The law's words and the days that they mean; ``counts_from`` gives the days of anchors.

    ``due`` are all due days of a recurring duty in the year ``in_year``.
    """

    title: str
    words: str
    said_on: date | None = None
    counts_from: dict[str, date] = field(default_factory=dict)
    last_day: date | None = None
    safe_day: date | None = None
    earliest: date | None = None
    other_day: date | None = None
    hour: str | None = None
    waits_for: str | None = None
    continuous: bool = False
    in_year: int | None = None
    due: tuple[date, ...] = ()
    because_mentions: tuple[str, ...] = ()
    doubtful: str | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A period counted from a day: exactly one of days, working_days, weeks, months."""

    title: str
    start: date
    last_day: date
    because_mentions: tuple[str, ...] = ()
    days: int | None = None
    working_days: int | None = None
    weeks: int | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of worked examples."""

    examples: tuple[Example, ...]
    phrases: tuple[Phrase, ...]
    counts: tuple[Count, ...]


def read_sheet(text: str) -> Sheet:
    """The examples of one file; raises TypeError for a key that none of them knows."""
    tables = tomllib.loads(text)
    unknown = set(tables) - {"example", "phrase", "count"}
    if unknown:
        raise TypeError(f"unknown tables: {', '.join(sorted(unknown))}")
    examples = []
    for table in tables.get("example", []):
        given, expect = dict(table.pop("given")), dict(table.pop("expect"))
        given["then"] = tuple(Event(**event) for event in given.get("then", []))
        for name, kind in (("letters", Letter), ("unsaid", Unsaid), ("periods", PeriodOpened)):
            if name in expect:
                expect[name] = tuple(kind(**entry) for entry in expect[name])
        if "everyone" in expect:
            expect["everyone"] = Everyone(**expect["everyone"])
        examples.append(Example(**table, given=Given(**given), expect=Expect(**expect)))
    phrases = tuple(Phrase(**table) for table in tables.get("phrase", []))
    counts = tuple(Count(**table) for table in tables.get("count", []))
    return Sheet(tuple(examples), phrases, counts)


def sheets() -> dict[str, Sheet]:
    """Every file of worked examples by its name."""
    return {path.stem: read_sheet(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.toml"))}
