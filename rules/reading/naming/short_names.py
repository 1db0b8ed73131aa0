"""Kinds of bodies written in capitals, and what is written so and is no body."""

from __future__ import annotations

import re

from rules.reading.words.bodies_lexicon import HEADS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

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

# How a syllable of the language is written where it bears no mark.
SYLLABLE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?(?:[aeo]o|[aio]a|u[aey]|[aeiouy]|[aou][iuy]|[ie]u)(?:ng|nh|ch|[cmnpt])?"
)
# Written likewise, and things.
FOREIGN_THINGS = Lexicon.lines(
    """covid, internet, website, email, video, online, container, logistics, festival, marathon, seagames, zalo,
    facebook, youtube, google, windows, excel, word, blockchain, fanpage, banner, brexit, asean, corona, smartphone,
    robot, camera, gmail,
    hotline, link, download, mobile, telephone, skype, viber, telegram, zoom, teams"""
)
LONGEST_BRAND = 3


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


def brand_ends(script: Script, at: int, end: int) -> int:
    """Where a company's name ends that is no word of the language: "Petrolimex", "Vietnam Airlines"; ``at`` if none."""
    last = at
    while last < min(end, at + LONGEST_BRAND) and _is_foreign(script, last):
        last += 1
    if last == at or FOREIGN_THINGS.at(script.tokens, at, end) or script.is_capital(at - 1):
        return at
    tokens = script.tokens
    if script.word(last) == "chủ" and script.word(last + 1) == "trì":
        return last
    if script.word(last) == ":" and script.word(at - 1) in {".", "-", ")"}:
        return last  # "1. Petrolimex:" heads what stands below
    acts = last < end and not script.is_capital(last)
    acts = acts and bool(VERBS.at(tokens, last, end) or MODALS.at(tokens, last, end))
    in_a_row = (
        script.word(last) in {",", "và"} and last + 1 < end and brand_ends(script, last + 1, end) > last + 1
    )
    return last if acts or in_a_row or ORDERS.ending(tokens, at) else at


def _is_foreign(script: Script, at: int) -> bool:
    token = script.tokens[at]
    written = script.text[token.start : token.end]
    if not (token.is_word and written.isascii() and written[0].isupper() and len(written) > 3):
        return False
    mixed = any(sign.isupper() for sign in written[1:]) and not written.isupper()
    return mixed or SYLLABLE.fullmatch(written.lower()) is None
