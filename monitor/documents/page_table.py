"""A table as it stands on a PDF page, and the pages of one table grown together."""

from __future__ import annotations

from dataclasses import dataclass, replace

Edges = tuple[float, float, float, float]
_SAME_EDGE = 4.0  # points


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on a page: its box (left, top, right, bottom), the edges between its columns, its rows.

    ``whole``: all letters within its box stand in its cells.
    """

    box: Edges
    edges: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    page: int
    whole: bool = True

    @property
    def top(self) -> float:
        return self.box[1]

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be a part of a table whose other rows have no edges."""
        return not self.whole or len(self.rows) == 1

    def holds(self, across: float, down: float) -> bool:
        """Whether this point lies in it."""
        left, top, right, bottom = self.box
        return left <= across <= right and top <= down <= bottom

    def meets(self, top: float, bottom: float) -> bool:
        """Whether part of it stands between these heights."""
        return self.box[1] < bottom and top < self.box[3]


def grown_together(table: PageTable, later: PageTable) -> PageTable | None:
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
