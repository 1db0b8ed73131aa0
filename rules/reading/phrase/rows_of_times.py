"""What months and quarters in a row mean together: one stretch of time."""

from __future__ import annotations

from rules.reading.phrase.nodes import Day, Months, Node, Number, Span, Year
from rules.reading.phrase.times import Parts


def months_to_number(parts: Parts) -> Node | None:
    """ "Tháng 6-9/2025": the year stands once, at the end."""
    match parts:
        case (Number(first), Number(last), Year() as year) if 1 <= first <= 12 and 1 <= last <= 12:
            return Span(Months(first, first), Months(last, last, year))
    return None


def next_month(parts: Parts) -> Node | None:
    """ "Tháng 6 và 7/2025": one stretch; months with others between them are two times."""
    match parts:
        case (Number(first), Number(last), Year()) if last == first + 1:
            return months_to_number(parts)
    return None


def next_quarter(parts: Parts) -> Node | None:
    """ "Quý III và IV/2025", likewise."""
    match parts:
        case (Number(first), Number(last), Year()) if last == first + 1:
            return quarter_to_number(parts)
    return None


def months_in_row(parts: Parts) -> Node | None:
    """ "Tháng 8 và tháng 9": one stretch of the year at hand."""
    match parts:
        case (Number(first), Number(last)) if first >= 1 and last == first + 1 and last <= 12:
            return Span(Months(first, first), Months(last, last))
    return None


def side_by_side(parts: Parts) -> Node | None:
    """ "Quý IV năm 2014 và quý I năm 2015": one stretch where the second begins as the first ends."""
    match parts:
        case (Months(first, ends, Year(int(one))), Months(begins, last, Year(int(other)))) if (
            one * 12 + ends + 1 == other * 12 + begins
        ):
            return Span(Months(first, ends, Year(one)), Months(begins, last, Year(other)))
    return None


def month_and_part(parts: Parts) -> Node | None:
    """ "Tháng 5 và nửa đầu tháng 6": one stretch that ends in the middle of the second month."""
    match parts:
        case (Number(first), Months(month, last, year)) if month == last and first < month:
            return Span(Months(first, first, year), Day(15, month, year))
    return None


def quarters(parts: Parts) -> Node | None:
    match parts:
        case (Number(first), Number(last)) if first < last:
            return Span(Months(3 * first - 2, 3 * first), Months(3 * last - 2, 3 * last))
    return None


def quarter_to_number(parts: Parts) -> Node | None:
    match parts:
        case (Number(first), Number(last), Year() as year):
            return Span(Months(3 * first - 2, 3 * first), Months(3 * last - 2, 3 * last, year))
    return None
