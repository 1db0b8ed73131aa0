"""Where bodies sit, as part of their name: "các doanh nghiệp tại Hà Nội phải …", "chi nhánh … tại Việt Nam"."""

from __future__ import annotations

from rules.reading.words.bodies_lexicon import PLACES, QUANTIFIERS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.papers import PAPERS
from rules.reading.words.refusal_words import EVENTS
from rules.reading.words.script import Script
from rules.reading.words.verbs import ADVERBS, MODALS, ORDERS, VERBS

AT = Lexicon.lines(
    "tại, ở, có trụ sở tại, có trụ sở ở, hoạt động tại, hoạt động ở, đóng tại, cư trú tại, sinh sống tại"
)
# Places that have a name in lower case, or none.
SITES = Lexicon.lines(
    """khu, vùng, chợ, sân bay, cảng, cửa khẩu, tổ, thôn, ấp, bản, buôn, xóm, làng, cụm công nghiệp, địa phương, trung ương,
    nước ngoài, địa bàn, miền, đường, phố, chung cư, bến xe, đảo, lòng hồ, ven biển, ven sông, đô thị, nông thôn, tòa nhà"""
)
BOUND = Lexicon.lines("phải, có trách nhiệm, có nghĩa vụ, chịu trách nhiệm")
LONGEST = 12  # tokens from "tại" to the deed


def seat_ends(script: Script, at: int, end: int) -> int:
    """Where the words end that say where a body sits, before its own deed; ``at`` where there are none."""
    length = AT.at(script.tokens, at, end)
    first = at + length
    first += script.word(first) in QUANTIFIERS
    if not length or not _is_place(script, first, end):
        return at
    for place in range(first + 1, min(first + LONGEST, end)):
        if script.is_capital(place) or script.tokens[place].is_number:
            continue
        joins = script.word(place) in {",", "và", "-"} and _is_place(script, place + 1, end)
        if not (script.tokens[place].is_word or joins):
            return at
        if _acts(script, place, end):
            return place
    return at


def bound_seat_ends(script: Script, at: int, end: int) -> int:
    """The same where a name of its own stands before it: only what binds it may follow ("Chi nhánh A tại Huế phải")."""
    last = seat_ends(script, at, end)
    return last if BOUND.at(script.tokens, last, end) else at


def _is_place(script: Script, at: int, end: int) -> bool:
    """A name, or a kind of place; "tại Công văn số 5", "tại Hội nghị" name none."""
    tokens = script.tokens
    if at >= end or PAPERS.at(tokens, at, end) or EVENTS.at(tokens, at, end):
        return False
    site = script.word(at) in PLACES or SITES.at(tokens, at, end) > 0
    return site or (script.is_capital(at) and not script.is_shouted(at))


def _acts(script: Script, at: int, end: int) -> bool:
    tokens = script.tokens
    return any(words.at(tokens, at, end) for words in (VERBS, MODALS, ADVERBS, ORDERS))
