"""What is attached to an instrument and counts its own entries: an annex, a plan "ban hành kèm theo" a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.reading.words.blocks import Block
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

KINDS = Lexicon.lines(
    """phụ lục, kế hoạch, chương trình hành động, chương trình, quy chế, quy định, đề án, danh mục, phương án,
    điều lệ, quy trình, hướng dẫn, bảng phân công, bảng, biểu, nội quy, dự án, chiến lược, lộ trình"""
)
ATTACHED = Lexicon.lines(
    "ban hành kèm theo, kèm theo, ban hành theo, được ban hành kèm theo, phê duyệt kèm theo"
)
ANNEX_NUMBER = re.compile(r"[0-9]{1,2}|[ivx]{1,4}|[a-z]")
SHORT_LINE = 4
HEAD_LINES = 5


def names_enclosure(script: Script, line: Stretch) -> str:
    """ "PHỤ LỤC II": the name of the annex that a line heads; empty where it heads none."""
    if script.words(Stretch(line.first, line.first + 2)) != "phụ lục":
        return ""
    is_heading = len(line) <= SHORT_LINE or script.is_shouted(line.first)
    number = script.word(line.first + 2) if len(line) > 2 else ""
    if not is_heading:
        return ""
    return f"Phụ lục {number.upper()}" if ANNEX_NUMBER.fullmatch(number) else "Phụ lục"


def enclosed(script: Script, blocks: Sequence[Block], number: int) -> str:
    """What a line "(Ban hành kèm theo Quyết định …)" says is attached, by the heading above it."""
    body = blocks[number].body
    if script.word(body.first) != "(" or not ATTACHED.at(script.tokens, body.first + 1, body.last):
        return ""
    for block in reversed(blocks[max(0, number - HEAD_LINES) : number]):
        annex = names_enclosure(script, block.body)
        if annex:
            return annex
        first = block.body.first
        length = KINDS.at(script.tokens, first, block.body.last)
        if length and script.is_shouted(first):
            return script.words(Stretch(first, first + length)).capitalize()
    return "Phụ lục"
