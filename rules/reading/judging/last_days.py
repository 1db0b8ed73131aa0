""" "Ngày 25/5 là hạn cuối các trường nộp hồ sơ": a day that the words behind it call the last one."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

IS = Lexicon.lines("là, sẽ là, cũng là, chính là, được xác định là, được ấn định là")
LAST = Lexicon.lines(
    """hạn cuối, hạn cuối cùng, hạn chót, thời hạn cuối, thời hạn cuối cùng, thời hạn chót, thời hạn, hạn nộp,
    hạn hoàn thành, thời điểm cuối cùng, ngày cuối, ngày cuối cùng, hạn đăng ký"""
)


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
