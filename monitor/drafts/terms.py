"""How a draft's deadline is written into a rule file: in the law's words where they read alike there, else as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from monitor.origins import Tree, Value
from rules.counting import DAY_ANCHOR
from rules.reading.draft import DraftObligation
from rules.reading.phrase.phrases import Reading, read_phrase
from rules.reading.words.text import slug
from rules.term import After, Continuous, DayOfPeriod, Every, OnDay, Period, Term, Undated, Unit, Within

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNTS: dict[Unit, str] = {
    "day": "days",
    "working_day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}


@dataclass(frozen=True, slots=True)
class WrittenTerm:
    """The value of ``deadline`` and of ``anchors``; ``other_day`` where the words can be read in two ways."""

    deadline: Value | None = None
    anchors: Tree | None = None
    other_day: date | None = None
    in_words: bool = False


def written_term(
    draft: DraftObligation, said_on: date | None, published: date | None, tet: Callable[[int], date | None]
) -> WrittenTerm:
    """The draft's term as a rule file says it."""
    phrase = " ".join((draft.deadline_phrase or "").split())
    if phrase:
        reading = read_phrase(phrase, said_on, tet)
        if isinstance(reading, Reading) and (draft.term is None or reading.term == draft.term):
            return WrittenTerm(phrase, _anchors(reading.term, published), reading.other_day, in_words=True)
    if draft.term is None:
        return WrittenTerm()
    return WrittenTerm(_table(draft.term), _anchors(draft.term, published))


def _anchors(term: Term, published: date | None) -> Tree | None:
    """The day of the news, where a period counts from it."""
    return (
        {"published": published}
        if isinstance(term, After) and term.anchor == "published" and published
        else None
    )


def _table(term: Term) -> Value | None:
    match term:
        case OnDay(day):
            return {"day": day}
        case Within(_, last):
            name = _period_name(term)
            return {"within": name} if name else {"day": last}
        case After(count, unit, anchor):
            return _counted(count, unit, anchor)
        case Every(period, days, offset):
            table: Tree = {"every": period, "on": [_day(period, day) for day in days]}
            return {**table, f"offset_{period}s": offset} if offset else table
        case Continuous(start, end):
            edges = {"from": start, "until": end}
            return {"continuous": True, **{key: day for key, day in edges.items() if day is not None}}
        case Undated():
            return None
        case _:
            assert_never(term)


def _counted(count: int, unit: Unit, anchor: str) -> Value | None:
    if unit not in _COUNTS or anchor.startswith(DAY_ANCHOR):
        return None  # only words can say hours, or a day to count from
    table: Tree = {_COUNTS[unit]: count, "after": slug(anchor) or "event"}
    return {**table, "working": True} if unit == "working_day" else table


def _period_name(term: Within) -> str | None:
    first, last = term.first, term.last
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if (
        first.day != 1
        or (last.month == 12 and last.day != 31)
        or (last.toordinal() + 1 - _next_month(last)) != 0
    ):
        return None
    match months:
        case 1:
            return f"{first.year}-{first.month:02}"
        case 3 if first.month % 3 == 1:
            return f"{first.year}-Q{first.month // 3 + 1}"
        case 6 if first.month in {1, 7}:
            return f"{first.year}-H{1 if first.month == 1 else 2}"
        case 12 if first.month == 1:
            return str(first.year)
    return None


def _next_month(day: date) -> int:
    """The first day of the month after this day's, as an ordinal."""
    return (date(day.year + 1, 1, 1) if day.month == 12 else date(day.year, day.month + 1, 1)).toordinal()


def _day(period: Period, named: DayOfPeriod) -> str:
    return _plain_day(period, named) + (f"+{named.later}" if named.later else "")


def _plain_day(period: Period, named: DayOfPeriod) -> str:
    if period == "week":
        return _WEEKDAYS[named.day - 1]
    if named.month is None:
        return str(named.day) if named.day else "last"
    month = f"{named.month:02}" if period == "year" else str(named.month)
    return (
        f"{month}-{named.day or 31:02}"
        if period != "year"
        else f"{month}-{named.day or _LAST[named.month - 1]:02}"
    )


_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
