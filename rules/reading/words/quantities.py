"""How many of a kind are spoken of: all of them, or a share."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script

WHOLES = Lexicon.lines(
    """toàn bộ, toàn bộ các, toàn bộ những, toàn thể, toàn thể các, tất cả, tất cả các, tất cả những, mọi"""
)
# "Năm" is mostly a year.
IN_WORDS = frozenset({"hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"})
# Words that bind whoever stands before them, and words that no kind is named with.
BINDS = frozenset({"phải", "cần"})
ENDS_KIND = frozenset(
    {"và", "đã", "đang", "chưa", "được", "có", "trong", "trước", "tại", "của", "là", "không", "sẽ", "còn"}
)
LONGEST_KIND = 8  # tokens
COUNTERS = frozenset({"các", "số", "những"})


def whole_at(script: Script, place: int, end: int) -> int:
    """The tokens of "toàn bộ các", "tất cả", "mọi", with a number behind them; 0 for none."""
    length = WHOLES.at(script.tokens, place, end)
    if length and place + length < end and script.tokens[place + length].is_number:
        length += 1
    return length


def share_at(script: Script, place: int, end: int) -> int:
    """The tokens of "100 %", "90 % số", "100 % các", "2/3 số"; 0 for none."""
    if place + 2 >= end or not script.tokens[place].is_number:
        return 0
    if script.word(place + 1) == "/" and script.tokens[place + 2].is_number:
        return 4 if script.word(place + 3) == "số" else 0
    if script.word(place + 1) != "%":
        return 0
    return 2 + (script.word(place + 2) in COUNTERS)


def kind_of_share(script: Script, at: int, end: int) -> int:
    """ "41% trường trung cấp (chuyên nghiệp) phải …": where the words end that say of which kind; ``at`` for none."""
    for place in range(at, min(at + LONGEST_KIND, end)):
        if script.word(place) in BINDS or (script.word(place) == "và" and share_at(script, place + 1, end)):
            return place
        row = script.word(place) == "," and script.is_capital(place - 1) and script.is_capital(place + 1)
        if not row and (not script.tokens[place].is_word or script.word(place) in ENDS_KIND):
            return at
    return at
