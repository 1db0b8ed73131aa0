"""Whether a clause speaks of an aim: "phấn đấu …", "mục tiêu …"; a figure that is only counted or handed out is none."""

from __future__ import annotations

from rules.reading.words.script import ENDS, Script, Stretch
from rules.reading.words.verbs import AIMS, CONNECTIVES, FORECASTS, MODALS, VERBS

# "Chỉ tiêu tuyển sinh", "chỉ tiêu thống kê", "chỉ tiêu biên chế": figures by their kind.
COUNTED = frozenset({"tuyển", "thống", "biên", "đào", "tín", "kê", "báo", "từ", "lao", "ngân", "thi"})
# "Báo cáo theo các chỉ tiêu …", "biểu chỉ tiêu", "giao chỉ tiêu": figures that are filled in or handed out.
HANDED = frozenset({"theo", "biểu", "giao", "bổ", "ký", "định", "xét", "số"})


# "Tổ chức kiểm tra với mục tiêu …", "theo chỉ tiêu được giao": what a deed is for does not make it an aim.
FOR = frozenset({"với", "nhằm", "theo", "bám", "sát"})


def aims_at(script: Script, clause: Stretch) -> bool:
    """Whether some word of an aim stands in the clause that names no figure of that kind."""
    at = clause.first
    while (found := AIMS.within(script.tokens, at, clause.last)) is not None:
        end = found + AIMS.at(script.tokens, found, clause.last)
        figure = script.words(Stretch(end - 2, end)) == "chỉ tiêu"
        before = script.word(found - 1 - (script.word(found - 1) == "các"))
        counted = figure and (script.word(end) in COUNTED or before in HANDED)
        if not counted and script.word(found - 1) not in FOR:
            return True
        at = end
    return False


def foretells_of_a_thing(script: Script, clause: Stretch) -> bool:
    """ "Dự kiến dự luật được thông qua …": what a forecast is about, where no deed follows at once, is nobody's."""
    length = FORECASTS.at(script.tokens, clause.first, clause.last)
    at = clause.first + length
    at += script.word(at) == ","
    acts = VERBS.at(script.tokens, at, clause.last) or MODALS.at(script.tokens, at, clause.last)
    return length > 0 and not acts and script.word(at) != "sẽ"


def is_done_to_a_thing(script: Script, clause: Stretch) -> bool:
    """ "Danh sách cử tri được niêm yết chậm nhất …": at the head of a sentence a thing to which something is done."""
    tokens, first = script.tokens, clause.first
    if script.word(first - 1) not in ENDS:
        return False
    first += CONNECTIVES.at(tokens, first, clause.last)
    first += script.word(first) == ","
    if VERBS.at(tokens, first, clause.last) or MODALS.at(tokens, first, clause.last):
        return False
    done = next((at for at in range(first + 1, clause.last) if script.word(at) in {"được", "bị"}), None)
    return done is not None and VERBS.at(tokens, done + 1, clause.last) > 0
