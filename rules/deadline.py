"""From a term to its days: the last permissible day, the working day to aim at, and every step of why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from rules.counting import anchor_day, counted_end, end_rule, start_rule
from rules.model import Deadline, Offset, Step
from rules.period import Stretch, plus_months
from rules.term import After, Continuous, Every, OnDay, Term, Undated, Within
from rules.workdays import DAY, Workdays, in_vietnamese


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One reporting period of a recurring term: its label, its first and last day, and the day it is due.

    ``ahead``: in which of such periods that day lies, counted from this one.
    """

    label: str
    first: date
    last: date
    due: date
    ahead: int = 0


def reckon(
    term: Term,
    anchors: Mapping[str, date],
    workdays: Workdays,
    phrase_because: tuple[Step, ...] = (),
    other_day: date | None = None,
) -> Deadline:
    """The deadline of a term; ``anchors`` gives the days that counted periods start from.

    ``phrase_because`` may hold the steps of an earlier reckoning: none is said twice, and waiting is over once
    the anchor is known. A recurring term has no single last day: its ``occurrences`` are reckoned one by one.
    ``other_day`` is the reading that the stricter one beat, handed through. Source: Civil Code 2015, art. 146 to
    148.
    """
    match term:
        case OnDay(day, hour):
            return _fixed(day, workdays, phrase_because + _hour_kept(hour), hour=hour, other_day=other_day)
        case Within(first, last):
            return _fixed(last, workdays, phrase_because, earliest=first, other_day=other_day)
        case After():
            return _counted(term, anchors, workdays, phrase_because, other_day)
        case Every():
            return _none(phrase_because, Step("each period has a day of its own", "mỗi kỳ có hạn riêng"))
        case Continuous(start):
            because = Step(
                "a continuous duty has no last day", "nhiệm vụ thường xuyên, không có ngày hết hạn"
            )
            return _none(phrase_because, because, earliest=start)
        case Undated():
            return _none(phrase_because, Step("the source names no day", "văn bản không nêu thời hạn"))
        case _:
            assert_never(term)


def reckon_occurrence(
    occurrence: Occurrence, workdays: Workdays, phrase_because: tuple[Step, ...] = ()
) -> Deadline:
    """The deadline of one period of a recurring term."""
    label, ahead = occurrence.label, occurrence.ahead
    later = {0: ("that period", "ngay trong kỳ"), 1: ("the period after it", "kỳ tiếp theo")}
    en, vi = later.get(ahead, (f"{ahead} periods later", f"{ahead} kỳ sau"))
    due = Step(
        f"for the period {label} it is due on {occurrence.due}, in {en}",
        f"kỳ {label}: hạn là {in_vietnamese(occurrence.due)}, {vi}",
    )
    return _fixed(occurrence.due, workdays, (*phrase_because, due))


def occurrences(term: Every, first: date, last: date) -> Iterator[Occurrence]:
    """Every occurrence whose due day lies from ``first`` to ``last``, both included, in order of that day."""
    aheads = sorted({term.ahead(day) for day in term.days}, reverse=True)
    stretch = Stretch.holding(term.period, first)
    end = Stretch.holding(term.period, last).index
    while stretch.index <= end:
        reported = [stretch.on(-ahead) for ahead in aheads]
        begin, close = max(first, stretch.first), min(last, stretch.last)
        found = [one for each in reported for one in _of_period(term, each) if begin <= one.due <= close]
        yield from sorted(found, key=_due)
        stretch = stretch.on(1)


def shifted(day: date, offset: Offset, workdays: Workdays) -> date:
    """The day a signed offset away; months clamp to the month's last day (Civil Code 2015, art. 148.3)."""
    count = offset.count if offset.after else -offset.count
    match offset.unit:
        case "d":
            return day + timedelta(days=count)
        case "wd":
            return workdays.shift(day, count)
        case "w":
            return day + timedelta(weeks=count)
        case "m":
            return plus_months(day, count)
        case _:
            assert_never(offset.unit)


def _due(occurrence: Occurrence) -> date:
    return occurrence.due


def _of_period(term: Every, reported: Stretch) -> Iterator[Occurrence]:
    """What is due for one period; of a year, two days stand for its halves and four for its quarters."""
    dues = sorted(
        (reported.on(ahead).day(named.day, named.month), ahead)
        for named in term.days
        for ahead in (term.ahead(named),)
    )
    parts = len(dues) if term.period == "year" and len(dues) in {2, 4} else 1
    for number, (due, ahead) in enumerate(dues, start=1):
        label = f"{reported.label}-{'H' if parts == 2 else ''}{number}" if len(dues) > 1 else reported.label
        if parts == 1:
            yield Occurrence(label, reported.first, reported.last, due, ahead)
            continue
        months = 12 // parts
        first = plus_months(reported.first, months * (number - 1))
        between = (due.year - first.year) * parts + (due.month - 1) // months - (number - 1)
        yield Occurrence(label, first, plus_months(first, months) - DAY, due, max(0, between))


def _counted(
    term: After,
    anchors: Mapping[str, date],
    workdays: Workdays,
    phrase_because: tuple[Step, ...],
    other_day: date | None,
) -> Deadline:
    """A counted period ends on its last day, or on the next working day (Civil Code 2015, art. 147, 148)."""
    start = anchor_day(term.anchor, anchors)
    waiting = Step(
        f"the period counts from a day not yet known ({term.anchor})",
        f"chưa biết ngày bắt đầu tính thời hạn ({term.anchor})",
    )
    because = tuple(step for step in phrase_because if step != waiting)
    if start is None:
        return Deadline(None, None, (*because, waiting), waits_for=term.anchor, other_day=other_day)
    steps = [start_rule(start, term.unit)]
    end = counted_end(start, term.count, term.unit, workdays)
    steps.append(end_rule(end, term))
    # Hours run through days off: only a period that has a last day is rolled forward.
    last_day = end if term.unit == "hour" else workdays.on_or_after(end)
    if last_day != end:
        steps.extend(_days_off(end, last_day - DAY, workdays))
        steps.append(
            Step(
                f"a counted period that ends on a day off ends on the next working day, {last_day} "
                "(Civil Code 2015, art. 148.5)",
                "thời hạn kết thúc vào ngày nghỉ thì chuyển sang ngày làm việc tiếp theo, "
                f"{in_vietnamese(last_day)} (Bộ luật Dân sự 2015, điều 148 khoản 5)",
            )
        )
    first = start if term.unit == "working_day" else last_day
    return _fixed(last_day, workdays, (*because, *steps), other_day=other_day, counted_from=first)


def _fixed(
    last_day: date,
    workdays: Workdays,
    because: tuple[Step, ...],
    *,
    earliest: date | None = None,
    hour: str | None = None,
    other_day: date | None = None,
    counted_from: date | None = None,
) -> Deadline:
    """A last day that stands; reminders aim at the last working day on or before it."""
    safe_day = workdays.on_or_before(last_day)
    steps = [*because, Step(f"the last day is {last_day}", f"ngày cuối cùng là {in_vietnamese(last_day)}")]
    if safe_day != last_day:
        steps.extend(_days_off(safe_day + DAY, last_day, workdays))
        steps.append(
            Step(
                f"the last working day before it is {safe_day}",
                f"ngày làm việc cuối cùng trước đó là {in_vietnamese(safe_day)}",
            )
        )
    days = (counted_from or safe_day, safe_day, last_day)
    doubted = [day.year for day in days if workdays.is_provisional(day)]
    if doubted:
        steps.append(
            Step(
                f"the days off of {doubted[0]} are not decided, or not in the calendar: provisional",
                f"lịch nghỉ năm {doubted[0]} chưa được quyết định hoặc chưa có trong lịch: tạm tính",
            )
        )
    because = tuple(dict.fromkeys(steps))
    return Deadline(last_day, safe_day, because, earliest, hour, bool(doubted), other_day=other_day)


def _days_off(first: date, last: date, workdays: Workdays) -> Iterator[Step]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        why = workdays.why_off(date.fromordinal(ordinal))
        if why is not None:
            yield why


def _hour_kept(hour: str | None) -> tuple[Step, ...]:
    if hour is None:
        return ()
    return (
        Step(f"a clock time ({hour}) binds the day itself", f"mốc giờ ({hour}) tính trong chính ngày đó"),
    )


def _none(because: tuple[Step, ...], step: Step, earliest: date | None = None) -> Deadline:
    return Deadline(None, None, tuple(dict.fromkeys((*because, step))), earliest)
