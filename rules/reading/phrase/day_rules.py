"""The rules that make a named day the last one, and the doubts about it: each a step of the reason."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from rules.model import Step
from rules.reading.phrase.nodes import Day, Year
from rules.workdays import WEEKDAYS_EN, WEEKDAYS_VI, in_vietnamese

Steps = tuple[Step, ...]


def itself(day: date) -> Step:
    return Step(
        f"the day named is itself the last: {day}", f"chính ngày được nêu là hạn: {in_vietnamese(day)}"
    )


def part_rule(when: Day, day: date) -> Steps:
    match when.part:
        case "":
            return ()
        case "month":
            clause = "2"
        case "year":
            clause = "3"
        case "quarter":
            spoken = in_vietnamese(day)
            return (
                Step(
                    f"a quarter ends on its last day, {day}", f"cuối quý là ngày cuối cùng của quý, {spoken}"
                ),
            )
        case _:
            assert_never(when.part)
    return (
        Step(
            f"beginning, middle and end of a {when.part} are days: {day} (Civil Code 2015, art. 146.{clause})",
            f"thời điểm đầu, giữa, cuối {'tháng' if when.part == 'month' else 'năm'} là ngày {in_vietnamese(day)} "
            f"(Bộ luật Dân sự 2015, điều 146 khoản {clause})",
        ),
    )


def second_reading(other: date) -> Step:
    """What the words can mean as well, where the stricter reading has been taken."""
    return Step(
        f"the words can also mean {other}: the stricter reading is taken until an officer rules",
        f"cũng có thể hiểu là {in_vietnamese(other)}: chọn cách hiểu chặt hơn cho đến khi có kết luận",
    )


def weekday_doubt(when: Day, day: date) -> Steps:
    """A doubt where the words call the day by a weekday that it is not."""
    if when.weekday is None or when.weekday == day.isoweekday():
        return ()
    place = day.weekday()
    return (
        Step(
            f"the weekday named is not that of {day}, a {WEEKDAYS_EN[place]}",
            f"thứ được nêu không khớp: {in_vietnamese(day)} là {WEEKDAYS_VI[place]}",
        ),
    )


def relative(year: Year, said_on: date) -> Steps:
    meant = said_on.year + year.ahead
    return (
        Step(
            f"the year is counted from the document's: {meant}",
            f"năm được tính theo năm của văn bản: {meant}",
        ),
    )
