"""What goes on from clause to clause inside one block."""

from __future__ import annotations

from dataclasses import dataclass

from rules.reading.duty.sketch import Sketch
from rules.reading.judging.refusals import Judged
from rules.reading.judging.timing import Timing
from rules.reading.naming.bodies import Body


@dataclass(slots=True)
class Run:
    """Who leads and helps, who speaks, and the time at the head, as far as the block is read.

    ``first``: where the block begins; ``tells``: the sentence says what a paper is to hold, and orders nothing itself;
    ``timed``: the clause has a time at its head; ``regime``: after how many years the reports of this block return, and
    if it says so itself.
    """

    first: int = 0
    leads: tuple[Body, ...] = ()
    cooperating: tuple[Body, ...] = ()
    speakers: tuple[Body, ...] = ()
    told_last: tuple[Body, ...] = ()
    sentence: int = -1
    head: Judged | None = None
    head_timing: Timing | None = None
    last: Sketch | None = None
    listed_from: Sketch | None = None
    tells: bool = False
    timed: bool = False
    regime: tuple[int, bool] = (0, False)
