"""Rows and columns that a workbook does not show: they are read, and a person is told of it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import iterparse

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_HIDES = re.compile(rb"""\shidden=["'](?:1|true)["']""")
_ON = frozenset({"1", "true"})


def hidden_remarks(content: bytes) -> Iterator[str]:
    """What to tell of rows and columns that are hidden and hold values; raises BadZipFile or SyntaxError."""
    rows = columns = 0
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name) if _SHEET.fullmatch(name) else b""
            if _HIDES.search(part):
                more = _hidden_in(part)
                rows, columns = rows + more[0], columns + more[1]
    if rows:
        yield f"{_counted(rows, 'hidden row was', 'hidden rows were')} read like the others"
    if columns:
        yield f"{_counted(columns, 'hidden column was', 'hidden columns were')} read like the others"


def _hidden_in(part: bytes) -> tuple[int, int]:
    """The rows that are hidden and hold values, and the columns that are."""
    rows = columns = 0
    for _, element in iterparse(io.BytesIO(part)):  # noqa: S314
        if element.tag == f"{_MAIN}col" and element.get("hidden") in _ON:
            columns += int(element.get("max", "1")) - int(element.get("min", "1")) + 1
        elif element.tag == f"{_MAIN}row":
            rows += element.get("hidden") in _ON and any(len(cell) for cell in element)
            element.clear()
    return rows, columns


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"
