"""Whose congress it is, told beside its time: "Đại hội công đoàn cấp huyện hoàn thành trong quý II"."""

from __future__ import annotations

from rules.reading.naming.bodies import Body, Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

CONGRESSES = Lexicon.lines(
    """đại hội, đại hội điểm, đại hội đại biểu, đại hội đảng viên, đại hội toàn thể, đại hội thường niên, đại hội nhiệm kỳ,
    hội nghị đại biểu, hội nghị người lao động, hội nghị cán bộ công chức"""
)


def whose_congress(script: Script, naming: Naming, place: Stretch, time: Stretch) -> Body | None:
    """The body right behind the last congress that is named before a time; a name without more is none."""
    found: Body | None = None
    at = place.first
    while at < time.first:
        length = CONGRESSES.at(script.tokens, at, time.first)
        if length:
            behind = at + length + (script.word(at + length) in {"của", "ở", "tại"})
            group = naming.group_at(script, behind, time.first) if behind < time.first else None
            found = group.bodies[-1] if group is not None and len(group.place) > 1 else None
        at += max(length, 1)
    return found
