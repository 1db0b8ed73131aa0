"""Places of a row that are named without their level: "huyện Long Thành và Nhơn Trạch bàn giao …"."""

from __future__ import annotations

from rules.reading.naming.body import Body
from rules.reading.words.bodies_lexicon import HEADS, TITLES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, MODALS, ORDERS, VERBS

LEVELS = Lexicon.lines("tỉnh, huyện, quận, xã, phường, thành phố, thị xã, thị trấn, tp, tx, tt")
COUNTED = frozenset({"hai", "ba", "bốn", "năm", "sáu", "các", "những", "cả"})


def named_behind_level(script: Script, place: int, head: int) -> int:
    """Where the place's own name begins, if the head of the name is a level and nothing more; 0 where it is not."""
    at = place + head
    if LEVELS.at(script.tokens, place, at) != head:
        return 0
    at += script.word(at) == "." and script.word(place) in {"tp", "tx", "tt"}
    return at if script.is_capital(at) else 0


def with_bare_places(script: Script, body: Body, end: int) -> tuple[Body, ...]:
    """The body and the places behind it, each for itself; where they were counted first, one name for all."""
    row = _row(script, body.place, end)
    if not row:
        return (body,)
    first = body.place.first
    if script.word(first) in COUNTED or script.tokens[first].is_number:
        whole = Stretch(first, row[-1].last)
        return (Body(whole, script.written(whole), body.kind),)
    return (body, *(Body(part, script.written(part), "agency") for part in row))


def _row(script: Script, body: Stretch, end: int) -> list[Stretch]:
    """The proper names behind a place, the last behind "và" and before a deed; none where no such row stands."""
    at = body.last
    while at > body.first and script.is_capital(at - 1):
        at -= 1
    if at == body.last or not LEVELS.ending(script.tokens, at, body.first):
        return []
    found: list[Stretch] = []
    place, joint = body.last, ""
    while place < end and joint != "và" and script.word(place) in {",", "và"}:
        joint = script.word(place)
        last = place + 1
        while last < end and script.is_capital(last):
            last += 1
        named = Stretch(place + 1, last)
        if (
            not named
            or HEADS.at(script.tokens, named.first, end)
            or TITLES.at(script.tokens, named.first, end)
        ):
            return []
        found.append(named)
        place = last
    return found if joint == "và" and _acts(script, place, end) else []


def _acts(script: Script, at: int, end: int) -> bool:
    tokens = script.tokens
    words = (VERBS, MODALS, ORDERS, ADVERBS)
    return any(lexicon.at(tokens, at, end) for lexicon in words)
