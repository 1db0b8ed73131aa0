"""Brackets that say who and when at a duty's end: "Khảo sát nhà ở (Sở Xây dựng; quý II/2024)"."""

from __future__ import annotations

from rules.reading.words.bodies_lexicon import HEADS, QUANTIFIERS
from rules.reading.words.script import Script, Stretch

SIGNS = frozenset({";", ",", "-"})
LONGEST = 24  # tokens


def beside_a_body(script: Script, place: Stretch) -> bool:
    """Whether a time stands in a bracket with nothing but a sign between it and the name of a body."""
    before, after = script.word(place.first - 1), script.word(place.last)
    if before in SIGNS and after == ")":
        opened = _opened(script, place.first - 1)
        return opened is not None and _named(script, opened + 1)
    return before == "(" and after in SIGNS and _named(script, place.last + 1)


def _opened(script: Script, at: int) -> int | None:
    for place in range(at, max(-1, at - LONGEST), -1):
        if script.word(place) == "(":
            return place
        if script.word(place) == ")":
            return None
    return None


def _named(script: Script, at: int) -> bool:
    several = script.word(at) in QUANTIFIERS
    return several or (script.is_capital(at) and HEADS.at(script.tokens, at) > 0)
