"""A line of a page as it is printed, and those that only run along on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pdfplumber.page import Page

from monitor.documents.aligned.words import Box, joined, lines_of, runs_of

_PAGE_NUMBER = re.compile(r"(?:trang|page)?[\s–—-]*\d{1,4}(?:\s*/\s*\d{1,4})?[\s–—-]*", re.IGNORECASE)
_COUNTED = re.compile(
    r"^\d{1,3}\s+(?=\S)|\s+\d{1,3}(?:\s*/\s*\d{1,3})?$|\btrang\s+\d{1,4}(?:\s*/\s*\d{1,4})?", re.IGNORECASE
)
Letter = Mapping[str, str | float]
_EDGE_LINES = 2  # lines at the top of a page, and at its bottom, that may run
_LEAST_GAP = 1.0  # points between the letters of two words that no space parts
_SPACED = 3  # where a third of a word's letters stand so far apart, they are set so
_SAME_HEIGHT = 3.0  # points
_WIDER = 0.2  # of a line's height
_LEAST_SHARE = 0.4  # of the pages: odd and even ones may differ


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its words, its edges in points, and the page it stands on.

    ``place`` is the height at which it is told; ``alone``: it stands in a column and is no part of a paragraph.
    ``words`` are kept only on pages where wide gaps part some of them.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int
    page_width: float
    place: float
    alone: bool = False
    words: tuple[Box, ...] = field(default=(), compare=False, repr=False)

    @property
    def centre(self) -> float:
        """Half way between left and right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    @classmethod
    def of(cls, page: Page, words: Sequence[Box], place: float | None = None) -> Line:
        """The words as a line of the page; ``place``: it stands in a column, whose lines are told from that height."""
        whole = joined(words)
        return cls(
            whole.text, whole.left, whole.right, whole.top, whole.bottom, page.page_number, float(page.width),
            whole.top if place is None else place, place is not None,
        )  # fmt: skip


def boxes_of(page: Page) -> Iterator[Box]:
    """The words of a page, or of a part of one, each by itself where two stand close in neighbouring columns."""
    for word in page.extract_words(return_chars=True):
        letters, first = word["chars"], 0
        gaps = [after["x0"] - before["x1"] for before, after in pairwise(letters)]
        wide = [at for at, gap in enumerate(gaps, start=1) if gap > _LEAST_GAP]
        if len(wide) * _SPACED > len(gaps):
            wide = []  # letters set apart
        for last in (*wide, len(letters)):
            yield _box(letters[first:last])
            first = last


def _box(letters: Sequence[Letter]) -> Box:
    text = "".join(str(letter["text"]) for letter in letters)
    left, top = (min(float(letter[edge]) for letter in letters) for edge in ("x0", "top"))
    right, bottom = (max(float(letter[edge]) for letter in letters) for edge in ("x1", "bottom"))
    return Box(text, left, right, top, bottom)


def printed_lines(page: Page, place: float | None = None) -> list[Line]:
    """The page's lines from top to bottom; ``place``: they stand in a column, told from that height."""
    lines = lines_of(boxes_of(page))
    told = [Line.of(page, line, place) for line in lines]
    if place is None and any(len(runs_of(line)) > 1 for line in lines):
        return [replace(line, words=tuple(boxes)) for line, boxes in zip(told, lines, strict=True)]
    return told


def running(pages: Sequence[Sequence[Line]]) -> set[Line]:
    """The lines that only run along: a page's number, and what most pages say at the same height, apart from the rest."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({key for line in _edges(page) for key in _keys(line)})
    least = max(2.0, len(pages) * _LEAST_SHARE)
    gaps = sorted(_gap(one, other) for page in pages for one, other in pairwise(page))
    usual = gaps[len(gaps) // 4] if gaps else 0.0
    found: set[Line] = set()
    for page in pages:
        same = [any(seen[key] >= least for key in _keys(line)) for line in page]
        found.update(_apart(page, same, usual))
        found.update(_apart(page[::-1], same[::-1], usual))
        left = [line for line in page if line not in found]
        found.update(line for line in (*left[:1], *left[-1:]) if _PAGE_NUMBER.fullmatch(line.text))
    return found


def _apart(lines: Sequence[Line], same: Sequence[bool], usual: float) -> Sequence[Line]:
    """The first lines, all the same as on other pages, down to a gap wider than the usual one."""
    last = 0
    for at in range(min(_EDGE_LINES, len(lines))):
        if not same[at]:
            break
        height = lines[at].bottom - lines[at].top
        wide = min(usual, height) + height * _WIDER
        if at + 1 == len(lines) or _gap(lines[at], lines[at + 1]) > wide:
            last = at + 1
    return lines[:last]


def _gap(one: Line, other: Line) -> float:
    return max(other.top - one.bottom, one.top - other.bottom)


def _edges(page: Sequence[Line]) -> list[Line]:
    return [*page[:_EDGE_LINES], *page[max(_EDGE_LINES, len(page) - _EDGE_LINES) :]]


def _keys(line: Line) -> tuple[tuple[str, int], ...]:
    """Its words without the page's number, at its height and at the next one."""
    words, place = _COUNTED.sub("", line.text).strip(), int(line.top / _SAME_HEIGHT)
    return (words, place), (words, place + 1)
