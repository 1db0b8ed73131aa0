"""Cells that span rows and columns written out into a plain grid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def spread(rows: Sequence[Sequence[tuple[str, int, int]]]) -> Iterator[list[str]]:
    """Rows of (words, rows spanned, columns spanned): words spanning rows stand in each, spanning columns once."""
    open_: dict[int, tuple[str, int]] = {}
    for row in rows:
        cells: list[str] = []
        _carry(cells, open_)
        for words, height, width in row:
            for number in range(width):
                shown = words if number == 0 else ""
                if height > 1:
                    open_[len(cells)] = (shown, height - 1)
                cells.append(shown)
            _carry(cells, open_)
        yield cells


def _carry(cells: list[str], open_: dict[int, tuple[str, int]]) -> None:
    """Puts in the cells that reach down from above, as far as they follow each other here."""
    while len(cells) in open_:
        place = len(cells)
        words, left = open_.pop(place)
        cells.append(words)
        if left > 1:
            # Kept aside under a place that this row has passed.
            open_[place] = (words, left - 1)
