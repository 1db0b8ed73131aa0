"""Names that end with a number: "Quận 4", "Tổng công ty Phát điện 3", "Ban Chỉ đạo 389"."""

from __future__ import annotations

from rules.reading.words.bodies_lexicon import HEADS
from rules.reading.words.script import Script
from rules.reading.words.verbs import VERBS

# Bodies and places that have a number for a name: "Quận 4", "Vùng 3".
NUMBERED = frozenset({"quận", "phường", "vùng", "khu", "số", "cụm", "đội", "tổ", "vực", "án", "đạo"})
# Behind a number that ends a name.
ACTING = frozenset({"được", "phải", "sẽ", "có", "đang", "đã", "chưa"})


def ends_with_number(script: Script, first: int, at: int, end: int) -> bool:
    """Whether the number at a place belongs to the name that begins at ``first``."""
    tokens, after = script.tokens, script.word(at + 1)
    if script.word(at - 1) in NUMBERED or after == "của" or after in ACTING or VERBS.at(tokens, at + 1, end):
        return True
    if at - first <= 2:
        return False
    again = script.word(at + 2) == script.word(first)
    another = HEADS.at(tokens, at + 2, end) > 0 and script.is_capital(at + 2)
    closes = after == ":" or (after == "." and script.is_capital(at - 1))
    return closes or (after in {",", "và"} and (again or another))
