"""Kinds of bodies written in capitals, and what is written so and is no body."""

from __future__ import annotations

from rules.reading.words.bodies_lexicon import HEADS
from rules.reading.words.script import Script

# Written in capitals as short names are, but things and no bodies.
NO_SHORT_NAMES = frozenset(
    {
        "tthc",
        "dvc",
        "dvctt",
        "csdl",
        "vbqppl",
        "qppl",
        "cntt",
        "kpi",
        "qcvn",
        "tcvn",
        "oda",
        "fdi",
        "fta",
        "api",
    }
    | {
        "bhyt",
        "bhxh",
        "tscđ",
        "ktxh",
        "cchc",
        "kpis",
        "gplx",
        "gcn",
        "sxkd",
        "đtc",
        "vnđ",
        "usd",
        "ppp",
        "bctc",
        "cbtt",
    }
)
# Papers and things by two letters: no body has so short a name.
SHORT_THINGS = frozenset({"bc", "hs", "kh", "tt", "vb", "gp", "hđ"})


def is_short_name(script: Script, at: int, end: int) -> bool:
    """ "Các CTCK còn lại": a kind of body written in capitals among words that are not."""
    if (
        at >= end
        or script.word(at) in NO_SHORT_NAMES
        or not script.tokens[at].is_word
        or not 3 <= len(script.word(at)) <= 7
    ):
        return False
    around = [place for place in (at - 1, at + 1) if 0 <= place < end and script.tokens[place].is_word]
    return script.is_shouted(at) and not any(script.is_shouted(place) for place in around)


def is_abbreviation(script: Script, place: int) -> bool:
    """A name in capitals among words that are not: "VEC", "EVN"."""
    if not 2 <= len(script.word(place)) <= 8 or not is_short(script, place):
        return False
    if set(script.word(place)) <= {"i", "v", "x"}:
        return False  # "quý I, II, III", "Đại hội XX"
    if HEADS.at(script.tokens, place) or script.word(place) in SHORT_THINGS:
        return False
    around = (place - 1, place + 1)
    if any(
        script.word(at) in {"/", "-"} and (script.is_glued(at) or script.is_glued(at + 1)) for at in around
    ):
        return False
    if (script.word(place - 1) == "." and script.is_glued(place)) or (
        script.word(place + 1) == "." and script.is_glued(place + 2)
    ):
        return False
    near = [at for at in around if 0 <= at < len(script.tokens) and script.tokens[at].is_word]
    if not near:
        # "1. EVNCPC:" heads what stands below, "EVN, PVN hoàn thành …" is a row of them.
        return script.word(place + 1) == ":" or (
            script.word(place + 1) == "," and is_short(script, place + 2)
        )
    return not any(script.is_shouted(at) for at in near)


def is_short(script: Script, at: int) -> bool:
    """Whether a word is written as short names are: in capitals, or with three of them."""
    if at >= len(script.tokens) or not script.tokens[at].is_word:
        return False
    token = script.tokens[at]
    capitals = sum(letter.isupper() for letter in script.text[token.start : token.end])
    return script.is_shouted(at) or capitals >= 3
