"""Shapes of the grammar made into functions: from a place of a text every end that a shape can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar, assert_never

from rules.reading.openings import Openings
from rules.reading.shapes import Choice, Noun, Row, Shape, Word

if TYPE_CHECKING:
    from rules.reading.grammar import Parse

N = TypeVar("N")
W = TypeVar("W")
Place = int
# Where a shape ends, and what the nouns in it meant.
Found = list[tuple[Place, tuple[N, ...]]]
Match = Callable[["Parse[N]", Place], Found[N]]


class Ways(dict[int, list[W]], Generic[W]):
    """Ways to go on, in order, for each pair of next words: those that can begin with it."""

    def __init__(self, ways: Sequence[tuple[W, Shape]], openings: Openings) -> None:
        super().__init__()
        self.ways = ways
        self.openings = openings

    def __missing__(self, pair: int) -> list[W]:
        found = self[pair] = [way for way, shape in self.ways if self.openings.fits(shape, pair)]
        return found


def matcher(shape: Shape, openings: Openings) -> Match[N]:
    """A function that gives every way a shape fits from a place; parts that cannot begin there are not tried."""
    match shape:
        case Word(text):
            return _word(text)
        case Noun(name, kept):
            return _noun(name, Ways([(True, shape)], openings), kept=kept)
        case Row(()):
            return _nothing
        case Row(parts):
            return matcher(parts[0], openings) if len(parts) == 1 else _row(parts, openings)
        case Choice(ways):
            return _choice(Ways([(matcher(way, openings), way) for way in ways], openings))
        case _:
            assert_never(shape)


def _nothing(_: Parse[N], place: Place) -> Found[N]:
    return [(place, ())]


def _word(text: str) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        return [(place + 1, ())] if parse.words[place] == text else []

    return match


def _words(texts: tuple[str, ...]) -> Match[N]:
    wanted, length = list(texts), len(texts)

    def match(parse: Parse[N], place: Place) -> Found[N]:
        end = place + length
        return [(end, ())] if parse.words[place:end] == wanted else []

    return match


def _noun(name: str, fits: Ways[bool], *, kept: bool) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        if not fits[parse.pairs[place]]:
            return []
        if kept:
            return [(end, (meaning,)) for end, meaning in parse.at(name, place)]
        return [(end, ()) for end, _ in parse.at(name, place)]

    return match


def _runs(parts: Sequence[Shape]) -> Iterator[tuple[Shape, ...]]:
    """The parts of a row, plain words that follow each other together."""
    for plain, run in groupby(parts, key=lambda part: isinstance(part, Word)):
        if plain:
            yield tuple(run)
        else:
            yield from ((part,) for part in run)


def _row(parts: Sequence[Shape], openings: Openings) -> Match[N]:
    # Before each run it is asked whether what is left of the row can begin here at all; before the first it has been.
    steps: list[tuple[Match[N], Ways[bool]]] = []
    left = tuple(parts)
    for run in _runs(parts):
        words = tuple(part.text for part in run if isinstance(part, Word))
        match: Match[N] = _words(words) if len(words) > 1 else matcher(run[0], openings)
        steps.append((match, Ways([(True, Row(left))], openings)))
        left = left[len(run) :]
    (opening, _), *following = steps

    def match_row(parse: Parse[N], place: Place) -> Found[N]:
        states: Found[N] = opening(parse, place)
        for part, fits in following:
            states = [
                (end, held + more)
                for middle, held in states
                if fits[parse.pairs[middle]]
                for end, more in part(parse, middle)
            ]
            if not states:
                break
        return states

    return match_row if following else opening


def _choice(ways: Ways[Match[N]]) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        found: Found[N] = []
        for way in ways[parse.pairs[place]]:
            found += way(parse, place)
        return found

    return match
