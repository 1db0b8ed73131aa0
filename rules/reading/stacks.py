"""Tables whose cells stand one below the other, as text copied from a page or a file often has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.reading.blocks import Block
from rules.reading.script import Script, Stretch
from rules.reading.table_heads import Role, head_of

FEWEST_COLUMNS = 3
LONGEST_HEAD = 8


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
        rows = list(_rows(script, blocks, at + len(heads), len(heads)))
        if not rows:
            at += 1
            continue
        end = at + len(heads) * (len(rows) + 1)
        place = Stretch(blocks[at].whole.first, blocks[end - 1].whole.last)
        yield Stack(place, tuple(enumerate(heads)), tuple(rows))
        at = end


def _heads(script: Script, blocks: Sequence[Block], at: int) -> list[Role]:
    roles: list[Role] = []
    for block in blocks[at:]:
        role = head_of(script, block.whole) if len(block.whole) <= LONGEST_HEAD and not block.is_row else None
        if role is None or role in roles:
            break
        roles.append(role)
    return roles


def _rows(script: Script, blocks: Sequence[Block], at: int, width: int) -> Iterator[tuple[Stretch, ...]]:
    number = 1
    while at + width <= len(blocks) and script.words(blocks[at].whole).strip(" .") == str(number):
        yield tuple(block.whole for block in blocks[at : at + width])
        at += width
        number += 1
