"""The shapes of grammar rules: how a line of the table is read, and which words each shape can begin with."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from rules.reading.text import fold

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
        found = self.of_any(self.shapes[noun])
        return None if found is None else found | self.terminals.get(noun, frozenset())

    def of_any(self, shapes: Sequence[Shape]) -> Firsts:
        """The words that one or another of the shapes can begin with."""
        found: frozenset[str] = frozenset()
        for shape in shapes:
            firsts = self.of(shape)
            if firsts is None:
                return None
            found |= firsts
        return found

    def of(self, shape: Shape) -> Firsts:
        match shape:
            case Word(text):
                return frozenset({NUMBER if text.isdigit() else text})
            case Noun(name):
                return self.of_noun(name)
            case Choice(ways):
                return self.of_any(ways)
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
