"""Standing rules for reports: under "thời hạn nộp báo cáo … được quy định như sau" a day of the year after returns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.reading.judging.one_phrase import plain_day, read_as_one, returns_yearly, words_before
from rules.reading.judging.refusals import Judged
from rules.reading.phrase.answers import Speech
from rules.reading.phrase.nodes import Day, Dues, Often, Whole
from rules.reading.words.numerals import spelled
from rules.reading.words.script import ENDS, Script, Stretch

TERMS = r"thời hạn|thời điểm|thời gian|chế độ|kỳ|thời kỳ|lịch"
WORK = r"báo cáo|nộp|gửi|thống kê|kiểm kê|tổng hợp|công bố|quyết toán"
# A heading that names a year, or the year spoken in, sets the dates of one time only.
RULE = re.compile(rf"^(?!.*\bnăm (?:nay|này|(?:19|20)[0-9]{{2}})\b)(?=.*\b(?:{TERMS})\b.*\b(?:{WORK})\b)")
SET = re.compile(r"quy định|như sau|cụ thể|hằng năm|hàng năm|định kỳ")
RETURNS = re.compile(r"định kỳ|hằng năm|hàng năm|chế độ")
EVERY = re.compile(
    r"\b(?:định kỳ|theo kỳ|chu kỳ|mỗi|cứ) (?:[0-9]{1,2}|hai|ba|bốn|năm|mười)(?: \( \w+ \))? năm\b"
)
LOOK_BACK = 40  # tokens


def years_of(words: str) -> int:
    """After how many years it comes back by these words ("định kỳ 05 năm"); 0 where they do not say."""
    found = EVERY.search(words)
    if found is None:
        return 0
    number = found[0].split()[-2 if "(" not in found[0] else -5]
    return int(number) if number.isdigit() else spelled([number]) or 0


def regime_of(script: Script, body: Stretch) -> tuple[int, bool]:
    """What a heading sets up: how often its reports return, in years (0: it sets up none), and if it says so itself."""
    first = max(
        (at + 1 for at in range(body.first, body.last - 1) if script.word(at) in ENDS), default=body.first
    )
    words = script.words(Stretch(first, body.last))
    if not RULE.search(words) or not SET.search(words):
        return 0, False
    return years_of(words) or 1, RETURNS.search(words) is not None


def in_regime(
    judged: Sequence[Judged], regime: tuple[int, bool], speech: Speech, script: Script
) -> list[Judged]:
    """The phrases under such a heading: days of the year after return, and days without a year if it says that they do."""
    return [_in_regime(one, regime, speech, script) for one in judged]


def _in_regime(one: Judged, regime: tuple[int, bool], speech: Speech, script: Script) -> Judged:
    next_year = _is_of_next_year(one)
    if one.verdict != "deadline" or not (next_year or (regime[1] and plain_day(one))):
        return one
    years = years_of(words_before(one, script, LOOK_BACK)) or regime[0]
    if not years:
        return one
    if returns_yearly(one):
        read: Judged | None = one if years > 1 and next_year else None
    else:
        read = read_as_one(f"hằng năm, {script.written(one.place)}", one, speech)
    if read is None or years == 1:
        return read or one
    # Every so many years: the days are known, and a person says in which years.
    return replace(read, spotted=replace(read.spotted, whole=Whole(Often("periodic"), one.spotted.whole.aim)))


def _is_of_next_year(one: Judged) -> bool:
    core = one.spotted.whole.core
    when = core.all[0].when if isinstance(core, Dues) and len(core.all) == 1 else None
    return (
        isinstance(when, Day) and when.year is not None and when.year.value is None and when.year.ahead == 1
    )
