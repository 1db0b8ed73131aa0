"""A text cut into words, numbers and signs, each in its folded form and with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from rules.reading.words.text import clean, fold

TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")


# Final and not frozen, because a page makes hundreds of them and asks each for its text many times.
@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A word, a number or a sign; ``start`` and ``end`` count in the cleaned text."""

    text: Final[str]
    start: Final[int]
    end: Final[int]

    @property
    def is_number(self) -> bool:
        return self.text.isascii() and self.text.isdigit()

    @property
    def is_word(self) -> bool:
        return self.text.isalpha()


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text in order; typographic differences have gone."""
    return tuple(Token(fold(found[0]), found.start(), found.end()) for found in TOKEN.finditer(clean(text)))
