"""Times listed behind a plural: "vào các ngày 10 và 25 hằng tháng", "trước các tháng 6 và 12 năm 2026"."""

from __future__ import annotations

from rules.reading.phrase import meanings
from rules.reading.phrase.grammar import Rule
from rules.reading.phrase.nodes import Bound, Day, Due, Dues, InPeriod, Months, Node, Number, Span, Year
from rules.reading.phrase.times import Parts

SEVERAL = "(các|những|cả hai)"
ROW = "<dd> [, <dd>] (,|và) <dd>"
FOUR = "<dd> , <dd> , <dd> (,|và|, và) <dd>"


def _bound(parts: Parts) -> Bound:
    return next((part for part in parts if isinstance(part, Bound)), Bound(bare=True))


def _numbers(parts: Parts) -> tuple[int, ...]:
    """The numbers of a row; none where they do not rise."""
    found = tuple(part.value for part in parts if isinstance(part, Number))
    return found if list(found) == sorted(set(found)) and found[0] > 0 else ()


def _year(parts: Parts) -> Year | None:
    return next((part for part in parts if isinstance(part, Year)), None)


def in_each_month(parts: Parts) -> Node | None:
    """ "Vào các ngày 10, 20 và 30 hằng tháng"."""
    days = _numbers(parts)
    if not days or days[-1] > 31:
        return None
    return Dues(tuple(Due(InPeriod("month", day), _bound(parts)) for day in days))


def day_in_months(parts: Parts) -> Node | None:
    """ "Trước ngày 15 của các tháng 3, 6, 9 và 12": one day of each month named."""
    day, *months = (part.value for part in parts if isinstance(part, Number))
    if months != sorted(set(months)) or not 1 <= day <= 31 or not 1 <= months[0] <= months[-1] <= 12:
        return None
    return Dues(tuple(Due(Day(day, month, _year(parts)), _bound(parts)) for month in months))


def months_apart(parts: Parts) -> Node | None:
    """ "Vào các tháng 6 và 12": each month is a time of its own."""
    months = _numbers(parts)
    if not months or months[-1] > 12:
        return None
    year = _year(parts)
    return Dues(tuple(Due(Months(month, month, year), _bound(parts)) for month in months))


def quarters_apart(parts: Parts) -> Node | None:
    """ "Trong các quý II và IV"."""
    quarters, year = _numbers(parts), _year(parts)
    if not quarters:
        return None
    return Dues(tuple(Due(Months(3 * each - 2, 3 * each, year), _bound(parts)) for each in quarters))


def months_far_apart(parts: Parts) -> Node | None:
    """ "Tháng 6 và tháng 12/2024": two times where other months lie between them."""
    return months_apart(parts) if _are_apart(parts) else None


def quarters_far_apart(parts: Parts) -> Node | None:
    """ "Quý II và quý IV/2024", likewise."""
    return quarters_apart(parts) if _are_apart(parts) else None


def _are_apart(parts: Parts) -> bool:
    numbers = _numbers(parts)
    return len(numbers) == 2 and numbers[1] > numbers[0] + 1


def days_in_row(parts: Parts) -> Node | None:
    """ "Trong các ngày 15, 16 và 17/9": from the first to the last of them."""
    days, last = _numbers(parts), next((part for part in parts if isinstance(part, Day)), None)
    if not days or last is None or days[-1] >= last.day:
        return None
    return Due(Span(Day(days[0], last.month, last.year), last), _bound(parts))


LISTED: tuple[Rule[Node], ...] = (
    Rule("due", f"<bound> {SEVERAL} <day>", meanings.due),
    Rule("due", f"<bound> {SEVERAL} ngày <dd> [, <dd>] (,|và) <day>", days_in_row),
    Rule("due", "<bound> <~count> ngày [:] <dd> [, <dd>] (,|và) <day>", days_in_row),
    Rule("dues", f"<bound> [{SEVERAL}] ngày {ROW} [của] (hằng|hàng|mỗi) tháng", in_each_month),
    Rule("dues", f"<bound> ngày <dd> [của] [{SEVERAL}] tháng {ROW} [<in-year>]", day_in_months),
    Rule("dues", f"<bound> ngày <dd> [của] [{SEVERAL}] tháng {FOUR} [<in-year>]", day_in_months),
    Rule("dues", f"<bound> {SEVERAL} tháng {FOUR} [<in-year>]", months_apart),
    Rule("dues", f"<bound> {SEVERAL} tháng {ROW} [<in-year>]", months_apart),
    Rule("dues", f"<bound> {SEVERAL} tháng <dd> [, tháng <dd>] (,|và) tháng <dd> [<in-year>]", months_apart),
    Rule("dues", "[<bound>] tháng <dd> (,|và) [tháng] <dd> (/|-|.|năm) <year>", months_far_apart),
    Rule("dues", "[<bound>] quý <q> (,|và) [quý] <q> [/|-|.|năm] <year>", quarters_far_apart),
    Rule("dues", f"<bound> {SEVERAL} quý <q> [, <q>] (,|và) <q> [<in-year>]", quarters_apart),
)
