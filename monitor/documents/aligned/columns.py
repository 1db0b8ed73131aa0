"""Where one column of an unruled table ends and the next begins, and which lines keep to the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from monitor.documents.aligned.heads import Heading
from monitor.documents.aligned.words import Box, joined

_STEP = 1.0  # points between the places that are tried
_SPACE = 0.42  # of a word's height: words nearer than this belong together, whatever lies between them
_TITLE = 3  # lines: more of them across the columns are a paragraph
_AHEAD = 4  # lines after a title within which the columns must go on


@dataclass(frozen=True, slots=True)
class Columns:
    """The places between the columns, in points from the left."""

    borders: tuple[float, ...]

    def fit(self, heading: Heading) -> bool:
        """Whether each place lies between two words of this head."""
        return len(heading.cells) == len(self.borders) + 1 and all(
            before.right <= border <= after.left
            for border, (before, after) in zip(self.borders, pairwise(heading.cells), strict=True)
        )

    def cells(self, line: Sequence[Box]) -> list[Box | None]:
        """The words of a line, column by column."""
        found: list[list[Box]] = [[] for _ in range(len(self.borders) + 1)]
        for word in line:
            found[sum(border < word.centre for border in self.borders)].append(word)
        return [joined(words) if words else None for words in found]

    def are_crossed(self, line: Sequence[Box]) -> bool:
        """Whether words that belong together stand on both sides of a border."""
        return any(run.left < border < run.right for run in _close(line) for border in self.borders)


def _close(line: Sequence[Box]) -> Iterator[Box]:
    run: list[Box] = []
    for word in line:
        if run and word.left - run[-1].right >= word.height * _SPACE:
            yield joined(run)
            run = []
        run.append(word)
    if run:
        yield joined(run)


def columns_of(heading: Heading, lines: Sequence[Sequence[Box]]) -> tuple[Columns, int]:
    """The columns below a head, and how many of the lines below it keep to them.

    The borders are sought among few lines first: what follows the table would hide them.
    """
    columns, end = Columns(()), min(2 * _AHEAD, len(lines))
    for _ in range(3):
        columns = Columns(tuple(_borders(heading, lines[:end])))
        last, end = end, extent(columns, lines)
        if last == end:
            break
    return columns, end


def _borders(heading: Heading, lines: Sequence[Sequence[Box]]) -> Iterator[float]:
    """Between two heads, where the fewest lines have words; of several such places the widest."""
    runs = [list(_close(line)) for line in lines]
    for before, after in pairwise(heading.cells):
        first, last = before.right, max(after.left, before.right + _STEP)
        places = [first + _STEP * step for step in range(int((last - first) / _STEP) + 1)]
        covered = [sum(any(run.left <= x <= run.right for run in line) for line in runs) for x in places]
        yield _widest([x for x, count in zip(places, covered, strict=True) if count == min(covered)])


def _widest(places: Sequence[float]) -> float:
    """The middle of the longest stretch of neighbours."""
    stretches = [[places[0]]]
    for before, place in pairwise(places):
        if place - before <= _STEP * 1.5:
            stretches[-1].append(place)
        else:
            stretches.append([place])
    longest = max(stretches, key=len)
    return (longest[0] + longest[-1]) / 2


def extent(columns: Columns, lines: Sequence[Sequence[Box]]) -> int:
    """How many lines belong to the table: across the columns goes only a title, with more of the table below."""
    end = across = 0
    for number, line in enumerate(lines):
        if columns.are_crossed(line):
            across += 1
            if across > _TITLE:
                break
        elif sum(cell is not None for cell in columns.cells(line)) > 1:
            end, across = number + 1, 0
        elif not across:
            end = number + 1
        elif number - end >= _AHEAD:
            break
    return end
