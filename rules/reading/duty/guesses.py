"""Whoever stands before a word of duty, though no body is known by that name."""

from __future__ import annotations

from rules.reading.naming.bodies import Body
from rules.reading.words.bodies_lexicon import NO_BODIES
from rules.reading.words.duty_words import BINDING, THINGS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.quantities import share_at, whole_at
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import CONNECTIVES, VERBS

LONGEST = 14
# What is drawn up and issued binds nobody to draw it up.
WRITINGS = Lexicon.lines(
    """nghị định, nghị quyết, thông tư, quyết định, chỉ thị, quy hoạch, quy chế, quy trình, dự thảo, luật, bộ luật,
    tờ trình, phương án, chương trình, chiến lược, hợp đồng, biên bản"""
)


def guessed(script: Script, place: Stretch) -> Body | None:
    """Who is bound by "phải", "có trách nhiệm" at the head of a clause; None where a thing or a deed stands there.

    "Các" begins too many rows of things; of "mọi", "toàn bộ", "tất cả" only what is not to be done to them is asked.
    """
    many = share_at(script, place.first, place.last) or whole_at(script, place.first, place.last)
    first = place.first + many
    if CONNECTIVES.at(script.tokens, first, place.last):
        return None
    if script.word(first) in THINGS or NO_BODIES.at(script.tokens, first, place.last):
        return None
    if WRITINGS.at(script.tokens, first, place.last) or VERBS.at(script.tokens, first, place.last):
        return None
    end: int | None = None
    for at in range(first + 1, min(first + LONGEST, place.last)):
        if script.word(at) in {",", "(", ":", ";"} or script.tokens[at].is_number:
            return None
        if script.word(at) in {"đã", "đang", "khi", "có"} and end is None:
            end = at
        if any(script.texts[at : at + len(words)] == words for words in BINDING):
            if many and script.word(at + 1) in {"được", "bị"}:
                return None
            found = Stretch(place.first, end or at)
            return Body(found, script.written(found), "common")
    return None
