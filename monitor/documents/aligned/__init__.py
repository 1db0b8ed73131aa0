"""Tables that stand on a page in columns, without lines around their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from monitor.documents.aligned.columns import Columns, columns_of, extent
from monitor.documents.aligned.heads import Heading, heading_at
from monitor.documents.aligned.rows import Cells, Rows
from monitor.documents.aligned.words import Box, joined

Lines = Sequence[Sequence[Box]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table without lines: its head (that of an earlier page, where it goes on), columns, rows and edges in points.

    ``ends``: nothing else stands below it on its page.
    """

    heading: Heading
    columns: Columns
    rows: tuple[tuple[str, ...], ...]
    top: float
    bottom: float
    ends: bool


def aligned_tables(lines: Lines, rules: Sequence[float], before: Aligned | None) -> list[Aligned]:
    """The tables among the printed lines of a page, from top to bottom.

    ``rules`` are the heights of lines drawn across the page; ``before`` is the table that the page before ended with.
    """
    found: list[Aligned] = []
    at = 0
    if before is not None and lines:
        rest = _going_on(before, lines, rules)
        if rest is not None:
            found.append(rest[0])
            at = rest[1]
    while at < len(lines):
        heading = heading_at(lines, at)
        told = _below(heading, lines, at, rules, before) if heading is not None else None
        if told is None:
            at += 1
            continue
        found.append(told[0])
        at = told[1]
    return found


def _below(
    heading: Heading, lines: Lines, at: int, rules: Sequence[float], before: Aligned | None
) -> tuple[Aligned, int] | None:
    """The table under a head, and the line after it; None where nothing stands in its columns."""
    body = [line for line in lines[at:] if joined(line).middle > heading.bottom]
    first = len(lines) - len(body)
    stop = next((n for n in range(1, len(body)) if heading_at(body, n) is not None), len(body))
    if before is not None and before.columns.fit(heading):
        columns = before.columns
        length = extent(columns, body[:stop])
    else:
        columns, length = columns_of(heading, body[:stop])
    if not length:
        return None
    head = tuple("\n".join(line.text for line in cell.lines[: cell.deep]) for cell in heading.cells)
    rows = (head, *_rows(heading, columns, body[:length], heading.bottom, rules))
    bottom = max(box.bottom for line in body[:length] for box in line)
    return Aligned(heading, columns, rows, heading.top, bottom, first + length == len(lines)), first + length


def _going_on(before: Aligned, lines: Lines, rules: Sequence[float]) -> tuple[Aligned, int] | None:
    """The table of the page before, as it goes on at the top of this one."""
    heading = heading_at(lines, 0)
    if heading is not None:
        return None
    columns = before.columns
    stop = next((n for n in range(1, len(lines)) if heading_at(lines, n) is not None), len(lines))
    length = extent(columns, lines[:stop])
    kept = [line for line in lines[:length] if not columns.are_crossed(line)]
    if not any(sum(cell is not None for cell in columns.cells(line)) > 1 for line in kept):
        return None
    top = min(box.top for box in lines[0])
    rows = tuple(_rows(before.heading, columns, lines[:length], top - 1, rules))
    bottom = max(box.bottom for line in lines[:length] for box in line)
    return Aligned(before.heading, columns, rows, top, bottom, length == len(lines)), length


def _rows(
    heading: Heading, columns: Columns, lines: Lines, below: float, rules: Sequence[float]
) -> Iterator[tuple[str, ...]]:
    """The rows under the head; a title across the columns is a row whose first cell holds it."""
    told = [(columns.are_crossed(line), line) for line in lines]
    cells: list[Cells] = [columns.cells(line) for crossed, line in told if not crossed]
    roles = [cell.role for cell in heading.cells]
    full = [roles.index(role) for role in ("task", "lead", "time") if role in roles]
    reach = columns.reach([cell.right for cell in heading.cells])
    teller = Rows(cells, roles[0] == "number", full, rules, reach)
    for crossed, group in groupby(told, key=lambda pair: pair[0]):
        part = [line for _, line in group]
        if crossed:
            yield (" ".join(joined(line).text for line in part), *[""] * (len(roles) - 1))
        else:
            for row in teller.of([columns.cells(line) for line in part], below):
                yield tuple(_cell(row, at) for at in range(len(roles)))
        below = max(box.bottom for line in part for box in line)


def _cell(row: Sequence[Cells], at: int) -> str:
    return "\n".join(box.text for line in row if (box := line[at]) is not None)
