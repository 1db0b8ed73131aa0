"""CSV files: one table, whatever sign stands between its cells."""

from __future__ import annotations

import csv
import io

from monitor.documents.content import Content, Unreadable
from monitor.documents.sheets import sheet_blocks

_SIGNS = (",", ";", "\t", "|")
_LONGEST_CELL = 1_000_000
_HEAD_ROWS = 50


def read_separated(text: str) -> Content:
    """The table of this text; the sign between cells is the one that gives most rows of one length."""
    rows = _rows(text, _sign(text))
    return Content(tuple(sheet_blocks(rows)))


def _sign(text: str) -> str:
    def evenness(sign: str) -> tuple[int, int]:
        widths = [len(row) for row in _rows(text, sign, _HEAD_ROWS) if any(cell.strip() for cell in row)]
        commonest = max(set(widths), key=widths.count, default=0)
        return (widths.count(commonest) if commonest > 1 else 0, commonest)

    return max(_SIGNS, key=evenness)


def _rows(text: str, sign: str, most: int | None = None) -> list[list[str]]:
    csv.field_size_limit(_LONGEST_CELL)
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            rows.append(row)
            if most is not None and len(rows) >= most:
                break
    except csv.Error as fault:
        raise Unreadable(f"is no CSV that can be read: {fault}") from fault
    return rows
