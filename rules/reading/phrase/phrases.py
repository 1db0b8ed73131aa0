"""Deadline phrases read: the words of the law in, a term with its reasons out, or a plain refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import assert_never

from rules.counting import DAY_ANCHOR
from rules.model import Step
from rules.period import clamped
from rules.reading.phrase.answers import Reading, Speech, Unread
from rules.reading.phrase.feast_days import as_one_occasion
from rules.reading.phrase.forms import DEADLINES
from rules.reading.phrase.located import day_of
from rules.reading.phrase.nodes import (
    Aim,
    Asked,
    Counted,
    Day,
    Due,
    Dues,
    InPeriod,
    Months,
    Often,
    Ongoing,
    Recurring,
    Whole,
)
from rules.reading.phrase.placing import once
from rules.reading.phrase.returning import joined, recurring
from rules.reading.phrase.rows import carried, dated_by_the_last
from rules.reading.words.text import clean
from rules.reading.words.tokens import tokens_of
from rules.term import After, Continuous, Unit

__all__ = ["Reading", "Unread", "read_phrase"]

LONGEST_PHRASE = 400
CLOSE = 45  # days: no report is due twice a year in so short a time
AIMS = {
    "target": Step("the words name an aim, not a duty", "đây là chỉ tiêu phấn đấu, không phải nghĩa vụ"),
    "forecast": Step("the words name an expectation, not a duty", "đây là dự kiến, không phải nghĩa vụ"),
}
UNITS_VI: dict[Unit, str] = {
    "hour": "giờ",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "week": "tuần",
    "month": "tháng",
    "year": "năm",
}
YEARLY_LOOK = Step(
    "it goes on without an end: look at it again each year",
    "nhiệm vụ kéo dài không thời hạn: rà soát hằng năm",
)


def read_phrase(text: str, said_on: date | None, tet: Callable[[int], date | None]) -> Reading | Unread:
    """The term that a deadline's words state; the whole phrase is understood, or it is ``Unread``.

    ``said_on`` is the day of the document, for words without a year; ``tet`` gives the first day of Tết of a year.
    Days are read day first, month second; a year of two digits is never completed.
    """
    speech = Speech(said_on, tet)
    refusals: list[Unread] = []
    for whole in _wholes(clean(text)):
        answer = meaning_of(whole, speech)
        if isinstance(answer, Reading):
            return quoted(text, whole.aim, answer)
        refusals.append(answer)
    return refusals[0] if refusals else Unread(_left_over(clean(text)))


@lru_cache(maxsize=4096)
def _wholes(text: str) -> tuple[Whole, ...]:
    """Every meaning of a whole text under the grammar, best rule first."""
    tokens = tokens_of(text)
    if not tokens or len(text) > LONGEST_PHRASE:
        return ()
    found = DEADLINES.over(tokens).at("phrase", 0)
    return tuple(meaning for end, meaning in found if end == len(tokens) and isinstance(meaning, Whole))


def meaning_of(whole: Whole, speech: Speech) -> Reading | Unread:
    """What one way to read a phrase comes to on the day it was said."""
    match whole.core:
        case Dues(dues):
            occasion = as_one_occasion(dues)
            return once(occasion, speech) if occasion else _dues(dated_by_the_last(carried(dues)), speech)
        case Recurring(returning, dues):
            return recurring(Recurring(returning, carried(dues)))
        case Counted() as counted:
            return _counted(counted)
        case Ongoing() as ongoing:
            return _ongoing(ongoing)
        case Often(name):
            return Unread(
                "it returns every day" if name == "daily" else "it returns every so many days or hours"
            )
        case Asked(why=why):
            return Unread(why)
        case _:
            assert_never(whole.core)


def _dues(dues: tuple[Due, ...], speech: Speech) -> Reading | Unread:
    first = dues[0].when
    if isinstance(first, InPeriod) or _of_each_year(first):
        return joined(dues)
    if len(dues) == 1:
        return once(dues[0], speech)
    days = [due.when for due in dues if isinstance(due.when, Day) and due.when.year is None]
    if len(days) == len(dues) and not _close_together(days):
        return joined(dues)
    return Unread("it names several times: write one obligation for each")


def _close_together(days: list[Day]) -> bool:
    """ "Ngày 15/9 và 30/9": steps of one undertaking, and nothing that comes back every year."""
    return all(0 < (b.month - a.month) * 30 + b.day - a.day < CLOSE for a, b in pairwise(days))


def _of_each_year(when: object) -> bool:
    return isinstance(when, Day | Months) and when.year is not None and when.year.each


def _counted(said: Counted) -> Reading | Unread:
    anchor = _anchor(said.anchor.start)
    if isinstance(anchor, Unread):
        return anchor
    unit = said.unit.replace("_", " ") + ("" if said.count == 1 else "s")
    because = Step(
        f"a counted period: {said.count} {unit}", f"thời hạn được đếm: {said.count} {UNITS_VI[said.unit]}"
    )
    return Reading(After(said.count, said.unit, anchor), (because,))


def _anchor(start: str | Day) -> str | Unread:
    if isinstance(start, str):
        return start
    year = start.year.value if start.year is not None else None
    if year is None or year < 100:
        return Unread("the day it counts from has no full year")
    day = day_of(year, start.month, start.day)
    return (
        f"{DAY_ANCHOR}{day}" if day else Unread(f"{start.day}/{start.month}/{year} is no day of the calendar")
    )


def _ongoing(said: Ongoing) -> Reading | Unread:
    start, end = _edge(said.first, first=True), _edge(said.last, first=False)
    if isinstance(start, Unread):
        return start
    if isinstance(end, Unread):
        return end
    if start and end and end < start:
        return Unread("it ends before it begins")
    because = Step(
        "it goes on all the time, without a last day", "thực hiện thường xuyên, không có ngày hết hạn"
    )
    return Reading(Continuous(start, end), (because,), None, (YEARLY_LOOK,) if said.yearly else ())


def _edge(when: Day | Months | None, *, first: bool) -> date | Unread | None:
    if when is None:
        return None
    year = when.year.value if when.year is not None else None
    if year is None or year < 100:
        return Unread("it goes on from or to a time without a full year")
    if isinstance(when, Day):
        return day_of(year, when.month, when.day) or Unread(f"{when.day}/{when.month}/{year} is no day")
    return date(year, when.first, 1) if first else clamped(year, when.last, 0)


def quoted(text: str, aim: Aim | None, reading: Reading) -> Reading:
    """The reading with the phrase's own words as the first step of why."""
    words = clean(text)
    quote = Step(f'the text says "{words}"', f"văn bản ghi “{words}”")
    flags = (*reading.flags, AIMS[aim.kind]) if aim is not None else reading.flags
    return replace(reading, because=(quote, *reading.because), flags=flags)


def _left_over(text: str) -> str:
    """What to tell about a text that no rule reads to its end."""
    tokens = tokens_of(text)
    if not tokens:
        return "there are no words"
    if len(text) > LONGEST_PHRASE:
        return f"it is longer than {LONGEST_PHRASE} signs: give the words of the deadline only"
    ends = [end for end, _ in DEADLINES.over(tokens).at("phrase", 0)]
    if not ends:
        return f'"{text}" names no day that can be read'
    cut = tokens[max(ends) - 1].end
    return f'after "{text[:cut]}" nothing is known to follow like "{text[cut:].strip()}"'
