"""Periods counted from an anchor: where they start, where they end, and the article that says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import assert_never

from rules.model import Step
from rules.period import plus_months
from rules.term import After, Unit
from rules.workdays import Workdays, in_vietnamese

# An anchor that is itself a day, "day:2019-04-26": the words counted from a date, so nothing is missing.
DAY_ANCHOR = "day:"


def anchor_day(anchor: str, anchors: Mapping[str, date]) -> date | None:
    """The day an anchor stands for, None while nobody has said it."""
    if anchor.startswith(DAY_ANCHOR):
        return date.fromisoformat(anchor.removeprefix(DAY_ANCHOR))
    return anchors.get(anchor)


def counted_end(start: date, count: int, unit: Unit, workdays: Workdays) -> date:
    match unit:
        case "hour":
            # The event's clock time is not known. The strict reading counts from the first moment of its day:
            # the deadline is the legal day that holds the hour reached.
            return start + timedelta(days=count // 24)
        case "day":
            return start + timedelta(days=count)
        case "working_day":
            return workdays.shift(start, count)
        case "week":
            return start + timedelta(weeks=count)
        case "month":
            return plus_months(start, count)
        case "year":
            return plus_months(start, 12 * count)
        case _:
            assert_never(unit)


def start_rule(start: date, unit: Unit) -> Step:
    if unit == "hour":
        return Step(
            f"hours count from the first moment of {start}, as the clock time is not known",
            f"tính theo giờ từ đầu ngày {in_vietnamese(start)} vì không rõ thời điểm "
            "(Bộ luật Dân sự 2015, điều 147 khoản 1)",
        )
    return Step(
        f"the period counts from {start}, which itself is not counted (Civil Code 2015, art. 147)",
        f"tính từ ngày {in_vietnamese(start)}, không tính ngày đó (Bộ luật Dân sự 2015, điều 147)",
    )


def end_rule(end: date, term: After) -> Step:
    en, vi, clause = {
        "hour": ("hours end on the legal day that holds them", "giờ thuộc ngày nào thì tính ngày đó", "148"),
        "day": ("calendar days run through days off", "ngày tính cả ngày nghỉ", "148.1"),
        "working_day": ("only working days of state agencies count", "chỉ tính ngày làm việc", "148.1"),
        "week": ("weeks end on the same weekday", "tuần kết thúc vào ngày tương ứng", "148.2"),
        "month": (
            "months end on the same day number, else the month's last",
            "tháng kết thúc vào ngày tương ứng",
            "148.3",
        ),
        "year": ("years end on the same date", "năm kết thúc vào ngày, tháng tương ứng", "148.4"),
    }[term.unit]
    unit = term.unit.replace("_", " ") + ("" if term.count == 1 else "s")
    article, _, part = clause.partition(".")
    vi_article = f"điều {article}" + (f" khoản {part}" if part else "")
    return Step(
        f"{term.count} {unit}: {en}, so it ends on {end} (Civil Code 2015, art. {clause})",
        f"{vi}, nên kết thúc ngày {in_vietnamese(end)} (Bộ luật Dân sự 2015, {vi_article})",
    )
