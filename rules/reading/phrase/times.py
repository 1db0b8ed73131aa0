"""What the parts of a time mean together: number and number a day, number and year a month, and so on.

Each function takes what the parts of a rule meant, and gives None where they do not go together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from rules.reading.phrase.nodes import Day, InPeriod, Months, Node, Number, Span, Tet, Year

Parts = tuple[Node, ...]
Build = Callable[[Parts], Node | None]
PARTS_OF_YEAR: dict[int, Literal["month", "quarter", "year"]] = {1: "month", 3: "quarter", 12: "year"}


def same(parts: Parts) -> Node | None:
    return parts[0]


def says(node: Node) -> Build:
    return lambda _: node


def day(parts: Parts) -> Node | None:
    match parts:
        case (Number(0), *_):
            # A written nought is no day: in our own records it stands for the last.
            return None
        case (Number(day), Number(month)):
            return Day(day, month)
        case (Number(day), Number(month), Year() as year):
            return Day(day, month, year)
        case (Number(day), Number(month), Number(short)):
            return Day(day, month, Year(short))
    return None


def day_or_months(parts: Parts) -> Node | None:
    """ "8-9/2018": 8 September, but it can also be written for August to September."""
    match day(parts):
        case Day(first, last) as read if first < last <= 12:
            return replace(read, or_months=True)
    return None


def with_weekday(parts: Parts) -> Node | None:
    """A day with its weekday, in whichever order they stood."""
    match parts:
        case (Number(weekday), Day() as day) | (Day() as day, Number(weekday)):
            return replace(day, weekday=weekday)
    return None


def behind_lunar(parts: Parts) -> Node | None:
    """ "Mùng 2 Tết (8/2)": the day that the bracket names by the common calendar."""
    return day(parts[1:])


def new_years_month(parts: Parts) -> Node | None:
    """ "Ngày 20 của tháng đầu năm tiếp theo": a day of January of the year following."""
    match parts:
        case (Number(day),) if 1 <= day <= 31:
            return Day(day, 1, Year(ahead=1, each=True))
    return None


def month_of_next_year(parts: Parts) -> Node | None:
    """ "Ngày cuối cùng của tháng thứ 3 kể từ ngày kết thúc năm dương lịch": the last of March of the year following."""
    match parts:
        case (Number(month),) if 1 <= month <= 12:
            return Day(0, month, Year(ahead=1, each=True))
    return None


def month(parts: Parts) -> Node | None:
    match parts:
        case (Number(month), *rest) if 1 <= month <= 12:
            return with_year(Months(month, month), rest)
    return None


def quarter(parts: Parts) -> Node | None:
    match parts:
        case (Number(number), *rest):
            return with_year(Months(3 * number - 2, 3 * number), rest)
    return None


def first_months(parts: Parts) -> Node | None:
    match parts:
        case (Number(number), *rest) if 1 <= number <= 11:
            return with_year(Months(1, number), rest)
    return None


def last_months(parts: Parts) -> Node | None:
    match parts:
        case (Number(number), *rest) if 1 <= number <= 11:
            return with_year(Months(13 - number, 12), rest)
    return None


def months(first: int, last: int) -> Build:
    return lambda parts: with_year(Months(first, last), list(parts))


def with_year(span: Months, rest: list[Node]) -> Node | None:
    match rest:
        case []:
            return span
        case [Year() as year]:
            return Months(span.first, span.last, year)
        case [Number(short)]:
            return Months(span.first, span.last, Year(short))
    return None


def beginning(parts: Parts) -> Node | None:
    """The first day of a month or year (Civil Code 2015, art. 146.2 and 146.3); it defines none for a quarter."""
    match parts:
        case (Months(first, last, year),) if last - first in {0, 11}:
            return Day(1, first, year, PARTS_OF_YEAR[last - first + 1])
    return None


def turn(parts: Parts) -> Node | None:
    """ "Cuối năm 2025 và đầu năm 2026": about the turn, at the latest as the second begins."""
    return beginning(parts[1:])


def middle(parts: Parts) -> Node | None:
    match parts:
        case (Months(first, last, year),) if last == first:
            return Day(15, first, year, "month")
        case (Months(1, 12, year),):
            return Day(30, 6, year, "year")
    return None


def ten_days(last: int) -> Build:
    """The first or second ten days of a month, due on their last day."""

    def build(parts: Parts) -> Node | None:
        match parts:
            case (Months(first, end, year),) if first == end:
                return Day(last, first, year)
        return None

    return build


def in_the_course(parts: Parts) -> Node | None:
    """A part of a day that is not its beginning."""
    match parts:
        case (Day() as said,):
            return replace(said, within=True)
    return None


def ending(parts: Parts) -> Node | None:
    match parts:
        case (Months(first, last, year),) if last - first in {0, 2, 11}:
            return Day(0, last, year, PARTS_OF_YEAR[last - first + 1])
    return None


def span(parts: Parts) -> Node | None:
    match parts:
        case (Months(year=None), Months(1, 12)):
            return None  # "tháng 1-2017" is one month of that year
        case ((Day() | Months()) as first, (Day() | Months()) as last):
            return Span(first, last)
        case (Year() as first, Year() as last):
            return Span(Months(1, 12, first), Months(1, 12, last))
    return None


def months_to(parts: Parts) -> Node | None:
    match parts:
        case (Number(first), Months() as last) if 1 <= first <= 12 and (last.first, last.last) != (1, 12):
            # "Tháng 1-2017" is one month of that year.
            return Span(Months(first, first), last)
    return None


def days_to(parts: Parts) -> Node | None:
    """ "Từ 27 đến 29/9": the month stands once, at the end."""
    match parts:
        case (Number(first), Day(last, month, year) as ends) if 0 < first < last:
            return Span(Day(first, month, year), ends)
    return None


def days_to_dated(parts: Parts) -> Node | None:
    """ "Ngày 18-19/6/2017": two days of a month that has its year; without one "18-19/6" may be read otherwise."""
    match parts:
        case (_, Day(year=Year(int(value)))) if value > 99:
            return days_to(parts)
    return None


def quarter_to(parts: Parts) -> Node | None:
    match parts:
        case (Number(first), Months() as last):
            return Span(Months(3 * first - 2, 3 * first), last)
    return None


def side_by_side(parts: Parts) -> Node | None:
    """The first and the last day, in this order, of two columns."""
    match parts:
        case (
            Number(day),
            Number(month),
            Year(value=year),
            Number(last),
            Number(last_month),
            Year(value=last_year),
        ):
            if (year, month, day) <= (last_year, last_month, last):
                return Span(Day(day, month, Year(year)), Day(last, last_month, Year(last_year)))
    return None


LAST_OF_TET = 15


def tet(parts: Parts) -> Node | None:
    """Tết of a year, named by its number, by its name in the cycle, or by both where they agree."""
    named, cycle, day = None, None, 0
    for part in parts:
        match part:
            case Number(value):
                day = value
            case Year(value):
                named = value
            case Tet(cycle=index):
                cycle = index
    if named is not None and cycle is not None and (named - 4) % 60 != cycle:
        return None
    return Tet(named, cycle, day) if day <= LAST_OF_TET else None


def national_day(parts: Parts) -> Node | None:
    match parts:
        case (Year() as year,):
            return Day(2, 9, year)
    return Day(2, 9)


def new_year(parts: Parts) -> Node | None:
    match parts:
        case (Year() as year,):
            return Day(1, 1, year)
    return Day(1, 1)


def of_quarter(month: int, ahead: int = 0, *, sure: bool = True) -> Build:
    """A day of the first, middle or last month of each quarter."""

    def build(parts: Parts) -> Node | None:
        match parts:
            case (Number(day),) if 1 <= day <= 31:
                return InPeriod("quarter", day, month, ahead, sure)
        return None

    return build


def of_month(ahead: int = 0, sure: bool = True) -> Build:
    def build(parts: Parts) -> Node | None:
        match parts:
            case (Number(day),) if 1 <= day <= 31:
                return InPeriod("month", day, None, ahead, sure)
        return None

    return build
