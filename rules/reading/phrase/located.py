"""Where in one year a time lies: its first and its last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from rules.period import clamped
from rules.reading.phrase.answers import Speech, Unread
from rules.reading.phrase.nodes import Day, InPeriod, Months, Now, Span, Tet, When
from rules.reading.phrase.tet_days import EARLIER_TET


@dataclass(frozen=True, slots=True)
class Placed:
    """The days a time covers in one year."""

    first: date
    last: date


def located(when: When, year: int, speech: Speech) -> Placed | Unread:
    match when:
        case Day(day, month):
            found = day_of(year, month, day)
            return (
                Placed(found, found) if found else Unread(f"{day}/{month}/{year} is no day of the calendar")
            )
        case Months(first, last):
            return Placed(date(year, first, 1), clamped(year, last, 0))
        case Tet() as tet:
            return _located_tet(year, tet, speech)
        case Span(first, last):
            return _located_span(first, last, year, speech)
        case InPeriod():
            return Unread("it names a day of a period that returns, but not how often")
        case Now():
            return Unread("it speaks of the present week, month or quarter")
        case _:
            assert_never(when)


def _located_tet(year: int, tet: Tet, speech: Speech) -> Placed | Unread:
    if not tet.is_of(year):
        return Unread("that year does not bear this name")
    day = speech.tet(year) or EARLIER_TET.get(year)
    if day is None:
        return Unread(f"the calendar does not know when Tết of {year} is")
    day += timedelta(days=max(0, tet.day - 1))
    return Placed(day, day)


def _located_span(first: Day | Months, last: Day | Months, year: int, speech: Speech) -> Placed | Unread:
    until = located(last, year, speech)
    if isinstance(until, Unread):
        return until
    named = first.year.value if first.year is not None else None
    since = located(first, named or year, speech)
    if isinstance(since, Placed) and since.first > until.last and first.year is None:
        # "Từ tháng 11 đến tháng 2/2017": the first year is the one before.
        since = located(first, year - 1, speech)
    if isinstance(since, Unread):
        return since
    if since.first > until.last:
        return Unread("it ends before it begins")
    return Placed(since.first, until.last)


def day_of(year: int, month: int, day: int) -> date | None:
    """A day of the calendar, 0 the month's last; None for one that does not exist."""
    if not 1 <= month <= 12:
        return None
    found = clamped(year, month, day)
    return found if day in {0, found.day} else None
