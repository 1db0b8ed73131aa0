"""What CSV files and workbooks share: title lines above a table are text, the rest is the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.documents.content import Block, Grid, Paragraph, one_line, squared


def sheet_blocks(rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """Rows that hold one cell only before the first that holds several: paragraphs; then one table."""
    start = 0
    for row in rows:
        filled = [cell for cell in row if cell.strip()]
        if len(filled) > 1:
            break
        start += 1
        if filled:
            yield Paragraph(one_line(filled[0]))
    table = squared(rows[start:])
    if table:
        yield Grid(table)
