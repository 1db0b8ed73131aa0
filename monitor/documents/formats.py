"""How a workbook shows its days: "6/2025" typed into a spreadsheet is kept as 1 June and shown as a month."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from typing import IO, Literal
from xml.etree.ElementTree import Element, fromstring, iterparse

Shown = Literal["month", "year"]
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINKS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN = {17: "mmm-yy"}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def shown_days(content: bytes) -> dict[str, dict[tuple[int, int], Shown]]:
    """By sheet, the cells (row, column, from 0) whose day is shown as its month or its year only.

    Raises KeyError, ValueError, SyntaxError or BadZipFile for what is no such workbook. Expat, which reads the
    parts, refuses entities that grow.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = frozenset(archive.namelist())
        if "xl/styles.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
            return {}
        styles = _styles(fromstring(archive.read("xl/styles.xml")))  # noqa: S314
        if not styles:
            return {}
        links = fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
        targets = {link.get("Id"): link.get("Target", "") for link in links.iter(f"{_LINKS}Relationship")}
        found = {}
        for sheet in fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):  # noqa: S314
            target = targets.get(sheet.get(_LINK_ID), "")
            path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            if path in names:
                with archive.open(path) as part:
                    found[sheet.get("name", "")] = _cells(part, styles)
        return found


def _styles(root: Element) -> dict[str, Shown]:
    """The numbers of the cell styles that show a month or a year only."""
    codes = dict(_BUILT_IN)
    for own in root.iter(f"{_MAIN}numFmt"):
        codes[int(own.get("numFmtId", "0"))] = own.get("formatCode", "")
    cells = root.find(f"{_MAIN}cellXfs")
    found: dict[str, Shown] = {}
    for number, style in enumerate(cells if cells is not None else ()):
        shown = _shown(codes.get(int(style.get("numFmtId", "0")), ""))
        if shown is not None:
            found[str(number)] = shown
    return found


def _shown(code: str) -> Shown | None:
    letters = _QUOTED.sub("", code.partition(";")[0]).lower()
    if "y" not in letters or "d" in letters or "h" in letters or "s" in letters:
        return None
    return "month" if "m" in letters else "year"


def _cells(part: IO[bytes], styles: Mapping[str, Shown]) -> dict[tuple[int, int], Shown]:
    found = {}
    for _, element in iterparse(part):  # noqa: S314
        if element.tag == f"{_MAIN}c" and (style := element.get("s", "")) in styles:
            match = _PLACE.fullmatch(element.get("r", ""))
            if match is not None:
                found[int(match[2]) - 1, _column(match[1])] = styles[style]
        elif element.tag == f"{_MAIN}row":
            element.clear()
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
