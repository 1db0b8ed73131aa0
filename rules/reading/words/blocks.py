"""A text cut into blocks: paragraphs and list entries with their markers, and the rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from rules.reading.words.script import ENDS, Script, Stretch
from rules.reading.words.wrapping import Wrapping

MarkerKind = Literal[
    "part", "roman", "article", "number", "decimal", "deep", "letter", "dash", "plus", "plain"
]
ROMAN = re.compile(r"[ivxl]+")
LONGEST = 600  # tokens, some four pages' worth of one paragraph: the longest that is labelled has 215
# Where a part may end, best first.
PART_ENDS = (frozenset({".", "!", "?", "…"}), frozenset({";"}), frozenset({","}))
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
        "quý",
        "bộ",
        "sở",
    }
)


EACH = frozenset({"hằng", "hàng", "mỗi", "từng", "theo", "cáo", "kỳ"})
# These end with "Bộ" and are whole: the ministry's own office and inspectors.
WHOLE_NAMES = frozenset({"thanh tra bộ", "văn phòng bộ", "lãnh đạo bộ", "cơ quan bộ"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or entry, or a part of one without end; ``body`` leaves its marker out."""

    whole: Stretch
    body: Stretch
    kind: MarkerKind
    is_row: bool = False
    is_part: bool = False


def blocks_of(script: Script) -> tuple[Block, ...]:
    """The blocks of a text in order."""
    lines = [(line, len(line) <= LONGEST and _is_row(script, line)) for line in _lines(script)]
    return tuple(
        Block(part, part, "plain", True) if is_row else _part_at(script, part, whole)
        for whole, is_row in _joined(script, lines)
        for part in _parts(script, whole)
    )


def number_of(script: Script, block: Block) -> int:
    """The number of an entry "3. …"; 0 for any other block."""
    word = script.word(block.whole.first)
    return int(word) if block.kind == "number" and word.isascii() and word.isdigit() else 0


def _part_at(script: Script, part: Stretch, whole: Stretch) -> Block:
    block = block_at(script, part)
    return block if part == whole else replace(block, is_part=True)


def _parts(script: Script, whole: Stretch) -> Iterator[Stretch]:
    """What is longer than any paragraph, as parts that end where a sentence or clause does: each is read by itself.

    Looking around a time costs with its clause's length, so that a text without any end would be read for ever.
    """
    first = whole.first
    while (left := whole.last - first) > LONGEST:
        # The last two are of one length: a few words left over would be torn from all that they speak of.
        furthest = first + (LONGEST if left > 2 * LONGEST else (left + 1) // 2)
        ends = (
            next((at + 1 for at in range(furthest - 1, first, -1) if script.word(at) in signs), None)
            for signs in PART_ENDS
        )
        end = next((end for end in ends if end is not None), furthest)
        yield Stretch(first, end)
        first = end
    yield Stretch(first, whole.last)


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


def _joined(script: Script, lines: Sequence[tuple[Stretch, bool]]) -> Iterator[tuple[Stretch, bool]]:
    """A line broken by its width goes on in the next one, which begins in lower case without a marker; rows never."""
    wrapping = Wrapping.of(script, [line for line, is_row in lines if not is_row])
    held: Stretch | None = None
    before: Stretch | None = None
    for line, is_row in lines:
        if (
            held is not None
            and before is not None
            and not is_row
            and _goes_on(script, held, line, wrapping.widest_gap, full=wrapping.is_full(before, line))
        ):
            held, before = Stretch(held.first, line.last), line
            continue
        if held is not None:
            yield held, False
        held = before = None if is_row else line
        if is_row:
            yield line, True
    if held is not None:
        yield held, False


def _goes_on(script: Script, held: Stretch, line: Stretch, gap: int, *, full: bool) -> bool:
    """Whether a paragraph goes on in this line; ``full``: the line before had no room for its first word."""
    last = script.word(held.last - 1)
    between = script.text[script.tokens[held.last - 1].end : script.tokens[line.first].start]
    if between.count("\n") > gap or last in ENDS | {"|"} or _marker(script, line)[0] != "plain":
        return False
    if last in {";", ":"}:
        return full and script.tokens[line.first].is_word and not script.is_capital(line.first)
    if full and len(held) > 4:
        return True
    if not script.tokens[line.first].is_word:
        return script.tokens[line.first].is_number and len(held) > 8
    unfinished = last in UNFINISHED and script.words(Stretch(held.last - 3, held.last)) not in WHOLE_NAMES
    # "Báo cáo hằng tháng" is whole.
    unfinished = unfinished and not (last in {"tháng", "quý"} and script.word(held.last - 2) in EACH)
    return (not script.is_capital(line.first) and len(held) > 4) or unfinished


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
    words = list(script.texts[stretch.first : min(stretch.last, stretch.first + 6)])
    first, second, third = [*words, "", "", ""][:3]
    if first in DASHES and len(words) > 1:
        return ("plus", 1) if first == "+" else ("dash", 1)
    if first in {"điều", "khoản", "mục", "phần", "chương"} and (second.isdigit() or ROMAN.fullmatch(second)):
        kind: MarkerKind = "article" if first in {"điều", "khoản"} else "part"
        at = _codified(script, stretch.first + 2, stretch.last) - stretch.first
        return kind, at + (script.word(stretch.first + at) in {".", ":"})
    if first in {"mốc", "bước", "đợt", "việc"} and second.isdigit() and third in {".", ":"}:
        return "number", 3
    if ROMAN.fullmatch(first) and second in {".", "/", ")", "-"} and script.is_capital(stretch.first):
        # "trong quý" stands in the line before: "III/2022" is no entry, nor is "V/v".
        within = second == "/" and (third.isdigit() or third == "v") and script.is_glued(stretch.first + 2)
        return ("plain", 0) if within else ("roman", 2)
    if first.isdigit() and len(first) <= 3:
        return _numbered(script, stretch, words)
    if len(first) == 1 and first.isalpha() and second in {")", "."} and not script.is_capital(stretch.first):
        return "letter", 2
    if len(first) == 1 and first.isalpha() and second == "," and script.is_capital(stretch.first + 2):
        return "letter", 2  # "a, Thời gian: …"
    if len(first) == 1 and first.isalpha() and second in {")", ".", "/"} and script.is_capital(stretch.first):
        return "part", 2
    if first == "(" and third == ")" and len(second) <= 3:
        return "letter", 3
    return "plain", 0


def _codified(script: Script, at: int, end: int) -> int:
    """Where the number "22.1.LQ.23" of an article of the codified law ends (Ordinance 03/2012/UBTVQH13)."""
    while at + 1 < end and script.word(at) == "." and script.is_glued(at) and script.is_glued(at + 1):
        at += 2
    return at


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
