"""Whose term it is, said by the label before it: "Đối với tuyến xã: 05 ngày làm việc kể từ …"."""

from __future__ import annotations

from rules.reading.bodies import Body, Naming
from rules.reading.lexicon import Lexicon
from rules.reading.script import Script, Stretch

OF = Lexicon.lines(
    "đối với, với, riêng đối với, riêng với, riêng, còn đối với, còn với, áp dụng đối với, tại"
)


def whose_term(script: Script, naming: Naming, clause: Stretch, time: Stretch) -> tuple[Body, ...]:
    """The bodies that a clause names before a colon with nothing but the time behind it; none where it is not so."""
    at = clause.first + OF.at(script.tokens, clause.first, time.first)
    group = naming.group_at(script, at, time.first) if at < time.first else None
    if group is None or group.place.last + 1 != time.first or script.word(group.place.last) != ":":
        return ()
    return group.bodies
