"""Vietnamese text made comparable: one spelling for every way the same words are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
VOWELS = frozenset("aăâeêioôơuưy")
MARKED_VOWELS = frozenset("ăâêôơư")
# Invisible signs that word processors leave inside words: soft hyphen, zero-width signs, byte order mark.
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# The Icelandic and the African letter that look like the Vietnamese one; typographic dashes and quotes.
LOOKALIKES = str.maketrans(
    {
        "\u00d0": "Đ",
        "\u00f0": "đ",
        "\u0189": "Đ",
        "\u0256": "đ",
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        "\u2044": "/",
        "\u2215": "/",
        "\u2024": ".",
    }
)
# Signs as wide as a Chinese one, from keyboards that have both: digits, letters, marks.
FULL_WIDTH = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
LOOKALIKES.update(FULL_WIDTH)
UNUSUAL = re.compile(f"[{''.join(re.escape(chr(sign)) for sign in (*INVISIBLE, *LOOKALIKES))}]")
# Words that are also written with the other "i", or as they are spoken in the south.
SPELLINGS = {"quí": "quý", "kì": "kỳ", "kí": "ký", "lí": "lý", "qui": "quy", "ti": "ty", "gởi": "gửi"}
WORD = re.compile(r"[^\W\d_]+")


def clean(text: str) -> str:
    """The same words in NFC, with one kind of space, dash and đ; letter case and tone placement stay."""
    return " ".join(_usual(text).split())


def _usual(text: str) -> str:
    """The text in NFC with usual signs, its spaces as they were."""
    if UNUSUAL.search(text):
        text = unicodedata.normalize("NFC", text.translate(INVISIBLE)).translate(LOOKALIKES)
    return unicodedata.normalize("NFC", text)


def clean_in_place(text: str) -> str | None:
    """The text with the same signs made usual and its spaces kept; None where that would move them.

    Of such a text every part is clean once its spaces are single.
    """
    usual = UNUSUAL.sub(lambda sign: LOOKALIKES.get(ord(sign[0]), ""), text)
    same = len(usual) == len(text) and all(unicodedata.is_normalized("NFC", one) for one in (text, usual))
    return usual if same else None


def fold(text: str) -> str:
    """A form for comparing names: clean, in lower case, tones where the old orthography puts them (hòa, thủy)."""
    return " ".join(map(_folded, _usual(text).lower().split()))


def slug(text: str) -> str:
    """An id of a-z, 0-9 and hyphens made of the words."""
    plain = unicodedata.normalize("NFD", fold(text)).replace("đ", "d")
    return "-".join(
        re.findall("[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    )


@lru_cache(maxsize=16384)
def _folded(part: str) -> str:
    """What stands between two spaces; whatever is met again costs only a look into a table."""
    if part.isascii():
        return SPELLINGS.get(part, part)
    return WORD.sub(lambda word: _with_tone_in_place(word[0]), part)


def _with_tone_in_place(word: str) -> str:
    """The word with its tone mark moved to the old orthography's place; foreign words stay as they are."""
    if word.isascii():
        return word
    if word in SPELLINGS:
        return SPELLINGS[word]
    signs = unicodedata.normalize("NFD", word)
    tones = [sign for sign in signs if sign in TONES]
    if len(tones) != 1:
        return word
    letters = unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in TONES))
    place = _tone_place(letters)
    if place is None:
        return word
    toned = letters[: place + 1] + tones[0] + letters[place + 1 :]
    return unicodedata.normalize("NFC", toned)


def _tone_place(letters: str) -> int | None:
    """Where a Vietnamese syllable carries its tone; None where the letters are no single syllable."""
    start = next((place for place, letter in enumerate(letters) if letter in VOWELS), None)
    if start is None:
        return None
    glide = letters[start - 1 : start + 1] == "qu" or letters[start - 1 : start + 1] == "gi"
    if start and glide and letters[start + 1 : start + 2] and letters[start + 1] in VOWELS:
        start += 1
    end = start
    while end < len(letters) and letters[end] in VOWELS:
        end += 1
    if any(letter in VOWELS for letter in letters[end:]):
        return None
    marked = [place for place in range(start, end) if letters[place] in MARKED_VOWELS]
    if marked:
        return marked[-1]
    followed = end < len(letters)
    return start + (1 if end - start == 3 or (end - start == 2 and followed) else 0)
