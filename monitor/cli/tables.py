"""Tables: whole and aligned where a machine or a file reads them, fitted to the terminal where a person does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import click

from monitor.cli.paper import room, safe, shortened


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: ``grows`` says what of a cell may give way on a narrow terminal, its middle or its end.

    ``narrows`` and ``drops`` say when the column is narrowed and when it is left out: 1 first; without a number it is
    narrowed after all others, and never left out. ``means``: it carries the meaning, so that rows become a few lines
    each where it would be cut; there it stands on a line of its own, "named" with its head before it.
    """

    head: str
    right: bool = False
    grows: Literal["", "middle", "end"] = ""
    narrows: int = 0
    drops: int = 0
    least: int = 8
    means: Literal["", "bare", "named"] = ""


def print_table(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], marked: frozenset[int] = frozenset()
) -> None:
    """Rows under heads, whole and aligned; on a terminal fitted to it, or a few lines a row; ``marked`` stand out."""
    cells = [[safe(cell) for cell in row] for row in rows]
    width = room()
    if width is None:
        _plain_table(columns, cells)
        return
    from monitor.cli.blocks import cuts_the_meaning

    widths = fitted(columns, cells, width)
    if cuts_the_meaning(columns, cells, widths):
        _terminal_blocks(columns, cells, marked, width)
    else:
        _terminal_table(columns, cells, marked, width, widths)


def _plain_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    lines = [[column.head for column in columns], *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    for line in lines:
        parts = [
            cell.rjust(width) if column.right else cell.ljust(width)
            for cell, width, column in zip(line, widths, columns, strict=True)
        ]
        click.echo("  ".join(parts).rstrip())


def _terminal_blocks(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], marked: frozenset[int], width: int
) -> None:
    from rich.console import Console
    from rich.text import Text

    from monitor.cli.blocks import block

    console = Console(width=width, highlight=False, soft_wrap=True)
    for number, row in enumerate(rows):
        for line in block(columns, row, width):
            console.print(Text(line), style="bold" if number in marked else "")


def _terminal_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    marked: frozenset[int],
    width: int,
    widths: Sequence[int],
) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    kept = [place for place, wide in enumerate(widths) if wide]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), collapse_padding=True)
    for place in kept:
        justify: Literal["right", "left"] = "right" if columns[place].right else "left"
        table.add_column(columns[place].head, justify=justify, no_wrap=True, width=widths[place])
    for number, row in enumerate(rows):
        cells = [Text(_cut(row[place], widths[place], columns[place])) for place in kept]
        table.add_row(*cells, style="bold" if number in marked else "")
    Console(width=width, highlight=False).print(table)


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The columns' widths within ``width``, 0 for one that is left out: they give way one after the other."""
    widths = [
        max([len(column.head), *(len(row[place]) for row in rows)]) for place, column in enumerate(columns)
    ]
    wanted = list(widths)
    excess = sum(widths) + 2 * (len(columns) - 1) - width
    for turn, drops in _turns(columns):
        if excess <= 0:
            break
        for place, column in enumerate(columns):
            if drops and column.drops == turn and excess > 0:
                excess -= widths[place] + 2
                widths[place] = 0
        elastic = [place for place, one in enumerate(columns) if not drops and _narrows(one) == turn]
        while excess > 0:
            wide = [place for place in elastic if widths[place] > columns[place].least]
            if not wide:
                break
            widths[max(wide, key=lambda place: widths[place])] -= 1
            excess -= 1
    # A column that is left out may leave more room than was missing.
    for place in sorted(range(len(columns)), key=lambda place: -_narrows(columns[place])):
        if widths[place] and excess < 0:
            given = min(wanted[place] - widths[place], -excess)
            widths[place] += given
            excess += given
    return widths


_LAST = 50


def _narrows(column: Column) -> int:
    return (column.narrows or _LAST) if column.grows else 0


def _turns(columns: Sequence[Column]) -> list[tuple[int, bool]]:
    """The turns in which columns give way, and whether they are left out in it."""
    turns = {(_narrows(column), False) for column in columns if column.grows}
    return sorted(turns | {(column.drops, True) for column in columns if column.drops})


def _cut(cell: str, room: int, column: Column) -> str:
    if column.grows == "end" and len(cell) > room:
        return f"{cell[: room - 1].rstrip()}…"
    return shortened(cell, room)
