"""How many of a kind are spoken of: all of them, or a share."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script

WHOLES = Lexicon.lines(
    """toàn bộ, toàn bộ các, toàn bộ những, toàn thể, toàn thể các, tất cả, tất cả các, tất cả những, mọi"""
)
# "Năm" is mostly a year.
IN_WORDS = frozenset({"hai", "ba", "bốn", "sáu", "bảy", "tám", "chín", "mười"})
COUNTERS = frozenset({"các", "số", "những"})


def whole_at(script: Script, place: int, end: int) -> int:
    """The tokens of "toàn bộ các", "tất cả", "mọi", with a number behind them; 0 for none."""
    length = WHOLES.at(script.tokens, place, end)
    if length and place + length < end and script.tokens[place + length].is_number:
        length += 1
    return length


def share_at(script: Script, place: int, end: int) -> int:
    """The tokens of "100 %", "90 % số", "100 % các"; 0 for none."""
    if place + 2 >= end or not script.tokens[place].is_number or script.word(place + 1) != "%":
        return 0
    return 2 + (script.word(place + 2) in COUNTERS)
