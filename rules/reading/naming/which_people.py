"""People told apart by what they do or what was done to them: "người được cấp giấy phép nộp …"."""

from __future__ import annotations

from rules.reading.words.script import Script
from rules.reading.words.verbs import ADVERBS, HANDS_OUT, MODALS, ORDERS, VERBS

# The deed behind one of these tells which people are meant; the next one is what they are told to do.
TELLS_WHICH = frozenset({"được", "bị", "trúng", "đã", "đang", "mới", "chưa", "không", "tham"})
# "Người có công", "một người trong số đó", "người ta": no kind of people, or one that is told otherwise.
NO_KIND = frozenset(
    {"ta", "đó", "này", "nào", "có", "mà", "là", "trong", "của", "và", "khác", "để", "ở", "tại", "với"}
)
NEAR, LONGEST, LONGEST_KIND = 3, 14, 4


def which_end(script: Script, at: int, end: int) -> int:
    """Where the words end that tell which people are meant, before their own deed; ``at`` where none do."""
    place, told = at, False
    while place < min(at + LONGEST, end):
        word = script.word(place)
        if not (script.tokens[place].is_word or script.tokens[place].is_number):
            return at
        if MODALS.at(script.tokens, place, end) > 1 and not HANDS_OUT.at(script.tokens, place + 1, end):
            return place if told and script.word(place - 1) != "và" else at
        if word in TELLS_WHICH:
            told = True
            place = _behind_deed(script, place + 1, end)
        elif word == "có" and not MODALS.at(script.tokens, place, end) > 1:
            told, place = True, place + 1
        elif _acts(script, place, end):
            return place if told and script.word(place - 1) != "và" else at
        else:
            place += 1
    return at


def plain_people(script: Script, place: int, end: int) -> int:
    """ "Người ứng cử nộp …": "người" and one or two words before their deed; 0 where no deed follows at once."""
    for last in range(place + 2, min(place + LONGEST_KIND + 1, end)):
        if not script.tokens[last - 1].is_word or script.word(last - 1) in NO_KIND:
            return 0
        if _acts(script, last, end):
            return last - place
    return 0


def _behind_deed(script: Script, at: int, end: int) -> int:
    """Where the deed that begins near this place ends; ``at`` where none begins."""
    for place in range(at, min(at + NEAR, end)):
        length = VERBS.at(script.tokens, place, end)
        if length:
            return place + length
    return at


def _acts(script: Script, at: int, end: int) -> bool:
    if script.word(at) == "chỉ" and script.word(at - 1) in {"chứng", "địa"}:
        return False
    tokens = script.tokens
    return any(words.at(tokens, at, end) for words in (VERBS, MODALS, ADVERBS, ORDERS))
