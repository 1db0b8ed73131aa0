"""What commands print: tables that fit the terminal, machine forms, and foreign text made harmless."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]

# C0 and C1 controls, bidi marks and embeddings, zero-width signs, line and paragraph separators, tags.
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_CONTROLS = re.compile(f"[{_UNSAFE}\t\n]")
_CONTROLS_BUT_LINES = re.compile(f"[{_UNSAFE}]")


def safe(text: str) -> str:
    """Foreign text on one line, its control and bidi characters named (⟨U+202E⟩) instead of obeyed."""
    return _CONTROLS.sub(_named, text)


def safe_lines(text: str) -> str:
    """The same for text of our own making that holds foreign words: line ends and tabs stay."""
    return _CONTROLS_BUT_LINES.sub(_named, text.replace("\r\n", "\n"))


def say(text: str = "") -> None:
    """One or more lines on standard output."""
    click.echo(safe_lines(text))


def hint(text: str) -> None:
    """A remark for the person, on standard error, so that a machine form stays clean; lost where that takes none."""
    with suppress(OSError):
        click.echo(safe_lines(text), err=True)


def of(count: int, what: str) -> str:
    """So many of them: "1 case", "2 cases"; for words that take an s."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def shortened(text: str, width: int) -> str:
    """At most ``width`` characters: the middle gives way, both ends stay readable."""
    if len(text) <= width:
        return text
    head = (width - 1 + 1) // 2
    tail = width - 1 - head
    return f"{text[:head]}…{text[len(text) - tail :] if tail else ''}"


def of_value(value: object, zone: ZoneInfo) -> Json:
    """A value's machine form: days ISO, moments ISO with offset, records as objects, absent values null."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case datetime():
            return value.astimezone(zone).isoformat()
        case date():
            return value.isoformat()
        case tuple() | list():
            return [of_value(part, zone) for part in value]
        case _ if is_dataclass(value):
            return of_record(value, zone)
    return str(value)


def of_record(record: object, zone: ZoneInfo, without: tuple[str, ...] = ()) -> dict[str, Json]:
    """A frozen record as an object, its fields in their order."""
    if not is_dataclass(record):
        raise TypeError("only records have fields")
    return {
        field.name: of_value(getattr(record, field.name), zone)
        for field in fields(record)
        if field.name not in without
    }


def json_text(value: Json) -> str:
    """One line of JSON; what a terminal would obey is escaped, which JSON reads back alike."""
    from json import dumps

    text = dumps(value, ensure_ascii=not _speaks_unicode())
    return _CONTROLS.sub(_escaped, text)


def _speaks_unicode() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") in {
        "utf8",
        "utf16",
        "utf32",
    }


def print_json(value: Json) -> None:
    click.echo(json_text(value))


def print_array(rows: Iterable[Json]) -> None:
    """An array, one element a line, written as it is made."""
    opened = False
    for row in rows:
        click.echo(f"{',' if opened else '['}\n{json_text(row)}", nl=False)
        opened = True
    click.echo("\n]" if opened else "[]")


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


def room() -> int | None:
    """How many characters a line of the terminal holds; None where standard output is none, and nothing is cut."""
    if not (sys.stdout and sys.stdout.isatty()):
        return None
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def wrapped(text: str, indent: int) -> str:
    """A line that fits the terminal: what does not stands below it, so far from the edge; elsewhere as it is."""
    width = room()
    if width is None or len(text) <= width:
        return text
    from textwrap import TextWrapper

    below = " " * (indent if indent <= width // 2 else 4)
    wrapper = TextWrapper(width, subsequent_indent=below, break_on_hyphens=False)
    return "\n".join(wrapper.wrap(text))


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


def _named(match: re.Match[str]) -> str:
    sign = match.group()
    return " " if sign in "\t\n" else f"⟨U+{ord(sign):04X}⟩"


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
