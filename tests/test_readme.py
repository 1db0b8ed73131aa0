"""The README says what really happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.contract_lines import table
from tests.readme import README, blocks, rewritten, run

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.timeout(180)
def test_every_console_block_is_what_really_comes_out(tmp_path: Path) -> None:
    shown = blocks(TEXT)
    assert sum(len(block) for block in shown) >= 8
    assert rewritten(TEXT, run(shown, tmp_path)) == TEXT, "python -m tests.readme writes it anew"


def test_the_contract_names_the_tests_as_they_are() -> None:
    written = TEXT.partition("<!-- contract: python -m tests.contract_lines -->\n")[2].partition("<!--")[0]
    assert written.strip() == table(), "python -m tests.contract_lines prints it anew"


def test_every_file_that_it_names_exists() -> None:
    root = README.parent
    named = set(re.findall(r"`((?:rules|monitor|notifiers|templates|tests|packaging)/[\w./-]+)`", TEXT))
    assert len(named) > 10
    assert [name for name in sorted(named) if not (root / name).exists()] == []
