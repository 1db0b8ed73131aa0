"""DOCX files: paragraphs and tables in order, list numbers written out, through python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError

from monitor.documents.content import Block, Content, Grid, Paragraph, Unreadable, squared
from monitor.documents.numbering import Numbering, w

# What was struck out in tracked changes is no longer said; a text box's second copy is for older programs.
_UNSAID = frozenset(
    {w("del"), w("moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_BREAKS = {w("br"): "\n", w("cr"): "\n", w("tab"): "\t", w("noBreakHyphen"): "-", w("softHyphen"): "\u00ad"}
_LISTS = "/word/numbering.xml"  # the part that says how lists are numbered
_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")})


def read_word(content: bytes) -> Content:
    """The document's body; raises Unreadable for a damaged file."""
    try:
        main = docx.Document(io.BytesIO(content)).part
        # Expat, below, refuses entities that grow; the library has refused to resolve any before.
        root = fromstring(main.blob)  # noqa: S314
        parts = {str(part.partname): part.blob for part in main.package.iter_parts()}
        lists = fromstring(parts[_LISTS]) if _LISTS in parts else None  # noqa: S314
    except (OpcError, BadZipFile, SyntaxError, KeyError, ValueError) as fault:
        raise Unreadable(
            "is damaged: it looks like a Word file but cannot be read; save it again as DOCX"
        ) from fault
    body = root.find(w("body"))
    if body is None:
        raise Unreadable("is damaged: the Word file has no body")
    return Content(tuple(_blocks(body, Numbering(lists))))


def _blocks(parent: Element, numbering: Numbering) -> Iterator[Block]:
    for child in parent:
        if child.tag == w("p"):
            for line in _text(child, numbering).splitlines():
                if line.strip():
                    yield Paragraph(line.strip(" \t"))
        elif child.tag == w("tbl"):
            rows = squared(_rows(child, numbering))
            if rows:
                yield Grid(rows)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, numbering)


def _text(paragraph: Element, numbering: Numbering) -> str:
    words = "".join(_said(paragraph))
    return f"{numbering.label(paragraph)}{words}" if words.strip() else ""


def _said(node: Element) -> Iterator[str]:
    for child in node:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == w("p"):
            # A text box inside the paragraph.
            yield "\n"
            yield from _said(child)
            yield "\n"
        elif child.tag not in _UNSAID:
            yield from _said(child)


def _rows(table: Element, numbering: Numbering) -> Iterator[list[str]]:
    """Each row's cells by grid column: a cell merged downwards stands in every row, one merged sideways once."""
    above: dict[int, str] = {}
    for row in _children(table, "tr"):
        cells: list[str] = [""] * _number(row, "trPr/gridBefore", 0)
        for cell in _children(row, "tc"):
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            carried = merge is not None and merge.get(w("val"), "continue") == "continue"
            place = len(cells)
            text = above.get(place, "") if carried else _cell(cell, numbering)
            above[place] = text
            cells.append(text)
            cells.extend([""] * (_number(cell, "tcPr/gridSpan", 1) - 1))
        yield cells


def _children(node: Element, name: str) -> Iterator[Element]:
    for child in node:
        if child.tag == w(name):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, name)


def _number(node: Element, path: str, default: int) -> int:
    found = node.find("/".join(w(part) for part in path.split("/")))
    value = found.get(w("val"), "") if found is not None else ""
    return min(int(value), 100) if value.isascii() and value.isdigit() else default


def _cell(cell: Element, numbering: Numbering) -> str:
    lines = []
    for block in _blocks(cell, numbering):
        match block:
            case Paragraph(text):
                lines.append(text)
            case Grid(rows):
                lines.extend(" ".join(part for part in row if part) for row in rows)
    return "\n".join(lines)
