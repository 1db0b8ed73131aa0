"""The pieces of PDF pages made into paragraphs and tables: lines that go on joined, pages of one table grown together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from monitor.documents.content import Block, Grid, Paragraph, squared
from monitor.documents.page_table import PageTable, grown_together
from monitor.documents.printed import Line

_MARKER = re.compile(
    r"(?:[-–+•*]|\d{1,3}(?:\.\d{1,3})*[.)](?!\d)|[a-zđ][.)]|[IVX]{1,5}[.)])(?=\s|\w)"
    r"|[ĐÐ]iều \d{1,3}[.:]|(?:Chương|Phần|Mục) (?:[IVX]+|\d+|thứ)\b"
)
_SENTENCE_END = (".", ";", ":", "!", "?")
Piece = Line | PageTable


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


def blocks_of(pieces: list[Piece]) -> Iterator[Block]:
    """Paragraphs and tables in the order of the pieces."""
    margins = _margins(pieces)
    words: list[str] = []
    table: PageTable | None = None
    last: Line | None = None
    for piece in pieces:
        if isinstance(piece, PageTable):
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
