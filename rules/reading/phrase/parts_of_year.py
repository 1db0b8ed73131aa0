"""Halves and quarters of a year that each have a last day of their own: "15/7 for the half, 20/01 for the year"."""

from __future__ import annotations

from rules.reading.phrase.grammar import Rule
from rules.reading.phrase.nodes import Day, Due, Dues, Months, Node, Recurring, Returning, Said
from rules.reading.phrase.times import Parts, says

SAID = says(Said())
FOR = "(đối với|với|cho|áp dụng đối với|áp dụng cho)"
KIND = "[định kỳ|sơ kết|tổng hợp|tổng kết|kết quả]"
HALF = f"[kỳ|các] [báo cáo {KIND}] [kỳ] (6|06|sáu) [<~open> sáu <~close>] tháng [(đầu|cuối) năm]"
YEAR = f"[kỳ|các] [báo cáo {KIND}] [kỳ] [cả|một|1|01|hằng|hàng] năm"
JOINED = "(,|và|, và|còn|, còn)"
# "Báo cáo" before the first is no part of the phrase: it stands before much else.
QUARTERS = (
    "(quý (i|1|một)|(3|03|ba) tháng [đầu năm])",
    "[báo cáo] (quý (ii|2|hai)|(6|06|sáu) tháng [đầu năm])",
    "[báo cáo] (quý (iii|3|ba)|(9|09|chín) tháng [đầu năm])",
    "[báo cáo] (quý (iv|4|bốn)|[cả] năm|(12|mười hai) tháng)",
)
SENT = "[là|gửi|nộp|thực hiện|hoàn thành|:] [chậm nhất là]"
SEPARATED = "(,|;|và|, và|; và)"


def halves(parts: Parts) -> Node | None:
    """Two days without years of their own, one for each half."""
    return _parts(parts, Returning("year", half=True), 2)


def over_new_year(parts: Parts) -> Node | None:
    """ "Trước ngày 15/7 hằng năm và trước ngày 15/01 năm sau": the second day tells that it closes the year."""
    when = parts[-1].when if isinstance(parts[-1], Due) else None
    closes = isinstance(when, Day) and when.year is not None and when.year.ahead == 1
    return halves(parts) if closes else None


def into_new_year(parts: Parts) -> Node | None:
    """ "Các ngày 10/4, 10/7, 10/10 hằng năm và 10/01 năm sau": one more day, with the bound of those before it."""
    days, day = parts[0], parts[-1]
    returning = next((part for part in parts if isinstance(part, Returning)), None)
    if not isinstance(days, Dues) or not isinstance(day, Day) or returning != Returning("year"):
        return None
    if day.year is None or day.year.ahead != 1 or day.year.value is not None:
        return None
    return Recurring(returning, (*days.all, Due(day, days.all[0].bound)))


def quarters(parts: Parts) -> Node | None:
    """Four days without years of their own, one for each quarter."""
    return _parts(parts, Returning("year"), 4)


def _parts(parts: Parts, returning: Returning, count: int) -> Node | None:
    dues = tuple(part for part in parts if isinstance(part, Due))
    others = (part for part in parts if isinstance(part, Returning))
    if any(other.period != "year" for other in others):
        return None
    return Recurring(returning, dues) if len(dues) == count and all(map(_without_year, dues)) else None


def _without_year(due: Due) -> bool:
    when = due.when
    return isinstance(when, Day | Months) and (when.year is None or when.year.value is None)


PARTS_OF_YEAR: tuple[Rule[Node], ...] = (
    Rule("for-half", f"[,] {FOR} {HALF}", SAID),
    Rule("for-half", f"<~open> [{FOR}] {HALF} <~close>", SAID),
    Rule("for-year", f"[,] {FOR} {YEAR}", SAID),
    Rule("for-year", f"<~open> [{FOR}] {YEAR} <~close>", SAID),
    Rule(
        "recurring",
        f"<due> [[,] <returning>] <~for-half> {JOINED} <due> [[,] <returning>] [<~for-year>|<~for-half>]",
        halves,
    ),
    Rule(
        "recurring",
        f"<due> [[,] <returning>] <~for-year> {JOINED} <due> [[,] <returning>] <~for-half>",
        halves,
    ),
    Rule("recurring", f"<due> [,] <returning> {JOINED} <due>", over_new_year),
    Rule("recurring", f"<dues> [,] <returning> {JOINED} <day>", into_new_year),
    Rule(
        "recurring",
        SEPARATED.join(f" {name} {SENT} <due> " for name in QUARTERS),
        quarters,
    ),
    Rule(
        "recurring",
        SEPARATED.join(f" <due> {FOR} [báo cáo] {name} " for name in QUARTERS),
        quarters,
    ),
)
