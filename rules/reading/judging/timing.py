"""From a judged phrase to what a draft says of time: day, first day, return and rule, or a period not yet running."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rules.deadline import reckon
from rules.model import Step
from rules.reading.draft import MonthDay, QuarterDay, Recurrence, Relative, RuleDay, WeekDay, YearDay
from rules.reading.judging.refusals import Judged
from rules.reading.phrase.answers import Reading
from rules.reading.phrase.nodes import Asked, Often, Recurring, Returning
from rules.reading.phrase.times_of_year import day_after, first_day
from rules.reading.words.text import clean, fold
from rules.term import After, Continuous, DayOfPeriod, Every, OnDay, Period, Term, Within
from rules.workdays import Workdays

RECURRENCES: dict[Period, Recurrence] = {
    "year": "yearly", "quarter": "quarterly", "month": "monthly", "week": "weekly",
}  # fmt: skip
BACK = re.compile(
    r"\s*(?:ít nhất|tối thiểu)?\s*(?:là\s+)?[0-9]+ (?:ngày|giờ|tuần|tháng|năm)\b.*$", re.IGNORECASE
)
COUNTED_FROM = re.compile(
    r"(?:kể từ|tính từ|so với|(?:theo|kế tiếp|liền kề|liền sau),? (?:ngay )?sau)\s+(?:khi|ngày|thời điểm|lúc)?\s*(.+)$",
    re.IGNORECASE,
)
ANCHOR = re.compile(
    r"(?:kể từ|tính từ|từ sau|từ|sau|trước)\s+(?:khi|ngày|thời điểm|lúc)?\s*(.+)$", re.IGNORECASE
)

# "Đến hết tháng 10" names the end only, "trong tháng 10" the beginning too; "từ … đến …" names both.
ENDS_ONLY = re.compile(r"^(?!.*\btừ\b).*\b(?:đến|tới|hết|kết thúc|trước|chậm nhất|muộn nhất|hạn)\b")


@dataclass(frozen=True, slots=True)
class Timing:
    """What a draft says of time, and what is doubtful about it."""

    due: date | None = None
    earliest: date | None = None
    recurrence: Recurrence | None = None
    rule: tuple[RuleDay, ...] = ()
    relative: Relative | None = None
    term: Term | None = None
    because: tuple[Step, ...] = ()
    doubts: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Timer:
    """Reckons days; ``anchors`` are the days of the document that periods may count from, ``said_on`` that of its words."""

    workdays: Workdays
    anchors: Mapping[str, date]
    said_on: date | None = None

    def of(self, judged: Judged, phrase: str) -> Timing:
        """The timing of a phrase that was judged to be one."""
        found = judged.spotted
        core = found.whole.core
        if judged.verdict == "start" and isinstance(core, Asked) and core.since is not None:
            words = fold(phrase).split()
            # "Sau giờ làm việc ngày 30/9" is that day still.
            after = "sau" in words[:3] and "giờ" not in words
            begins = day_after(core.since, self.said_on) if after else first_day(core.since, self.said_on)
            return Timing(earliest=begins, doubts=("it says when to begin, not when to end",))
        if judged.verdict == "length" and isinstance(core, Asked) and core.length is not None:
            length = core.length
            relative = Relative(length.count, length.unit, _event(phrase), core.back)
            return Timing(relative=relative, doubts=(judged.why,))
        if isinstance(core, Often):
            term = found.reading.term if isinstance(found.reading, Reading) else None
            rule = _every(term)[1] if isinstance(term, Every) else ()
            doubts = ("it returns, but not by week, month, quarter or year",)
            return Timing(recurrence=core.name, rule=rule, doubts=doubts)
        if isinstance(core, Recurring) and not isinstance(found.reading, Reading):
            return Timing(
                recurrence=_returns(core.returning), doubts=("it returns, but names no day: ask which",)
            )
        if not isinstance(found.reading, Reading):
            return Timing()
        half = isinstance(core, Recurring) and core.returning.half
        return self.of_reading(found.reading, phrase, half=half)

    def of_reading(self, reading: Reading, phrase: str, *, half: bool = False) -> Timing:
        """The timing of a term that was read; ``half``: the words say that it returns every half-year."""
        doubts = tuple(flag.en for flag in reading.flags)
        term = reading.term
        match term:
            case OnDay(day):
                return Timing(day, None, term=term, because=self._why(reading), doubts=doubts)
            case Within(first, last):
                earliest = None if ENDS_ONLY.search(fold(phrase)) else first
                return Timing(last, earliest, term=term, because=self._why(reading), doubts=doubts)
            case After():
                return self._after(term, reading, phrase)
            case Every():
                recurrence, rule = _every(term)
                if half and len(rule) == 1:
                    recurrence, doubts = (
                        "semiannual",
                        (*doubts, "it names a day for one half of the year only: ask"),
                    )
                return Timing(None, None, recurrence, rule, None, term, self._why(reading), doubts)
            case Continuous(start, end):
                return Timing(end, start, "continuous", term=term, because=self._why(reading), doubts=doubts)
        return Timing(term=term, because=reading.because, doubts=doubts)

    def _why(self, reading: Reading) -> tuple[Step, ...]:
        return reckon(reading.term, self.anchors, self.workdays, reading.because, reading.other_day).because

    def _after(self, term: After, reading: Reading, phrase: str) -> Timing:
        deadline = reckon(term, self.anchors, self.workdays, reading.because)
        if deadline.last_day is None:
            relative = Relative(term.count, term.unit, _event(phrase))
            return Timing(relative=relative, term=term, because=deadline.because)
        return Timing(deadline.last_day, None, term=term, because=deadline.because)


def _event(phrase: str) -> str | None:
    """The words that name what a period counts from."""
    words = clean(phrase)
    found = COUNTED_FROM.search(words) or ANCHOR.search(words)
    if found is None:
        return None
    # "Trước khi khởi công ít nhất 03 ngày": what counts back is no part of the event's name.
    return BACK.sub("", found[1]).strip(" .;,") or None


def _returns(returning: Returning) -> Recurrence:
    return "semiannual" if returning.half else RECURRENCES[returning.period]


def _every(term: Every) -> tuple[Recurrence, tuple[RuleDay, ...]]:
    rule = tuple(_rule(term, day) for day in term.days)
    if term.period == "year" and len(term.days) == 2:
        return "semiannual", rule
    if term.period == "year" and len(term.days) == 4:
        return "quarterly", rule
    return RECURRENCES[term.period], rule


def _rule(term: Every, named: DayOfPeriod) -> RuleDay:
    """A last day is written as the greatest number its month can have."""
    ahead = term.ahead(named)
    match term.period:
        case "week":
            return WeekDay(named.day)
        case "month":
            return MonthDay(named.day or 31, ahead)
        case "quarter":
            return QuarterDay(named.month or 3, named.day or 31, ahead)
        case "year":
            month = named.month or 12
            return YearDay(month, named.day or (28 if month == 2 else 31), ahead)
