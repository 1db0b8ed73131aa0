"""People told apart by what they do or what was done to them: "người được cấp giấy phép nộp …"."""

from __future__ import annotations

from rules.reading.words.script import Script
from rules.reading.words.verbs import ADVERBS, MODALS, ORDERS, VERBS

# The deed behind one of these tells which people are meant; the next one is what they are told to do.
TELLS_WHICH = frozenset({"được", "bị", "trúng", "đã", "đang", "mới", "chưa", "không", "tham"})
NEAR, LONGEST = 3, 14


def which_end(script: Script, at: int, end: int) -> int:
    """Where the words end that tell which people are meant, before their own deed; ``at`` where none do."""
    place, told = at, False
    while place < min(at + LONGEST, end):
        word = script.word(place)
        if not (script.tokens[place].is_word or script.tokens[place].is_number):
            return at
        if word in TELLS_WHICH:
            told = True
            place = _behind_deed(script, place + 1, end)
        elif word == "có" and not MODALS.at(script.tokens, place, end) > 1:
            told, place = True, place + 1
        elif _acts(script, place, end):
            return place if told else at
        else:
            place += 1
    return at


def _behind_deed(script: Script, at: int, end: int) -> int:
    """Where the deed that begins near this place ends; ``at`` where none begins."""
    for place in range(at, min(at + NEAR, end)):
        length = VERBS.at(script.tokens, place, end)
        if length:
            return place + length
    return at


def _acts(script: Script, at: int, end: int) -> bool:
    tokens = script.tokens
    return any(words.at(tokens, at, end) for words in (VERBS, MODALS, ADVERBS, ORDERS))
