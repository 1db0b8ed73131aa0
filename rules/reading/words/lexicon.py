"""Sets of word groups, looked up at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Self

from rules.reading.words.tokens import Token, tokens_of


@dataclass(slots=True)
class Step:
    """What may follow some first words of a group; ``ends``: they are a group themselves."""

    following: dict[str, Step] = field(default_factory=dict)
    ends: bool = False

    def add(self, words: Iterable[str]) -> None:
        step = self
        for word in words:
            step = step.following.setdefault(word, Step())
        step.ends = True


class Lexicon:
    """Groups of one or more words; asks how long a group is that begins, or ends, at a place.

    ``halves``: words that begin no group behind certain others, with which they are one noun.
    """

    halves: ClassVar[Mapping[str, frozenset[str]]] = {}

    def __init__(self, groups: Iterable[str]) -> None:
        self.forward = Step()
        self.openings = self.forward.following
        self.backward = Step()
        for group in groups:
            words = [token.text for token in tokens_of(group.replace("_", ","))]
            if words:
                self.forward.add(words)
                self.backward.add(reversed(words))

    @classmethod
    def lines(cls, *texts: str) -> Self:
        """From texts that write the groups with commas between; "_" stands for a comma inside a group."""
        return cls(group.strip() for text in texts for group in text.replace("\n", " ").split(","))

    @property
    def first_words(self) -> frozenset[str]:
        return frozenset(self.forward.following)

    def at(self, tokens: Sequence[Token], place: int, end: int | None = None) -> int:
        """The number of tokens of the longest group that begins here; 0 for none."""
        if end is None:
            end = len(tokens)
        if not 0 <= place < end:
            return 0
        step = self.openings.get(tokens[place].text)
        if step is None:
            return 0
        longest, at = 0, place
        while step is not None:
            at += 1
            if step.ends:
                longest = at - place
            step = step.following.get(tokens[at].text) if at < end else None
        if longest and self.halves and self._is_a_half(tokens, place):
            return 0
        return longest

    def _is_a_half(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether the word is the second half of a noun: "công trình"; "thi công trình …" has the verb behind another."""
        nouns = self.halves.get(tokens[place].text)
        if nouns is None or not place or tokens[place - 1].text not in nouns:
            return False
        return place < 2 or tokens[place - 2].text != "thi"

    def ending(self, tokens: Sequence[Token], place: int, start: int = 0) -> int:
        """The number of tokens of the longest group whose last word stands just before this place."""
        if not start < place <= len(tokens):
            return 0
        step = self.backward.following.get(tokens[place - 1].text)
        longest, at = 0, place - 1
        while step is not None:
            if step.ends:
                longest = place - at
            at -= 1
            step = step.following.get(tokens[at].text) if at >= start else None
        return longest

    def within(self, tokens: Sequence[Token], first: int, last: int) -> int | None:
        """The first place of a group in a stretch; None where there is none."""
        openings = self.openings
        for place in range(max(first, 0), min(last, len(tokens))):
            if tokens[place].text in openings and self.at(tokens, place, last):
                return place
        return None
