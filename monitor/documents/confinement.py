"""Parsers run in a process of their own, with limits of memory and time, and with nothing but the file's bytes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from monitor.documents.content import Block, Content, Grid, Paragraph, Unreadable
from monitor.documents.kinds import Kind
from monitor.documents.parser import MEMORY, OUT_OF_MEMORY, SECONDS

_LIBRARIES: dict[Kind, tuple[str, ...]] = {
    "docx": ("docx",),
    "pdf": ("pdfplumber",),
    "xlsx": ("python_calamine",),
    "html": ("selectolax",),
    "mhtml": ("selectolax",),
}
_ROOT = Path(__file__).resolve().parents[2]
# Our folder comes last on the path: a file of the present folder must not pass for a library.
_PROGRAM = "import sys; sys.path.append(sys.argv[1]); from monitor.documents.parser import main; sys.exit(main(sys.argv[2]))"
_ABORTED = frozenset({-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS, OUT_OF_MEMORY})
_TOO_LONG = frozenset({-signal.SIGXCPU, -signal.SIGKILL})


def parsed(kind: Kind, content: bytes) -> Content:
    """The content of a file of this kind; raises Unreadable with the sentence for whoever gave the file."""
    missing = [name for name in _LIBRARIES.get(kind, ()) if find_spec(name) is None]
    if missing:
        raise Unreadable(
            f"needs packages for {kind.upper()} files that are not installed: pip install 'duewatch[documents]'"
        )
    try:
        ended = subprocess.run(
            [sys.executable, "-P", "-c", _PROGRAM, str(_ROOT), kind],
            input=content,
            capture_output=True,
            timeout=SECONDS + 30,
            check=False,
            env={
                key: os.environ[key] for key in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if key in os.environ
            },
        )
    except subprocess.TimeoutExpired as fault:
        raise Unreadable(_too_long()) from fault
    if ended.returncode in _TOO_LONG:
        raise Unreadable(_too_long())
    if ended.returncode in _ABORTED or b"MemoryError" in ended.stderr:
        raise Unreadable(f"needs more than {MEMORY // 1024 // 1024} MB to be unpacked: it is refused")
    if ended.returncode != 0:
        raise Unreadable(
            f"is damaged or unusual: its {kind.upper()} content cannot be read; save it again and try again"
        )
    return _content(ended.stdout)


def _too_long() -> str:
    return f"takes longer than {SECONDS} seconds to read: split it and give the part that assigns tasks"


def _content(answer: bytes) -> Content:
    """The answer of the confined program, believed in nothing but its shape."""
    read: object = json.loads(answer)
    if not isinstance(read, dict):
        raise Unreadable("cannot be read: its parser gave no answer")
    if isinstance(refusal := read.get("refusal"), str):
        raise Unreadable(refusal)
    published = read.get("published")
    remarks = tuple(str(remark) for remark in read.get("remarks", ()))
    blocks = tuple(_block(block) for block in read.get("blocks", ()))
    return Content(blocks, date.fromisoformat(published) if isinstance(published, str) else None, remarks)


def _block(block: object) -> Block:
    if isinstance(block, list):
        return Grid(tuple(tuple(str(cell) for cell in row) for row in block))
    return Paragraph(str(block))
