"""Each line of the contract has tests that name it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.contract_lines import LINES, TESTS, proofs

LEAST = 3


@pytest.mark.parametrize("line", LINES)
def test_each_line_of_the_contract_has_at_least_three_tests(line: int) -> None:
    assert len(proofs().get(line, ())) >= LEAST, LINES[line]


def test_no_test_is_marked_for_a_line_that_the_contract_does_not_have() -> None:
    assert set(proofs()) == set(LINES)


def test_the_table_names_every_line_and_every_file_that_proves_it() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "tests.contract_lines"],
        cwd=TESTS.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        check=True,
    ).stdout
    rows = said.splitlines()[2:]
    assert [row.split(" | ")[0] for row in rows] == [f"| {line}" for line in LINES]
    for line, row in zip(LINES, rows, strict=True):
        for name in proofs()[line]:
            assert name.partition("::")[0].removeprefix("tests/") in row
