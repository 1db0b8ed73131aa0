"""A text cut into blocks: paragraphs and list entries with their markers, and the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from rules.reading.script import ENDS, Script, Stretch

MarkerKind = Literal[
    "part", "roman", "article", "number", "decimal", "deep", "letter", "dash", "plus", "plain"
]
ROMAN = re.compile(r"[ivxl]+")
DASHES = frozenset({"-", "•", "●", "*", "▪", "–", "◦", "·", "+", "✓", "⁃", "", "○", "■"})


# No paragraph ends with one of these: the line goes on though the next begins with a capital.
UNFINISHED = frozenset(
    {
        ",",
        "và",
        "về",
        "của",
        "với",
        "cho",
        "các",
        "tại",
        "theo",
        "từ",
        "đến",
        "do",
        "bởi",
        "để",
        "trong",
        "thuộc",
        "hoặc",
        "số",
        "ngày",
        "tháng",
    }
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or entry; ``body`` leaves its marker out."""

    whole: Stretch
    body: Stretch
    kind: MarkerKind
    is_row: bool = False


def blocks_of(script: Script) -> tuple[Block, ...]:
    """The blocks of a text in order."""
    return tuple(_block(script, stretch) for stretch in _joined(script, list(_lines(script))))


def _lines(script: Script) -> Iterator[Stretch]:
    """Tokens line by line; empty lines have none."""
    first = 0
    for place, (token, following) in enumerate(pairwise(script.tokens)):
        between = script.text[token.end : following.start]
        if "\n" in between or "\r" in between or "\u2028" in between or "\v" in between or "\f" in between:
            yield Stretch(first, place + 1)
            first = place + 1
    if first < len(script.tokens):
        yield Stretch(first, len(script.tokens))


def _joined(script: Script, lines: list[Stretch]) -> Iterator[Stretch]:
    """A line broken by its width goes on in the next one, which begins in lower case without a marker."""
    held: Stretch | None = None
    for line in lines:
        if held is not None and _goes_on(script, held, line):
            held = Stretch(held.first, line.last)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _goes_on(script: Script, held: Stretch, line: Stretch) -> bool:
    if _is_row(script, held) or _is_row(script, line):
        return False
    last = script.word(held.last - 1)
    between = script.text[script.tokens[held.last - 1].end : script.tokens[line.first].start]
    if between.count("\n") > 1 or script.word(held.last - 1) in ENDS | {";", ":", "|"}:
        return False
    if _marker(script, line)[0] != "plain" or not script.tokens[line.first].is_word:
        return script.tokens[line.first].is_number and len(held) > 8 and _marker(script, line)[0] == "plain"
    return (not script.is_capital(line.first) and len(held) > 4) or last in UNFINISHED


def _block(script: Script, stretch: Stretch) -> Block:
    return Block(stretch, stretch, "plain", True) if _is_row(script, stretch) else block_at(script, stretch)


def block_at(script: Script, stretch: Stretch) -> Block:
    """What stands here as a paragraph or entry of its own."""
    kind, length = _marker(script, stretch)
    return Block(stretch, Stretch(stretch.first + length, stretch.last), kind)


def _is_row(script: Script, stretch: Stretch) -> bool:
    """Whether cells stand in this line, between bars or tabs."""
    source = script.source(stretch)
    return "|" in source or "\t" in source


def _marker(script: Script, stretch: Stretch) -> tuple[MarkerKind, int]:
    """The kind of marker that a line begins with, and its length in tokens."""
    words = [script.word(place) for place in range(stretch.first, min(stretch.last, stretch.first + 6))]
    first, second, third = [*words, "", "", ""][:3]
    if first in DASHES and len(words) > 1:
        return ("plus", 1) if first == "+" else ("dash", 1)
    if first in {"điều", "khoản", "mục", "phần", "chương"} and (second.isdigit() or ROMAN.fullmatch(second)):
        kind: MarkerKind = "article" if first in {"điều", "khoản"} else "part"
        return kind, 3 if third in {".", ":"} else 2
    if first in {"mốc", "bước", "đợt", "việc"} and second.isdigit() and third in {".", ":"}:
        return "number", 3
    if ROMAN.fullmatch(first) and second in {".", "/", ")", "-"} and script.is_capital(stretch.first):
        return "roman", 2
    if first.isdigit() and len(first) <= 3:
        return _numbered(script, stretch, words)
    if len(first) == 1 and first.isalpha() and second in {")", "."} and not script.is_capital(stretch.first):
        return "letter", 2
    if len(first) == 1 and first.isalpha() and second in {")", ".", "/"} and script.is_capital(stretch.first):
        return "part", 2
    if first == "(" and third == ")" and len(second) <= 3:
        return "letter", 3
    return "plain", 0


def _numbered(script: Script, stretch: Stretch, words: list[str]) -> tuple[MarkerKind, int]:
    depth, at = 0, 1
    while (
        at + 1 < len(words)
        and words[at] == "."
        and words[at + 1].isdigit()
        and script.is_glued(stretch.first + at + 1)
    ):
        depth, at = depth + 1, at + 2
    if (
        len(words) > at
        and words[at] in {".", ")", "/"}
        and (
            depth
            or not words[at + 1 : at + 2]
            or not (words[at + 1].isdigit() and script.is_glued(stretch.first + at + 1))
        )
    ):
        if words[at] == "/" and script.is_glued(stretch.first + at + 1):
            return "plain", 0
        return ("number" if depth == 0 else "decimal" if depth == 1 else "deep"), at + 1
    if depth:
        return ("decimal" if depth == 1 else "deep"), at
    return "plain", 0
