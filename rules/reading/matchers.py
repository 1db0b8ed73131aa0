"""Shapes of the grammar made into functions: from a place of a text every end that a shape can reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, assert_never

from rules.reading.shapes import Choice, Firsts, Noun, Openings, Row, Shape, Word

if TYPE_CHECKING:
    from rules.reading.grammar import Parse

N = TypeVar("N")
W = TypeVar("W")
Place = int
# Where a shape ends, and what the nouns in it meant.
Found = list[tuple[Place, tuple[N, ...]]]
Match = Callable[["Parse[N]", Place], Found[N]]


class Ways(Generic[W]):
    """Ways to go on, in order, looked up by the next word; one that any word may begin is among all of them."""

    def __init__(self, ways: Sequence[tuple[W, Firsts]]) -> None:
        signs = frozenset[str]().union(*(firsts for _, firsts in ways if firsts is not None))
        self.any = [way for way, firsts in ways if firsts is None]
        self.by_sign = {
            sign: [way for way, firsts in ways if firsts is None or sign in firsts] for sign in signs
        }

    def fitting(self, sign: str) -> list[W]:
        """The ways that can begin with this word."""
        return self.by_sign.get(sign, self.any)


def matcher(shape: Shape, openings: Openings) -> Match[N]:
    """A function that gives every way a shape fits from a place; parts that cannot begin there are not tried."""
    match shape:
        case Word(text):
            return _words((text,))
        case Noun(name, kept):
            return _noun(name, openings.of_noun(name), kept=kept)
        case Row(parts):
            words = tuple(part.text for part in parts if isinstance(part, Word))
            if len(words) == len(parts):
                return _words(words)
            return matcher(parts[0], openings) if len(parts) == 1 else _row(parts, openings)
        case Choice(ways):
            return _choice(Ways([(matcher(way, openings), openings.of(way)) for way in ways]))
        case _:
            assert_never(shape)


def _words(texts: tuple[str, ...]) -> Match[N]:
    wanted, length = list(texts), len(texts)

    def match(parse: Parse[N], place: Place) -> Found[N]:
        end = place + length
        return [(end, ())] if parse.words[place:end] == wanted else []

    return match


def _noun(name: str, firsts: Firsts, *, kept: bool) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        if firsts is not None and parse.signs[place] not in firsts:
            return []
        return [(end, (meaning,) if kept else ()) for end, meaning in parse.at(name, place)]

    return match


def _row(parts: Sequence[Shape], openings: Openings) -> Match[N]:
    # Before each part it is asked whether what is left of the row can begin here at all.
    steps: list[tuple[Match[N], Firsts]] = [
        (matcher(part, openings), openings.of(Row(tuple(parts[number:]))))
        for number, part in enumerate(parts)
    ]

    def match(parse: Parse[N], place: Place) -> Found[N]:
        states: Found[N] = [(place, ())]
        for part, firsts in steps:
            states = [
                (end, held + more)
                for middle, held in states
                if firsts is None or parse.signs[middle] in firsts
                for end, more in part(parse, middle)
            ]
            if not states:
                break
        return states

    return match


def _choice(ways: Ways[Match[N]]) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        found: Found[N] = []
        for way in ways.fitting(parse.signs[place]):
            found.extend(way(parse, place))
        return found

    return match
