"""What the parts of a whole phrase mean together; None where they do not go together."""

from __future__ import annotations

from typing import Literal

from rules.reading.phrase.nodes import (
    Aim,
    Anchor,
    Asked,
    Bound,
    Clock,
    Counted,
    Day,
    Due,
    Dues,
    InPeriod,
    Length,
    Measure,
    Months,
    Node,
    Now,
    Number,
    Often,
    Ongoing,
    Recurring,
    Returning,
    Span,
    Tet,
    Whole,
)
from rules.reading.phrase.times import Build, Parts
from rules.term import Unit

START_ONLY = "it says when to begin, not when to end"
# Longer than this no law counts; beyond it the arithmetic would leave the calendar.
LONGEST: dict[Unit, int] = {
    "hour": 87_600,
    "day": 36_500,
    "working_day": 25_000,
    "week": 5_200,
    "month": 1_200,
    "year": 100,
}


def due(parts: Parts) -> Node | None:
    """A time with its bound and its clock, in whatever order the words stood."""
    when: Day | Months | Span | Tet | InPeriod | Now | None = None
    bound: Bound | None = None
    clock: Clock | None = None
    for part in parts:
        match part:
            case Bound():
                # In "ngày 28/12, trước 17h" the second bound is the hour's own: it says nothing of the day.
                bound = bound or part
            case Clock():
                clock = part
            case Day() | Months() | Span() | Tet() | InPeriod() | Now():
                when = part
    if isinstance(when, Day) and when.part and clock is not None:
        return None
    if isinstance(when, Day) and when.within and bound is not None and bound.before:
        bound = Bound()
    return None if when is None else Due(when, bound or Bound(bare=True), clock)


def due_now(parts: Parts) -> Node | None:
    """ "Ngay trong tuần": by the end of the week that is spoken in."""
    match parts:
        case (Now() as now,):
            return Due(now, Bound())
    return None


def due_from(parts: Parts) -> Node | None:
    """ "Chậm nhất từ ngày 01/7/2024": it must have begun by its first day."""
    match parts:
        case (Day() as day,):
            return Due(day, Bound())
        case (Months(first, _, year),):
            return Due(Day(1, first, year), Bound())
    return None


def dues(parts: Parts) -> Node | None:
    match parts:
        case (Due() as only,):
            return Dues((only,))
        case (Due() as first, Dues(rest)):
            return Dues((first, *rest))
    return None


def recurring(parts: Parts) -> Node | None:
    """Days that return; two words for the period must not contradict each other ("6 tháng, hằng năm" do not)."""
    returning: Returning | None = None
    named: tuple[Due, ...] = ()
    for part in parts:
        match part:
            case Returning() if returning is None or returning.period == part.period:
                half = part.half or (returning is not None and returning.half)
                returning = Returning(part.period, half)
            case Dues(several):
                named += several
            case _:
                return None
    if returning is None or (
        returning.period == "month" and any(isinstance(due.when, Months) for due in named)
    ):
        # "Trong tháng 9, định kỳ hàng tháng": a month does not return every month.
        return None
    return Recurring(returning, named)


def in_each_month(parts: Parts) -> Node | None:
    """ "Định kỳ ngày 15 và ngày cuối tháng": days of a month that return, though no word says how often."""
    dues = tuple(part for part in parts if isinstance(part, Due))
    monthly = all(isinstance(due.when, InPeriod) and due.when.period == "month" for due in dues)
    return Recurring(Returning("month"), dues) if dues and monthly else None


def counted(parts: Parts) -> Node | None:
    match parts:
        case (Length(count, unit), Anchor() as anchor):
            return Counted(count, unit, anchor)
    return None


def length(parts: Parts) -> Node | None:
    match parts:
        case (Number(count), Measure(unit, times)) if 0 < count * times <= LONGEST[unit]:
            return Length(count * times, unit)
    return None


def nth_day(unit: Unit) -> Build:
    """ "The 90th day from …" is the end of ninety days."""

    def build(parts: Parts) -> Node | None:
        match parts:
            case (Number(count),) if 0 < count <= LONGEST[unit]:
                return Length(count, unit)
        return None

    return build


def anchored(parts: Parts) -> Node | None:
    match parts:
        case (Day() as day,):
            return Anchor(day)
    return None


def ongoing(parts: Parts) -> Node | None:
    """A duty that begins with a time and goes on; a second time ends it."""
    match parts:
        case ():
            return Ongoing()
        case ((Day() | Months()) as first,):
            return Ongoing(first, yearly=True)
        case (Span(Months() as first, Months() as last),):
            return Ongoing(first, last)
    return None


def plan_span(parts: Parts) -> Node | None:
    """ "Giai đoạn 2016 - 2020" is the name of a plan, no deadline."""
    match parts:
        case (Span(),):
            return Asked("it names the years of a plan, not a last day")
    return None


def whole(parts: Parts) -> Node | None:
    aim = next((part for part in parts if isinstance(part, Aim)), None)
    match parts[-1]:
        case (Dues() | Recurring() | Counted() | Ongoing() | Asked() | Often()) as core:
            return Whole(core, aim)
    return None


def often(name: Literal["daily", "periodic"]) -> Build:
    """A return without a day of its own; a clock time or bound before it says nothing more."""
    return lambda parts: Often(name)


def start_only(parts: Parts) -> Node | None:
    match parts:
        case ((Day() | Months()) as since,):
            return Asked(START_ONLY, since=since)
        case (Tet(),):
            return Asked(START_ONLY)
    return None


def uncounted(why: str, *, back: bool = False) -> Build:
    """A period without the day it counts from."""

    def build(parts: Parts) -> Node | None:
        match parts:
            case (Length() as counted, *_):
                return Asked(why, counted, back)
        return None

    return build
