"""Times in a row, "trước ngày 15/6 và 15/12/2025": what one of them says of the others."""

from __future__ import annotations

from dataclasses import replace

from rules.reading.phrase.nodes import Bound, Day, Due, Months, Year


def carried(dues: tuple[Due, ...]) -> tuple[Due, ...]:
    """In "trước ngày 15/6 và 15/12" the second day is bound as the first is."""
    carried: list[Due] = []
    bound = Bound(bare=True)
    for due in dues:
        bound = bound if due.bound.bare else due.bound
        carried.append(due if due.bound == bound else replace(due, bound=bound))
    return tuple(carried)


def dated_by_the_last(dues: tuple[Due, ...]) -> tuple[Due, ...]:
    """In "tháng 3 và tháng 9/2025" the year is that of both; "tháng 12 và tháng 1/2026" begins in the year before."""
    dated: list[Due] = []
    for due in reversed(dues):
        dated.append(_in_year_of(due, dated[-1]) if dated else due)
    return tuple(reversed(dated))


def _in_year_of(due: Due, following: Due) -> Due:
    when, later = due.when, following.when
    if not isinstance(when, Day | Months) or not isinstance(later, Day | Months):
        return due
    named = later.year
    if when.year is not None or named is None or named.value is None or named.each or named.ahead:
        return due
    before = _place(when) > _place(later)
    return replace(due, when=replace(when, year=Year(named.value - before, of_row=True)))


def _place(when: Day | Months) -> tuple[int, int]:
    return (when.month, when.day) if isinstance(when, Day) else (when.first, 0)
