""" "Ngày 25/5 là hạn cuối các trường nộp hồ sơ": a day that the words behind it call the last one."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

IS = Lexicon.lines("là, sẽ là, cũng là, chính là, được xác định là, được ấn định là")
LAST = Lexicon.lines(
    """hạn cuối, hạn cuối cùng, hạn chót, thời hạn cuối, thời hạn cuối cùng, thời hạn chót, thời hạn, hạn nộp,
    hạn hoàn thành, thời điểm cuối cùng, ngày cuối, ngày cuối cùng, hạn đăng ký"""
)
TIME_OF = Lexicon.lines("thời gian, thời điểm")
GIVEN = Lexicon.lines(
    "công bố, niêm yết, thông báo, nộp, gửi, đăng ký, báo cáo, hoàn thành, xác nhận, trả kết quả"
)
DEEDS_WITHIN = frozenset({"hạn nộp", "hạn hoàn thành", "hạn đăng ký"})


def heads_a_term(script: Script, place: Stretch, end: int) -> bool:
    """ "Hạn cuối nộp đơn 8/11", "Thời gian công bố kết quả: 5/10": a deed's day, alone behind the word for it."""
    first = script.sentence_first(place.first)
    while first < place.first and not script.tokens[first].is_word:
        first += 1
    tokens = script.tokens
    if place.last < end and script.word(place.last) not in {".", ";"}:
        return False
    length = LAST.at(tokens, first, place.first)
    if length and script.words(Stretch(first, first + length)) in DEEDS_WITHIN:
        return True
    deeds = VERBS if length else GIVEN  # what only takes place at a time is no deed to be done by then
    if not length and script.word(place.first - 1) == ":":
        length = TIME_OF.at(tokens, first, place.first)
    deed = first + length + (script.word(first + length) in {"để", "cho"})
    return length > 0 and deeds.at(tokens, deed, place.first) > 0


def called_a_term(script: Script, place: Stretch) -> bool:
    """Whether the sentence goes on by saying that this time is the last one for something."""
    verb = IS.at(script.tokens, place.last)
    if not verb:
        return False
    return LAST.at(script.tokens, place.last + verb) > 0


def behind_a_last_day(script: Script, at: int, first: int) -> bool:
    """ "Hạn cuối (để) các trường …": whether whoever stands here stands behind such words."""
    to = at - (script.word(at - 1) in {"để", "cho", "mà"})
    return LAST.ending(script.tokens, to, first) > 0
