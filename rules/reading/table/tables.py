"""Annex tables given as rows of cells: which column is what, and what each row gives whom to do by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rules.reading.duty.frames import Frames
from rules.reading.duty.reader import Reader
from rules.reading.duty.sketch import Sketch
from rules.reading.judging.refusals import Judge, Judged
from rules.reading.judging.spotted import spotted
from rules.reading.judging.timing import Timer
from rules.reading.naming.bodies import Body, Naming
from rules.reading.phrase.answers import Speech
from rules.reading.table.above import Above
from rules.reading.table.cell_times import CellTimes
from rules.reading.table.glued import unglued
from rules.reading.table.row_titles import RowTitles, bodies_in
from rules.reading.table.stacks import Stack
from rules.reading.table.table_heads import Role, head_of
from rules.reading.words.blocks import Block, block_at
from rules.reading.words.rows import cells_of, is_dateline, is_number, is_ruled
from rules.reading.words.script import Script, Stretch, trimmed
from rules.reading.words.verbs import VERBS

SHORTEST = 8
LONGEST_TASK = 60  # tokens; a longer cell of several sentences is a text of its own
NO_TIME = "its cell of time is empty: it has no time unless the cell was merged with one above"
SAME = frozenset({"nt", "như trên", "- nt -", "-nt-", '"', "//", "''", "` `", "n t"})
EDGES = frozenset({"-", ".", ";", ",", "|", '"', "+", "*"})


@dataclass(slots=True)
class Tables:
    """Reads runs of rows; the columns of one run serve the next where it has no heads of its own."""

    script: Script
    naming: Naming
    judge: Judge
    timer: Timer
    speech: Speech
    reader: Reader
    judged: list[Judged] = field(default_factory=list)
    columns: dict[int, Role] = field(default_factory=dict)
    # Rows that name who is told, and no time.
    passed: list[Sketch] = field(default_factory=list)
    times: CellTimes = field(init=False)
    titles: RowTitles = field(init=False)

    def __post_init__(self) -> None:
        self.times = CellTimes(self.script, self.judge, self.speech)
        self.titles = RowTitles(self.script, self.naming, self.times, self.judged)

    def read(self, rows: Sequence[Block], frames: Frames) -> Iterator[Sketch]:
        """The duties of the rows; those of whole sentences in a row the reader keeps itself."""
        edged = all(self.script.word(row.whole.first) == "|" for row in rows)
        above = Above(cells=tuple(cells_of(self.script, row.whole, edged=edged) for row in rows))
        title = frames.stack[-1] if frames.stack else None
        heading = title.leads if title is not None and title.opens else ()
        if title is not None and title.judged is not None:
            above.dues = (title.judged,)
        for number, row in enumerate(rows):
            cells, above.number = above.cells[number], number
            heads = self._heads(cells)
            if heads:
                self.columns = heads
                continue
            filled = [cell for cell in cells if cell]
            if not filled or is_ruled(self.script, filled) or is_dateline(self.script, row.whole, filled):
                continue
            prose = self._prose(cells) if len(self.columns) < 2 else None
            if prose is not None:
                self._sentences(prose, above, heading)
                continue
            columns = self.columns if len(self.columns) >= 2 else self._guessed(cells)
            yield from self._row(cells, columns, above, heading)
        self.titles.leave(above)

    def stacked(self, stack: Stack) -> Iterator[Sketch]:
        """The duties of a table whose cells stand one below the other."""
        above = Above()
        self.columns = dict(stack.columns)
        for cells in stack.rows:
            yield from self._row(list(cells), self.columns, above, ())

    def _heads(self, cells: list[Stretch]) -> dict[int, Role]:
        """The role of each column where this row holds the heads of a table."""
        roles: dict[int, Role] = {}
        for number, cell in enumerate(cells):
            if not cell or len(cell) > 12:
                continue
            role = head_of(self.script, cell)
            if role is not None and (role not in roles.values() or role == "note"):
                roles[number] = role
        named = set(roles.values())
        unnamed = [number for number, cell in enumerate(cells) if cell and number not in roles]
        if "time" in named and "task" not in named and unnamed:
            # Whatever the head calls it, what has a day is a task.
            roles[unnamed[0]] = "task"
        return roles if len(roles) >= 3 or {"task", "time"} <= named or {"task", "lead"} <= named else {}

    def _guessed(self, cells: list[Stretch]) -> dict[int, Role]:
        """Columns by what they hold: a time, a body, the longest words."""
        roles: dict[int, Role] = {}
        texts = sorted((number for number, cell in enumerate(cells) if cell), key=lambda n: -len(cells[n]))
        for number, cell in enumerate(cells):
            if cell and "time" not in roles.values() and len(cell) <= 14 and self.times.fill(cell):
                roles[number] = "time"
            elif cell and (group := self.naming.group_at(self.script, cell.first, cell.last)) is not None:
                if group.place.last < cell.last:
                    continue
                roles[number] = "cooperating" if "lead" in roles.values() else "lead"
        longest = next((number for number in texts if number not in roles), None)
        if longest is not None:
            roles[longest] = "task"
        return roles

    def _row(
        self, cells: list[Stretch], columns: dict[int, Role], above: Above, heading: tuple[Body, ...]
    ) -> Iterator[Sketch]:
        by_role: dict[Role, Stretch] = {}
        for number, role in columns.items():
            if number < len(cells) and cells[number]:
                by_role[role] = trimmed(self.script, cells[number], EDGES)
        filled = [
            cell
            for number, cell in enumerate(cells)
            if cell and not (columns.get(number) == "number" and is_number(self.script, cell))
        ]
        if len(filled) == 1 and not ("time" in by_role and "task" in by_role):
            if self.titles.tell(filled[0]):
                self._sentences(filled[0], above, heading)
            else:
                self.titles.enter(filled[0], above)
            return
        task = by_role.get("task")
        if not task:
            return
        guessed = len(self.columns) < 2 or not {"lead", "time"} & by_role.keys()
        if guessed and self._is_text(task):
            self._sentences(task, above, heading)
            return
        above.rows = True
        own = task
        if len(task) < SHORTEST:
            # So few words say little by themselves: the row is quoted whole.
            worded = (cell.first for cell in cells if cell and not is_number(self.script, cell))
            task = trimmed(self.script, Stretch(next(worded, cells[0].first), cells[-1].last), EDGES)
        leads = self._bodies(by_role.get("lead"), above.leads, "lead" in columns.values())
        cooperating = self._bodies(by_role.get("cooperating"), above.cooperating, False)
        spans = not by_role.get("time") and above.spans(by_role, columns)
        time = by_role.get("time") or (above.time if spans else None)
        if time and self.script.words(time) in SAME:
            time = above.time
        above.leads, above.cooperating, above.time = leads, cooperating, time
        leads = leads or above.section or heading
        if not leads and "lead" not in columns.values():
            told = self.reader.who.of(task, (), listed=True, has_lead=False)
            leads, cooperating = told.leads, cooperating or told.cooperating
        sketch = Sketch(task, leads, cooperating, lead_from="label" if leads else "none", duty=True)
        sketch.deliverable = by_role.get("deliverable") or None
        sketch.words = own
        if spans and time and by_role.get("lead"):
            sketch.doubts.append("its cell of time is empty: the time is that of the cell above")
        yield from self._timed(sketch, time, above.dues)

    def _prose(self, cells: list[Stretch]) -> Stretch | None:
        """The one cell of a row that holds more than its number, where it is a sentence."""
        filled = [cell for cell in cells if cell]
        told = filled[1:] if len(filled) > 1 and is_number(self.script, filled[0]) else filled
        if len(told) != 1 or len(told[0]) < SHORTEST:
            return None
        is_sentence = VERBS.within(self.script.tokens, told[0].first, told[0].last) is not None
        return told[0] if is_sentence else None

    def _is_text(self, cell: Stretch) -> bool:
        """Whether a cell holds a text of several sentences, each of which may tell somebody else something."""
        inside = range(cell.first, cell.last - 1)
        ends = [at for at in inside if self.script.word(at) == "." and self.script.breaks_after(at)]
        return len(cell) >= LONGEST_TASK and bool(ends)

    def _sentences(self, cell: Stretch, above: Above, heading: tuple[Body, ...]) -> None:
        """Reads a cell that holds what a paragraph would; who is told above it leads where it names nobody."""
        before = len(self.reader.sketches)
        self.reader.read(block_at(self.script, cell), has_children=False)
        for sketch in self.reader.sketches[before:]:
            if not sketch.leads and (above.section or heading):
                sketch.leads, sketch.lead_from = above.section or heading, "label"

    def _bodies(self, cell: Stretch | None, above: tuple[Body, ...], merged_cells: bool) -> tuple[Body, ...]:
        if not cell:
            return above if merged_cells else ()
        if self.script.words(cell) in SAME:
            return above
        found = [
            body for part in unglued(self.script, cell) for body in bodies_in(self.script, part, self.naming)
        ]
        return tuple(found) or (Body(cell, self.script.written(cell), "common"),)

    def _timed(self, sketch: Sketch, cell: Stretch | None, governing: Sequence[Judged]) -> Iterator[Sketch]:
        """One duty for each time of the cell; of the task's own words where it has none, else of the title above."""
        found = self.times.of(cell) if cell else []
        self.judged.extend(found)
        dues = [one for one in found if one.verdict != "unread"]
        if not dues:
            inside = spotted(self.script, sketch.place, self.speech)
            judged = [self.judge.of(one, sketch.place) for one in inside]
            self.judged.extend(judged)
            dues = [one for one in judged if one.verdict == "deadline"]
        if not dues and governing:
            dues, sketch.time_from = list(governing), "heading"
        if not dues:
            if (
                VERBS.within(self.script.tokens, sketch.place.first, sketch.place.last) is not None
                and sketch.leads
            ):
                if not cell and "time" in self.columns.values():
                    sketch.doubts.append(NO_TIME)
                yield sketch
            elif sketch.leads and {"task", "lead"} <= set(self.columns.values()):
                self.passed.append(sketch)
            return
        for one in dues:
            timing = self.timer.of(one, self.script.written(one.place))
            yield replace(sketch, judged=one, timing=timing, doubts=list(sketch.doubts))
