"""What stands on PDF pages, from top to bottom: printed lines and tables, without what only runs along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from pdfplumber.page import Page

from monitor.documents.aligned import Aligned, aligned_tables
from monitor.documents.aligned.words import runs_of
from monitor.documents.columns import foot_of, head_of, in_columns, stands_in_columns
from monitor.documents.page_table import PageTable
from monitor.documents.paragraphs import Piece
from monitor.documents.printed import Line, printed_lines, running
from monitor.documents.ruled import ruled_tables
from monitor.documents.rules import rules_of
from monitor.documents.upright import is_printed_twice, upright

_FEWEST = 3  # columns, and lines of them, that are no accident


@dataclass(slots=True)
class Doubts:
    """Pages with a table that was read by where its words stand, and with columns that were read line by line."""

    by_place: list[int] = field(default_factory=list)
    line_by_line: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with the tables that lines are drawn around, its other lines, and the heights of lines across it."""

    page: Page
    ruled: tuple[PageTable, ...]
    lines: tuple[Line, ...]
    rules: tuple[float, ...]

    @property
    def around(self) -> Page:
        """What stands outside the tables."""
        page = self.page
        for table in self.ruled:
            page = page.outside_bbox(table.box, strict=False)
        return page

    @property
    def number(self) -> int:
        return self.page.page_number


def pieces_of(pages: Sequence[Page]) -> tuple[list[list[Piece]], Doubts]:
    """Lines and tables page by page, and what a person should look at."""
    sheets = [_sheet(page) for page in pages]
    along = running([sheet.lines for sheet in sheets])
    doubts = Doubts()
    told: list[list[Piece]] = []
    before: Aligned | None = None
    for sheet in sheets:
        left = [line for line in sheet.lines if line not in along]
        found = _aligned(sheet, left, before)
        before = found[-1] if found and found[-1].ends else None
        tables = [*sheet.ruled, *(_table(one, sheet) for one in found)]
        if found:
            doubts.by_place.append(sheet.number)
            left = [line for line in left if not any(one.top < line.middle < one.bottom for one in found)]
        if _stands_apart(left):
            doubts.line_by_line.append(sheet.number)
        if stands_in_columns(left):
            left = in_columns(sheet.around, left)
            sheet.page.close()
        told.append(sorted([*tables, *left], key=_height))
    return told, doubts


def _height(piece: Piece) -> float:
    return piece.top if isinstance(piece, PageTable) else piece.place


def _sheet(raw: Page) -> Sheet:
    page = upright(raw)
    sheet = _read(page)
    if is_printed_twice(sheet.lines):
        page = page.dedupe_chars()
        sheet = _read(page)
    page.close()
    raw.close()
    return sheet


def _read(page: Page) -> Sheet:
    ruled = Sheet(page, tuple(ruled_tables(page)), (), ())
    lines = tuple(printed_lines(ruled.around))
    return Sheet(page, ruled.ruled, lines, rules_of(page) if any(line.words for line in lines) else ())


def _aligned(sheet: Sheet, lines: Sequence[Line], before: Aligned | None) -> list[Aligned]:
    """The tables that nothing is drawn around; letters' heads and feet stand in columns too, and are none."""
    body = [line.words for line in lines[head_of(lines) : foot_of(lines)] if line.words]
    return aligned_tables(body, sheet.rules, before)


def _table(found: Aligned, sheet: Sheet) -> PageTable:
    left, _, right, _ = sheet.page.bbox
    return PageTable((left, found.top, right, found.bottom), found.columns.borders, found.rows, sheet.number)


def _stands_apart(lines: Sequence[Line]) -> bool:
    """Whether lines one below the other stand in columns, outside a letter's head and foot."""
    body = lines[head_of(lines) : foot_of(lines)]
    return any(
        apart and len(list(group)) >= _FEWEST
        for apart, group in groupby(body, key=lambda line: len(runs_of(line.words)) >= _FEWEST)
    )
