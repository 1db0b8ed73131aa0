"""Who a bracket names beside a time: "(Sở Xây dựng; quý II/2024)", "(giao Sở Y tế, xong trước 30/6)"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.naming.bodies import Body, Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# All that such a bracket says beside the body and the time.
SAID = Lexicon.lines(
    """giao, giao cho, phân công, chủ trì, phụ trách, thực hiện, hoàn thành, xong, thời gian, thời hạn, hạn, là, tham mưu,
    đầu mối, làm đầu mối, tổ chức, tổ chức thực hiện, chịu trách nhiệm, và"""
)
SIGNS = frozenset({"-", ";", ",", ":", "."})


def named_beside_a_time(
    script: Script, naming: Naming, inner: Stretch, times: Sequence[Stretch]
) -> tuple[Body, ...]:
    """The bodies of a bracket that holds nothing else but a time; none of any other."""
    inside = [time for time in times if inner.covers(time)]
    bodies: list[Body] = []
    at = inner.first
    while inside and at < inner.last:
        time = next((time for time in inside if at in time), None)
        group = naming.group_at(script, at, _name_end(script, at, inner, inside)) if time is None else None
        if time is not None:
            at = time.last
        elif group is not None and not bodies:
            bodies.extend(group.bodies)
            at = group.place.last
        elif script.word(at) in SIGNS:
            at += 1
        elif length := SAID.at(script.tokens, at, inner.last):
            at += length
        else:
            return ()
    return tuple(bodies)


def _name_end(script: Script, at: int, inner: Stretch, times: Sequence[Stretch]) -> int:
    """How far a name may go: up to the next time, or to "phụ trách"."""
    end = min((time.first for time in times if time.first > at), default=inner.last)
    return next(
        (place for place in range(at, end) if script.words(Stretch(place, place + 2)) == "phụ trách"), end
    )
