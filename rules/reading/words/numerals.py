"""Vietnamese numbers in words, from one to nine hundred and ninety-nine."""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
TENS = ("mươi", "mười")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def spelled(words: Sequence[str]) -> int | None:
    """The number that these folded words spell, all of them, else None."""
    rest = list(words)
    total = 0
    if len(rest) >= 2 and rest[1] == "trăm":
        hundreds = DIGITS.get(rest[0])
        if not hundreds:
            return None
        total, rest = hundreds * 100, rest[2:]
        if rest[:1] == ["linh"] or rest[:1] == ["lẻ"]:
            return _with_digit(total, rest[1:]) if len(rest) == 2 else None
    if rest[:1] == ["mười"]:
        total, rest = total + 10, rest[1:]
    elif len(rest) >= 2 and rest[1] in TENS:
        tens = DIGITS.get(rest[0], 0)
        if tens < 2:
            return None
        total, rest = total + tens * 10, rest[2:]
    elif total and rest:
        return None
    if not rest:
        return total or None
    return _with_digit(total, rest)


def _with_digit(total: int, rest: Sequence[str]) -> int | None:
    digit = DIGITS.get(rest[0]) if len(rest) == 1 else None
    return total + digit if digit else None
