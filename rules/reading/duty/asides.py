"""Clauses beside a duty that are none themselves: what follows of it, who said it, which figures are meant."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.duty.sketch import Sketch
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

AS_ABOVE = Lexicon.lines("thời hạn như trên, thời gian như trên, cùng thời hạn trên, cùng thời hạn nêu trên")
HEADS_A_TEAM = Lexicon.lines(
    "dẫn đầu, làm trưởng đoàn, làm trưởng ban, làm tổ trưởng, làm chủ tịch, đứng đầu"
)
AFTERWARDS = frozenset({"sau thời", "quá thời", "hết thời", "quá hạn", "hết hạn"})
STRESSES = Lexicon.lines(
    "tập trung, chú trọng, ưu tiên, lưu ý, chú ý, quan tâm, đặc biệt, đặc biệt quan tâm, đặc biệt lưu ý, quan tâm xử lý"
)
REPORTS = Lexicon.lines("báo cáo, gửi báo cáo, gửi kết quả, nộp báo cáo, gửi văn bản")
NEAR = 20  # tokens
SHORT_NAME = 10
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
    """ "…", Thứ trưởng A yêu cầu; "trong đó, đoàn số 1 do ông B dẫn đầu": who speaks or heads a team, and no duty."""
    if HEADS_A_TEAM.within(script.tokens, clause.first, clause.last) is not None:
        by = next((at for at in range(clause.first, clause.last) if script.word(at) == "do"), clause.first)
        return by > clause.first and VERBS.within(script.tokens, clause.first, by) is None
    return '"' in {script.word(clause.first - 1), script.word(clause.first - 2)}


def stresses(script: Script, clause: Stretch, due: Stretch) -> bool:
    """ "… báo cáo kết quả trước ngày D. Trong đó, cần tập trung …": what to heed in the work; the day is the report's."""
    if script.words(Stretch(clause.first, clause.first + 2)) != "trong đó":
        return False
    at = clause.first + 2
    while script.word(at) in {",", "cần", "phải"}:
        at += 1
    if not STRESSES.at(script.tokens, at, clause.last):
        return False
    return REPORTS.within(script.tokens, max(0, due.first - NEAR), due.first) is not None


def goes_on_with_a_deed(script: Script, at: int) -> bool:
    """ "Hoàn thành nhiệm vụ và báo cáo kết quả": the duties are spoken of, and a deed of its own follows."""
    return script.word(at) in {"và", ","} and VERBS.at(script.tokens, at + 1) > 0


def as_above(script: Script, clause: Stretch) -> bool:
    """ "…, thời hạn như trên": the time of the clause before."""
    return AS_ABOVE.within(script.tokens, clause.first, clause.last) is not None


def quote_reports(script: Script, head: Sketch | None, made: Sequence[Sketch]) -> None:
    """ "Báo cáo khai thác: ngày 18 hằng tháng, gửi Cục A": what is sent is quoted with what is told of it."""
    if head is None or not head.dropped or len(head.place) >= SHORT_NAME:
        return
    if script.words(Stretch(head.place.first, head.place.first + 2)) != "báo cáo":
        return
    for told in made:
        if told.place.first == head.place.last + 1:
            told.words = told.words or told.place
            told.place = Stretch(head.place.first, told.place.last)
