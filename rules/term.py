"""How the law says when: a closed union of terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["hour", "day", "working_day", "week", "month", "year"]
Period = Literal["week", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True)
class OnDay:
    """One fixed last day; ``hour`` is a clock time in the law, kept and told ("17:00")."""

    day: date
    hour: str | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """A named period (month, quarter, half, year): due on its last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class After:
    """A period counted from an anchor's day, which itself is not counted (Civil Code 2015, art. 147)."""

    count: int
    unit: Unit
    anchor: str


@dataclass(frozen=True, slots=True)
class DayOfPeriod:
    """A day inside a period: ``month`` counts within it (1 to 12, or 1 to 3 for a quarter, None for a month or week).

    ``day`` is the day of the month, 0 its last day; for weeks the ISO weekday, 1 Monday to 7 Sunday. ``later``: so many
    whole periods after that of the term's other days ("15/7, and 20/01 of the year following").
    """

    day: int
    month: int | None = None
    later: int = 0


@dataclass(frozen=True, slots=True)
class Every:
    """Due in every period on ``days``, ``offset`` whole periods after the one reported on, a day's own ``later`` added."""

    period: Period
    days: tuple[DayOfPeriod, ...]
    offset: int = 0

    def ahead(self, day: DayOfPeriod) -> int:
        """How many whole periods after the one reported on this day of it lies."""
        return self.offset + day.later


@dataclass(frozen=True, slots=True)
class Continuous:
    """A duty without a last day: never overdue."""

    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Undated:
    """The source names no day."""


Term = OnDay | Within | After | Every | Continuous | Undated
