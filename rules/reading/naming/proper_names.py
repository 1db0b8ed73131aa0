"""Proper names behind the name of a body or a title: where a branch's place or a person's name ends."""

from __future__ import annotations

from rules.reading.words.bodies_lexicon import HEADS, TITLES
from rules.reading.words.script import Script


def branch_ends(script: Script, at: int, end: int) -> int:
    """On through the place of a branch: "VNPT Yên Bái"."""
    start = at
    while at < end and at - start < 3 and script.is_capital(at) and not script.is_shouted(at):
        if HEADS.at(script.tokens, at, end) or TITLES.at(script.tokens, at, end):
            return start
        at += 1
    return at if at - start >= 2 else start


def person_ends(script: Script, at: int, end: int) -> int:
    """On through a person's name behind a title: two to four capitalised words."""
    start = at
    while at < end and at - start < 4 and script.is_capital(at) and not script.is_shouted(at):
        if HEADS.at(script.tokens, at, end) and script.word(at) not in {"đoàn", "hội", "quỹ", "tổ"}:
            break
        at += 1
    return at if at - start >= 2 else start
