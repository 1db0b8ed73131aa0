"""Tables drawn with lines on PDF pages: their cells by geometry, and pages of one table grown together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pdfplumber.page import Page
from pdfplumber.table import Table

Box = tuple[float, float, float, float]
_SAME_EDGE = 4.0  # points


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table on a page: its box, its columns' left edges, its rows."""

    box: Box
    edges: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    page: int

    @property
    def top(self) -> float:
        return self.box[1]


def ruled_tables(page: Page) -> list[Ruled]:
    """The tables of a page that have more than one cell; a frame around text is no table."""
    tables = [table for table in page.find_tables() if all(len(row.cells) > 1 for row in table.rows)]
    return [_ruled(table, page.page_number) for table in tables if len(table.cells) > 2]


def _ruled(table: Table, page: int) -> Ruled:
    texts = [[cell or "" for cell in row] for row in table.extract()]
    boxes: list[list[Box | None]] = [list(row.cells) for row in table.rows]
    spans = [_span(boxes, column) for column in range(len(boxes[0]))]
    tops = [min(box[1] for box in row if box is not None) for row in boxes]
    rows = []
    for number, row in enumerate(boxes):
        cells = []
        for column, box in enumerate(row):
            if box is None:
                cells.append(_covering(boxes, texts, number, spans[column][0] + 1, tops[number] + 1))
            else:
                cells.append(texts[number][column])
        rows.append(tuple(cells))
    return Ruled(table.bbox, tuple(left for left, _ in spans), tuple(rows), page)


def _span(boxes: list[list[Box | None]], column: int) -> tuple[float, float]:
    """The column's edges: those of its narrowest cell."""
    cells = [box for row in boxes if (box := row[column]) is not None]
    narrowest = min(cells, key=lambda box: box[2] - box[0], default=(0.0, 0.0, 0.0, 0.0))
    return narrowest[0], narrowest[2]


def _covering(boxes: list[list[Box | None]], texts: list[list[str]], number: int, x: float, y: float) -> str:
    """The words of the cell above that reaches down here; nothing where a cell of this row reaches across."""
    for above in range(number - 1, -1, -1):
        for column, box in enumerate(boxes[above]):
            if box is not None and box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                return texts[above][column]
    return ""


def grown_together(table: Ruled, later: Ruled) -> Ruled | None:
    """The table with its next page's rows; None where the columns are not the same."""
    if later.page <= table.page or len(table.edges) != len(later.edges):
        return None
    if any(abs(a - b) > _SAME_EDGE for a, b in zip(table.edges, later.edges, strict=True)):
        return None
    rows = list(later.rows)
    while rows and rows[0] in table.rows[:3]:
        del rows[0]  # the head is printed again on each page
    if rows and _is_rest(rows[0]) and table.rows[-1][0].strip():
        rest = rows.pop(0)
        joined = tuple(
            "\n".join(part for part in pair if part) for pair in zip(table.rows[-1], rest, strict=True)
        )
        return replace(later, rows=(*table.rows[:-1], joined, *rows), edges=table.edges)
    return replace(later, rows=(*table.rows, *rows), edges=table.edges)


def _is_rest(row: tuple[str, ...]) -> bool:
    """Whether a page's first row goes on with the row that the page before broke off: it has no number of its own."""
    return not row[0].strip() and any(cell.strip() for cell in row[1:])
