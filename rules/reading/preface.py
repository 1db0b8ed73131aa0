"""What stands around the text itself: the grounds that an instrument rests on, the headline of news, the recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from rules.reading.blocks import Block
from rules.reading.lexicon import Lexicon
from rules.reading.script import ENDS, Script
from rules.reading.sketch import Sketch

GROUNDS = Lexicon.lines(
    """căn cứ, thực hiện, xét, theo đề nghị, trên cơ sở, sau khi xem xét, để, nhằm, theo, thi hành, tiếp theo,
    nghị định, luật, thông tư, nghị quyết, quyết định"""
)
DECIDES = Lexicon.lines(
    "quyết định, quyết nghị, chỉ thị, nghị quyết, ban hành thông tư, ban hành nghị định, ban hành quyết định"
)
FILED = re.compile(r"lưu ?: ?(?:vt|văn thư|hc)\b")
RECIPIENTS = Lexicon.lines("nơi nhận")
ANNEXES = Lexicon.lines(
    "phụ lục, danh mục, biểu, bảng, mẫu, kế hoạch, chương trình, đề án, quy chế, quy định"
)
# What a document says of itself behind its last entry is no task of that entry's.
OF_ITSELF = Lexicon.lines(
    """kế hoạch này, chỉ thị này, nghị quyết này, quyết định này, thông tư này, nghị định này, chương trình này,
    công văn này, công điện này, đề án này, quy chế này, hướng dẫn này"""
)
DATELINE = re.compile(r"(?:[^,.:;0-9]+,)? ?ngày [0-9.…]{1,4} tháng [0-9.…]{1,4} năm [0-9]{4}")
LONGEST_DATELINE = 16
LONGEST_COPY = 60
# Grounds stand near the head of an instrument, and so does a headline.
MOST_GROUNDS = 24
HEADLINES = 2
SHORTEST_SHARED = 4


def grounds_of(script: Script, blocks: Sequence[Block]) -> frozenset[int]:
    """Where the entries begin that tell what an instrument rests on: "Căn cứ …;" before "QUYẾT ĐỊNH:"."""
    for number, block in enumerate(blocks[:MOST_GROUNDS]):
        body = block.body
        decides = DECIDES.at(script.tokens, body.first, body.last)
        shouted = bool(decides) and all(
            script.is_shouted(at) for at in range(body.first, body.first + decides)
        )
        if not (shouted and script.word(body.last - 1) == ":" and len(body) <= decides + 1):
            continue
        return frozenset(
            above.whole.first
            for above in blocks[:number]
            if above.kind in {"plain", "dash"}
            and GROUNDS.at(script.tokens, above.body.first, above.body.last)
        )
    return frozenset()


def recipients_of(script: Script, blocks: Sequence[Block]) -> frozenset[int]:
    """Where the entries begin that tell who gets a copy: "- Bộ trưởng (để b/c);" under "Nơi nhận:"."""
    found: set[int] = set()
    for number, block in enumerate(blocks):
        opens = RECIPIENTS.at(script.tokens, block.body.first, block.body.last)
        if opens and (len(block.body) == opens or script.word(block.body.first + opens) == ":"):
            entries = takewhile(lambda below: below.kind in {"dash", "plus"}, blocks[number + 1 :])
            found.update(entry.whole.first for entry in entries)
        elif block.kind == "dash" and FILED.match(script.words(block.body)):
            found.add(
                block.whole.first
            )  # the last of them, which a signature in the other column may cut off
    return frozenset(found)


def datelines_of(script: Script, blocks: Sequence[Block]) -> frozenset[int]:
    """Where lines begin that only say where and when an instrument was issued: "Hà Nội, ngày 03 tháng 8 năm 2020"."""
    return frozenset(
        block.whole.first
        for block in blocks[:MOST_GROUNDS]
        if len(block.whole) <= LONGEST_DATELINE and DATELINE.fullmatch(script.words(block.whole))
    )


def told_again(script: Script, blocks: Sequence[Block], sketches: Sequence[Sketch]) -> list[Sketch]:
    """The sketches of a headline whose time the text below names again with the same words."""
    heads = [block.whole for block in blocks[:HEADLINES] if _is_headline(script, block)]
    found: list[Sketch] = []
    for sketch in sketches:
        if sketch.timing is None or not any(head.covers(sketch.place) for head in heads):
            continue
        words = _words(script, sketch)
        for other in sketches:
            if other.place.first < sketch.place.last or other.timing is None or other.dropped:
                continue
            same = (other.timing.due, other.timing.recurrence) == (
                sketch.timing.due,
                sketch.timing.recurrence,
            )
            if same and not sketch.leads and other.leads:
                # A headline that names nobody tells in short what the text orders of somebody.
                found.append(sketch)
                break
            shared = words & _words(script, other)
            if same and len(shared) >= SHORTEST_SHARED and 2 * len(shared) >= len(words):
                found.append(sketch)
                break
    return found


def _is_headline(script: Script, block: Block) -> bool:
    return (
        block.kind == "plain"
        and not block.is_row
        and script.word(block.body.last - 1) not in ENDS | {";", ":"}
    )


def _words(script: Script, sketch: Sketch) -> set[str]:
    return {
        script.word(at) for at in range(sketch.place.first, sketch.place.last) if script.tokens[at].is_word
    }
