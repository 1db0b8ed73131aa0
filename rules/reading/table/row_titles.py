"""Rows of one cell: titles over the rows below, which may name who is told or by when, and whole sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.reading.judging.refusals import Judged
from rules.reading.naming.bodies import Body, Naming
from rules.reading.table.above import Above
from rules.reading.table.cell_times import CellTimes
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

NUMBERED = frozenset({".", ")", "/"})
BELOW = Lexicon.lines(
    "nhiệm vụ, các nhiệm vụ, những nhiệm vụ, công việc, các công việc, nội dung, các nội dung, nhiệm vụ trong"
)
NO_ROWS = "it stands in a row by itself, with no rows below it"


@dataclass(frozen=True, slots=True)
class RowTitles:
    """Tells titles from sentences; ``judged`` takes the times that titles name."""

    script: Script
    naming: Naming
    times: CellTimes
    judged: list[Judged]

    def tell(self, cell: Stretch) -> bool:
        """Whether a row's only cell is a sentence that tells somebody to do something by a time, and no title."""
        if self.script.word(cell.first + 1) in NUMBERED:
            return False
        named = next(bodies_in(self.script, cell, self.naming), None)
        rest = Stretch(named.place.last, cell.last) if named is not None else Stretch(0, 0)
        return VERBS.within(self.script.tokens, rest.first, rest.last) is not None and bool(
            self.times.among(rest)
        )

    def enter(self, cell: Stretch, above: Above) -> None:
        """A row with one cell heads the rows below; it may name who is told, or by when."""
        self.leave(above)
        above.time, above.dues, above.rows = None, tuple(self.times.among(self._named(cell))), False
        for place in range(cell.first, min(cell.first + 3, cell.last)):
            group = self.naming.group_at(self.script, place, cell.last)
            if group is not None and group.place.last >= cell.last - 1:
                above.section = group.bodies
                above.leads = ()
                return
        above.section = ()

    def _named(self, cell: Stretch) -> Stretch:
        """What a title says without its number and the word for what stands below: "I. Nhiệm vụ quý II" is a time."""
        first = cell.first + 2 if self.script.word(cell.first + 1) in NUMBERED else cell.first
        first += BELOW.at(self.script.tokens, first, cell.last)
        return Stretch(first, cell.last) if first < cell.last else cell

    def leave(self, above: Above) -> None:
        """Tell of the times that a title named with no rows below it."""
        if above.rows:
            self.judged.extend(above.dues)
        else:
            self.judged.extend(replace(one, verdict="unread", why=NO_ROWS) for one in above.dues)


def bodies_in(script: Script, cell: Stretch, naming: Naming) -> Iterator[Body]:
    """All bodies that a cell names."""
    place = cell.first
    while place < cell.last:
        group = naming.group_at(script, place, cell.last)
        if group is None:
            place += 1
            continue
        yield from group.bodies
        place = group.place.last
