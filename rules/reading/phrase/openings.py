"""Which words a rule of the grammar can begin with, so that what cannot fit is not tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import assert_never

from rules.reading.phrase.shapes import Choice, Noun, Row, Shape, Word, inside, words_of

# How far a shape reaches over the two words that stand first: over none, over one, over both or more.
Reach = int
EMPTY, ONE, MORE = 1, 2, 4
# The words that a shape can begin with; None where it can begin with any, or be empty.
Firsts = frozenset[int] | None
# A terminal's first words, each with what may follow it inside; None: anything, an empty set: it stands alone.
Opening = Mapping[str, frozenset[str] | None]


def number_of(digits: int) -> str:
    """How any number of so many digits is written among first words; longer than six is as six."""
    return f"#{min(digits, 6)}"


class Codes(dict[str, int]):
    """The words of a grammar by numbers; all that it does not know has one, and so have numbers of equal length."""

    def __init__(self, words: Iterable[str]) -> None:
        lengths = [number_of(digits) for digits in range(1, 7)]
        super().__init__({word: code for code, word in enumerate([*lengths, *sorted(set(words))], start=1)})
        self.size = len(self) + 1

    def __missing__(self, word: str) -> int:
        return self[number_of(len(word))] if word.isascii() and word.isdigit() else 0

    def of_first(self, word: str) -> frozenset[int]:
        """The codes of a first word; of a number's length also those of the numbers that the grammar names."""
        if word[0] != "#":
            return frozenset({self[word]})
        return frozenset(
            {self[word], *(self[one] for one in self if number_of(len(one)) == word and one.isdigit())}
        )


class Openings:
    """Which two words each shape can begin with, so that a rule that cannot fit is not tried.

    Two words are written as one number, ``pair``; what is asked once is known.
    """

    def __init__(self, shapes: Mapping[str, Sequence[Shape]], terminals: Mapping[str, Opening]) -> None:
        self.shapes = shapes
        read = {word for opening in terminals.values() for word in opening}
        read.update(
            word for opening in terminals.values() for then in opening.values() for word in then or ()
        )
        named = {word for word in read if word[0] != "#"}
        self.codes = Codes({*named, *words_of(shape for several in shapes.values() for shape in several)})
        self.terminals = {
            noun: {
                code: None if then is None else frozenset().union(*map(self.codes.of_first, then))
                for word, then in opening.items()
                for code in self.codes.of_first(word)
            }
            for noun, opening in terminals.items()
        }
        self.known: dict[tuple[str, int, int | None], Reach] = {}
        self.firsts: dict[str, Firsts] = {}
        self.opened: dict[str, tuple[tuple[Shape, Firsts], ...]] = {}

    def pairs(self, words: Sequence[str]) -> list[int]:
        """For each word the number of it and the next one."""
        codes = [self.codes[word] for word in words]
        return [
            first * self.codes.size + second for first, second in zip(codes, [*codes[1:], 0], strict=True)
        ]

    def fits(self, shape: Shape, pair: int) -> bool:
        """Whether a text that begins with these two words may begin with the shape."""
        return self._reach(shape, *divmod(pair, self.codes.size)) > 0

    def _reach(self, shape: Shape, first: int, second: int | None) -> Reach:
        """How far the shape may reach; ``second`` is None where the next word is not asked for."""
        match shape:
            case Word(text):
                return ONE if self.codes[text] == first else 0
            case Noun(name):
                return self._noun(name, first, second)
            case Choice(ways):
                reach = 0
                for way in ways:
                    reach |= self._reach(way, first, second)
                return reach
            case Row(parts):
                return self._row(parts, first, second)
            case _:
                assert_never(shape)

    def _noun(self, noun: str, first: int, second: int | None) -> Reach:
        key = noun, first, second
        if key not in self.known:
            # The entry made first ends a left recursion: nothing is said against it.
            self.known[key] = EMPTY | ONE | MORE
            reach = self._terminal(noun, first, second) if noun in self.terminals else 0
            for shape, firsts in self._opened(noun):
                if firsts is None or first in firsts:
                    reach |= self._reach(shape, first, second)
            if noun not in self.terminals and noun not in self.shapes:
                reach = ONE | MORE
            self.known[key] = reach
        return self.known[key]

    def _opened(self, noun: str) -> tuple[tuple[Shape, Firsts], ...]:
        """The shapes of a noun, each with its first words."""
        if noun not in self.opened:
            self.opened[noun] = tuple((shape, self._firsts(shape)) for shape in self.shapes.get(noun, ()))
        return self.opened[noun]

    def _firsts(self, shape: Shape) -> Firsts:
        """The words that a shape can begin with."""
        match shape:
            case Word(text):
                return frozenset({self.codes[text]})
            case Noun(name):
                return self._firsts_of_noun(name)
            case Choice(ways):
                return _together(map(self._firsts, ways))
            case Row(parts):
                needed = next((n for n, part in enumerate(parts) if inside(part) is None), None)
                if needed is None:
                    return None
                return _together(self._firsts(inside(part) or part) for part in parts[: needed + 1])
            case _:
                assert_never(shape)

    def _firsts_of_noun(self, noun: str) -> Firsts:
        if noun not in self.firsts:
            self.firsts[noun] = None
            ruled = _together(map(self._firsts, self.shapes.get(noun, ())))
            read = frozenset(self.terminals.get(noun, ()))
            known = noun in self.shapes or noun in self.terminals
            self.firsts[noun] = ruled | read if known and ruled is not None else None
        return self.firsts[noun]

    def _terminal(self, noun: str, first: int, second: int | None) -> Reach:
        opening = self.terminals[noun]
        if first not in opening:
            return 0
        then = opening[first]
        return ONE | (MORE if then is None or (then and (second is None or second in then)) else 0)

    def _row(self, parts: tuple[Shape, ...], first: int, second: int | None) -> Reach:
        """What the parts reach one after another."""
        reach = EMPTY
        for part in parts:
            after = reach & MORE
            if reach & EMPTY:
                after |= self._reach(part, first, second)
            if reach & ONE:
                then = EMPTY | ONE if second is None else self._reach(part, second, None)
                after |= (ONE if then & EMPTY else 0) | (MORE if then & ~EMPTY else 0)
            reach = after
            if not reach:
                return 0
        return reach


def _together(several: Iterable[Firsts]) -> Firsts:
    found: frozenset[int] = frozenset()
    for firsts in several:
        if firsts is None:
            return None
        found |= firsts
    return found
