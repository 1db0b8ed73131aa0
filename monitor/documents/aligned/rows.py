"""The rows of an unruled table: told apart by lines between them, wider gaps, their numbers, or how they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from monitor.documents.aligned.words import Box

Cells = Sequence[Box | None]
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-zđĐ])[.)]?(?:\s|$)")
_SENTENCE_END = (".", ";")
_WIDER = 0.14  # of a line's height: by how much a gap between rows is wider than one between lines
_LEVEL = 0.3  # of a line's height: words that stand level do so within it
_NEAR = 0.9  # of a line's height: words that stand nearer are of the same row


class Rows:
    """Tells the rows of one table apart.

    ``numbered``: its first column holds numbers. ``full``: the columns in which every row has words, that of the task
    first. ``rules`` are the heights of lines drawn across the table, ``reach`` is how far its columns go.
    """

    def __init__(
        self,
        lines: Sequence[Cells],
        numbered: bool,
        full: Sequence[int],
        rules: Sequence[float],
        reach: Sequence[float],
    ) -> None:
        self.numbered = numbered
        self.full = full
        self.rules = rules
        columns = [_column(lines, at) for at in range(len(reach))]
        self.height = _median([box.height for column in columns for box in column])
        self.usual = _usual_gap(columns)
        self.right = [
            max((end, *(box.right for box in column))) for end, column in zip(reach, columns, strict=True)
        ]
        self.level = self._is_level(columns[1:], self._numbers(lines))

    def of(self, lines: Sequence[Cells], below: float) -> Iterator[list[Cells]]:
        """The lines row by row; ``below`` is the height from which they stand."""
        for drawn in _parted(lines, [rule for rule in self.rules if rule > below]):
            pieces = list(_parted(drawn, list(self._gaps(drawn))))
            if not any(self._numbers(piece) for piece in pieces):
                for piece in pieces:
                    yield from self._by_beginnings(piece)
                continue
            for piece in self._joined(pieces):
                yield from _parted(piece, list(self._ends(piece, below)))

    def _is_level(self, columns: Sequence[Sequence[Box]], numbers: Sequence[Box]) -> bool:
        """Whether rows begin level with their numbers; else a number stands in the middle of its row."""
        return sum(self._vote(column, number) for column in columns for number in numbers if column) >= 0

    def _vote(self, column: Sequence[Box], number: Box) -> int:
        """A number beside the first of several lines speaks for the one; beside a later one or between two, the other."""
        beside = min(range(len(column)), key=lambda at: abs(column[at].middle - number.middle))
        line = column[beside]
        if not self._are_level(line, number):
            return -1 if abs(line.middle - number.middle) < self.height * _NEAR else 0
        if line.text[:1].islower():
            return -1
        return int(beside + 1 < len(column) and column[beside + 1].text[:1].islower())

    def _are_level(self, one: Box, other: Box) -> bool:
        return abs(one.middle - other.middle) <= self.height * _LEVEL

    def _gaps(self, lines: Sequence[Cells]) -> Iterator[float]:
        """Heights that no word stands on, in gaps wider than those between the lines of a cell."""
        foot: float | None = None
        for box in sorted((box for line in lines for box in line if box), key=lambda box: box.top):
            if foot is not None and box.top - foot > self.usual + self.height * _WIDER:
                yield (box.top + foot) / 2
            foot = box.bottom if foot is None else max(foot, box.bottom)

    def _numbers(self, lines: Sequence[Cells]) -> list[Box]:
        first = [line[0] for line in lines if line[0] is not None]
        return [box for box in first if _NUMBER.match(box.text)] if self.numbered else []

    def _joined(self, pieces: Sequence[list[Cells]]) -> list[list[Cells]]:
        """The pieces, those without a number put to the one before: a cell's second paragraph, say."""
        found: list[list[Cells]] = []
        for piece in pieces:
            if found and not self._numbers(piece):
                found[-1] = [*found[-1], *piece]
            else:
                found.append(piece)
        return found

    def _ends(self, lines: Sequence[Cells], below: float) -> Iterator[float]:
        """Where the rows of a piece end that has several numbers, or words of the row before above its only one."""
        numbers = self._numbers(lines)
        if self.level:
            yield from (number.top - 1 for number in numbers)
        elif len(numbers) > 1:
            top = min(box.top for line in lines for box in line if box) - self.usual
            yield from self._halves(lines, numbers, max(below, top))

    def _halves(self, lines: Sequence[Cells], numbers: Sequence[Box], top: float) -> Iterator[float]:
        """Where rows end whose numbers stand in their middle: as far below it as they begin above."""
        places = list(_between(lines))
        for number, after in pairwise(numbers):
            end = 2 * number.middle - top
            free = [place for place in places if number.middle < place < after.middle]
            top = min(free, key=lambda place: abs(place - end), default=end)
            yield top

    def _by_beginnings(self, lines: Sequence[Cells]) -> Iterator[list[Cells]]:
        """Rows without numbers or gaps: each begins with words in all its full columns, after a line that had ended."""
        row: list[Cells] = []
        for line in lines:
            if row and self._begins(line, row):
                yield row
                row = []
            row.append(line)
        if row:
            yield row

    def _begins(self, line: Cells, row: Sequence[Cells]) -> bool:
        first, before = line[self.full[0]], row[-1][self.full[0]]
        if first is None or first.text[:1].islower() or any(line[at] is None for at in self.full):
            return False
        if before is None or before.text.endswith(_SENTENCE_END):
            return True
        return any(self._had_room(at, row[-1][at], line[at]) for at in self.full)

    def _had_room(self, at: int, before: Box | None, box: Box | None) -> bool:
        """Whether a cell had come to its end: the next line's first word would still have stood on this one."""
        if before is None or box is None:
            return before is None
        word = len(box.text.split()[0]) + 1
        return self.right[at] - before.right > word * (box.right - box.left) / len(box.text)


def _parted(lines: Sequence[Cells], cuts: Sequence[float]) -> Iterator[list[Cells]]:
    """The lines between these heights, each box by itself where the columns' lines do not stand level."""
    edges = [float("-inf"), *sorted(cuts), float("inf")]
    for top, bottom in pairwise(edges):
        part = [
            tuple(box if box is not None and top < box.middle <= bottom else None for box in line)
            for line in lines
        ]
        kept: list[Cells] = [line for line in part if any(line)]
        if kept:
            yield kept


def _between(lines: Sequence[Cells]) -> Iterator[float]:
    """Heights at which no box is cut."""
    boxes = sorted((box for line in lines for box in line if box), key=lambda box: box.top)
    foot = boxes[0].bottom if boxes else 0.0
    for box in boxes:
        if box.top >= foot - 0.5:
            yield (box.top + foot) / 2
        foot = max(foot, box.bottom)


def _column(lines: Sequence[Cells], at: int) -> list[Box]:
    return sorted((box for line in lines if (box := line[at]) is not None), key=lambda box: box.top)


def _usual_gap(columns: Sequence[Sequence[Box]]) -> float:
    """The gap between two lines of one cell: the lowest quarter of all gaps inside columns."""
    gaps = sorted(below.top - above.bottom for column in columns for above, below in pairwise(column))
    return gaps[len(gaps) // 4] if gaps else 0.0


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2] if values else 1.0
