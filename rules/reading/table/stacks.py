"""Tables whose cells stand one below the other, as text copied from a page or a file often has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rules.reading.table.table_heads import Role, head_of
from rules.reading.words.blocks import Block
from rules.reading.words.script import Script, Stretch

FEWEST_COLUMNS = 3
MOST_COLUMNS = 8
LONGEST_HEAD = 20  # tokens
LONGEST_TIME = 10
MOST_LINES = 12  # of one row
_NUMBERED = re.compile(r"0?([0-9]{1,3}) ?\.?")
_TIME = re.compile(
    r"(?:(?:trước|trong|từ|đến|hết|chậm nhất|cuối|đầu|giữa|vào|xong) )*"
    r"(?:(?:ngày|tháng|quý|năm|tuần|thứ) )*(?:[0-9]{1,4}|[ivx]{1,4})(?: [/.-] [0-9]{1,4})*(?: .*)?"
    r"|thường xuyên|hằng .*|hàng .*|định kỳ.*"
)
_COUNT = re.compile(r"[0-9]+ (?:ngày|giờ|tuần)")


@dataclass(frozen=True, slots=True)
class Stack:
    """The columns and rows of such a table; ``place`` covers its heads and all its rows."""

    place: Stretch
    columns: tuple[tuple[int, Role], ...]
    rows: tuple[tuple[Stretch, ...], ...]


def stacks_of(script: Script, blocks: Sequence[Block]) -> Iterator[Stack]:
    """The stacked tables among the blocks: heads line by line, then rows that begin with their number."""
    at = 0
    while at < len(blocks):
        heads = _heads(script, blocks, at)
        if len(heads) < FEWEST_COLUMNS or heads[0] != "number" or not {"task", "time"} <= set(heads):
            at += 1
            continue
        numbers = _numbers(script, blocks, at + len(heads))
        if not numbers:
            at += 1
            continue
        told = _told(script, blocks, numbers, heads)
        yield Stack(
            Stretch(blocks[at].whole.first, told[-1][-1].last),
            tuple(enumerate(heads)),
            tuple(_row(script, lines, heads) for lines in told),
        )
        at = next(
            (n for n, block in enumerate(blocks) if block.whole.first >= told[-1][-1].last), len(blocks)
        )


def _heads(script: Script, blocks: Sequence[Block], at: int) -> list[Role]:
    """The roles of the lines down to the first row's number; a head that nobody knows is a note."""
    roles: list[Role] = []
    for block in blocks[at : at + MOST_COLUMNS + 1]:
        if roles and _number(script, block) == 1:
            return roles
        role = head_of(script, block.whole) if not block.is_row and len(block.whole) <= LONGEST_HEAD else None
        if (role is None and not roles) or block.is_row or len(block.whole) > LONGEST_HEAD:
            break
        roles.append("note" if role is None or role in roles else role)
    return []


def _number(script: Script, block: Block) -> int:
    """The number that is all a line holds; 0 for another line."""
    found = _NUMBERED.fullmatch(script.words(block.whole)) if len(block.whole) <= 2 else None
    return int(found[1]) if found is not None else 0


def _numbers(script: Script, blocks: Sequence[Block], at: int) -> list[int]:
    """Where the lines stand that count the rows: 1, 2, 3, with some lines between."""
    found: list[int] = []
    for place in range(at, len(blocks)):
        if _number(script, blocks[place]) == len(found) + 1:
            found.append(place)
        elif found and place - found[-1] > MOST_LINES:
            break
    return found


def _told(
    script: Script, blocks: Sequence[Block], numbers: Sequence[int], heads: Sequence[Role]
) -> list[list[Stretch]]:
    """The lines of each row; those of the last end as many lines behind its time as columns follow that one."""
    rows = [
        [line for at in range(first, after) for line in _lines(script, blocks[at].whole)]
        for first, after in pairwise((*numbers, numbers[-1]))
    ]
    behind = len(heads) - 1 - heads.index("time")
    last = blocks[numbers[-1] : numbers[-1] + MOST_LINES]
    rest = [line for block in last for line in _lines(script, block.whole)]
    timed = next((at for at in range(2, len(rest)) if _is_time(script, rest[at])), len(heads) - 1 - behind)
    rows[-1:] = [rest[: timed + behind + 1]]
    return rows


def _lines(script: Script, whole: Stretch) -> Iterator[Stretch]:
    """The lines of a paragraph: a day below a task is no end of its last sentence."""
    first = whole.first
    for at in range(whole.first + 1, whole.last):
        if script.begins_line(at):
            yield Stretch(first, at)
            first = at
    yield Stretch(first, whole.last)


def _is_time(script: Script, line: Stretch) -> bool:
    words = script.words(line)
    return len(line) <= LONGEST_TIME and _TIME.fullmatch(words) is not None and not _COUNT.fullmatch(words)


def _row(script: Script, lines: Sequence[Stretch], heads: Sequence[Role]) -> tuple[Stretch, ...]:
    """The lines as cells: one each where they are as many, else what stands before the time is the task."""
    if len(lines) == len(heads):
        return tuple(lines)
    cells = {role: Stretch(lines[0].first, lines[0].first) for role in heads}
    cells["number"] = lines[0]
    timed = next((at for at in range(len(lines) - 1, 0, -1) if _is_time(script, lines[at])), len(lines))
    before = [line for line in lines[1:timed] if not _COUNT.fullmatch(script.words(line))]
    after = list(lines[timed + 1 :])
    if timed < len(lines):
        cells["time"] = lines[timed]
    ahead = [role for role in heads[: heads.index("time")] if role in {"lead", "cooperating", "deliverable"}]
    for role in reversed(ahead):
        if len(before) > 1:
            cells[role] = before.pop()
    if before:
        cells["task"] = Stretch(before[0].first, before[-1].last)
    cells.update(zip(heads[heads.index("time") + 1 :], after, strict=False))
    return tuple(cells[role] for role in heads)
