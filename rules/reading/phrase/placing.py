"""Days that are named once: which day of which year the words mean, and what made it so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import chain

from rules.model import Step
from rules.period import clamped, plus_months
from rules.reading.phrase.answers import Reading, Speech, Unread
from rules.reading.phrase.day_rules import Steps, itself, part_rule, relative, second_reading, weekday_doubt
from rules.reading.phrase.feast_days import follows
from rules.reading.phrase.located import Placed, located
from rules.reading.phrase.nodes import MIDNIGHT, Clock, Day, Due, Months, Now, Span, Tet, Year
from rules.reading.phrase.present import present
from rules.term import OnDay, Within
from rules.workdays import in_vietnamese

DAY = timedelta(days=1)
# A day without a year that lies further ahead than this is doubted: the year may have been the last one.
NEAR_MONTHS = 9
# 29 February, and a Tết that must bear one name of the cycle, may be years away.
YEARS_SEARCHED = 61


@dataclass(frozen=True, slots=True)
class Outcome:
    term: OnDay | Within
    because: Steps
    other_day: date | None = None
    flags: Steps = field(default=())

    @property
    def last_day(self) -> date:
        return self.term.day if isinstance(self.term, OnDay) else self.term.last


BY_THE_ROW: Steps = (
    Step(
        "the year is the one that stands behind the last time of the row",
        "năm là năm ghi ở mốc thời gian cuối của dãy",
    ),
)


def once(due: Due, speech: Speech) -> Reading | Unread:
    """The reading of a time that does not return."""
    refusal = _refusal(due)
    if refusal is not None:
        return Unread(refusal)
    if isinstance(due.when, Now):
        return present(due, due.when, speech.said_on)
    year = _year_of(due)
    if year is not None and year.value is not None:
        return _as_reading(_in_year(due, year.value, speech), BY_THE_ROW if year.of_row else ())
    if speech.said_on is None:
        return Unread("it names no year, and the day of the document is not known")
    if year is not None:
        return _as_reading(
            _in_year(due, speech.said_on.year + year.ahead, speech), relative(year, speech.said_on)
        )
    return _first_from(due, speech.said_on, speech)


def _first_from(due: Due, said_on: date, speech: Speech) -> Reading | Unread:
    """The first such day on or after the day of the document."""
    why = Unread("there is no such day")
    for year in range(said_on.year, min(said_on.year + YEARS_SEARCHED, date.max.year)):
        if isinstance(due.when, Tet) and not due.when.is_of(year):
            continue
        outcome = _in_year(due, year, speech)
        if isinstance(outcome, Unread):
            why = outcome
            if isinstance(due.when, Tet):
                # The nearest Tết of that name is the one that is meant: where its day is not known no later one is.
                return why
        elif outcome.last_day >= said_on:
            chosen = Step(
                f"no year is named: the first such day on or after the document's day, {said_on}",
                f"không nêu năm: lấy ngày đầu tiên như vậy kể từ ngày văn bản, {in_vietnamese(said_on)}",
            )
            flags: Steps = ()
            if outcome.last_day > plus_months(said_on, NEAR_MONTHS):
                flags = (
                    Step(
                        f"no year is named, and the day found is more than {NEAR_MONTHS} months ahead",
                        f"không nêu năm và ngày tìm được cách hơn {NEAR_MONTHS} tháng",
                    ),
                )
            return _as_reading(outcome, (chosen,), flags)
        elif isinstance(due.when, Tet) and due.when.cycle is not None:
            # The next year of that name is sixty years off.
            return Unread(f"Tết of {year} lies before the day of the document")
    return why


def _as_reading(outcome: Outcome | Unread, more: Steps, flags: Steps = ()) -> Reading | Unread:
    if isinstance(outcome, Unread):
        return outcome
    return Reading(outcome.term, (*outcome.because, *more), outcome.other_day, (*outcome.flags, *flags))


def _refusal(due: Due) -> str | None:
    """Why a time cannot be a single deadline whatever the year; None where it can."""
    of_a_day = isinstance(due.when, Day) or (isinstance(due.when, Now) and due.when.period == "day")
    if due.clock is not None and not of_a_day:
        return "a clock time needs a day"
    match due.when:
        case Tet(day=0) if not due.bound.before:
            return "Tết is no single day: only 'before Tết' names one"
        case Span(first, last) if due.bound.before and not _is_occasion(first, last):
            return "'before' a stretch of time names no single day"
        case _:
            named = _years(due)
            if any(year.value is not None and year.value < 100 for year in named):
                return "the year is written with two digits only"
            return None


def _is_occasion(first: Day | Months, last: Day | Months) -> bool:
    """Whether a stretch is a holiday of two days: "before" it is before its first."""
    return isinstance(first, Day) and isinstance(last, Day) and first.year is None and follows(first, last)


def _in_year(due: Due, year: int, speech: Speech) -> Outcome | Unread:
    """What a time means in one year."""
    placed = located(due.when, year, speech)
    if isinstance(placed, Unread):
        return placed
    if isinstance(due.when, Day):
        outcome = _on_day(due.when, placed, due)
        return replace(outcome, flags=(*outcome.flags, *weekday_doubt(due.when, placed.last)))
    if due.bound.before:
        return _day_before(placed, due)
    if isinstance(due.when, Tet):
        return Outcome(OnDay(placed.last), (itself(placed.last),))
    return Outcome(
        Within(placed.first, placed.last),
        (
            Step(
                f"a named period, from {placed.first}, ends on its last day: {placed.last}",
                f"khoảng thời gian từ {in_vietnamese(placed.first)}, hạn là ngày cuối cùng: "
                f"{in_vietnamese(placed.last)}",
            ),
        ),
    )


def _on_day(when: Day, placed: Placed, due: Due) -> Outcome:
    """What a day comes to: itself, the day before it, or the stricter of two readings."""
    if due.clock is not None:
        return _by_the_clock(placed.first, due.clock)
    if due.bound.before:
        return _day_before(placed, due)
    because = (*part_rule(when, placed.last), itself(placed.last))
    if not when.or_months:
        return Outcome(OnDay(placed.last), because)
    other = clamped(placed.last.year, when.month, 0)
    doubt = second_reading(other)
    return Outcome(OnDay(placed.last), (*because, doubt), other, (doubt,))


def _by_the_clock(day: date, clock: Clock) -> Outcome:
    """A clock time binds the day itself; its first moment is the end of the day before, 24:00 its own end."""
    if clock == MIDNIGHT:
        eve = day - DAY
        return Outcome(
            OnDay(eve),
            (
                Step(
                    f"at 00:00 of {day} the day before has ended: the last day is {eve}",
                    f"0 giờ ngày {in_vietnamese(day)} là hết ngày {in_vietnamese(eve)}",
                ),
            ),
        )
    hour = None if clock == Clock(24, 0) else f"{clock.hour:02}:{clock.minute:02}"
    return Outcome(OnDay(day, hour), (itself(day),))


def _day_before(placed: Placed, due: Due) -> Outcome:
    day = placed.first - DAY
    because = (
        *(part_rule(due.when, placed.last) if isinstance(due.when, Day) else ()),
        Step(
            f"'before' is strict: the last day is the day before {placed.first}, {day}",
            f"“trước” không tính chính ngày đó: hạn là ngày liền trước {in_vietnamese(placed.first)}, "
            f"{in_vietnamese(day)}",
        ),
    )
    end_named = isinstance(due.when, Day) and due.when.part != ""
    if not due.bound.doubled and not end_named:
        return Outcome(OnDay(day), because)
    doubt = second_reading(placed.last)
    return Outcome(OnDay(day), (*because, doubt), placed.last, (doubt,))


def _years(due: Due) -> tuple[Year, ...]:
    match due.when:
        case Day(year=year) | Months(year=year):
            return (year,) if year else ()
        case Span(first, last):
            return tuple(year for year in (last.year, first.year) if year)
        case Tet(year=value):
            return (Year(value),) if value else ()
        case _:
            return ()


def _year_of(due: Due) -> Year | None:
    return next(chain(_years(due), (None,)))
