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


# People are called so too: "Phạm Phú Trường Giang".
GIVEN_NAMES = frozenset({"trường", "đoàn", "hội", "vụ", "đài", "viện"})


def is_in_a_name(script: Script, at: int) -> bool:
    """Whether a capital word stands behind two others, or "ông" and one, and before another, as a person's name does."""
    words = (at - 1, at, at + 1)
    called = script.is_capital(at - 2) or script.word(at - 2) in {"ông", "bà", "chí", "anh", "chị"}
    return called and all(script.is_capital(word) and not script.is_shouted(word) for word in words)


def person_ends(script: Script, at: int, end: int) -> int:
    """On through a person's name behind a title: two to four capitalised words."""
    start = at
    while at < end and at - start < 4 and script.is_capital(at) and not script.is_shouted(at):
        if HEADS.at(script.tokens, at, end) and script.word(at) not in {"đoàn", "hội", "quỹ", "tổ"}:
            break
        at += 1
    return at if at - start >= 2 else start
