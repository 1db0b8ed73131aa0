"""PDF files with a text layer: lines made into paragraphs, tables over several pages made one, through pdfplumber."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from monitor.documents.content import Block, Content, Paragraph, Unreadable
from monitor.documents.paragraphs import blocks_of
from monitor.documents.pieces import Doubts, pieces_of

MOST_PAGES = 2_000
_UNMAPPED = re.compile(r"\(cid:\d+\)")


def read_portable(content: bytes) -> Content:
    """The pages of these bytes; raises Unreadable for encrypted, damaged, scanned or unmapped ones."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise Unreadable(f"has more than {MOST_PAGES} pages: give the pages that assign tasks")
            pages, doubts = pieces_of(document.pages)
    except (PdfminerException, PDFException) as fault:
        raise Unreadable(_refusal(fault)) from fault
    blank = [number for number, page in enumerate(pages, start=1) if not page]
    pieces = [piece for page in pages for piece in page]
    if not pieces:
        raise Unreadable(
            "has no text layer (it is a scan): run text recognition (OCR) over it first, and give the text"
        )
    blocks = tuple(blocks_of(pieces))
    _refuse_unmapped(blocks)
    return Content(blocks, remarks=tuple(_remarks(blank, doubts)))


def _remarks(blank: Sequence[int], doubts: Doubts) -> Iterator[str]:
    if blank:
        yield f"no text on page {_listed(blank)}: a picture or a scan there was not read"
    if doubts.by_place:
        yield (
            f"a table without lines on page {_listed(doubts.by_place)} was read by where its words stand: "
            "compare its rows"
        )
    if doubts.line_by_line:
        yield (
            f"words in columns on page {_listed(doubts.line_by_line)} are no table that is known here and were "
            "read line by line: look there for times by hand"
        )


def _refusal(fault: Exception) -> str:
    inner = fault.args[0] if fault.args and isinstance(fault.args[0], Exception) else fault
    if "Password" in type(inner).__name__ or "Encryption" in type(inner).__name__:
        return "is encrypted with a password: save it without one and try again"
    return "is damaged: it begins like a PDF file but cannot be read"


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:10])
    return shown if len(numbers) <= 10 else f"{shown} and {len(numbers) - 10} more"


def _refuse_unmapped(blocks: tuple[Block, ...]) -> None:
    text = " ".join(block.text for block in blocks if isinstance(block, Paragraph))
    if len(_UNMAPPED.findall(text)) * 20 > len(text.split()) + 20:
        raise Unreadable(
            "does not say which letters its fonts draw: run text recognition (OCR) over it first"
        )
