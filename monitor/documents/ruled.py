"""Tables drawn with lines on PDF pages: their cells by geometry."""

from __future__ import annotations

from collections.abc import Sequence

from pdfplumber.page import Page
from pdfplumber.table import Table

from monitor.documents.aligned.columns import Columns
from monitor.documents.aligned.words import Box, lines_of
from monitor.documents.page_table import Edges, PageTable
from monitor.documents.printed import boxes_of

_NEARLY_ALL = 0.95


def ruled_tables(page: Page) -> list[PageTable]:
    """The tables of a page whose cells lines are drawn around; a frame around text is no table.

    Where its shaded rows alone have edges, or only its head, a table is not whole.
    """
    tables = [table for table in page.find_tables() if all(len(row.cells) > 1 for row in table.rows)]
    return [_ruled(page, table) for table in tables if len(table.cells) > 2]


def _holds_all(page: Page, table: Table) -> bool:
    """Whether nearly all letters that stand within the table's edges stand in its cells."""
    letters = [
        ((char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)
        for char in page.within_bbox(table.bbox, strict=False).chars
        if not char["text"].isspace()
    ]
    cells = [cell for row in table.rows for cell in row.cells if cell is not None]
    held = sum(any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in cells) for x, y in letters)
    return held >= len(letters) * _NEARLY_ALL


def _ruled(page: Page, table: Table) -> PageTable:
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
    words = tuple(boxes_of(page))
    told = tuple(_apart(words, boxes[number], row, spans) for number, row in enumerate(rows))
    edges = tuple(left for left, _ in spans)
    return PageTable(table.bbox, edges, told, page.page_number, _holds_all(page, table))


def _apart(
    page: Sequence[Box],
    boxes: Sequence[Edges | None],
    texts: tuple[str, ...],
    spans: Sequence[tuple[float, float]],
) -> tuple[str, ...]:
    """A row's words, those of a cell that reaches across columns put into them where they keep to them.

    Between two shaded rows a row has no edges between its cells. ``page`` has the words of the page.
    """
    told = list(texts)
    for column, box in enumerate(boxes):
        across = [n for n in range(column + 1, len(spans)) if box is not None and spans[n][1] <= box[2] + 1]
        if box is None or not across or not texts[column].strip():
            continue
        left, top, right, bottom = box
        lines = lines_of(
            word for word in page if left <= word.centre <= right and top <= word.middle <= bottom
        )
        columns = Columns.between([spans[n][0] for n in across], lines)
        cells = [columns.cells(line) for line in lines]
        if any(columns.are_crossed(line) for line in lines) or sum(map(any, zip(*cells, strict=True))) < 2:
            continue
        for place, words in zip((column, *across), zip(*cells, strict=True), strict=True):
            told[place] = "\n".join(word.text for word in words if word is not None)
    return tuple(told)


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
