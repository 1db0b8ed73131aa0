"""Phrases of one clause that are one deadline: "định kỳ hằng quý … trước ngày 20 của tháng cuối quý"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rules.reading.answers import Reading, Speech
from rules.reading.nodes import Day, Dues, InPeriod, Months, Recurring, Returning, Span, Whole
from rules.reading.phrases import read_phrase
from rules.reading.refusals import Judged
from rules.reading.script import Script, Stretch
from rules.reading.spotted import Spotted
from rules.term import Every, OnDay, Within

HALF_YEARLY = re.compile(r"\bbáo cáo (?:định kỳ )?(?:6|06|sáu) tháng\b(?!.*\bbáo cáo (?:tháng|quý|năm))")
HALF = r"báo cáo (?:sơ kết |định kỳ )?(?:6|06|sáu)(?: \( (?:sáu|6|06) \))? tháng(?! (?:đầu|cuối|năm))"
OF_HALF_A_YEAR = re.compile(rf"\b{HALF}(?!.*(?:báo cáo|[;.•-]))")
TO_HALF_A_YEAR = re.compile(rf"(?:đối với |cho ){HALF}")
STANDING = re.compile(r"định kỳ|(?:hằng|hàng|mỗi) năm")
NEAR = 60
TERM_OF = re.compile(
    r"^(?:thời hạn|thời gian|hạn)(?: \w+){0,5}? (?=chậm nhất|muộn nhất|trễ nhất|trước|không|ngày|vào)",
    re.IGNORECASE,
)
OF_THE_MONTH = re.compile(r"\bbáo cáo (?:định kỳ )?(?:hằng |hàng )?tháng\b(?! [0-9])(?!.*(?:báo cáo|[;.•-]))")
BUT_FINISH = frozenset(
    f"{comma}{but} {sure}hoàn thành"
    for comma in ("", ", ")
    for but in ("nhưng", "song")
    for sure in ("", "phải ", "bảo đảm ", "đảm bảo ", "phải bảo đảm ", "phải đảm bảo ")
)
YEARLY = re.compile(
    r"\bnăm$|\b(?:báo cáo|số liệu|kế hoạch|quyết toán|chỉ số)(?: [^ ,;]+){0,8} năm\b(?! [2n])|hằng năm|hàng năm"
    r"|mỗi năm (?:một|1|01) lần|(?:một|1|01) lần (?:mỗi|/) năm"
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
    found = _said_once(_outdone(_without_kind(found, speech, script), script))
    found = _halves([_implied(one, speech, script) for one in found], speech, script)
    halves = [_of_the_half_year(one, speech, script) for one in found]
    if any(halves):
        found = [half or one for half, one in zip(halves, found, strict=True) if half or not is_a_return(one)]
    if any(_returns(one) and one.verdict == "deadline" for one in found):
        # Beside a day that returns every year another day without a year returns as well.
        found = [
            (_read_as_one(f"hằng năm, {script.written(one.place)}", one, speech) or one)
            if _plain_day(one) and one.verdict in {"deadline", "unread"} and not _returns(one)
            else one
            for one in found
        ]
    return found


def completed(head: Judged | None, judged: Sequence[Judged], speech: Speech, script: Script) -> list[Judged]:
    """ "Báo cáo hằng tháng: chậm nhất ngày 20 của tháng": how often stands at the head, and the day behind it."""
    if head is None or not is_a_return(head):
        return list(judged)
    waiting = (one for one in judged if one.verdict in {"deadline", "unread"} and not _returns(one))
    joined = {
        one: together for one in waiting if (together := _together(head, one, speech, script)) is not None
    }
    return [joined.get(one, one) for one in judged]


def _outdone(found: list[Judged], script: Script) -> list[Judged]:
    """ "… thực hiện vào cuối năm, nhưng bảo đảm hoàn thành trước ngày 31/12": the second is the one that binds."""
    dues = [one for one in found if one.verdict == "deadline"]
    outdone = [
        first
        for first, second in pairwise(dues)
        if script.words(Stretch(first.place.last, second.place.first)) in BUT_FINISH
        or (script.word(first.place.last) == "," and _narrows(first, second, script))
    ]
    return [one for one in found if one not in outdone]


def _without_kind(found: list[Judged], speech: Speech, script: Script) -> list[Judged]:
    """ "Định kỳ tổng hợp, báo cáo trước ngày 10/12": the day says more, and comes back every year."""
    again = next((one for one in found if script.words(one.place) == "định kỳ"), None)
    others = [one for one in found if one is not again]
    if again is None or again.verdict != "deadline" or all(one.verdict != "deadline" for one in others):
        return found
    return [
        (_read_as_one(f"hằng năm, {script.written(one.place)}", one, speech) or one)
        if _plain_day(one) and one.verdict == "deadline"
        else one
        for one in others
    ]


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


def _returns(one: Judged) -> bool:
    """Whether a phrase was read as a day of every year."""
    reading = one.spotted.reading
    return isinstance(reading, Reading) and isinstance(reading.term, Every) and reading.term.period == "year"


def _implied(one: Judged, speech: Speech, script: Script) -> Judged:
    """ "Báo cáo tháng … trước ngày 05 của tháng sau", "báo cáo năm … ngày 31/01 năm sau": they return with the report."""
    core = one.spotted.whole.core
    if not isinstance(core, Dues) or len(core.all) != 1 or one.verdict not in {"deadline", "unread"}:
        return one
    when = core.all[0].when
    text = script.written(one.place)
    if isinstance(when, InPeriod) and when.ahead and not when.sure:
        if when.period == "month" and HALF_YEARLY.search(_before(one, script)):
            return _half_yearly(one)
        each = {"month": "hằng tháng", "week": "hằng tuần"}.get(when.period)
    elif isinstance(when, InPeriod) and not when.sure and when.period == "month":
        each = "hằng tháng" if OF_THE_MONTH.search(_before(one, script)) else None
    elif isinstance(when, Day) and when.year is not None and when.year.value is None and when.year.ahead == 1:
        each = "hằng năm" if YEARLY.search(_before(one, script)) else None
    elif isinstance(when, Day) and when.year is None and text.lower().startswith("định kỳ"):
        each, text = "hằng năm", text[len("định kỳ") :].strip()
    else:
        each = None
    return (_read_as_one(f"{each}, {text}", one, speech) or one) if each else one


def _before(one: Judged, script: Script) -> str:
    return script.words(Stretch(max(0, one.place.first - 16), one.place.first))


def _half_yearly(one: Judged) -> Judged:
    """ "Báo cáo 6 tháng: … ngày 20 của tháng tiếp theo": it returns twice a year, on days that a person must name."""
    whole = Whole(Recurring(Returning("year", half=True)), one.spotted.whole.aim)
    return Judged(Spotted(one.place, whole, one.spotted.reading), "deadline", "")


def _of_the_half_year(one: Judged, speech: Speech, script: Script) -> Judged | None:
    """ "Báo cáo 6 tháng gửi trước ngày 10/6": the day comes back every year, and the other half's is not named."""
    if one.verdict != "deadline" or not _plain_day(one):
        return None
    after = script.words(Stretch(one.place.last, one.place.last + 12))
    around = script.words(Stretch(max(0, one.place.first - NEAR), one.place.last + NEAR))
    of_it = OF_HALF_A_YEAR.search(_before(one, script)) and STANDING.search(around)
    if not (of_it or TO_HALF_A_YEAR.match(after)):
        return None
    read = _read_as_one(f"hằng năm, {script.written(one.place)}", one, speech)
    if read is None:
        return None
    core = one.spotted.whole.core
    dues = core.all if isinstance(core, Dues) else ()
    whole = Whole(Recurring(Returning("year", half=True), dues), one.spotted.whole.aim)
    return Judged(Spotted(one.place, whole, read.spotted.reading), "deadline", "")


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
    return _read_as_one(text, day, speech)


def _without_year(when: object) -> bool:
    if isinstance(when, Span):
        return _without_year(when.first) and _without_year(when.last) and not isinstance(when.first, Day)
    if isinstance(when, Months) and (when.first, when.last) == (1, 12):
        return False
    return isinstance(when, InPeriod) or (
        isinstance(when, Day | Months) and (when.year is None or when.year.each)
    )


def _halves(found: list[Judged], speech: Speech, script: Script) -> list[Judged]:
    """ "Trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm)": two days of every year."""
    days = [one for one in found if one.verdict == "deadline" and _plain_day(one)]
    if len(days) != 2 or len(days) != len([one for one in found if one.verdict == "deadline"]):
        return found
    first, second = days
    around = script.words(Stretch(max(0, first.place.first - 25), second.place.last + 10))
    if not ("6 tháng" in around or "06 tháng" in around or "sáu tháng" in around or "hằng năm" in around):
        return found
    joined = _read_as_one(f"{script.written(first.place)} và {script.written(second.place)}", second, speech)
    return [one for one in found if one not in days] + [joined] if joined is not None else found


def _plain_day(one: Judged) -> bool:
    core = one.spotted.whole.core
    return (
        isinstance(core, Dues)
        and len(core.all) == 1
        and isinstance(core.all[0].when, Day)
        and (core.all[0].when.year is None)
    )


def _read_as_one(text: str, at: Judged, speech: Speech) -> Judged | None:
    reading = read_phrase(text, speech.said_on, speech.tet)
    if not isinstance(reading, Reading) or not isinstance(reading.term, Every):
        return None
    whole: Whole = at.spotted.whole
    return Judged(Spotted(at.place, whole, reading), "deadline", "")
