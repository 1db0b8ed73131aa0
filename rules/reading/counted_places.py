"""Places that are counted behind a body's name: "UBND 24 quận, huyện"."""

from __future__ import annotations

from rules.reading.lexicon import Lexicon
from rules.reading.script import Script

PLACES = Lexicon.lines("quận, huyện, thị xã, thành phố, xã, phường, thị trấn, đặc khu, tỉnh, thôn")
COUNTED = frozenset(
    {"ubnd", "hđnd", "dân", "an", "tế", "uỷ", "ủy"}
)  # Ủy ban nhân dân, Công an, Trạm Y tế, Huyện ủy
JOINING = frozenset({"-", ",", "và", "/"})


def counted_places(script: Script, at: int, end: int) -> int:
    """How many tokens of a body's name such a number and its row of places are; 0 where there is none."""
    if not script.tokens[at].is_number or script.word(at - 1) not in COUNTED:
        return 0
    length = PLACES.at(script.tokens, at + 1, end)
    last = at + 1 + length
    while length and last < end and script.word(last) in JOINING:
        length = PLACES.at(script.tokens, last + 1, end)
        last += 1 + length if length else 0
    return last - at if last > at + 1 else 0
