"""PDF files with a text layer: lines made into paragraphs, tables over several pages made one, through pdfplumber."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from monitor.documents.content import Block, Content, Grid, Paragraph, Unreadable, squared
from monitor.documents.ruled import Ruled, grown_together, ruled_tables

MOST_PAGES = 2_000
_PAGE_NUMBER = re.compile(r"[-–— ]*\d{1,4}[-–— ]*")
_MARKER = re.compile(
    r"([-–+•*]|\d{1,3}(\.\d{1,3})*[.)]|[a-zđ][.)]|[IVX]{1,5}[.)]|Điều \d|Chương |Phần |Mục )(?=\s|\w)"
)
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_SENTENCE_END = (".", ";", ":", "!", "?")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its words, its edges, and the page it stands on."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int
    page_width: float


def read_portable(content: bytes) -> Content:
    """The pages of these bytes; raises Unreadable for encrypted, damaged, scanned or unmapped ones."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise Unreadable(f"has more than {MOST_PAGES} pages: give the pages that assign tasks")
            pieces: list[Line | Ruled] = []
            blank = []
            for page in document.pages:
                found = list(_pieces(page))
                if not found:
                    blank.append(page.page_number)
                pieces.extend(found)
                page.close()
    except (PdfminerException, PDFException) as fault:
        raise Unreadable(_refusal(fault)) from fault
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


def _pieces(page: Page) -> Iterator[Line | Ruled]:
    """Lines and tables of a page, from top to bottom."""
    tables = ruled_tables(page)
    outside = page
    for table in tables:
        outside = outside.outside_bbox(table.box)
    pieces: list[Line | Ruled] = [*tables, *_lines(outside)]
    yield from sorted(pieces, key=lambda piece: piece.top)


def _lines(page: Page) -> list[Line]:
    raw = page.extract_text_lines(return_chars=False)
    lines = []
    for number, line in enumerate(raw):
        text = str(line["text"])
        if number in {0, len(raw) - 1} and _PAGE_NUMBER.fullmatch(text):
            continue
        left, right, top, bottom = (float(line[edge]) for edge in ("x0", "x1", "top", "bottom"))
        lines.append(Line(text, left, right, top, bottom, page.page_number, float(page.width)))
    return lines


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


def _margins(pieces: list[Line | Ruled]) -> dict[float, Margins]:
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    widths = {line.page_width for line in lines}
    return {
        width: Margins(
            min(line.left for line in lines if line.page_width == width),
            max(line.right for line in lines if line.page_width == width),
        )
        for width in widths
    }


def _blocks(pieces: list[Line | Ruled]) -> Iterator[Block]:
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
        if last is not None and not margins[last.page_width].go_on(last, piece):
            yield Paragraph(" ".join(words))
            words = []
        words.append(piece.text)
        last = piece
    if words:
        yield Paragraph(" ".join(words))
    if table is not None:
        yield Grid(squared(table.rows))
