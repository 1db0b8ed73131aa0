"""A row as a few lines, for terminals on which a table would cut what the row is there to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from monitor.cli.tables import Column

INDENT = 6
NARROWEST = 20


def cuts_the_meaning(columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> bool:
    """Whether a table of these widths would shorten or leave out a cell of a column that carries the meaning."""
    return any(
        column.means and any(len(row[place]) > widths[place] for row in rows)
        for place, column in enumerate(columns)
    )


def block(columns: Sequence[Column], row: Sequence[str], width: int) -> Iterator[str]:
    """The short cells on one line, below it each cell that carries the meaning, whole; empty ones are left out."""
    width = max(width, NARROWEST)
    short = [cell for cell, column in zip(row, columns, strict=True) if cell and not column.means]
    yield from wrap("  ".join(short), width, subsequent_indent=" " * INDENT, break_on_hyphens=False)
    for cell, column in zip(row, columns, strict=True):
        if cell and column.means:
            label = f"{column.head.lower()}: " if column.means == "named" else ""
            indent = " " * INDENT
            yield from wrap(
                f"{label}{cell}",
                width,
                initial_indent=indent,
                subsequent_indent=indent,
                break_on_hyphens=False,
            )
