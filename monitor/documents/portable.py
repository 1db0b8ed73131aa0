"""PDF files with a text layer: lines made into paragraphs, tables over several pages made one, through pdfplumber."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from monitor.documents.columns import in_columns, printed_lines, stands_in_columns
from monitor.documents.content import Block, Content, Grid, Paragraph, Unreadable, squared
from monitor.documents.printed import Line, running
from monitor.documents.ruled import Ruled, grown_together, ruled_tables
from monitor.documents.upright import is_printed_twice, upright

MOST_PAGES = 2_000
_MARKER = re.compile(
    r"(?:[-–+•*]|\d{1,3}(?:\.\d{1,3})*[.)](?!\d)|[a-zđ][.)]|[IVX]{1,5}[.)])(?=\s|\w)"
    r"|[ĐÐ]iều \d{1,3}[.:]|(?:Chương|Phần|Mục) (?:[IVX]+|\d+|thứ)\b"
)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_SENTENCE_END = (".", ";", ":", "!", "?")
Piece = Line | Ruled


def read_portable(content: bytes) -> Content:
    """The pages of these bytes; raises Unreadable for encrypted, damaged, scanned or unmapped ones."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise Unreadable(f"has more than {MOST_PAGES} pages: give the pages that assign tasks")
            pages = _pages(document.pages)
    except (PdfminerException, PDFException) as fault:
        raise Unreadable(_refusal(fault)) from fault
    blank = [number for number, page in enumerate(pages, start=1) if not page]
    pieces = [piece for page in pages for piece in page]
    if not pieces:
        raise Unreadable(
            "has no text layer (it is a scan): run text recognition (OCR) over it first, and give the text"
        )
    remarks = (f"no text on page {_listed(blank)}: a picture or a scan there was not read",) if blank else ()
    blocks = tuple(_blocks(pieces))
    _refuse_unmapped(blocks)
    return Content(blocks, remarks=remarks)


def _refusal(fault: Exception) -> str:
    inner = fault.args[0] if fault.args and isinstance(fault.args[0], Exception) else fault
    if "Password" in type(inner).__name__ or "Encryption" in type(inner).__name__:
        return "is encrypted with a password: save it without one and try again"
    return "is damaged: it begins like a PDF file but cannot be read"


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:10])
    return shown if len(numbers) <= 10 else f"{shown} and {len(numbers) - 10} more"


def _refuse_unmapped(blocks: tuple[Block, ...]) -> None:
    text = " ".join(block.text for block in blocks if isinstance(block, Paragraph))
    if len(_UNMAPPED.findall(text)) * 20 > len(text.split()) + 20:
        raise Unreadable(
            "does not say which letters its fonts draw: run text recognition (OCR) over it first"
        )


def _pages(pages: Sequence[Page]) -> list[list[Piece]]:
    """Lines and tables page by page, from top to bottom, without what only runs along."""
    tables: list[list[Ruled]] = []
    lines: list[list[Line]] = []
    sheets = []
    for raw in pages:
        page = upright(raw)
        ruled, printed = _read(page)
        if is_printed_twice(printed):
            page = page.dedupe_chars()
            ruled, printed = _read(page)
        sheets.append(page)
        tables.append(ruled)
        lines.append(printed)
        page.close()
        raw.close()
    along = running(lines)
    told = []
    for page, ruled, printed in zip(sheets, tables, lines, strict=True):
        left = [line for line in printed if line not in along]
        if stands_in_columns(left):
            left = in_columns(_outside(page, ruled), left)
            page.close()
        pieces: list[Piece] = [*ruled, *left]
        told.append(sorted(pieces, key=lambda piece: piece.top if isinstance(piece, Ruled) else piece.place))
    return told


def _read(page: Page) -> tuple[list[Ruled], list[Line]]:
    tables = ruled_tables(page)
    return tables, printed_lines(_outside(page, tables))


def _outside(page: Page, tables: Sequence[Ruled]) -> Page:
    for table in tables:
        page = page.outside_bbox(table.box, strict=False)
    return page


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the text of pages of one width begins and ends."""

    left: float
    right: float

    def go_on(self, before: Line, line: Line) -> bool:
        """Whether the second line belongs to the first one's paragraph."""
        height = max(before.bottom - before.top, 1.0)
        first_word = len(line.text.split()[0]) + 1
        room = self.right - before.right
        needed = first_word * (line.right - line.left) / max(len(line.text), 1)
        if _MARKER.match(line.text) or room > needed + height * 0.3:
            return False  # there was room for the next word: the paragraph had ended
        if before.page != line.page:
            return not before.text.endswith(_SENTENCE_END)
        indented = line.left - self.left > height * 0.8 and before.left - self.left < height * 0.8
        return not indented and line.top - before.bottom < height * 1.1


def _margins(pieces: list[Piece]) -> dict[float, Margins]:
    lines = [piece for piece in pieces if isinstance(piece, Line) and not piece.alone]
    widths = {line.page_width for line in lines}
    return {
        width: Margins(
            min(line.left for line in lines if line.page_width == width),
            max(line.right for line in lines if line.page_width == width),
        )
        for width in widths
    }


def _go_on(margins: Mapping[float, Margins], before: Line, line: Line) -> bool:
    alone = before.alone or line.alone
    return not alone and margins[before.page_width].go_on(before, line)


def _blocks(pieces: list[Piece]) -> Iterator[Block]:
    margins = _margins(pieces)
    words: list[str] = []
    table: Ruled | None = None
    last: Line | None = None
    for piece in pieces:
        if isinstance(piece, Ruled):
            if words:
                yield Paragraph(" ".join(words))
                words, last = [], None
            grown = grown_together(table, piece) if table is not None else piece
            if table is not None and grown is None:
                yield Grid(squared(table.rows))
            table = grown or piece
            continue
        if table is not None:
            yield Grid(squared(table.rows))
            table = None
        if last is not None and not _go_on(margins, last, piece):
            yield Paragraph(" ".join(words))
            words = []
        words.append(piece.text)
        last = piece
    if words:
        yield Paragraph(" ".join(words))
    if table is not None:
        yield Grid(squared(table.rows))
