"""Sets of word groups, looked up at a place of a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rules.reading.tokens import Token, tokens_of


class Lexicon:
    """Groups of one or more words; asks how long a group is that begins, or ends, at a place."""

    def __init__(self, groups: Iterable[str]) -> None:
        self.forward: dict[str, list[tuple[str, ...]]] = {}
        self.backward: dict[str, list[tuple[str, ...]]] = {}
        for group in groups:
            words = tuple(token.text for token in tokens_of(group.replace("_", ",")))
            if words:
                self.forward.setdefault(words[0], []).append(words)
                self.backward.setdefault(words[-1], []).append(words)
        for ways in (*self.forward.values(), *self.backward.values()):
            ways.sort(key=len, reverse=True)

    @classmethod
    def lines(cls, *texts: str) -> Lexicon:
        """From texts that write the groups with commas between; "_" stands for a comma inside a group."""
        return cls(group.strip() for text in texts for group in text.replace("\n", " ").split(","))

    def at(self, tokens: Sequence[Token], place: int, end: int | None = None) -> int:
        """The number of tokens of the longest group that begins here; 0 for none."""
        end = len(tokens) if end is None else end
        if not 0 <= place < end:
            return 0
        for words in self.forward.get(tokens[place].text, ()):
            if place + len(words) <= end and all(
                tokens[place + step].text == word for step, word in enumerate(words)
            ):
                return len(words)
        return 0

    def ending(self, tokens: Sequence[Token], place: int, start: int = 0) -> int:
        """The number of tokens of the longest group whose last word stands just before this place."""
        if not start < place <= len(tokens):
            return 0
        for words in self.backward.get(tokens[place - 1].text, ()):
            begin = place - len(words)
            if begin >= start and all(tokens[begin + step].text == word for step, word in enumerate(words)):
                return len(words)
        return 0

    def within(self, tokens: Sequence[Token], first: int, last: int) -> int | None:
        """The first place of a group in a stretch; None where there is none."""
        return next((place for place in range(first, last) if self.at(tokens, place, last)), None)
