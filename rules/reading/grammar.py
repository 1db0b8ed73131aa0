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

from rules.reading.text import fold
from rules.reading.tokens import Token

N = TypeVar("N")
Place = int
# A terminal reads tokens itself: every end it can reach from a place, with what it read there.
Terminal = Callable[[Sequence[Token], Place], Iterator[tuple[Place, N]]]
Build = Callable[[tuple[N, ...]], N | None]
SHAPE_TOKEN = re.compile(r"<[^<>\s]+>|[()\[\]|]|[^\W\d_]+|[0-9]+|\S")


@dataclass(frozen=True, slots=True)
class Word:
    text: str


@dataclass(frozen=True, slots=True)
class Noun:
    name: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Row:
    parts: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    ways: tuple[Shape, ...]


Shape = Word | Noun | Row | Choice
NOTHING = Row(())
# How a number of any value is written in a set of first words.
NUMBER = "#"
# The words that a shape can begin with; None where it can begin with any, or be empty.
Firsts = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Rule(Generic[N]):
    """A noun, one shape it may take, and what it then means; None from ``build`` rejects the reading."""

    noun: str
    shape: str
    build: Build[N]


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
        self.openings = Openings(
            {noun: [shape for shape, _ in ways] for noun, ways in shapes.items()}, openings or {}
        )
        self.ways: dict[str, list[tuple[Shape, Build[N], Firsts]]] = {
            noun: [(shape, build, self.openings.of(shape)) for shape, build in ways]
            for noun, ways in shapes.items()
        }

    def over(self, tokens: Sequence[Token]) -> Parse[N]:
        return Parse(self, tokens)


class Openings:
    """Which words each noun can begin with, so that a rule that cannot fit is not tried."""

    def __init__(
        self, shapes: Mapping[str, Sequence[Shape]], terminals: Mapping[str, frozenset[str]]
    ) -> None:
        self.shapes = shapes
        self.terminals = terminals
        self.known: dict[str, Firsts] = {}

    def of_noun(self, noun: str) -> Firsts:
        if noun not in self.known:
            self.known[noun] = None
            self.known[noun] = self._noun(noun)
        return self.known[noun]

    def _noun(self, noun: str) -> Firsts:
        if noun not in self.shapes:
            return self.terminals.get(noun)
        found: frozenset[str] = frozenset()
        for shape in self.shapes[noun]:
            firsts = self.of(shape)
            if firsts is None:
                return None
            found |= firsts
        return found | self.terminals.get(noun, frozenset())

    def of(self, shape: Shape) -> Firsts:
        match shape:
            case Word(text):
                return frozenset({NUMBER if text.isdigit() else text})
            case Noun(name):
                return self.of_noun(name)
            case Choice(ways):
                found: frozenset[str] = frozenset()
                for way in ways:
                    firsts = self.of(way)
                    if firsts is None:
                        return None
                    found |= firsts
                return found
            case Row(parts):
                return self._row(parts)
            case _:
                assert_never(shape)

    def _row(self, parts: tuple[Shape, ...]) -> Firsts:
        """The first part's words, and the next one's where the part may be missing."""
        found: frozenset[str] = frozenset()
        for part in parts:
            if isinstance(part, Choice) and part.ways[-1] == NOTHING:
                firsts = self.of(Choice(part.ways[:-1]))
                if firsts is None:
                    return None
                found |= firsts
                continue
            firsts = self.of(part)
            return None if firsts is None else found | firsts
        return None


class Parse(Generic[N]):
    """One text under a grammar; what a noun can be at a place is worked out once."""

    def __init__(self, grammar: Grammar[N], tokens: Sequence[Token]) -> None:
        self.grammar = grammar
        self.tokens = tokens
        self.known: dict[tuple[str, Place], tuple[tuple[Place, N], ...]] = {}

    def at(self, noun: str, place: Place) -> tuple[tuple[Place, N], ...]:
        """Every reading of a noun from a place: where it ends and what it means, best rule first."""
        if (noun, place) not in self.known:
            # The entry made first ends a left recursion: a noun cannot begin with itself.
            self.known[noun, place] = ()
            self.known[noun, place] = tuple(dict.fromkeys(self._read(noun, place)))
        return self.known[noun, place]

    def _read(self, noun: str, place: Place) -> Iterator[tuple[Place, N]]:
        terminal = self.grammar.terminals.get(noun)
        if terminal is not None:
            yield from terminal(self.tokens, place)
        ways = self.grammar.ways.get(noun, ())
        if ways and place >= len(self.tokens):
            return
        for shape, build, firsts in ways:
            if firsts is not None and self._opening(place) not in firsts:
                continue
            for end, parts in self._match(shape, place):
                meaning = build(parts)
                if meaning is not None:
                    yield end, meaning

    def _opening(self, place: Place) -> str:
        token = self.tokens[place]
        return NUMBER if token.is_number else token.text

    def _match(self, shape: Shape, place: Place) -> Iterator[tuple[Place, tuple[N, ...]]]:
        match shape:
            case Word(text):
                if place < len(self.tokens) and self.tokens[place].text == text:
                    yield place + 1, ()
            case Noun(name, kept):
                for end, meaning in self.at(name, place):
                    yield end, (meaning,) if kept else ()
            case Row(parts):
                yield from self._match_row(parts, place)
            case Choice(ways):
                for way in ways:
                    yield from self._match(way, place)
            case _:
                assert_never(shape)

    def _match_row(self, parts: tuple[Shape, ...], place: Place) -> Iterator[tuple[Place, tuple[N, ...]]]:
        if not parts:
            yield place, ()
            return
        for middle, first in self._match(parts[0], place):
            for end, rest in self._match_row(parts[1:], middle):
                yield end, first + rest


def shape_of(text: str) -> Shape:
    """The shape that a line of the table writes; words are folded as the text will be."""
    signs = SHAPE_TOKEN.findall(text)
    shape, left = _choice(signs)
    if left:
        raise ValueError(f"unbalanced brackets in {text!r}")
    return shape


def _choice(signs: list[str]) -> tuple[Shape, list[str]]:
    ways: list[Shape] = []
    row: list[Shape] = []
    while signs and signs[0] not in {")", "]"}:
        sign, signs = signs[0], signs[1:]
        if sign == "|":
            ways.append(_row(row))
            row = []
        elif sign in {"(", "["}:
            inner, signs = _choice(signs)
            if signs[:1] != [")" if sign == "(" else "]"]:
                raise ValueError("a bracket of the table is not closed")
            signs = signs[1:]
            row.append(inner if sign == "(" else Choice((inner, NOTHING)))
        else:
            row.append(
                Noun(sign[1:-1].lstrip("~"), sign[1] != "~")
                if len(sign) > 2 and sign[0] == "<"
                else Word(fold(sign))
            )
    ways.append(_row(row))
    return (ways[0] if len(ways) == 1 else Choice(tuple(ways))), signs


def _row(parts: list[Shape]) -> Shape:
    return parts[0] if len(parts) == 1 else Row(tuple(parts))
