"""What one officer's digest holds: overdue first, then due soon, changed, and what is about to end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rules.facts import Fact
from rules.model import Case

HORIZON_WORKING_DAYS = 10
DigestRule = Literal["never", "weekly", "daily"]


@dataclass(frozen=True, slots=True)
class Changed:
    """A case and the fact that changed it since the last digest."""

    case: Case
    fact: Fact


@dataclass(frozen=True, slots=True)
class Counts:
    """Whole numbers behind the (at most 50 a section) cases that a digest lists."""

    open: int
    overdue: int
    due_soon: int
    unconfirmed: int
    changed: int
    ending: int


@dataclass(frozen=True, slots=True)
class Digest:
    """One officer's digest of one local day; ``number`` runs on and is never used twice.

    Each section holds at most ``listed`` cases, worst first; ``counts`` says how many there are. ``seal``: the
    journal's, which the reader can hold against it later.
    """

    officer: str
    day: date
    number: int
    overdue: tuple[Case, ...] = ()
    due_soon: tuple[Case, ...] = ()
    changed: tuple[Changed, ...] = ()
    ending: tuple[Case, ...] = ()
    unconfirmed: tuple[Case, ...] = ()
    counts: Counts = Counts(0, 0, 0, 0, 0, 0)
    seal: str = ""

    @property
    def is_quiet(self) -> bool:
        """Nothing to report: no section holds anything."""
        return not (self.overdue or self.due_soon or self.changed or self.ending or self.unconfirmed)


def worst_first(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The most overdue (or soonest due) first, then by key; undated ones last."""
    return tuple(sorted(cases, key=lambda case: (case.last_day is None, case.last_day or date.max, case.key)))
