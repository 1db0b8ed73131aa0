"""Shapes of the grammar made into functions: from a place of a text every end that a shape can reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Generic, TypeVar, assert_never

from rules.reading.phrase.openings import Openings
from rules.reading.phrase.shapes import Choice, Noun, Row, Shape, Word, inside

if TYPE_CHECKING:
    from rules.reading.phrase.grammar import Parse

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
            return _noun(name, kept=kept)
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


def _noun(name: str, *, kept: bool) -> Match[N]:
    # Whoever tries a part has asked before whether it can begin here.
    if kept:
        return lambda parse, place: [(end, (meaning,)) for end, meaning in parse.at(name, place)]
    return lambda parse, place: [(end, ()) for end, _ in parse.at(name, place)]


def _runs(parts: Sequence[Shape]) -> Iterator[tuple[Shape, ...]]:
    """The parts of a row, plain words that follow each other together."""
    for plain, run in groupby(parts, key=lambda part: isinstance(part, Word)):
        if plain:
            yield tuple(run)
        else:
            yield from ((part,) for part in run)


def _row(parts: Sequence[Shape], openings: Openings) -> Match[N]:
    # Before each run it is asked whether what is left of the row can begin here at all; before the first it has been.
    # Of what may be missing it is asked whether it is there.
    steps: list[tuple[Match[N], Ways[bool], bool]] = []
    left = tuple(parts)
    for run in _runs(parts):
        there = inside(run[0])
        if there is not None and steps:
            steps.append((matcher(there, openings), Ways([(True, there)], openings), True))
        else:
            words = tuple(part.text for part in run if isinstance(part, Word))
            match: Match[N] = _words(words) if len(words) > 1 else matcher(run[0], openings)
            steps.append((match, Ways([(True, Row(left))], openings), False))
        left = left[len(run) :]
    (opening, _, _), *following = steps

    def match_row(parse: Parse[N], place: Place) -> Found[N]:
        states, pairs = opening(parse, place), parse.pairs
        for part, fits, may_lack in following:
            reached: Found[N] = []
            for state in states:
                middle, held = state
                if fits[pairs[middle]]:
                    reached += [(end, held + more) for end, more in part(parse, middle)]
                if may_lack:
                    reached.append(state)
            if not reached:
                return reached
            states = reached
        return states

    return match_row if following else opening


def _choice(ways: Ways[Match[N]]) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        found: Found[N] = []
        for way in ways[parse.pairs[place]]:
            found += way(parse, place)
        return found

    return match
