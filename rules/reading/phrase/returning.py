"""Days that return every week, month, quarter or year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from rules.model import Step
from rules.reading.phrase.answers import Reading, Unread
from rules.reading.phrase.located import day_of
from rules.reading.phrase.nodes import MIDNIGHT, Day, Due, InPeriod, Months, Recurring, Returning, Span, Year
from rules.term import DayOfPeriod, Every, Period

LEAP_YEAR, COMMON_YEAR = 2024, 2025
NAMES: dict[Period, tuple[str, str]] = {
    "week": ("week", "tuần"),
    "month": ("month", "tháng"),
    "quarter": ("quarter", "quý"),
    "year": ("year", "năm"),
}
# A due day and how many periods after the one reported on it lies.
Dated = tuple[DayOfPeriod, int]


def joined(dues: tuple[Due, ...]) -> Reading | Unread:
    """Several days without a year, or a day "of the year following", return though no word says so."""
    first = dues[0].when
    if isinstance(first, InPeriod):
        if not all(isinstance(due.when, InPeriod) and due.when.sure for due in dues):
            return Unread("it names a day of a period, but not how often it returns: ask")
        return recurring(Recurring(Returning(first.period), dues))
    reading = recurring(Recurring(Returning("year"), dues))
    if isinstance(reading, Unread):
        return reading
    implied = Step(
        "days without a year, in a row or of the year following, return every year",
        "các ngày không nêu năm, hoặc thuộc năm tiếp theo, được lặp lại hằng năm",
    )
    return Reading(reading.term, (*reading.because, implied), reading.other_day, reading.flags)


def recurring(said: Recurring) -> Reading | Unread:
    """The reading of days under "every week", "every month", "every quarter" or "every year"."""
    period = said.returning.period
    en, vi = ("half-year", "6 tháng") if said.returning.half else NAMES[period]
    if not said.dues:
        return _without_day(said.returning, en)
    if said.returning.half and len(said.dues) != 2:
        return Unread("it returns every half-year but does not name two days: ask")
    dated: list[Dated] = []
    for due in said.dues:
        found = _dated(due, period)
        if isinstance(found, Unread):
            return found
        dated.append(found)
    if len({day for day, _ in dated}) != len(dated):
        return Unread("it names the same day twice")
    because = (
        Step(f"it returns every {en}", f"lặp lại mỗi {vi}"),
        *_strictness(said.dues),
        *_hours(said.dues),
    )
    # "15/7, and 20/01 of the year following": what all days have in common is the term's, the rest each day's own.
    offset = min(ahead for _, ahead in dated)
    days = tuple(replace(day, later=ahead - offset) for day, ahead in dated)
    return Reading(Every(period, days, offset), because, None, _doubts(said.dues))


def _without_day(returning: Returning, name: str) -> Reading | Unread:
    """Only a year has a day of its own when none is named: its end (Civil Code 2015, art. 146.3)."""
    if returning.period != "year" or returning.half:
        return Unread(f"it returns every {name} but names no day: ask which")
    because = Step(
        "every year without a day: by the end of the year, 31 December (Civil Code 2015, art. 146.3)",
        "hằng năm, không nêu ngày: đến hết năm, ngày 31/12 (Bộ luật Dân sự 2015, điều 146 khoản 3)",
    )
    return Reading(Every("year", (DayOfPeriod(31, 12),)), (because,))


def _dated(due: Due, period: Period) -> Dated | Unread:
    match due.when:
        case Day(day, month, year) if period == "year":
            found = _year_day(day, month, before=due.strict, part=due.when.part != "")
            return found if isinstance(found, Unread) else _ahead(found, year)
        case Months(first, last, year) if period == "year":
            day, month = (1, first) if due.strict else (0, last)
            found = _year_day(day, month, before=due.strict, part=False)
            return found if isinstance(found, Unread) else _ahead(found, year)
        case Span(Day(), Day() as last) if period == "year":
            # "Hằng năm, từ ngày 01 đến ngày 15 tháng 12": the last of its days is the term.
            return _dated(replace(due, when=last), period)
        case InPeriod(named, day, month, ahead) if named == period:
            return _day_of_period(period, day, month, ahead, due)
        case _:
            return Unread(f"its day is not one of a {period}: ask")


def _year_day(day: int, month: int, *, before: bool, part: bool) -> tuple[DayOfPeriod, int] | Unread:
    """A day of every year, and -1 where the day before it lies in the year before."""
    if day_of(LEAP_YEAR, month, day) is None:
        return Unread(f"{day}/{month} is no day of the calendar")
    if not before:
        return DayOfPeriod(_plain(day, month), month), 0
    if part and day != 1:
        return Unread("'before' the middle or end of a period can mean two days: ask")
    if day == 1:
        return (DayOfPeriod(31, 12), -1) if month == 1 else (DayOfPeriod(_plain(0, month - 1), month - 1), 0)
    return DayOfPeriod(day - 1, month), 0


def _plain(day: int, month: int) -> int:
    """The last day's own number, but for February, whose last day moves."""
    return monthrange(COMMON_YEAR, month)[1] if day == 0 and month != 2 else day


def _ahead(found: tuple[DayOfPeriod, int], year: Year | None) -> Dated | Unread:
    if year is not None and year.value is not None:
        return Unread("it names a year and says that it returns every year: ask")
    day, back = found
    # The eve of New Year's Day belongs to the year that it ends.
    return day, max(0, (year.ahead if year is not None else 0) + back)


def _day_of_period(period: Period, day: int, month: int | None, ahead: int, due: Due) -> Dated | Unread:
    if not due.strict:
        return DayOfPeriod(day, month), ahead
    if day == 0:
        return Unread("'before' the end of a period can mean two days: ask")
    if day > 1:
        return DayOfPeriod(day - 1, month), ahead
    last = 7 if period == "week" else 0
    if month is not None and month > 1:
        return DayOfPeriod(last, month - 1), ahead
    return DayOfPeriod(last, 3 if month is not None else None), max(0, ahead - 1)


def _strictness(dues: tuple[Due, ...]) -> tuple[Step, ...]:
    if not any(due.strict and due.clock is None for due in dues):
        return ()
    return (
        Step(
            "'before' is strict: the last day is the day before the one named",
            "“trước” không tính chính ngày đó: hạn là ngày liền trước",
        ),
    )


def _hours(dues: tuple[Due, ...]) -> tuple[Step, ...]:
    steps: list[Step] = []
    clocks = [due.clock for due in dues if due.clock is not None]
    if MIDNIGHT in clocks:
        steps.append(
            Step(
                "at 00:00 the day before has ended: the last day is the day before the one named",
                "0 giờ là hết ngày liền trước: hạn là ngày liền trước",
            )
        )
    named = ", ".join(f"{clock.hour:02}:{clock.minute:02}" for clock in clocks if clock != MIDNIGHT)
    if named:
        steps.append(
            Step(
                f"a clock time ({named}) binds the day itself", f"mốc giờ ({named}) tính trong chính ngày đó"
            )
        )
    return tuple(steps)


def _doubts(dues: tuple[Due, ...]) -> tuple[Step, ...]:
    if not any(due.bound.doubled for due in dues):
        return ()
    return (
        Step(
            "the words say both 'at the latest on' and 'before': the stricter reading is taken",
            "văn bản vừa ghi “chậm nhất” vừa ghi “trước”: chọn cách hiểu chặt hơn",
        ),
    )
