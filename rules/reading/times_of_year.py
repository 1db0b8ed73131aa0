"""The first day of a time that is named with its year."""

from __future__ import annotations

from datetime import date

from rules.reading.located import day_of
from rules.reading.nodes import Day, Months


def first_day(when: Day | Months) -> date | None:
    """The first day of a day or period; None without a full year, or for a day that does not exist."""
    year = when.year.value if when.year is not None else None
    if year is None or year < 1000:
        return None
    return day_of(year, when.month, when.day) if isinstance(when, Day) else date(year, when.first, 1)
