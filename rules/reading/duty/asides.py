"""Clauses beside a duty that are none themselves: what follows of it, who said it, which figures are meant."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

AS_ABOVE = Lexicon.lines("thời hạn như trên, thời gian như trên, cùng thời hạn trên, cùng thời hạn nêu trên")
AFTERWARDS = frozenset({"sau thời", "quá thời", "hết thời", "quá hạn", "hết hạn"})
FIGURES = Lexicon.lines(
    "tính từ, được tính từ, tính đến, số liệu tính từ, thời gian chốt số liệu, thời điểm chốt số liệu, chốt số liệu"
)


def tells_what_follows(script: Script, clause: Stretch) -> bool:
    """ "…; tỉnh nào chậm sẽ bị nêu tên", "…; sau thời hạn này …": what becomes of whoever fails."""
    first = script.words(Stretch(clause.first, clause.first + 2))
    return first.endswith(" nào") or first in AFTERWARDS


def counts_figures(script: Script, clause: Stretch) -> bool:
    """ "Báo cáo hằng tháng: tính từ ngày 15 …": which figures are meant."""
    return FIGURES.at(script.tokens, clause.first, clause.last) > 0


def attributes(script: Script, clause: Stretch) -> bool:
    """ "…", Thứ trưởng A yêu cầu: behind the closing mark the speaker is named, and no duty."""
    return '"' in {script.word(clause.first - 1), script.word(clause.first - 2)}


def as_above(script: Script, clause: Stretch) -> bool:
    """ "…, thời hạn như trên": the time of the clause before."""
    return AS_ABOVE.within(script.tokens, clause.first, clause.last) is not None
