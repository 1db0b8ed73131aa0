"""Days that follow one another, as the holiday "30/4 và 1/5": one occasion, not two days that return every year."""

from __future__ import annotations

from datetime import timedelta

from rules.reading.phrase.located import day_of
from rules.reading.phrase.nodes import Day, Due, Span

DAY = timedelta(days=1)
COMMON_YEAR = 2025


def as_one_occasion(dues: tuple[Due, ...]) -> Due | None:
    """Two days as one stretch where the second is the morrow of the first; None where each stands for itself."""
    match dues:
        case (Due(Day() as first, bound, None), Due(Day() as last, second, None)) if (
            second.bare and first.year is None and follows(first, last)
        ):
            return Due(Span(first, last), bound)
    return None


def follows(first: Day, last: Day) -> bool:
    """Whether the one day is the morrow of the other, in a year without a 29 February."""
    one, other = day_of(COMMON_YEAR, first.month, first.day), day_of(COMMON_YEAR, last.month, last.day)
    return one is not None and other is not None and other - one == DAY
