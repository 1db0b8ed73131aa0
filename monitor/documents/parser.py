"""The program that parses one foreign file, with little memory and little time, and says what it found.

It runs in a process of its own: a parser that is led astray takes nothing with it.
"""

from __future__ import annotations

import json
import resource
import sys

from monitor.documents.content import Content, Grid, Paragraph, Unreadable

MEMORY = 1024 * 1024 * 1024
SECONDS = 120
LONGEST_TEXT = 20_000_000
OUT_OF_MEMORY = 70


def main(kind: str) -> int:
    """Reads the file from standard input and writes its content as JSON; the exit code is 0 or OUT_OF_MEMORY."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = _answer(kind, sys.stdin.buffer.read())
    except MemoryError:
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    return 0


def _answer(kind: str, content: bytes) -> dict[str, object]:
    try:
        found = _parsed(kind, content)
    except Unreadable as refusal:
        return {"refusal": refusal.sentence}
    blocks = [_block(block) for block in found.blocks]
    if sum(len(str(block)) for block in blocks) > LONGEST_TEXT:
        return {"refusal": "holds more than twenty million letters: give the part that assigns tasks"}
    published = found.published.isoformat() if found.published else None
    return {"blocks": blocks, "published": published, "remarks": list(found.remarks)}


def _block(block: Paragraph | Grid) -> object:
    return block.text if isinstance(block, Paragraph) else block.rows


def _parsed(kind: str, content: bytes) -> Content:
    match kind:
        case "docx":
            from monitor.documents.word import read_word

            return read_word(content)
        case "pdf":
            from monitor.documents.portable import read_portable

            return read_portable(content)
        case "xlsx":
            from monitor.documents.workbook import read_workbook

            return read_workbook(content)
    from monitor.documents.letters import decoded_page
    from monitor.documents.webarchive import page_in
    from monitor.documents.webpage import read_webpage

    return read_webpage(decoded_page(page_in(content) if kind == "mhtml" else content))
