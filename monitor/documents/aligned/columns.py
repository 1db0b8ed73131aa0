"""Where one column of an unruled table ends and the next begins, and which lines keep to the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from statistics import median

from monitor.documents.aligned.heads import Heading
from monitor.documents.aligned.words import Box, joined, runs_of

_STEP = 1.0  # points between the places that are tried
_SPACE = 0.42  # of a word's height: words nearer than this belong together, whatever lies between them
_APART = 12.0  # points that cells mostly keep free between each other's words
_LEVEL = 1.0  # points: words that begin one below the other do so within it
_FEWEST = 3  # lines that are no accident
_WIDER = 1.5  # times the widest gap so far, or a line's height
_TITLE = 3  # lines: more of them across the columns are a paragraph
_TRIES = 5
_AHEAD = 4  # lines after a title within which the columns must go on


@dataclass(frozen=True, slots=True)
class Columns:
    """The places between the columns, in points from the left, and where the words of the right one mostly begin."""

    borders: tuple[float, ...]
    begins: tuple[float | None, ...]

    @classmethod
    def between(cls, borders: Sequence[float], lines: Sequence[Sequence[Box]]) -> Columns:
        """These places, with the beginnings that the lines show."""
        edges = pairwise((*borders, float("inf")))
        return cls(tuple(borders), tuple(_beginning(left, right, lines) for left, right in edges))

    def fit(self, heading: Heading) -> bool:
        """Whether each place lies between two words of this head."""
        return len(heading.cells) == len(self.borders) + 1 and all(
            before.right <= border <= after.left
            for border, (before, after) in zip(self.borders, pairwise(heading.cells), strict=True)
        )

    def reach(self, rights: Sequence[float]) -> list[float]:
        """How far to the right the words of each column may go: as those of its head, or up to the next column."""
        edges = [begins - _APART if begins is not None else 0.0 for begins in self.begins]
        return [max(right, edge) for right, edge in zip(rights, (*edges, 0.0), strict=True)]

    def cells(self, line: Sequence[Box]) -> list[Box | None]:
        """The words of a line, column by column."""
        found: list[list[Box]] = [[] for _ in range(len(self.borders) + 1)]
        for word in line:
            found[sum(border < word.centre for border in self.borders)].append(word)
        return [joined(words) if words else None for words in found]

    def are_crossed(self, line: Sequence[Box]) -> bool:
        """Whether a word stands upon a border, or the line is one run of words that goes across one."""
        if any(word.left < border < word.right for word in line for border in self.borders):
            return True
        return len(runs_of(line)) == 1 and any(
            after.left - before.right < after.height * _SPACE
            for border, begins in zip(self.borders, self.begins, strict=True)
            for before, after in [_beside(border, line)]
            if before is not None and after is not None
            if begins is None or abs(after.left - begins) > _LEVEL
        )


def _beside(border: float, line: Sequence[Box]) -> tuple[Box | None, Box | None]:
    """The last word before a place, and the first after it."""
    left = [word for word in line if word.centre <= border]
    return left[-1] if left else None, line[len(left)] if len(left) < len(line) else None


def _beginning(left: float, right: float, lines: Sequence[Sequence[Box]]) -> float | None:
    """Where most lines begin that have words between two places; None where they do not agree."""
    inside = [[word.left for word in line if left < word.centre <= right] for line in lines]
    first = [words[0] for words in inside if words]
    same, times = max(Counter(map(round, first)).items(), key=itemgetter(1), default=(0, 0))
    if times < _FEWEST or times * 2 < len(first):
        return None
    return median(start for start in first if abs(start - same) <= _LEVEL)


def columns_of(heading: Heading, lines: Sequence[Sequence[Box]]) -> tuple[Columns, int]:
    """The columns below a head, and how many of the lines below it keep to them.

    The borders are sought among the lines that do, and a few more: what follows the table would hide them.
    """
    columns, end = Columns((), ()), 0
    for _ in range(_TRIES):
        near = lines[: end + 2 * _AHEAD]
        columns = Columns.between(tuple(_borders(heading, near)), near)
        last, end = end, extent(columns, lines)
        if last == end:
            break
    return columns, end


def _borders(heading: Heading, lines: Sequence[Sequence[Box]]) -> Iterator[float]:
    """Between two heads, where the fewest lines have words; of several such places the widest."""
    parted = [line for line in lines if not _goes_across(heading, line)] or lines
    for before, after in pairwise(heading.cells):
        first, last = before.right, max(after.left, before.right + _STEP)
        places = [first + _STEP * step for step in range(int((last - first) / _STEP) + 1)]
        covered = [sum(any(word.left <= x <= word.right for word in line) for line in parted) for x in places]
        yield _widest([x for x, count in zip(places, covered, strict=True) if count == min(covered)])


def _goes_across(heading: Heading, line: Sequence[Box]) -> bool:
    """Whether a line is one run of words below several heads, as a title or a paragraph is."""
    runs = runs_of(line)
    below = [cell for cell in heading.cells if runs[0].left < (cell.left + cell.right) / 2 < runs[0].right]
    return len(runs) == 1 and len(below) > 1


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
    """How many lines belong to the table.

    Across the columns goes only a title, with more of the table below; a gap wider than those before it ends the table.
    """
    end = across = 0
    foot, widest = None, 0.0
    for number, line in enumerate(lines):
        top, height = min(word.top for word in line), line[0].height
        if foot is not None and top - foot > max(widest * _WIDER, height * _WIDER):
            break
        widest = max(widest, top - foot) if foot is not None else widest
        foot = max(word.bottom for word in line)
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
