"""Plain text whose columns are set apart by spaces only, as programs make of a page: it cannot be read row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator

_GAP = re.compile(r"\S {3,}(?=\S)")
_FIGURE = re.compile(r"\d")
_FEWEST = 3  # lines, of which fewer are an accident, or a letter's head
_MOST_SHOWN = 5


def spaced_columns(text: str) -> tuple[str, ...]:
    """A remark that names the lines where a table of times seems to be set with spaces; none where there is none."""
    lines = list(_lines(text))
    if len(lines) < _FEWEST:
        return ()
    shown = ", ".join(map(str, lines[:_MOST_SHOWN])) + (" and on" if len(lines) > _MOST_SHOWN else "")
    remark = f"words in columns set apart by spaces on line {shown} were read line by line"
    return (f"{remark}: look there for times by hand, or give the file that the text was made from",)


def _lines(text: str) -> Iterator[int]:
    """The numbers of the lines with columns and a figure behind the first."""
    for number, line in enumerate(text.splitlines(), start=1):
        gap = _GAP.search(line.strip("\t"))
        if gap is not None and _FIGURE.search(line, gap.end()):
            yield number
