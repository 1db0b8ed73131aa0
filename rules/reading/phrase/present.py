"""Times told from the day of the words: this week, the coming month, tomorrow."""

from __future__ import annotations

from datetime import date, timedelta

from rules.model import Step
from rules.period import Stretch
from rules.reading.phrase.answers import Reading, Unread
from rules.reading.phrase.nodes import Due, Now
from rules.term import OnDay, Within
from rules.workdays import in_vietnamese

MIDDLE_OF = {
    "week": 2,
    "month": 14,
}  # days behind the first: Wednesday, the 15th (Civil Code 2015, art. 146.3)


def present(due: Due, when: Now, said_on: date | None) -> Reading | Unread:
    """This day, week, month or quarter, or the next, counted from the day of the document."""
    if said_on is None:
        return Unread("it speaks of the present, and the day of the document is not known")
    if when.period == "day":
        return _on(said_on + timedelta(days=when.ahead - due.strict), said_on)
    stretch = Stretch.holding(when.period, said_on).on(when.ahead)
    if when.part:
        behind = MIDDLE_OF[when.period] if when.part == "middle" else 0
        return _on(stretch.first + timedelta(days=behind - due.strict), said_on)
    if due.bound.before:
        return Unread("'before' the present week, month or quarter names no day")
    because = Step(
        f"counted from the document's day, {said_on}: from {stretch.first} to {stretch.last}",
        f"tính từ ngày văn bản {in_vietnamese(said_on)}: từ {in_vietnamese(stretch.first)} "
        f"đến {in_vietnamese(stretch.last)}",
    )
    return Reading(Within(stretch.first, stretch.last), (because,))


def _on(day: date, said_on: date) -> Reading | Unread:
    if day < said_on:
        return Unread("it names a time before the day of the document")
    because = Step(
        f"counted from the document's day, {said_on}: {day}",
        f"tính từ ngày văn bản {in_vietnamese(said_on)}: {in_vietnamese(day)}",
    )
    return Reading(OnDay(day), (because,))
