"""The rows of tables as they stand in a text: their cells, and the rows that hold no values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.reading.words.script import Script, Stretch

BARE_DAY = re.compile(
    r"(?:ngày )?[0-9]{1,2} [/.-] [0-9]{1,2} [/.-] [0-9]{4}(?: [-,] [0-9]{1,2} [:h] [0-9]{2})?$"
)
STAMPED = re.compile(
    r"[0-9]{1,2} (?:[:hg] [0-9]{2}|h|giờ)(?: : [0-9]{2})?(?: (?:am|pm|sa|ch))?(?: \(?gmt.*)?$"
    r"|(?:lượt xem|số lượt xem|tác giả|nguồn|theo|chuyên mục|in trang|in bài|đọc|xem)\b"
)
# The box that collections of laws put above a document: "Ngày ban hành | 30/05/2021".
PROPERTY = re.compile(
    r"(?:số (?:ký )?hiệu|ngày (?:ban hành|ký|có hiệu lực|hiệu lực|hết hiệu lực|áp dụng|đăng công báo|công báo|văn bản)|"
    r"(?:loại|hình thức|nguồn|tình trạng) (?:văn bản|hiệu lực|thu thập)|(?:cơ quan|nơi|đơn vị) ban hành|người ký|hiệu lực)"
    r"(?: văn bản)? ?:?$"
)
LONGEST_HEAD = 30  # tokens
DATELINE = re.compile(r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật) [,(]? ?(?:ngày )?[0-9]{1,2} / ")
POSTED = re.compile(
    r"(?:ngày đăng|đăng ngày|đăng lúc|ngày cập nhật|cập nhật|ngày xuất bản|xuất bản|đăng tải)\b"
)
PUBLISHED_AT = re.compile(DATELINE.pattern + r"[0-9]{1,2} / [0-9]{4} [-,|]? ?[0-9]{1,2} : [0-9]{2}\b")
# "Số: 17/CT-TTg | Hà Nội, ngày 15 tháng 6 năm 2016": the head of an instrument.
NUMBERED = re.compile(r"(?:\| )?số :? ?[0-9]*.{0,60}ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}(?: \|)?$")


def cells_of(script: Script, row: Stretch, *, edged: bool) -> list[Stretch]:
    """The cells of a row, between bars or tabs; ``edged``: a bar at its beginning stands before the first cell."""
    bars = any(script.word(place) == "|" for place in range(row.first, row.last))
    cells: list[Stretch] = []
    first = row.first
    for place in range(row.first, row.last):
        if bars and script.word(place) == "|":
            cells.append(Stretch(first, place))
            first = place + 1
        elif not bars and place > row.first:
            gap = script.text[script.tokens[place - 1].end : script.tokens[place].start]
            for _ in range(gap.count("\t")):
                cells.append(Stretch(first, place))
                first = place
    cells.append(Stretch(first, row.last))
    if bars and edged and not cells[0]:
        cells = cells[1:]
    return cells


def entries_of(script: Script, cell: Stretch) -> Iterator[Stretch]:
    """The parts of a cell that each begin with a dash: "- 30/6/2016 - 31/12/2016" are two days, and no span of them."""
    if script.word(cell.first) != "-" and script.word(cell.first - 1) != "-":
        yield cell
        return
    first = cell.first
    for place in range(cell.first + 1, cell.last):
        if script.word(place) == "-" and not script.is_glued(place):
            yield Stretch(first, place)
            first = place
    yield Stretch(first, cell.last)


def is_ruled(script: Script, cells: Sequence[Stretch]) -> bool:
    """Whether the row is the rule below a table's head."""
    return all(
        script.word(place) in {"-", ":", "="} for cell in cells for place in range(cell.first, cell.last)
    )


def is_dateline(script: Script, row: Stretch, cells: Sequence[Stretch]) -> bool:
    """ "Thứ tư, 15/12/2024, 10:00 | Thời sự": the head of a page of news; or that of an instrument."""
    if (
        DATELINE.match(script.words(cells[0]))
        or POSTED.match(script.words(cells[0]))
        or any(PUBLISHED_AT.search(script.words(cell)) for cell in cells)
    ):
        return True
    if is_stamp(script, cells) or PROPERTY.match(script.words(cells[0])):
        return True
    return len(row) <= LONGEST_HEAD and NUMBERED.match(script.words(row)) is not None


def is_stamp(script: Script, cells: Sequence[Stretch]) -> bool:
    """ "26/10/2017 | 10:16 GMT+7", "26/10/2017 | Lượt xem: 20": a bare day in a row that says no more than when and who."""
    words = [script.words(cell) for cell in cells]
    dated = [word for word in words if BARE_DAY.match(word)]
    return (
        len(dated) == 1
        and len(words) > 1
        and all(BARE_DAY.match(word) or STAMPED.match(word) for word in words)
    )


def is_number(script: Script, cell: Stretch) -> bool:
    """Whether a cell only counts its row: "1", "1.", "2.3"."""
    return all(not script.tokens[at].is_word or len(cell) == 1 for at in range(cell.first, cell.last))
