"""Clauses that only say who is in charge of what stands before them, or who helps: "A chủ trì; B, C phối hợp"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.duty.clauses import EDGES
from rules.reading.duty.sketch import Sketch
from rules.reading.naming.bodies import Body, Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

CHARGE = Lexicon.lines(
    """chủ trì, chủ trì thực hiện, chủ trì tổ chức thực hiện, chủ trì triển khai, chịu trách nhiệm chính,
    chịu trách nhiệm thực hiện, là cơ quan chủ trì, là đơn vị chủ trì, làm đầu mối, là đầu mối"""
)
HELPS = Lexicon.lines(
    "phối hợp, cùng phối hợp, tham gia phối hợp, có trách nhiệm phối hợp, là cơ quan phối hợp"
)
LEADS_IT = Lexicon.lines("chủ trì")
WEAK = frozenset({"none", "earlier"})


def join_designations(script: Script, made: Sequence[Sketch]) -> None:
    """Give each duty of a block the lead and the helpers that the clauses behind it name; these are no duties."""
    before: Sketch | None = None
    for sketch in made:
        introduced = before is not None and before.dropped and script.word(before.place.last) == ":"
        if before is None or (before.dropped and not introduced) or sketch.dropped:
            before = sketch
        elif _only_takes_charge(script, sketch) and (before.lead_from in WEAK or introduced):
            before.leads, before.lead_from = sketch.leads, sketch.lead_from
            before.cooperating = before.cooperating or sketch.cooperating
            _take_in(before, sketch)
        elif _helps(script, sketch) and _is_led(script, before) and not _apart(before, sketch):
            before.cooperating = (*before.cooperating, *sketch.leads)
            _take_in(before, sketch)
        else:
            before = sketch


def helpers_behind(script: Script, naming: Naming, inner: Stretch) -> tuple[Body, ...]:
    """ "(A chủ trì; B, C phối hợp)": who helps, behind whoever is in charge."""
    led = LEADS_IT.within(script.tokens, inner.first, inner.last)
    if led is None or script.word(led + 2) not in {",", ";"}:
        return ()
    group = naming.group_at(script, led + 3, inner.last)
    if group is None or not HELPS.at(script.tokens, group.place.last, inner.last):
        return ()
    return group.bodies


def _take_in(held: Sketch, other: Sketch) -> None:
    """One duty of the two, with the time of whichever has one."""
    held.place = Stretch(held.place.first, max(held.place.last, other.place.last))
    if held.timing is None and other.timing is not None:
        held.judged, held.timing, held.time_from = other.judged, other.timing, other.time_from
    held.dropped, other.dropped = False, True
    held.duty = True


def _only_takes_charge(script: Script, sketch: Sketch) -> bool:
    rest = _rest(script, sketch)
    return bool(rest) and CHARGE.at(script.tokens, rest.first, rest.last) == len(rest)


def _helps(script: Script, sketch: Sketch) -> bool:
    """ "B, C phối hợp (hoàn thành …)": not "B phối hợp với C …", which is a duty of B."""
    rest = _rest(script, sketch)
    length = HELPS.at(script.tokens, rest.first, rest.last)
    return bool(length) and script.word(rest.first + length) not in {"với", "cùng", "và"}


def _is_led(script: Script, sketch: Sketch) -> bool:
    return LEADS_IT.within(script.tokens, sketch.place.first, sketch.place.last) is not None


def _apart(before: Sketch, sketch: Sketch) -> bool:
    """Whether both have a time, and not the same."""
    return before.timing is not None and sketch.timing is not None and before.judged != sketch.judged


def _rest(script: Script, sketch: Sketch) -> Stretch:
    """What a clause says behind its own lead, without its time at the end."""
    last = (sketch.words or sketch.place).last
    lead = sketch.leads[-1].place.last if sketch.leads and sketch.lead_from == "own" else last
    if (
        sketch.judged is not None
        and sketch.place.covers(sketch.judged.place)
        and sketch.judged.place.last == last
    ):
        last = sketch.judged.place.first
    while last > lead and script.word(last - 1) in EDGES:
        last -= 1
    return Stretch(lead, last) if lead in range(sketch.place.first, last) else Stretch(last, last)
