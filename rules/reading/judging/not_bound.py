"""Terms that a sentence says nobody is bound by: "Các hộ không phải nộp trước ngày …", "không giới hạn thời gian …"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

# Whoever stands before these need not do what follows.
NEED_NOT = Lexicon.lines(
    """không phải, không cần, không cần phải, không bắt buộc, không bắt buộc phải, không nhất thiết, không nhất thiết phải,
    chưa phải, chưa cần, chưa bắt buộc, không còn phải, khỏi phải, không yêu cầu, chưa yêu cầu, không có nghĩa vụ"""
)
# No term is set by these.
SETS_NONE = Lexicon.lines(
    """không hạn chế, không bị hạn chế, không giới hạn, không bị giới hạn, không quy định, không ấn định, không đặt ra,
    không khống chế, chưa ấn định, chưa quy định"""
)
# "Lùi sang ngày 30/9" sets a new day; whatever else goes over into a time has no term there.
PUT_OFF = Lexicon.lines(
    "lùi, dời, hoãn, gia hạn, điều chỉnh, lùi thời hạn, lùi thời gian, dời thời hạn, gia hạn thời gian, lùi lại, dời lại"
)
NOT = frozenset({"không", "chưa", "khỏi"})
TERM = frozenset({"mốc", "thời", "hạn", "ngày", "là"})
OVER = frozenset({",", ";", ":", "mà", "thì", "nhưng", "song", "phải", "cần", "sẽ"})


def need_not(script: Script, place: Stretch, clause: Stretch) -> bool:
    """Whether what stands right before a time, in the same part of the sentence, says that it binds nobody."""
    tokens = script.tokens
    if not script.has(NOT, clause.first, place.first):
        return False
    for at in range(place.first - 1, clause.first - 1, -1):
        if script.word(at) in OVER and not NEED_NOT.ending(tokens, at + 1, clause.first):
            return False
        length = NEED_NOT.at(tokens, at, place.first)
        if length and (VERBS.at(tokens, at + length, place.first) or at + length == place.first):
            return True
        length = SETS_NONE.at(tokens, at, place.first)
        if length and script.word(at + length) in TERM:
            return True
    return False


def goes_over(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Không để kéo dài sang năm 2026", "chuyển nguồn sang tháng 9": what goes over into the time has no term there."""
    over = place.first - 1
    if script.word(over) != "sang" or over <= clause.first:
        return False
    return PUT_OFF.within(script.tokens, clause.first, over) is None
