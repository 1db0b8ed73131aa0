"""XLSX workbooks: each visible sheet's rows, merged cells written out, through python-calamine."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zipfile import BadZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum

from monitor.documents.content import Block, Content, Paragraph, Unreadable, one_line
from monitor.documents.formats import Shown, shown_days
from monitor.documents.hidden import hidden_remarks
from monitor.documents.sheets import sheet_blocks
from monitor.documents.strict import in_usual_names

MOST_CELLS = 1_000_000
_UNNAMED = re.compile(r"\s*(?:sheet|trang tính|bảng tính)?\s*\d*\s*", re.IGNORECASE)
_TIME_HEAD = re.compile(r"\s*(?:thời (?:gian|hạn|điểm)|hạn|ngày|tiến độ|hoàn thành)\b.{0,40}$", re.IGNORECASE)
_FIRST_DAY = date(1899, 12, 30)  # day 0 of Excel, for days after February 1900
_DAY_NUMBERS = range((date(2000, 1, 1) - _FIRST_DAY).days, (date(2100, 1, 1) - _FIRST_DAY).days)
Value = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(content: bytes) -> Content:
    """The sheets of these bytes in order; raises Unreadable for what is encrypted, damaged or too wide."""
    content, kept_back = _looked_at(content)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        shown = [sheet for sheet in workbook.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]
        sheets = [workbook.get_sheet_by_name(sheet.name) for sheet in shown]
    except PasswordError as fault:
        raise Unreadable("is encrypted with a password: save it without one and try again") from fault
    except CalamineError as fault:
        raise Unreadable("is damaged: its sheets cannot be read; save it again as XLSX") from fault
    shown_as = _shown_days(content)
    blocks: list[Block] = []
    for sheet in sheets:
        held = list(sheet_blocks(_rows(sheet, shown_as.get(sheet.name, {}))))
        if held and len(sheets) > 1 and not _UNNAMED.fullmatch(sheet.name):
            # The name on its tab: often that of whoever the sheet is for.
            blocks.append(Paragraph(one_line(sheet.name)))
        blocks.extend(held)
    hidden = len(workbook.sheets_metadata) - len(shown)
    remarks = [f"{hidden} hidden sheets were not read"] if hidden else []
    return Content(tuple(blocks), remarks=(*remarks, *kept_back))


def _looked_at(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file under the usual names, and what to tell of what it hides; a damaged one the reader itself refuses."""
    try:
        usual = in_usual_names(content)
        return usual, tuple(hidden_remarks(usual))
    except (BadZipFile, SyntaxError, ValueError, KeyError, RuntimeError, EOFError, zlib.error):
        return content, ()


def _shown_days(content: bytes) -> Mapping[str, Mapping[tuple[int, int], Shown]]:
    try:
        return shown_days(content)
    except (KeyError, ValueError, SyntaxError, BadZipFile) as fault:
        raise Unreadable("is damaged: its cells' formats cannot be read; save it again as XLSX") from fault


def _rows(sheet: CalamineSheet, shown: Mapping[tuple[int, int], Shown]) -> Sequence[Sequence[str]]:
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise Unreadable(
            f"has a sheet of more than {MOST_CELLS} cells: delete the empty rows and columns around it"
        )
    rows = [
        [_written(value, shown.get((number, place))) for place, value in enumerate(row)]
        for number, row in enumerate(sheet.to_python(skip_empty_area=False))
    ]
    _date_bare_numbers(rows)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row) and not row[left]:
                row[left] = rows[top][left]
    return rows


def _date_bare_numbers(rows: list[list[str]]) -> None:
    """A day whose cell has lost its format is kept as its number; under the head of a time it is a day again."""
    timed: set[int] = set()
    for row in rows:
        for place, words in enumerate(row):
            if place in timed and words.isascii() and words.isdigit() and int(words) in _DAY_NUMBERS:
                row[place] = _written(_FIRST_DAY + timedelta(int(words)), None)
            elif _TIME_HEAD.match(words):
                timed.add(place)


def _written(value: Value, shown: Shown | None) -> str:
    """A cell as a person reads it: whole numbers without a fraction, days the Vietnamese way."""
    match value:
        case bool():
            return "x" if value else ""
        case float() if value.is_integer():
            return str(int(value))
        case date() if shown is not None:
            return f"{value.month}/{value.year}" if shown == "month" else str(value.year)
        case datetime() if (value.hour, value.minute) != (0, 0):
            return f"{value:%H:%M} ngày {value.day}/{value.month}/{value.year}"
        case date():
            return f"{value.day}/{value.month}/{value.year}"
    return str(value)
