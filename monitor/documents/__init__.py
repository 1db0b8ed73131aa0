"""Documents in: text, Markdown, HTML, DOCX, PDF, XLSX and CSV files become one text with tables in it.

The only door of the parsers' libraries, which are imported in a confined process only.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from monitor.documents.content import Cell, Document, Table, Unreadable, laid_out
from monitor.documents.framing import unframed
from monitor.documents.kinds import kind_of
from monitor.documents.letters import decoded, refuse_garbled, refuse_old_fonts
from monitor.documents.marked import tables_in
from monitor.documents.spaced import spaced_columns

__all__ = ["Cell", "Document", "Table", "Unreadable", "read_document_bytes", "read_document_file"]

LARGEST = 50 * 1024 * 1024
LARGEST_PLAIN = 10 * 1024 * 1024
STANDARD_INPUT = "-"


def read_document_file(name: str) -> Document:
    """The document in this file ("-": standard input); raises Unreadable, or OSError where there is no such file."""
    if name == STANDARD_INPUT:
        return read_document_bytes(sys.stdin.buffer.read(LARGEST + 1), name)
    # Opened without waiting: a pipe that nobody writes to would hold the program for ever.
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Unreadable("is no regular file: give a file, or '-' for standard input")
        content = stream.read(LARGEST + 1)
    return read_document_bytes(content, Path(name).name)


def read_document_bytes(content: bytes, name: str) -> Document:
    """The document in these bytes of a file of this name; raises Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable(f"is larger than {LARGEST // 1024 // 1024} MB: give the part that assigns tasks")
    kind = kind_of(content, name)
    if kind in {"text", "csv"} and len(content) > LARGEST_PLAIN:
        raise Unreadable(
            f"is larger than {LARGEST_PLAIN // 1024 // 1024} MB of text: give the part that assigns tasks"
        )
    if kind == "text":
        text = decoded(content)
        document = Document(text, tables_in(text), remarks=spaced_columns(text))
    elif kind == "csv":
        from monitor.documents.separated import read_separated

        document = laid_out(unframed(read_separated(decoded(content))))
    else:
        from monitor.documents.confinement import parsed

        document = laid_out(unframed(parsed(kind, content)))
    refuse_garbled(document.text)
    refuse_old_fonts(document.text)
    if not document.text.strip():
        raise Unreadable("holds no words")
    return document
