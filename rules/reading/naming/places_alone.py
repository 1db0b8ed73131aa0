"""Places that stand for those who govern them: "huyện phải bàn giao đất"."""

from __future__ import annotations

from rules.reading.naming.narrowing import STRICTLY
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ORDERS, VERBS

# Villages and wards' quarters, which act under their own name or number.
VILLAGES = Lexicon.lines(
    """thôn, ấp, bản, buôn, bon, làng, xóm, khóm, khu phố, khối phố, khu dân cư, tổ dân phố, tiểu khu, khu tập thể, chi bộ,
    chi đoàn, chi hội, liên đội"""
)
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


def village_at(script: Script, place: int, end: int) -> int:
    """ "Thôn Đông họp …", "Tổ dân phố số 5 nộp quỹ": the tokens of its name at a sentence's head before its deed; else 0."""
    tokens = script.tokens
    length = VILLAGES.at(tokens, place, end)
    if not length or not script.is_capital(place):
        return 0
    at = place + length + (script.word(place + length) == "số")
    while at < end and (script.is_capital(at) or (tokens[at].is_number and at - place <= length + 1)):
        at += 1
    at += 2 * (script.words(Stretch(at, at + 2)) == "trực thuộc")
    deed = VERBS.at(tokens, at, end) or STRICTLY.at(tokens, at, end)
    return at - place if deed and not script.is_capital(at) else 0
