"""Tables drawn with lines on PDF pages: their cells by geometry."""

from __future__ import annotations

from pdfplumber.page import Page
from pdfplumber.table import Table

from monitor.documents.page_table import Edges, PageTable


def ruled_tables(page: Page) -> list[PageTable]:
    """The tables of a page that have more than one cell; a frame around text is no table."""
    tables = [table for table in page.find_tables() if all(len(row.cells) > 1 for row in table.rows)]
    return [_ruled(table, page.page_number) for table in tables if len(table.cells) > 2]


def _ruled(table: Table, page: int) -> PageTable:
    texts = [[cell or "" for cell in row] for row in table.extract()]
    boxes: list[list[Edges | None]] = [list(row.cells) for row in table.rows]
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
    return PageTable(table.bbox, tuple(left for left, _ in spans), tuple(rows), page)


def _span(boxes: list[list[Edges | None]], column: int) -> tuple[float, float]:
    """The column's edges: those of its narrowest cell."""
    cells = [box for row in boxes if (box := row[column]) is not None]
    narrowest = min(cells, key=lambda box: box[2] - box[0], default=(0.0, 0.0, 0.0, 0.0))
    return narrowest[0], narrowest[2]


def _covering(
    boxes: list[list[Edges | None]], texts: list[list[str]], number: int, x: float, y: float
) -> str:
    """The words of the cell above that reaches down here; nothing where a cell of this row reaches across."""
    for above in range(number - 1, -1, -1):
        for column, box in enumerate(boxes[above]):
            if box is not None and box[0] <= x <= box[2] and box[1] <= y <= box[3]:
                return texts[above][column]
    return ""
