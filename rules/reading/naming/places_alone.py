"""Places that stand for those who govern them: "huyện phải bàn giao đất"."""

from __future__ import annotations

from rules.reading.naming.narrowing import STRICTLY
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script
from rules.reading.words.verbs import ORDERS, VERBS

UNITS = Lexicon.lines("tỉnh, huyện, quận, xã, phường, thị xã, thị trấn, thành phố")


def unit_alone(script: Script, place: int, end: int) -> int:
    """The tokens of a unit in lower case that is bound or ordered ("quận sẽ phải …"); 0 where it is only a place."""
    tokens = script.tokens
    unit = UNITS.at(tokens, place, end)
    if not unit or script.is_capital(place):
        return 0
    acts = script.word(place + unit) == "sẽ" or STRICTLY.at(tokens, place + unit)
    # "…, để huyện tổng hợp, báo cáo tỉnh": who goes on with what was sent.
    acts = acts or (script.word(place - 1) == "để" and VERBS.at(tokens, place + unit))
    ordered = ORDERS.ending(tokens, place) and VERBS.at(tokens, place + unit)
    return unit if acts or ordered else 0
