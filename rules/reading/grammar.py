"""A small grammar: rules as a table of shapes, tried in order, every way to read a text kept.

A shape is written as it reads: plain words and signs stand for themselves, ``<noun>`` for another rule,
``<~noun>`` for one whose meaning is dropped, ``[ ]`` for what may be missing, ``( | )`` for a choice:
``"[ngày] <dd> (/|-) <dd>"``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, assert_never

from rules.reading.shapes import NUMBER, Choice, Firsts, Noun, Openings, Row, Shape, Word, shape_of
from rules.reading.tokens import Token

N = TypeVar("N")
# Foreign words come without end: beyond so many pairs of noun and word nothing more is remembered.
MOST_KEPT = 20_000
Place = int
# A terminal reads tokens itself: every end it can reach from a place, with what it read there.
Terminal = Callable[[Sequence[Token], Place], Iterator[tuple[Place, N]]]
Build = Callable[[tuple[N, ...]], N | None]


@dataclass(frozen=True, slots=True)
class Rule(Generic[N]):
    """A noun, one shape it may take, and what it then means; None from ``build`` rejects the reading."""

    noun: str
    shape: str
    build: Build[N]


Found = list[tuple[Place, tuple[N, ...]]]
Match = Callable[["Parse[N]", Place], Found[N]]


class Grammar(Generic[N]):
    """Rules and terminals, compiled once; a noun without rules or terminal is an error of the table."""

    def __init__(
        self,
        rules: Sequence[Rule[N]],
        terminals: Mapping[str, Terminal[N]],
        openings: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """``openings`` names the words that a terminal can begin with, where they are few."""
        self.terminals = terminals
        shapes: dict[str, list[tuple[Shape, Build[N]]]] = {}
        for rule in rules:
            shapes.setdefault(rule.noun, []).append((shape_of(rule.shape), rule.build))
        named = {found for rule in rules for found in re.findall(r"<~?([^<>\s]+)>", rule.shape)}
        missing = named - shapes.keys() - terminals.keys()
        if missing:
            raise ValueError(f"no rule for {sorted(missing)}")
        self.fits: dict[tuple[str, str], list[tuple[Match[N], Build[N], Firsts]]] = {}
        self.openings = Openings(
            {noun: [shape for shape, _ in ways] for noun, ways in shapes.items()}, openings or {}
        )
        self.ways: dict[str, list[tuple[Match[N], Build[N], Firsts]]] = {
            noun: [(matcher(shape, self.openings), build, self.openings.of(shape)) for shape, build in ways]
            for noun, ways in shapes.items()
        }

    def fitting(self, noun: str, sign: str) -> list[tuple[Match[N], Build[N], Firsts]]:
        """The ways a noun may take that can begin with this word; worked out once."""
        found = self.fits.get((noun, sign))
        if found is None:
            ways = self.ways.get(noun, ())
            found = [way for way in ways if way[2] is None or sign in way[2]]
            if len(self.fits) < MOST_KEPT:
                self.fits[noun, sign] = found
        return found

    def over(self, tokens: Sequence[Token]) -> Parse[N]:
        return Parse(self, tokens)


class Parse(Generic[N]):
    """One text under a grammar; what a noun can be at a place is worked out once."""

    def __init__(self, grammar: Grammar[N], tokens: Sequence[Token]) -> None:
        self.grammar = grammar
        self.tokens = tokens
        self.words = [token.text for token in tokens]
        self.signs = [NUMBER if token.is_number else token.text for token in tokens]
        self.known: dict[tuple[str, Place], tuple[tuple[Place, N], ...]] = {}

    def at(self, noun: str, place: Place) -> tuple[tuple[Place, N], ...]:
        """Every reading of a noun from a place: where it ends and what it means, best rule first."""
        found = self.known.get((noun, place))
        if found is None:
            # The entry made first ends a left recursion: a noun cannot begin with itself.
            self.known[noun, place] = ()
            found = tuple(dict.fromkeys(self._read(noun, place)))
            self.known[noun, place] = found
        return found

    def _read(self, noun: str, place: Place) -> Iterator[tuple[Place, N]]:
        terminal = self.grammar.terminals.get(noun)
        if terminal is not None:
            yield from terminal(self.tokens, place)
        if place >= len(self.words):
            return
        for match, build, _ in self.grammar.fitting(noun, self.signs[place]):
            for end, parts in match(self, place):
                meaning = build(parts)
                if meaning is not None:
                    yield end, meaning


def matcher(shape: Shape, openings: Openings) -> Match[N]:
    """A function that gives every way a shape fits from a place; parts that cannot begin there are not tried."""
    match shape:
        case Word(text):
            return _word(text)
        case Noun(name, kept):
            return _noun(name, openings.of_noun(name), kept=kept)
        case Row(parts):
            return _row([matcher(part, openings) for part in parts])
        case Choice(ways):
            return _choice([(matcher(way, openings), openings.of(way)) for way in ways])
        case _:
            assert_never(shape)


def _word(text: str) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        return [(place + 1, ())] if place < len(parse.words) and parse.words[place] == text else []

    return match


def _noun(name: str, firsts: Firsts, *, kept: bool) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        if firsts is not None and (place >= len(parse.signs) or parse.signs[place] not in firsts):
            return []
        return [(end, (meaning,) if kept else ()) for end, meaning in parse.at(name, place)]

    return match


def _row(parts: list[Match[N]]) -> Match[N]:
    first, rest = parts[0] if parts else None, parts[1:]

    def match(parse: Parse[N], place: Place) -> Found[N]:
        if first is None:
            return [(place, ())]
        states = first(parse, place)
        for part in rest:
            if not states:
                break
            states = [(end, held + more) for middle, held in states for end, more in part(parse, middle)]
        return states

    return match


def _choice(ways: list[tuple[Match[N], Firsts]]) -> Match[N]:
    def match(parse: Parse[N], place: Place) -> Found[N]:
        sign = parse.signs[place] if place < len(parse.signs) else ""
        found: Found[N] = []
        for way, firsts in ways:
            if firsts is None or sign in firsts:
                found.extend(way(parse, place))
        return found

    return match
