"""DOCX files: paragraphs and tables in order, list numbers written out, through python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring
from zipfile import BadZipFile

from docx.opc.exceptions import OpcError
from docx.package import Package

from monitor.documents.content import Block, Content, Grid, Paragraph, Unreadable, squared
from monitor.documents.notes import Notes, notes_in, running_remark, running_words
from monitor.documents.numbering import Numbering, w
from monitor.documents.strict import in_usual_names

# What was struck out in tracked changes is no longer said; a text box's second copy is for older programs.
_UNSAID = frozenset(
    {w("del"), w("moveFrom"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
_BREAKS = {
    w("br"): "\n",
    w("cr"): "\n",
    w("tab"): "\t",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
    w("ptab"): "\t",
}
_LISTS = "/word/numbering.xml"  # the part that says how lists are numbered
_STYLES = "/word/styles.xml"
_BOX = w("txbxContent")
_REFERENCES = {w(name): name for name in ("footnoteReference", "endnoteReference")}
# Hidden, or struck through by hand: nobody is told it any more.
_UNSEEN = ("vanish", "strike", "dstrike")
_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("moveTo")})


def read_word(content: bytes) -> Content:
    """The document's body; raises Unreadable for a damaged file."""
    try:
        # Opened as a package: what holds macros, or is a template, is a document like any other.
        package = Package.open(io.BytesIO(in_usual_names(content)))
        # Expat, below, refuses entities that grow; the library has refused to resolve any before.
        root = fromstring(package.main_document_part.blob)  # noqa: S314
        parts = {str(part.partname): part.blob for part in package.iter_parts()}
        lists = fromstring(parts[_LISTS]) if _LISTS in parts else None  # noqa: S314
        styles = fromstring(parts[_STYLES]) if _STYLES in parts else None  # noqa: S314
        notes = notes_in(parts, _line)
        running = running_words(parts, _line)
    except (OpcError, BadZipFile, SyntaxError, KeyError, ValueError) as fault:
        raise Unreadable(
            "is damaged: it looks like a Word file but cannot be read; save it again as DOCX"
        ) from fault
    body = root.find(w("body"))
    if body is None:
        raise Unreadable("is damaged: the Word file has no body")
    blocks = tuple(_blocks(body, _Aids(Numbering(lists, styles), notes)))
    return Content(blocks, remarks=running_remark(running))


@dataclass(frozen=True, slots=True)
class _Aids:
    """What stands elsewhere in the file and belongs to its paragraphs."""

    numbering: Numbering
    notes: Notes


def _blocks(parent: Element, aids: _Aids, *, in_cell: bool = False) -> Iterator[Block]:
    held = ""  # a paragraph whose end was struck out goes on in the next one
    for child in parent:
        if child.tag == w("p"):
            held += _text(child, aids, in_cell=in_cell)
            if not _is_on(child, "pPr/rPr/del"):
                yield from _lines(held)
                held = ""
            for box in _boxes(child):
                yield from _blocks(box, aids)
        elif child.tag == w("tbl"):
            rows = squared(_rows(child, aids))
            if rows:
                yield Grid(rows)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, aids, in_cell=in_cell)
    yield from _lines(held)


def _lines(text: str) -> Iterator[Paragraph]:
    return (Paragraph(line.strip(" \t")) for line in text.splitlines() if line.strip())


def _text(paragraph: Element, aids: _Aids, *, in_cell: bool) -> str:
    """Its words after its number; a number alone says which row of a table it is, and nothing elsewhere."""
    words = "".join(_said(paragraph))
    if not words.strip() and _is_on(paragraph, "pPr/rPr/del"):
        return ""  # struck out, and not counted
    label = aids.numbering.label(paragraph)
    notes = aids.notes.behind(_references(paragraph))
    return f"{label}{words}{notes}" if words.strip() or in_cell or notes else ""


def _line(paragraph: Element) -> str:
    """The words of a paragraph that stands outside the text."""
    return "".join(_said(paragraph))


def _said(node: Element) -> Iterator[str]:
    for child in node:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == w("r") and any(_is_on(child, f"rPr/{way}") for way in _UNSEEN):
            continue
        elif child.tag == w("r") and _is_on(child, "rPr/caps"):
            yield "".join(_said(child)).upper()
        elif child.tag not in _UNSAID and child.tag != _BOX:
            yield from _said(child)


def _references(node: Element) -> Iterator[tuple[str, str]]:
    """The kind and number of each note that a paragraph refers to."""
    for child in node:
        if child.tag in _REFERENCES:
            yield _REFERENCES[child.tag], child.get(w("id"), "")
        elif child.tag == w("r") and any(_is_on(child, f"rPr/{way}") for way in _UNSEEN):
            continue
        elif child.tag not in _UNSAID and child.tag != _BOX:
            yield from _references(child)


def _boxes(node: Element) -> Iterator[Element]:
    """The text boxes that are anchored in a paragraph: told after it, for they stand beside its words."""
    for child in node:
        if child.tag == _BOX:
            yield child
        elif child.tag not in _UNSAID:
            yield from _boxes(child)


def _is_on(node: Element, path: str) -> bool:
    """Whether a property is there and not switched off again."""
    found = node.find("/".join(w(part) for part in path.split("/")))
    return found is not None and found.get(w("val"), "1") not in {"0", "false", "off"}


def _rows(table: Element, aids: _Aids) -> Iterator[list[str]]:
    """Each row's cells by grid column: a cell merged downwards stands in every row, one merged sideways once."""
    above: dict[int, str] = {}
    for row in _children(table, "tr"):
        if _is_on(row, "trPr/del"):
            continue
        cells: list[str] = [""] * _number(row, "trPr/gridBefore", 0)
        for cell in _children(row, "tc"):
            merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
            carried = merge is not None and merge.get(w("val"), "continue") == "continue"
            place = len(cells)
            text = above.get(place, "") if carried else _cell(cell, aids)
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


def _cell(cell: Element, aids: _Aids) -> str:
    lines = []
    for block in _blocks(cell, aids, in_cell=True):
        match block:
            case Paragraph(text):
                lines.append(text)
            case Grid(rows):
                lines.extend(" ".join(part for part in row if part) for row in rows)
    return "\n".join(lines)
