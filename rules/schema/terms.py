"""A deadline as a rule file writes it, phrase or table, into a Term."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from rules.lines import KeyPath
from rules.model import Step
from rules.reading.phrase.phrases import Unread, read_phrase
from rules.schema.characters import is_id
from rules.schema.faults import Document, Findings
from rules.schema.fitting import shaped, written
from rules.schema.shapes import ContinuousShape, CountedShape, DayShape, EveryShape, WithinShape
from rules.term import After, Continuous, DayOfPeriod, Every, OnDay, Period, Term, Undated, Unit, Within

_WITHIN = re.compile(
    r"(?P<year>19[0-9]{2}|2[01][0-9]{2})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>[0-9]{2})))?"
)
_DAY_OF_PERIOD = re.compile(r"(?:(?P<month>[0-9]{1,2})-)?(?:(?P<day>[0-9]{1,2})|last)")
_LATER = re.compile(r"(?P<day>.*?) ?\+(?P<later>[1-9])")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS: dict[Period, int] = {"year": 12, "quarter": 3, "month": 0}
_LEAP = 2000
_UNITS: tuple[tuple[str, Unit], ...] = (
    ("days", "day"),
    ("weeks", "week"),
    ("months", "month"),
    ("years", "year"),
)
_COUNTED = frozenset(name for name, _ in _UNITS)


@dataclass(frozen=True, slots=True)
class ReadTerm:
    """A term with the reason for it; ``doubts`` are what a person should look at."""

    term: Term
    because: tuple[Step, ...] = ()
    phrase: str | None = None
    other_day: date | None = None
    doubts: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class TermReader:
    """Reads the deadline at ``path``; None, and a fault, where it cannot be read: never a guess."""

    document: Document
    path: KeyPath
    findings: Findings
    said_on: date | None
    tet: Callable[[int], date | None]

    def read(self, raw: object) -> ReadTerm | None:
        """The term of a phrase, a table or nothing at all."""
        match raw:
            case None:
                return ReadTerm(Undated())
            case str():
                return self._phrase(raw)
            case dict():
                return self._table(raw)
        self._fault(f"must be the law's words or a table, not {written(raw)}")
        return None

    def _phrase(self, text: str) -> ReadTerm | None:
        reading = read_phrase(text, self.said_on, self.tet)
        if isinstance(reading, Unread):
            self._fault(f"cannot be read: {reading.why}")
            return None
        return ReadTerm(reading.term, reading.because, text, reading.other_day, reading.flags)

    def _table(self, table: dict[str, object]) -> ReadTerm | None:
        if "day" in table:
            term = self._day()
        elif "within" in table:
            term = self._within()
        elif "every" in table:
            term = self._every()
        elif "continuous" in table:
            term = self._continuous()
        elif table.keys() & _COUNTED:
            term = self._counted()
        else:
            self._fault(
                "a deadline's table says day, within, days, weeks, months, years, every or continuous"
            )
            return None
        return ReadTerm(term, (_AS_TABLE,)) if term is not None else None

    def _day(self) -> Term | None:
        shape = shaped(self.document, self.path, DayShape, self.findings)
        return OnDay(shape.day) if shape else None

    def _within(self) -> Term | None:
        shape = shaped(self.document, self.path, WithinShape, self.findings)
        if shape is None:
            return None
        term = period_named(shape.within)
        if term is None:
            self._fault(f'"{shape.within}" is no period like 2018, 2018-H1, 2018-Q4 or 2018-10', "within")
        return term

    def _counted(self) -> Term | None:
        shape = shaped(self.document, self.path, CountedShape, self.findings)
        if shape is None:
            return None
        counts = {"days": shape.days, "weeks": shape.weeks, "months": shape.months, "years": shape.years}
        given = [(counts[name], unit) for name, unit in _UNITS if counts[name] is not None]
        if len(given) != 1:
            self._fault("counts one of days, weeks, months and years, not several")
            return None
        if not is_id(shape.after):
            self._fault("is issued, effective or the name of an anchor (a-z, 0-9 and hyphens)", "after")
            return None
        count, unit = given[0]
        if shape.working and unit != "day":
            self._fault("only days can be working days", "working")
            return None
        return After(count or 0, "working_day" if shape.working else unit, shape.after)

    def _continuous(self) -> Term | None:
        shape = shaped(self.document, self.path, ContinuousShape, self.findings)
        if shape is None:
            return None
        if shape.first and shape.last and shape.first > shape.last:
            self._fault("ends before it begins", "until")
            return None
        return Continuous(shape.first, shape.last)

    def _every(self) -> Term | None:
        shape = shaped(self.document, self.path, EveryShape, self.findings)
        if shape is None:
            return None
        offsets: dict[Period, int] = {
            "week": shape.offset_weeks,
            "month": shape.offset_months,
            "quarter": shape.offset_quarters,
            "year": shape.offset_years,
        }
        for period, offset in offsets.items():
            if offset and period != shape.every:
                self._fault(f"does not go with every {shape.every}", f"offset_{period}s")
                return None
        days = [day_of_period(shape.every, text) for text in shape.on]
        for number, (text, day) in enumerate(zip(shape.on, days, strict=True)):
            said = {replace(other, later=0) for other in days[:number] if other is not None}
            if day is None or replace(day, later=0) in said:
                problem = f"is no day of a {shape.every}" if day is None else "is said twice"
                self._fault(f'"{text}" {problem}', "on", number)
                return None
        return Every(shape.every, tuple(day for day in days if day is not None), offsets[shape.every])

    def _fault(self, text: str, *inner: str | int) -> None:
        self.findings.add(self.document, (*self.path, *inner), text)


_AS_TABLE = Step(
    "the rule file gives the deadline as a table, not in the law's words",
    "tệp quy tắc ghi thời hạn dưới dạng bảng, không theo nguyên văn",
)


def period_named(text: str) -> Within | None:
    """The period "2018", "2018-H1", "2018-Q4" or "2018-10"."""
    found = _WITHIN.fullmatch(text)
    if found is None:
        return None
    year = int(found["year"])
    if found["quarter"]:
        first, months = int(found["quarter"]) * 3 - 2, 3
    elif found["half"]:
        first, months = int(found["half"]) * 6 - 5, 6
    elif found["month"]:
        first, months = int(found["month"]), 1
    else:
        first, months = 1, 12
    if not 1 <= first <= 12:
        return None
    last = first + months - 1
    return Within(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def day_of_period(period: Period, text: str) -> DayOfPeriod | None:
    """The day "03-31" of a year, "3-25" or "25" of a quarter, "25" or "last" of a month, "fri" of a week.

    "01-20+1" is the day of the period following ("+2": of the one after that). Day 31 of a month that has fewer is its
    last day; a day that no such month ever has is None.
    """
    later = _LATER.fullmatch(text)
    if later is not None:
        day = _plain_day(period, later["day"])
        return replace(day, later=int(later["later"])) if day is not None else None
    return _plain_day(period, text)


def _plain_day(period: Period, text: str) -> DayOfPeriod | None:
    if period == "week":
        return DayOfPeriod(_WEEKDAYS.index(text) + 1) if text in _WEEKDAYS else None
    found = _DAY_OF_PERIOD.fullmatch(text)
    if found is None:
        return None
    months = _MONTHS[period]
    day = int(found["day"]) if found["day"] else 0
    if found["day"] and not 1 <= day <= 31:
        return None
    if found["month"] is None:
        # Without a month: the last month of a quarter; a year's day needs its month.
        return {"month": DayOfPeriod(day), "quarter": DayOfPeriod(day, 3)}.get(period)
    month = int(found["month"])
    if not 1 <= month <= months or (period == "year" and day > calendar.monthrange(_LEAP, month)[1]):
        return None
    return DayOfPeriod(day, month)
