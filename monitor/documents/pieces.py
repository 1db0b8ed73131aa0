"""What stands on PDF pages, from top to bottom: printed lines and tables, without what only runs along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

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
        left = [line for line in left if not any(one.top < line.middle < one.bottom for one in found)]
        ruled = [table for table in sheet.ruled if not any(table.meets(one.top, one.bottom) for one in found)]
        left = [line for line in left if not any(table.holds(line.centre, line.middle) for table in ruled)]
        if found:
            doubts.by_place.append(sheet.number)
        if _stands_apart(left) or not all(table.whole for table in ruled):
            doubts.line_by_line.append(sheet.number)
        if stands_in_columns(left):
            left = in_columns(_around(sheet.page, ruled), left)
            sheet.page.close()
        told.append(sorted([*ruled, *(_table(one, sheet) for one in found), *left], key=_height))
    return told, doubts


def _around(page: Page, tables: Sequence[PageTable]) -> Page:
    """What stands outside the tables."""
    for table in tables:
        page = page.outside_bbox(table.box, strict=False)
    return page


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
    """The page's tables and lines; where a table is doubtful, its words are among the lines too."""
    ruled = ruled_tables(page)
    lines = tuple(printed_lines(_around(page, [table for table in ruled if not table.is_doubtful])))
    rules = rules_of(page) if any(line.words for line in lines) else ()
    return Sheet(page, tuple(ruled), lines, rules)


def _aligned(sheet: Sheet, lines: Sequence[Line], before: Aligned | None) -> list[Aligned]:
    """The tables that nothing is drawn around; letters' heads and feet stand in columns too, and are none."""
    body = [line.words for line in lines[head_of(lines) : foot_of(lines)] if line.words]
    return aligned_tables(body, sheet.rules, before)


def _table(found: Aligned, sheet: Sheet) -> PageTable:
    left, _, right, _ = sheet.page.bbox
    return PageTable((left, found.top, right, found.bottom), found.columns.borders, found.rows, sheet.number)


def _stands_apart(lines: Sequence[Line]) -> bool:
    """Whether words stand in columns outside a letter's head and foot.

    Several lines in three of them tell it, or more in two of which the second always begins at one place.
    """
    runs = [runs_of(line.words) for line in lines[head_of(lines) : foot_of(lines)]]
    second = Counter(round(line[1].left) for line in runs if len(line) == _FEWEST - 1)
    return sum(len(line) >= _FEWEST for line in runs) >= _FEWEST or max(second.values(), default=0) > _FEWEST
