"""The rooms of the reader: each knows only those before it, and the drafts that all of them make."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import rules.reading

HOUSE = Path(rules.reading.__file__).parent
ROOMS = ("words", "phrase", "head", "naming", "judging", "duty", "table")


def _known(room: str) -> Iterator[tuple[str, str]]:
    """A file of this room, and a room or file of the reader that it imports from."""
    for file in sorted((HOUSE / room).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rules.reading."):
                yield file.name, (node.module or "").split(".")[2]


def test_every_room_is_in_its_place() -> None:
    assert {file.name for file in HOUSE.iterdir() if (file / "__init__.py").exists()} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_those_before_it(room: str) -> None:
    before = ROOMS[: ROOMS.index(room) + 1]
    found = list(_known(room))
    assert found
    assert [(file, known) for file, known in found if known not in (*before, "draft")] == []
