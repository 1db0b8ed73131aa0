"""The first day of a time that is named with its year."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta

from rules.reading.phrase.located import day_of
from rules.reading.phrase.nodes import Day, Months

HALF_A_YEAR = 6


def _month(when: Day | Months) -> int:
    return when.month if isinstance(when, Day) else when.first


def first_day(when: Day | Months, said_on: date | None = None) -> date | None:
    """The first day of a day or period, without a year that of ``said_on``; None for a day that does not exist."""
    year = when.year.value if when.year is not None else None
    if when.year is None and said_on is not None:
        year = said_on.year + (said_on.month - _month(when) >= HALF_A_YEAR)
    if year is None or not 1000 <= year <= MAXYEAR:
        return None
    return day_of(year, when.month, when.day) if isinstance(when, Day) else date(year, when.first, 1)


def day_after(when: Day | Months, said_on: date | None = None) -> date | None:
    """The first day behind a day or period: "sau ngày 30/9" is from 1 October on; None as for ``first_day``."""
    first = first_day(when, said_on)
    if first is None:
        return None
    last = first if isinstance(when, Day) else day_of(first.year, when.last, 0)
    return last + timedelta(days=1) if last is not None and last < date.max else None
