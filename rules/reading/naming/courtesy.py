"""Words of courtesy for whom a letter speaks to: "quý cơ quan"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script

# What stands behind "quý" where a letter speaks to somebody, and no quarter is meant.
SPOKEN_TO = Lexicon.lines(
    """cơ quan, đơn vị, cơ quan _ đơn vị, bộ, sở, ban, ngành, bộ _ ngành, ủy ban, ủy ban nhân dân, ubnd, công ty, tổng công
    ty, tập đoàn, ngân hàng, cục, tổng cục, vụ, viện, trường, tỉnh, thành phố, vị, ông, bà, doanh nghiệp, tổ chức, hội,
    hiệp hội, văn phòng, địa phương, bệnh viện, đồng chí, thành viên, nhà trường, phòng"""
)


def courtesy_at(script: Script, place: int, end: int) -> int:
    """How many tokens speak to somebody from here on; 0 where none do, as in "quý I"."""
    if script.word(place) != "quý":
        return 0
    length = SPOKEN_TO.at(script.tokens, place + 1, end)
    return length and length + 1
