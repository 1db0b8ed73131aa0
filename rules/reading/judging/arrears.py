"""Terms that lie behind the day of the text and bind all the same: what is urged on because it is not done."""

from __future__ import annotations

from datetime import date, timedelta

from rules.model import Step
from rules.reading.words.bodies_lexicon import HEADS, TITLES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import HANDED
from rules.reading.words.script import Script, Stretch

# "Tuy nhiên đến nay … chưa nhận được báo cáo": how things stand with it.
UP_TO_NOW = Lexicon.lines("đến nay, tới nay, hiện nay, đến thời điểm này, đến thời điểm hiện nay, vẫn")
NOT_DONE = Lexicon.lines(
    """chưa nhận được, chưa nhận, chưa có báo cáo, chưa báo cáo, chưa gửi, chưa trình, chưa nộp, chưa hoàn thành, chưa thực
    hiện, chưa triển khai, chưa ban hành, chưa có văn bản, chưa xong, chưa trả lời, chưa có ý kiến"""
)
# Where a later term follows, that one binds and the old one is told.
NEW_TERM = Lexicon.lines("trước ngày, chậm nhất, muộn nhất, trước 17 giờ, trong ngày, thời hạn, xong trước")
NEAR, FURTHER, LONGEST_RECEIVER = 60, 160, 8
A_YEAR, AHEAD = timedelta(days=365), timedelta(days=183)
OVERDUE = Step(
    "the day had passed when the text was written, and the text says that it is not done",
    "thời hạn đã qua khi văn bản được viết và văn bản nêu việc chưa thực hiện",
)
CHECK_YEAR = "it lies behind the day of the text, and a year later it would lie ahead: check the year"


def still_open(script: Script, place: Stretch) -> bool:
    """Whether the words behind a term say that what was asked by then is not done, and set no new term."""
    tokens = script.tokens
    last = min(len(tokens), place.last + NEAR)
    now = UP_TO_NOW.within(tokens, place.last, last)
    if now is None or NOT_DONE.within(tokens, now, last) is None:
        return False
    return NEW_TERM.within(tokens, place.last, min(len(tokens), place.last + FURTHER)) is None


def a_year_too_early(
    script: Script, place: Stretch, clause: Stretch, day: date | None, said_on: date | None
) -> bool:
    """ "… báo cáo Thủ tướng trong tháng 3 năm 2019", ordered in March 2020: most likely a slip of the year."""
    if (
        day is None
        or said_on is None
        or day >= said_on
        or script.has({"đã", "vừa"}, clause.first, place.first)
    ):
        return False
    return timedelta() <= day + A_YEAR - said_on <= AHEAD and _is_for_somebody(script, place, clause)


def _is_for_somebody(script: Script, place: Stretch, clause: Stretch) -> bool:
    """Whether nothing but the one it is handed to stands between the deed and the time."""
    tokens = script.tokens
    for at in range(place.first - 1, max(clause.first, place.first - LONGEST_RECEIVER) - 1, -1):
        if not tokens[at].is_word:
            return False
        length = HANDED.at(tokens, at, place.first)
        if length:
            receiver = at + length
            return receiver < place.first and bool(HEADS.at(tokens, receiver) or TITLES.at(tokens, receiver))
    return False
