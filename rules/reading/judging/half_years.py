"""Reports of half a year and of the year side by side: two days of every year, or one whose sibling is not named."""

from __future__ import annotations

import re
from dataclasses import replace

from rules.reading.judging.any_year import line_end
from rules.reading.judging.one_phrase import plain_day, read_as_one, words_before
from rules.reading.judging.refusals import Judged
from rules.reading.judging.spotted import Spotted
from rules.reading.phrase.answers import Speech
from rules.reading.phrase.nodes import Day, Dues, Recurring, Returning, Whole
from rules.reading.words.script import Script, Stretch

OF_A_YEAR = r"báo cáo (?:tổng kết |định kỳ )*(?:(?:cả |một )?năm|12 tháng)(?! [0-9])"
HALF = r"báo cáo (?:sơ kết |định kỳ )?(?:6|06|sáu)(?: \( (?:sáu|6|06) \))? tháng(?! (?:đầu|cuối|năm))"
OF_HALF_A_YEAR = re.compile(rf"\b{HALF}(?!.*(?:báo cáo|[;.•-]))")
TO_HALF_A_YEAR = re.compile(rf"(?:đối với |cho ){HALF}")
TO_A_YEAR = re.compile(
    r"(?:đối với |cho )báo cáo (?:tổng kết |định kỳ )*(?:(?:cả |một )?năm|12 tháng)(?! [0-9])"
)
HALF_SENT = re.compile(rf"(?:trước|nhất|ngày) [^.]*(?:đối với |cho ){HALF}")
HALF_THEN_YEAR = re.compile(rf"{HALF}[^.]* (?:trước|nhất|ngày) [^.]*; (?:gửi |nộp )?{OF_A_YEAR}[^;.]*$")
STANDING = re.compile(r"định kỳ|(?:hằng|hàng|mỗi) năm")
# The other report has a day of its own behind it: each is one day of every year.
OTHER_DAY = re.compile(
    rf"^[^.]{{0,80}}(?:(?:trước|nhất|ngày) [^.;]{{0,40}}(?:đối với|cho) {OF_A_YEAR}"
    rf"|{OF_A_YEAR}[^.;]{{0,40}}(?:trước|nhất|ngày))"
)
# Two halves of a year without its number, each on a line of its own.
A_HALF = re.compile(r"(?:6|06|sáu) tháng (?:đầu|cuối) năm(?! [0-9])(?!.*[;.•])")
BOTH_HALVES = re.compile(r"(?:6|06|sáu) tháng đầu năm(?! [0-9]).*(?:6|06|sáu) tháng cuối năm(?! [0-9])")
HALF_SAID = re.compile(r"\b(?:6|06|sáu)(?: \( (?:sáu|6|06) \))? tháng\b")
OTHER_HALF = re.compile(
    r"(?:,|và|còn|, và|, còn)? ?(?:(?:gửi|nộp) )?(?:báo cáo )?(?:tổng kết |định kỳ |kết quả )?"
    r"(?:(?:cả |một |hằng |hàng )?năm|(?:6|06|sáu) tháng (?:đầu|cuối) năm)(?: (?:gửi|nộp|là|thì))?"
)
BOTH_SAID = re.compile(
    rf"{HALF_SAID.pattern}(?: đầu năm)?(?: ,| và|,)* (?:báo cáo )?(?:cả |một |hằng |hàng )?năm\b(?! [0-9])(?!.*[;.])"
)
NEAR, FAR = 60, 24  # tokens


def of_the_half_year(one: Judged, speech: Speech, script: Script, *, returns: bool = False) -> Judged | None:
    """ "Báo cáo 6 tháng gửi trước ngày 10/6": the day comes back every year, and the other half's is not named.

    ``returns``: what stands around it says that reports do; else the words beside it must.
    """
    if one.verdict != "deadline" or not plain_day(one):
        return None
    after = script.words(Stretch(one.place.last, one.place.last + 12))
    around = script.words(Stretch(max(0, one.place.first - NEAR), one.place.last + NEAR))
    other = OTHER_DAY.search(script.words(Stretch(one.place.last, line_end(script, one.place.last, NEAR))))
    of_it = OF_HALF_A_YEAR.search(words_before(one, script)) and (returns or other or STANDING.search(around))
    if not (of_it or TO_HALF_A_YEAR.match(after)):
        return None
    read = read_as_one(f"hằng năm, {script.written(one.place)}", one, speech)
    if read is None or other:
        return read
    core = one.spotted.whole.core
    dues = core.all if isinstance(core, Dues) else ()
    whole = Whole(Recurring(Returning("year", half=True), dues), one.spotted.whole.aim)
    return Judged(Spotted(one.place, whole, read.spotted.reading), "deadline", "")


def halves(found: list[Judged], speech: Speech, script: Script) -> list[Judged]:
    """ "Trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm)": two days of every year."""
    days = [one for one in found if one.verdict == "deadline"]
    if len(days) != 2:
        return found
    first, second = days
    around = script.words(Stretch(max(0, first.place.first - 25), second.place.last + 10))
    of_half = HALF_SAID.search(around) is not None
    if plain_day(first) and plain_day(second):
        if not of_half and "hằng năm" not in around:
            return found
    elif not of_half or not all(_of_a_year(one) for one in days) or not _of_the_same(first, second, script):
        return found
    both = f"{script.written(first.place)} và {script.written(second.place)}"
    joined = read_as_one(both, second, speech)
    if joined is None and _of_the_same(first, second, script):
        joined = read_as_one(f"hằng năm, {both}", second, speech)
    if joined is None:
        return found
    if _of_the_same(first, second, script):
        whole = Stretch(first.place.first, second.place.last)
        joined = replace(joined, spotted=replace(joined.spotted, place=whole))
    return [*(one for one in found if one not in days), joined]


def _of_a_year(one: Judged) -> bool:
    """Whether it is one day of some year, this or the next, or of every year."""
    core = one.spotted.whole.core
    if isinstance(core, Recurring) and core.returning != Returning("year"):
        return False
    if not isinstance(core, Dues | Recurring):
        return False
    dues = core.all if isinstance(core, Dues) else core.dues
    when = dues[0].when if len(dues) == 1 else None
    return isinstance(when, Day) and (when.year is None or when.year.value is None)


def _of_the_same(first: Judged, second: Judged, script: Script) -> bool:
    """ "…, báo cáo năm trước ngày 20/01": nothing but the other report's name stands between the days.

    Or both reports stand before them: "báo cáo 6 tháng và báo cáo năm trước ngày 10/7 và trước ngày 10/01 năm sau".
    """
    between = script.words(Stretch(first.place.last, second.place.first))
    if between in {"và", ",", ", và"} and BOTH_SAID.search(words_before(first, script, FAR)):
        return True
    return OTHER_HALF.fullmatch(script.words(Stretch(first.place.last, second.place.first))) is not None


def beside_the_half(one: Judged, script: Script) -> bool:
    """ "Trước ngày 25/6 đối với báo cáo 6 tháng; trước ngày 28/11 đối với báo cáo năm": the second day is a yearly one.

    So are both days of "6 tháng đầu năm: …" and "6 tháng cuối năm: …" on lines of their own.
    """
    before = words_before(one, script, FAR)
    around = script.words(Stretch(max(0, one.place.first - FAR), one.place.last + FAR))
    if A_HALF.search(before) and BOTH_HALVES.search(around):
        return True
    if TO_A_YEAR.match(script.words(Stretch(one.place.last, one.place.last + 6))):
        return HALF_SENT.search(before) is not None
    return HALF_THEN_YEAR.search(before) is not None
