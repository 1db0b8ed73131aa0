"""What stands around the text itself: the grounds that an instrument rests on, its dateline, the recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from rules.reading.words.blocks import Block
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script

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
# What a page of news counts beside its day: "29/12/2016 | 4130 lượt xem".
COUNTER = re.compile(r"\b(?:lượt (?:xem|đọc|truy cập|tải|chia sẻ|bình luận)|số lần xem|gmt)\b")
LONGEST_DATELINE = 16
LONGEST_COPY = 60
# Grounds stand near the head of an instrument.
MOST_GROUNDS = 24


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
        colon = script.word(block.body.first + opens) == ":"
        # "- Nơi nhận: Sở A;" among other entries is a label.
        labels = block.kind != "plain" and len(block.body) > opens + 1
        if opens and (len(block.body) == opens or colon) and not labels:
            entries = takewhile(lambda below: below.kind in {"dash", "plus"}, blocks[number + 1 :])
            found.update(entry.whole.first for entry in entries)
        elif block.kind == "dash" and FILED.match(script.words(block.body)):
            found.add(
                block.whole.first
            )  # the last of them, which a signature in the other column may cut off
    return frozenset(found)


def datelines_of(script: Script, blocks: Sequence[Block]) -> frozenset[int]:
    """Where lines begin that only say where and when something was issued or put on a page, and how often it was read."""
    short = [
        (number, block.whole) for number, block in enumerate(blocks) if len(block.whole) <= LONGEST_DATELINE
    ]
    return frozenset(
        line.first
        for number, line in short
        if (number < MOST_GROUNDS and DATELINE.fullmatch(script.words(line)))
        or COUNTER.search(script.words(line))
    )
