"""Phrases of one clause that are one deadline: "định kỳ hằng quý … trước ngày 20 của tháng cuối quý"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rules.reading.judging.half_years import halves, of_the_half_year
from rules.reading.judging.one_phrase import plain_day, read_as_one, returns_yearly
from rules.reading.judging.refusals import Judged
from rules.reading.judging.regimes import every_so_many_years, in_regime, years_of
from rules.reading.judging.report_periods import implied
from rules.reading.phrase.answers import Reading, Speech
from rules.reading.phrase.nodes import Counted, Day, Dues, InPeriod, Months, Often, Recurring, Span
from rules.reading.words.script import Script, Stretch
from rules.term import OnDay, Within

TERM_OF = re.compile(
    r"^(?:thời hạn|thời gian|hạn)(?: \w+){0,5}? (?=chậm nhất|muộn nhất|trễ nhất|trước|không|ngày|vào)",
    re.IGNORECASE,
)
BUT_FINISH = frozenset(
    f"{comma}{but} {sure}hoàn thành"
    for comma in ("", ", ")
    for but in ("nhưng", "song")
    for sure in ("", "phải ", "bảo đảm ", "đảm bảo ", "phải bảo đảm ", "phải đảm bảo ")
)


def merged(judged: Sequence[Judged], speech: Speech, script: Script) -> list[Judged]:
    """The phrases of a clause, those that complete each other made one."""
    found = list(judged)
    returning = next((one for one in found if is_a_return(one)), None)
    if returning is not None:
        for day in found:
            joined = _together(returning, day, speech, script) if day is not returning else None
            if joined is not None:
                kept = [one for one in found if one not in {returning, day}]
                return merged([*kept, joined], speech, script)
    found = _without_mere_frequency(found)
    found = _said_once(_outdone(_without_kind(found, speech, script), script))
    found = halves([implied(one, speech, script) for one in found], speech, script)
    of_halves = [of_the_half_year(one, speech, script) for one in found]
    if any(of_halves):
        found = [
            half or one for half, one in zip(of_halves, found, strict=True) if half or not is_a_return(one)
        ]
    (found,) = all_yearly([found], speech, script)
    return found


def all_yearly(parts: Sequence[list[Judged]], speech: Speech, script: Script) -> list[list[Judged]]:
    """Beside a day that returns every year another day without a year returns as well."""
    if not any(returns_yearly(one) and one.verdict == "deadline" for found in parts for one in found):
        return list(parts)
    return [
        [
            (read_as_one(f"hằng năm, {script.written(one.place)}", one, speech) or one)
            if plain_day(one) and one.verdict in {"deadline", "unread"} and not returns_yearly(one)
            else one
            for one in found
        ]
        for found in parts
    ]


def completed(head: Judged | None, judged: Sequence[Judged], speech: Speech, script: Script) -> list[Judged]:
    """ "Báo cáo hằng tháng: chậm nhất ngày 20 của tháng": how often stands at the head, and the day behind it."""
    if head is None or not is_a_return(head):
        return list(judged)
    waiting = (one for one in judged if one.verdict in {"deadline", "unread"} and not returns_yearly(one))
    joined = {
        one: together for one in waiting if (together := _together(head, one, speech, script)) is not None
    }
    return [joined.get(one, one) for one in judged]


def with_frequency(often: Judged, day: Judged, speech: Speech, script: Script) -> Judged | None:
    """The day that returns as often as another phrase says; None where that says nothing, or the day knows itself."""
    if day.verdict not in {"deadline", "unread"}:
        return None
    years = years_of(script.words(often.place))
    if years > 1:
        return every_so_many_years(day, speech, script)
    if returns_yearly(day) or not is_a_return(often):
        return None
    (joined,) = completed(often, [day], speech, script)
    core = often.spotted.whole.core
    if joined is day and isinstance(core, Recurring) and core.returning.period == "year":
        (joined,) = in_regime([day], (1, True), speech, script)
    return joined if joined is not day else None


def _without_mere_frequency(found: list[Judged]) -> list[Judged]:
    """ "Hằng năm, … trong 15 ngày kể từ ngày nhận báo cáo": how often the event comes about is no second term."""
    if not any(isinstance(one.spotted.whole.core, Counted) and one.verdict == "deadline" for one in found):
        return found
    return [one for one in found if one.names_a_day or not is_a_return(one)]


def _outdone(found: list[Judged], script: Script) -> list[Judged]:
    """ "… thực hiện vào cuối năm, nhưng bảo đảm hoàn thành trước ngày 31/12": the second is the one that binds."""
    dues = [one for one in found if one.verdict == "deadline"]
    outdone = [
        first
        for first, second in pairwise(dues)
        if script.words(Stretch(first.place.last, second.place.first)) in BUT_FINISH
        or (script.word(first.place.last) == "," and _narrows(first, second, script))
        or _in_its_bracket(first, second, script)
    ]
    return [one for one in found if one not in outdone]


def _without_kind(found: list[Judged], speech: Speech, script: Script) -> list[Judged]:
    """ "Định kỳ tổng hợp, báo cáo trước ngày 10/12": the day says more, and comes back every year."""
    again = next((one for one in found if _says_again(one, script)), None)
    others = [one for one in found if one is not again]
    if again is None or again.verdict != "deadline" or all(one.verdict != "deadline" for one in others):
        return found
    if len(again.place) > 2:
        return others
    return [
        (read_as_one(f"hằng năm, {script.written(one.place)}", one, speech) or one)
        if plain_day(one) and one.verdict == "deadline"
        else one
        for one in others
    ]


def _says_again(one: Judged, script: Script) -> bool:
    """ "Định kỳ", "định kỳ 05 năm"."""
    often = isinstance(one.spotted.whole.core, Often) and len(one.place) <= 4
    return often and script.words(Stretch(one.place.first, one.place.first + 2)) == "định kỳ"


def _said_once(found: list[Judged]) -> list[Judged]:
    """ "Trước ngày 15/11 hằng năm, … rà soát định kỳ hằng năm": the second "every year" says nothing more."""
    cores = {one: core for one in found if isinstance(core := one.spotted.whole.core, Recurring)}
    named = {one.place.last for one in cores}
    told = {core.returning for core in cores.values() if core.dues}
    return [
        one
        for one in found
        if not (is_a_return(one) and (one.place.first in named or cores[one].returning in told))
    ]


def _narrows(first: Judged, second: Judged, script: Script) -> bool:
    """ "Trong quý III, chậm nhất là ngày 15/9/2020": the day lies in the period, and is the term."""
    period, day = first.spotted.reading, second.spotted.reading
    if not isinstance(period, Reading) or not isinstance(day, Reading):
        return False
    if not isinstance(period.term, Within) or not isinstance(day.term, OnDay):
        return False
    close = second.place.first - first.place.last == 1
    latest = script.words(Stretch(second.place.first, second.place.first + 2)) in {"chậm nhất", "muộn nhất"}
    return close and latest and period.term.first <= day.term.day <= period.term.last


def _in_its_bracket(first: Judged, second: Judged, script: Script) -> bool:
    """ "Trong tuần sau (từ 24 đến 28/7)": the bracket alone says more exactly which days of the period are meant."""
    if script.word(first.place.last) != "(" or second.place.first != first.place.last + 1:
        return False
    period, inner = first.spotted.reading, second.spotted.reading
    if (
        script.word(second.place.last) != ")"
        or not isinstance(period, Reading)
        or not isinstance(inner, Reading)
    ):
        return False
    if not isinstance(period.term, Within):
        return False
    match inner.term:
        case OnDay(day):
            return period.term.first <= day <= period.term.last
        case Within(begins, ends):
            return period.term.first <= begins and ends <= period.term.last
        case _:
            return False


def is_a_return(one: Judged) -> bool:
    """Whether a phrase says how often, and no day."""
    core = one.spotted.whole.core
    return one.verdict in {"deadline", "no"} and isinstance(core, Recurring) and not core.dues


def _together(returning: Judged, day: Judged, speech: Speech, script: Script) -> Judged | None:
    core = day.spotted.whole.core
    if not isinstance(core, Dues) or not all(_without_year(due.when) for due in core.all):
        return None
    if all(due.bound.bare for due in core.all) and not isinstance(core.all[0].when, InPeriod):
        return None
    text = f"{script.written(returning.place)}, {TERM_OF.sub('', script.written(day.place))}"
    return read_as_one(text, day, speech)


def _without_year(when: object) -> bool:
    if isinstance(when, Span):
        return _without_year(when.first) and _without_year(when.last)
    if isinstance(when, Months) and (when.first, when.last) == (1, 12):
        return False
    return isinstance(when, InPeriod) or (
        isinstance(when, Day | Months) and (when.year is None or when.year.each)
    )
