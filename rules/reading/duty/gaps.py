"""The bracketed parts of a block, which its clauses are read without; one that is a whole sentence is none."""

from __future__ import annotations

from rules.reading.words.script import ENDS, Script, Stretch
from rules.reading.words.verbs import VERBS

OPENS, CLOSES = frozenset({"(", "["}), frozenset({")", "]"})


def brackets(script: Script, stretch: Stretch) -> tuple[Stretch, ...]:
    """The outermost bracketed parts of a stretch; a bracket never closed ends with the stretch's sentence."""
    found: list[Stretch] = []
    if not script.has(OPENS, stretch.first, stretch.last):
        return ()
    opened: int | None = None
    depth = 0
    for place in range(stretch.first, stretch.last):
        word = script.word(place)
        if word in OPENS:
            opened = place if depth == 0 else opened
            depth += 1
        elif word in CLOSES and depth:
            depth -= 1
            if depth == 0 and opened is not None:
                found.append(Stretch(opened, place + 1))
    return tuple(gap for gap in found if not _is_a_sentence(script, gap, stretch))


def _is_a_sentence(script: Script, gap: Stretch, body: Stretch) -> bool:
    """ "(Các khoa gửi kết quả về Phòng A trước ngày …)": a bracket that is a whole sentence is read as one."""
    begins = gap.first == body.first or script.breaks_after(gap.first - 1)
    ends = gap.last >= body.last or script.word(gap.last) in ENDS
    return begins and ends and VERBS.within(script.tokens, gap.first, gap.last) is not None
