"""Boards by the works that they build: "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, MODALS, ORDERS, VERBS

BOARDS = Lexicon.lines(
    """ban quản lý, ban ql, ban qlda, bqlda, bql, ban quản lý dự án, ban ql dự án, ban quản lý đầu tư,
    ban quản lý các dự án"""
)
WORKS = Lexicon.lines("các công trình, công trình, các dự án, các công trình xây dựng, các dự án đầu tư")
# What they build, though a deed begins alike: "giao thông" is no handing over.
WHOLE = frozenset({"xây dựng", "phát triển", "đầu tư", "giao thông"})
# "Xây dựng đề án": what is made tells that it is the deed.
MADE = frozenset({"đề", "kế", "phương", "dự", "quy", "chương"})
LONGEST = 14


def works_end(script: Script, first: int, at: int, end: int) -> int:
    """How many tokens more of the board's name the works are, before its deed; 0 where none stand here."""
    length = WORKS.at(script.tokens, at, end)
    if not length or not BOARDS.at(script.tokens, first, end):
        return 0
    place = at + length
    while place < min(at + LONGEST, end):
        if script.words(Stretch(place, place + 2)) in WHOLE and script.word(place + 2) not in MADE:
            place += 2
            continue
        if _acts(script, place, end):
            break
        joins = script.word(place) in {"và", ","} and _goes_on(script, place + 1, end)
        if not (script.tokens[place].is_word and script.word(place) != "và") and not joins:
            break
        place += 1
    return place - at if place > at + length else 0


def _goes_on(script: Script, at: int, end: int) -> bool:
    """ "giao thông và nông nghiệp": one more field in lower case, and no deed or body."""
    return at < end and script.tokens[at].is_word and not script.is_capital(at) and not _acts(script, at, end)


def _acts(script: Script, at: int, end: int) -> bool:
    if script.words(Stretch(at, at + 2)) in WHOLE and script.word(at + 2) not in MADE:
        return False
    return any(words.at(script.tokens, at, end) for words in (VERBS, MODALS, ADVERBS, ORDERS))
