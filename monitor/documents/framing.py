"""Tables that only put words in their place on a page: the national head, the recipients, the signatures.

Officers set them in two columns without lines; they are read as what they say, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from monitor.documents.content import Block, Content, Grid, Paragraph, squared
from monitor.documents.kinds import names_columns
from rules.reading.words.text import clean, fold

HIGHEST_HEAD = 10  # rows that a head may have, its rulings and empty lines among them
MOST_COLUMNS = 3  # of recipients and signatures
_MOTTO = re.compile(r"(?:cộng hòa xã hội chủ nghĩa|độc lập *- *tự do|đảng cộng sản việt nam$)")
_DATED = re.compile(r"số\s*:|.{0,40}ngày\s.{0,12}tháng\s.{0,12}năm\s*[0-9.…]*$")
_NUMBER = re.compile(r"số\s*:")
_RECIPIENTS = re.compile(r"nơi nhận\s*:?$")
_FOOT = re.compile(r"người lập(?: biểu| bảng)?\s*:?$|\(?(?:đã ký|ký tên|ký, .{0,40})\)?$")
# "TM. ỦY BAN", "KT. BỘ TRƯỞNG": who signs for whom.
_SIGNS_FOR = re.compile(r"(?:TM|KT|TL|TUQ|TLĐ|Q)\s?\.")

Row = Sequence[str]


def unframed(content: Content) -> Content:
    """The same content with such tables, and such rows above and below a table of values, as paragraphs."""
    return replace(content, blocks=tuple(_each(content.blocks)))


def _each(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _of_grid(block.rows)


def _of_grid(rows: tuple[Row, ...]) -> Iterator[Block]:
    first = _head_length(rows)
    yield from _told(rows[:first])
    while first and first < len(rows) and len(_filled(rows[first])) == 1:
        # The title between the head of the page and the heads of the columns.
        yield from _told(rows[first : first + 1])
        first += 1
    last = next((at for at in range(first, len(rows)) if _is_foot(rows[at])), len(rows))
    inner = squared(rows[first:last])
    if inner and len(inner[0]) == 1:
        yield from _told(inner)
    elif inner:
        yield Grid(inner)
    yield from _told(rows[last:])


def _head_length(rows: Sequence[Row]) -> int:
    """How many rows the head of the page has here."""
    length = 0
    for number, row in enumerate(rows[:HIGHEST_HEAD], start=1):
        if names_columns(_filled(row)):
            break
        words = [fold(line) for cell in row for line in cell.splitlines()]
        dated = [bool(_DATED.match(fold(cell))) for cell in _filled(row)]
        # A number and a day stand below the motto, or fill the first row.
        opens = number == 1 and all(dated) and any(map(_NUMBER.match, words))
        if opens or any(map(_MOTTO.match, words)) or (length and any(dated)):
            length = number
    return length


def _is_foot(row: Row) -> bool:
    cells = _filled(row)
    if len(cells) > MOST_COLUMNS:
        return False
    lines = [line for cell in cells for line in cell.splitlines()]
    signed = any(_SIGNS_FOR.match(clean(line)) and clean(line).isupper() for line in lines)
    opens = bool(cells) and _RECIPIENTS.match(fold(cells[0].strip().splitlines()[0]))
    return signed or bool(opens) or any(_FOOT.match(fold(line)) for line in lines)


def _filled(row: Row) -> list[str]:
    return [cell for cell in row if cell.strip()]


def _told(rows: Sequence[Row]) -> Iterator[Paragraph]:
    """The words column by column: what a merged cell says stands in several rows, and is said once."""
    for column in zip(*rows, strict=True):
        before = ""
        for cell in column:
            if cell != before:
                yield from (Paragraph(line.strip()) for line in cell.splitlines() if line.strip())
            before = cell
