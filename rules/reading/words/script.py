"""A whole text as it stands, cut into tokens that know their place in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import Final

from rules.reading.words.text import clean, clean_in_place, fold
from rules.reading.words.tokens import Token

# Combining marks and the invisible signs that word processors leave belong to the letter before them.
CLINGING = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
PIECE = re.compile(rf"[0-9][0-9\u00ad\u200b-\u200d\u2060\ufeff]*|[^\W\d_]+(?:[{CLINGING}]+[^\W\d_]*)*|\S")
SHORTEST_GLUED = 4
LONGEST_SENTENCE = 400  # tokens
ENDS = frozenset({".", "!", "?", "…"})
SHORTENED = frozenset(
    {"tp", "tx", "ts", "ths", "pgs", "gs", "bs", "st", "tt", "mr", "ô", "đ", "p", "q", "số"}
)


# Final and not frozen: a page makes thousands of them, and a frozen one takes three times as long to make.
@dataclass(slots=True, unsafe_hash=True)
class Stretch:
    """Tokens from ``first`` up to but without ``last``."""

    first: Final[int]
    last: Final[int]

    def __bool__(self) -> bool:
        return self.first < self.last

    def __len__(self) -> int:
        return max(0, self.last - self.first)

    def __contains__(self, place: object) -> bool:
        return isinstance(place, int) and self.first <= place < self.last

    def covers(self, other: Stretch) -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Stretch) -> bool:
        return self.first < other.last and other.first < self.last


class Words(dict[int, str]):
    """The folded words of a text by their places; empty outside it."""

    def __missing__(self, place: int) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Script:
    """A text and its tokens; offsets count code points of the text as it was given.

    ``texts`` are the folded words, ``word`` gives the one at a place, empty outside the text; ``spelled`` is the
    text in clean spelling where that is as long, sign for sign.
    """

    text: str
    tokens: tuple[Token, ...] = field(repr=False)
    texts: tuple[str, ...] = field(init=False, repr=False, compare=False)
    word: Callable[[int], str] = field(init=False, repr=False, compare=False)
    spelled: str | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        texts = tuple(map(attrgetter("text"), self.tokens))
        object.__setattr__(self, "texts", texts)
        object.__setattr__(self, "word", Words(enumerate(texts)).__getitem__)
        object.__setattr__(self, "spelled", clean_in_place(self.text))

    @classmethod
    def of(cls, text: str) -> Script:
        tokens = [
            Token(_folded(text[start:end]), start, end)
            for found in PIECE.finditer(text)
            for start, end in _apart(found[0], found.start())
        ]
        return cls(text, tuple([token for token in tokens if token.text]))

    def words(self, stretch: Stretch) -> str:
        """The folded words with single spaces."""
        return " ".join(self.texts[stretch.first : stretch.last])

    def has(self, words: Set[str], first: int, last: int) -> bool:
        """Whether one of these words stands from ``first`` up to but without ``last``."""
        first = max(first, 0)
        return first < last and not words.isdisjoint(self.texts[first:last])

    def source(self, stretch: Stretch) -> str:
        """The text of a stretch exactly as it was given."""
        if not stretch:
            return ""
        return self.text[self.tokens[stretch.first].start : self.tokens[stretch.last - 1].end]

    def written(self, stretch: Stretch) -> str:
        """The text of a stretch in clean spelling, its letter case kept."""
        if self.spelled is None:
            return clean(self.source(stretch))
        if not stretch:
            return ""
        words = self.spelled[self.tokens[stretch.first].start : self.tokens[stretch.last - 1].end]
        return " ".join(words.split())

    def is_capital(self, place: int) -> bool:
        return 0 <= place < len(self.tokens) and self.text[self.tokens[place].start].isupper()

    def is_shouted(self, place: int) -> bool:
        """Whether the word is written in capitals throughout: a heading, or an abbreviation."""
        token = self.tokens[place]
        return (
            self.text[token.start].isupper()
            and token.is_word
            and self.text[token.start : token.end].isupper()
        )

    def is_glued(self, place: int) -> bool:
        """Whether nothing stands between this token and the one before."""
        return 0 < place < len(self.tokens) and self.tokens[place].start == self.tokens[place - 1].end

    def breaks_after(self, place: int) -> bool:
        """Whether the token at a place ends a sentence."""
        sign = self.word(place)
        if sign not in ENDS:
            return False
        before = self.word(place - 1)
        if sign == "…" or (sign == before == "." and self.is_glued(place)):
            # "Chợ, bến xe… gửi về …": what is left out ends no sentence.
            return not self._goes_on(place + 1)
        if sign == "." and (before in SHORTENED or (len(before) == 1 and self.is_capital(place - 1))):
            return False
        return not (sign == "." and self.is_glued(place + 1) and not self.is_capital(place + 1))

    def begins_line(self, place: int) -> bool:
        """Whether a line ends before the token at a place."""
        return place > 0 and "\n" in self.text[self.tokens[place - 1].end : self.tokens[place].start]

    def sentence_first(self, place: int) -> int:
        """The first place of the sentence, or of the paragraph, that a token stands in."""
        for at in range(place, max(place - LONGEST_SENTENCE, 0), -1):
            if self.begins_line(at) or self.breaks_after(at - 1):
                return at
        return max(place - LONGEST_SENTENCE, 0)

    def _goes_on(self, place: int) -> bool:
        """Whether a word in lower case follows in the same line."""
        if not 0 < place < len(self.tokens) or not self.tokens[place].is_word or self.is_capital(place):
            return False
        return not self.begins_line(place)


def _apart(surface: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the words of a piece begin and end: "cácSở" has lost the space between two."""
    at = _glued_at(surface)
    if at:
        yield start, start + at
    yield start + at, start + len(surface)


@lru_cache(maxsize=65536)
def _glued_at(surface: str) -> int:
    """Where a second word begins in a piece: at a capital behind a word of the language in lower case; else 0."""
    if len(surface) < SHORTEST_GLUED or surface.isupper():
        return 0
    at = next((n for n in range(2, len(surface) - 1) if surface[n].isupper() and surface[n - 1].islower()), 0)
    native = at > 0 and surface[1:at].islower() and not surface[:at].isascii()
    return at if native and surface[at + 1].islower() else 0


@lru_cache(maxsize=65536)
def _folded(surface: str) -> str:
    return fold(surface)


def those_in(stretches: Sequence[Stretch], whole: Stretch) -> tuple[Stretch, ...]:
    """Of stretches in order, none overlapping another, those that begin in the whole one."""
    first = bisect_left(stretches, whole.first, key=attrgetter("first"))
    last = bisect_left(stretches, whole.last, lo=first, key=attrgetter("first"))
    return tuple(stretches[first:last])


def trimmed(script: Script, stretch: Stretch, signs: frozenset[str]) -> Stretch:
    """The stretch without these signs at either end."""
    first, last = stretch.first, stretch.last
    while first < last and script.word(first) in signs:
        first += 1
    while last > first and script.word(last - 1) in signs:
        last -= 1
    return Stretch(first, last)
