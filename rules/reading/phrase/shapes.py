"""The shapes of grammar rules: how a line of the table is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import assert_never

from rules.reading.words.text import fold

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


def inside(part: Shape) -> Shape | None:
    """What stands in square brackets, which may be missing; None of any other part."""
    if not isinstance(part, Choice) or part.ways[-1] != NOTHING:
        return None
    return part.ways[0] if len(part.ways) == 2 else Choice(part.ways[:-1])


def words_of(shapes: Iterable[Shape]) -> Iterator[str]:
    """The plain words of some shapes."""
    for shape in shapes:
        match shape:
            case Word(text):
                yield text
            case Noun():
                pass
            case Choice(parts) | Row(parts):
                yield from words_of(parts)
            case _:
                assert_never(shape)


@cache
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
