"""What is read out of a file: blocks in their order, and the one text that they are laid into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

LINE = "\n"
# Bars on both sides: between tabs alone an empty first cell could not be told from a narrower row.
BEFORE_CELLS, BETWEEN_CELLS, AFTER_CELLS = "| ", " | ", " |"


class Unreadable(Exception):
    """A file that is refused; ``sentence`` says what is wrong with it and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as its file holds it: rows of cells, merged cells written out into every row they cover."""

    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Content:
    """The blocks of a file in order; ``published`` where the file says it, ``remarks`` what a person should know."""

    blocks: tuple[Block, ...]
    published: date | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell: ``text`` is what stands from ``start`` to ``end`` in the document's text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A file read: its text, the tables in it with their places in the text, and the day it says it was published."""

    text: str
    tables: tuple[Table, ...] = ()
    published: date | None = None
    remarks: tuple[str, ...] = ()


def laid_out(content: Content) -> Document:
    """The blocks as one text: a paragraph a line, a table's row a line, its cells between bars."""
    sheet = _Sheet()
    tables = []
    for block in content.blocks:
        match block:
            case Paragraph(text):
                sheet.write(text)
                sheet.write(LINE)
            case Grid(rows):
                tables.append(Table(tuple(_laid_row(row, sheet) for row in rows)))
    return Document(sheet.text, tuple(tables), content.published, content.remarks)


@dataclass(slots=True)
class _Sheet:
    parts: list[str] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        return "".join(self.parts)


def _laid_row(row: Sequence[str], sheet: _Sheet) -> tuple[Cell, ...]:
    cells = []
    for number, raw in enumerate(row):
        sheet.write(BETWEEN_CELLS if number else BEFORE_CELLS)
        text = one_line(raw).replace("|", "\u00a6")
        cells.append(Cell(text, sheet.length, sheet.length + len(text)))
        sheet.write(text)
    sheet.write(AFTER_CELLS + LINE)
    return tuple(cells)


def one_line(text: str) -> str:
    """A cell's words on one line: its line ends and tabs become single spaces; other signs stay as they are."""
    parts = (part.strip(" ") for part in text.replace("\t", "\n").splitlines())
    return " ".join(part for part in parts if part)


def squared(rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows of one length, without rows and outer columns that hold nothing."""
    kept = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    width = max((len(row) for row in kept), default=0)
    full = [row + ("",) * (width - len(row)) for row in kept]
    used = [place for place in range(width) if any(row[place].strip() for row in full)]
    return tuple(row[used[0] : used[-1] + 1] for row in full) if used else ()
