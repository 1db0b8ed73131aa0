"""PDF pages made fit to be read: turned upright, without slanting watermarks and letters printed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pdfplumber.page import Page

from monitor.documents.printed import Line

_LEAST_DOUBLED = 3  # words of a page
_SHORTEST = 4
_SLANT = 0.1


def upright(page: Page) -> Page:
    """The page turned so that most of its letters stand; those that do not are left out: stamps, watermarks."""
    turns = Counter(_turn(char["matrix"]) for char in page.chars)
    if set(turns) <= {0}:
        return page
    degrees = max((turn for turn in turns if turn is not None), key=turns.__getitem__, default=0)
    turned = _turned(page, degrees) if degrees else page
    return turned.filter(lambda thing: thing["object_type"] != "char" or _turn(thing["matrix"]) == 0)


def _turn(matrix: Sequence[float]) -> int | None:
    """How far to the right the page must be turned for this letter to stand; None for a slanting one."""
    along, up = matrix[0], matrix[1]
    if abs(up) <= abs(along) * _SLANT:
        return 0 if along > 0 else 180
    if abs(along) <= abs(up) * _SLANT:
        return 90 if up > 0 else 270
    return None


def _turned(page: Page, degrees: int) -> Page:
    """The page read anew after a turn to the right."""
    source = page.page_obj
    source.rotate = (source.rotate + degrees) % 360
    source.attrs["Rotate"] = source.rotate
    return Page(page.pdf, source, page.page_number, page.initial_doctop)


def is_printed_twice(lines: Sequence[Line]) -> bool:
    """Whether words stand there like "BBộộ": some programs print bold letters twice."""
    words = [word for line in lines for word in line.text.split() if len(word) >= _SHORTEST]
    doubled = sum(word[::2] == word[1::2] for word in words)
    return doubled >= _LEAST_DOUBLED and doubled * 10 >= len(words)
