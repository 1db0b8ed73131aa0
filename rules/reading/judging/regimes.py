"""Standing rules for reports: under "thời hạn nộp báo cáo … được quy định như sau" a day of the year after returns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rules.reading.judging.half_years import of_the_half_year
from rules.reading.judging.one_phrase import plain_day, read_as_one, returns_yearly, words_before
from rules.reading.judging.refusals import Judged
from rules.reading.judging.report_periods import kinds_of_report, of_a_part_of_the_year
from rules.reading.phrase.answers import Speech
from rules.reading.phrase.nodes import Day, Dues, Months, Often, Whole
from rules.reading.words.numerals import spelled
from rules.reading.words.script import ENDS, Script, Stretch

TERMS = r"thời hạn|thời điểm|thời gian|chế độ|kỳ|thời kỳ|lịch"
WORK = r"báo cáo|nộp|gửi|thống kê|kiểm kê|tổng hợp|công bố|quyết toán"
# A heading that names a year, or the year spoken in, sets the dates of one time only.
ONE_YEAR = re.compile(r"\bnăm (?:nay|này|(?:19|20)[0-9]{2})\b")
RULE = re.compile(
    rf"\b(?:{TERMS})\b.*\b(?:{WORK})\b|\bbáo cáo\b.* (?:theo|định kỳ|hằng|hàng) (?:tháng|quý|năm|6 tháng)\b"
)
# "1. Báo cáo năm về …": a report that is named by how often it is made.
TITLE = re.compile(r"(?:chế độ )?báo cáo\b")
SET = re.compile(r"quy định|như sau|cụ thể|hằng năm|hàng năm|định kỳ")
RETURNS = re.compile(r"định kỳ|hằng năm|hàng năm|chế độ|theo (?:quý|năm|6 tháng)")
NUMBER = r"(?:[0-9]{1,2}|hai|ba|bốn|năm|mười)"
EVERY = re.compile(
    rf"\b(?:định kỳ|theo kỳ|chu kỳ|mỗi|cứ) ({NUMBER})(?: \( \w+ \))? năm\b"
    rf"|\b({NUMBER})(?: \( \w+ \))? năm (?:một|1|01|/) lần\b"
)
LONGEST_TITLE = 16
LOOK_BACK = 40  # tokens


def years_of(words: str) -> int:
    """After how many years it comes back by these words ("định kỳ 05 năm"); 0 where they do not say."""
    found = EVERY.search(words)
    if found is None:
        return 0
    number = found[1] or found[2]
    return int(number) if number.isdigit() else spelled([number]) or 0


def regime_of(script: Script, body: Stretch, *, article: bool = False) -> tuple[int, bool]:
    """What a heading sets up: how often its reports return, in years (0: it sets up none), and if it says so itself.

    The heading of an ``article`` on reporting needs no further word: law is made for every year.
    """
    first = max(
        (at + 1 for at in range(body.first, body.last - 1) if script.word(at) in ENDS), default=body.first
    )
    words = script.words(Stretch(first, body.last))
    if ONE_YEAR.search(words):
        return 0, False
    if TITLE.match(words) and kinds_of_report(words):
        return years_of(words) or 1, True
    if article and TITLE.match(words):
        return years_of(words) or 1, False
    if not RULE.search(words) or not (article or SET.search(words)):
        return 0, False
    returns = RETURNS.search(words) is not None or bool(kinds_of_report(words))
    return years_of(words) or 1, returns and SET.search(words) is not None


def is_monthly(script: Script, body: Stretch) -> bool:
    """ "Thời hạn gửi báo cáo tháng như sau:": whether every report below is that of a month."""
    return kinds_of_report(script.words(body)) == {"month"}


def every_month(judged: Sequence[Judged], speech: Speech, script: Script) -> list[Judged]:
    """The days of no certain month ("trước ngày 17") as days of every month."""
    return [
        (read_as_one(f"hằng tháng, {script.written(one.place)}", one, speech) or one)
        if one.verdict == "unread"
        else one
        for one in judged
    ]


def regime_below(script: Script, entry: Stretch, regime: tuple[int, bool]) -> tuple[int, bool]:
    """The regime of an entry under a heading: of "Báo cáo năm: …" every day comes back with the report."""
    if not regime[0] or regime[1]:
        return regime
    return regime[0], names_its_kind(script, entry)


def names_its_kind(script: Script, entry: Stretch) -> bool:
    """ "Báo cáo quý: …": whether an entry begins with a report that is named by how often it is made."""
    words = script.words(Stretch(entry.first, min(entry.first + LONGEST_TITLE, entry.last)))
    head, colon, _ = words.partition(" :")
    return bool(colon and TITLE.match(head) and kinds_of_report(head) and not ONE_YEAR.search(head))


def in_regime(
    judged: Sequence[Judged], regime: tuple[int, bool], speech: Speech, script: Script
) -> list[Judged]:
    """The phrases under such a heading: days of the year after return, and days without a year if it says that they do.

    A day of "báo cáo năm", "báo cáo 6 tháng" returns under any such heading.
    """
    return [_in_regime(one, regime, speech, script) for one in judged]


def every_so_many_years(one: Judged, speech: Speech, script: Script) -> Judged | None:
    """A day that returns, a person says in which years; None where it is no day of a year."""
    yearly = (
        one if returns_yearly(one) else read_as_one(f"hằng năm, {script.written(one.place)}", one, speech)
    )
    if yearly is None:
        return None
    return replace(
        yearly, spotted=replace(yearly.spotted, whole=Whole(Often("periodic"), one.spotted.whole.aim))
    )


def _in_regime(one: Judged, regime: tuple[int, bool], speech: Speech, script: Script) -> Judged:
    next_year = _is_of_next_year(one)
    returns = regime[1] or (regime[0] > 0 and of_a_part_of_the_year(one, script))
    if one.verdict != "deadline" or not (next_year or (returns and plain_day(one))):
        return one
    years = years_of(words_before(one, script, LOOK_BACK)) or regime[0]
    if not years:
        return one
    if years > 1:
        return (
            every_so_many_years(one, speech, script) if next_year or not returns_yearly(one) else None
        ) or one
    if returns_yearly(one):
        return one
    half = of_the_half_year(one, speech, script, returns=True)
    if half is not None:
        return half
    return read_as_one(f"hằng năm, {script.written(one.place)}", one, speech) or one


def _is_of_next_year(one: Judged) -> bool:
    core = one.spotted.whole.core
    when = core.all[0].when if isinstance(core, Dues) and len(core.all) == 1 else None
    return (
        isinstance(when, Day | Months)
        and when.year is not None
        and when.year.value is None
        and when.year.ahead == 1
    )
