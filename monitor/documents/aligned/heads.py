"""The head of a table that no lines are drawn around: words known as heads, side by side, with gaps between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from monitor.documents.aligned.words import Box, runs_of
from rules.reading.table.table_heads import Role, head_of, length_of
from rules.reading.words.script import Script, Stretch

_DEEPEST = 4  # lines of a head
_FEWEST = 2  # columns
_PITCH = 1.6  # line heights from one line of a cell to the next


@dataclass(slots=True)
class Head:
    """The words over one column, line below line."""

    lines: list[Box]
    role: Role | None = None
    deep: int = field(default=1)

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines[: self.deep])

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines[: self.deep])

    @property
    def bottom(self) -> float:
        return self.lines[self.deep - 1].bottom

    def name(self) -> None:
        """Find out which role the words have, and how many of the lines say it."""
        longest = 0
        for deep in range(1, min(_DEEPEST, len(self.lines)) + 1):
            if deep > 1 and self.lines[deep - 1].top - self.lines[deep - 2].top > _pitch(self.lines[0]):
                break
            script = Script.of(" ".join(line.text for line in self.lines[:deep]))
            whole = Stretch(0, len(script.tokens))
            length = length_of(script, whole)
            if length > longest:
                longest, self.role, self.deep = length, head_of(script, whole), deep


def _pitch(line: Box) -> float:
    return line.height * _PITCH


@dataclass(frozen=True, slots=True)
class Heading:
    """A table's head: its cells from left to right, and the height at which it ends."""

    cells: tuple[Head, ...]
    top: float
    bottom: float


def heading_at(lines: Sequence[Sequence[Box]], at: int) -> Heading | None:
    """The head that begins on this line; None where none does."""
    if not lines[at]:
        return None
    first = lines[at][0]
    columns = _columns(lines[at:], first.top + _pitch(first) * _DEEPEST)
    if len(columns) < _FEWEST:
        return None
    heads = [Head(column) for column in sorted(columns, key=lambda column: column[0].left)]
    for head in heads:
        head.name()
    named = [head for head in heads if head.role is not None]
    roles = {head.role for head in named}
    if "time" not in roles or not roles & {"task", "lead"} or len(named) * 2 < len(heads):
        return None
    if not any(
        head.lines[0].top == run.top and head.left == run.left for head in named for run in runs_of(lines[at])
    ):
        return None  # a line of other words above the head
    bottom = max(head.bottom for head in named)
    cells = [head for head in heads if head.lines[0].middle < bottom]
    for head in cells:
        head.deep = sum(line.middle < bottom for line in head.lines)
    return Heading(tuple(cells), first.top, bottom) if len(cells) >= _FEWEST else None


def _columns(lines: Sequence[Sequence[Box]], lowest: float) -> list[list[Box]]:
    """Runs of words one below the other, down to where a line reaches across two of them."""
    columns: list[list[Box]] = []
    for run_line in _runs(lines, lowest):
        places = [[c for c in columns if any(_meet(run, upper) for upper in c)] for run in run_line]
        if any(len(place) > 1 for place in places):
            break
        for run, place in zip(run_line, places, strict=True):
            if place:
                place[0].append(run)
            else:
                columns.append([run])
    return columns


def _runs(lines: Sequence[Sequence[Box]], lowest: float) -> Iterator[list[Box]]:
    for line in lines:
        if line[0].top > lowest:
            return
        yield runs_of(line)


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right
