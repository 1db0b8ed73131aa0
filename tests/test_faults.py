"""FAULTS.md names a test for each fault, and each test that it names exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
TABLE = (TESTS / "FAULTS.md").read_text(encoding="utf-8")
ROWS = range(1, 61)
# What is not built yet.
WITH_STEP_4 = frozenset((52, 53, 54, 55, 58))
TEST = re.compile(r"`([\w/]+\.py)::(test_\w+)`")


@cache
def proofs() -> dict[int, tuple[tuple[str, str], ...]]:
    """By the row's number: file and name of the tests that prove it."""
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    for line in TABLE.splitlines():
        if (row := re.match(r"\| (\d+) \|", line)) is not None:
            number = int(row[1])
            assert number not in found, f"row {number} stands twice"
            found[number] = tuple(TEST.findall(line))
            assert line.count("`test") + line.count("::") == len(found[number]), (
                f"row {number} is written otherwise"
            )
    return found


@cache
def names_in(file: str) -> frozenset[str]:
    """The names of a file's tests; empty where there is no such file."""
    path = TESTS / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return frozenset(node.name for node in functions if node.name.startswith("test_"))


def test_every_row_of_the_matrix_is_there_in_its_order() -> None:
    assert list(proofs()) == list(ROWS)


@pytest.mark.parametrize("number", ROWS)
def test_each_fault_of_what_is_built_has_a_test_and_each_test_exists(number: int) -> None:
    named = proofs()[number]
    assert named or number in WITH_STEP_4, f"row {number} has no test"
    assert [f"{file}::{test}" for file, test in named if test not in names_in(file)] == []


def test_what_is_not_built_says_so() -> None:
    for line in TABLE.splitlines():
        if (row := re.match(r"\| (\d+) \|", line)) is not None and int(row[1]) in WITH_STEP_4:
            assert "with step 4" in line
