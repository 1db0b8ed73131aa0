"""No text takes for ever: what reading costs grows with a text's length, and nothing of a long one is lost in silence."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from rules.reading.words.blocks import LONGEST, blocks_of
from rules.reading.words.script import Script
from tests.reading.reading_desk import read

ENDLESS = (
    "trước ngày 1/10/2020 và ",
    '"Bộ" ',
    "Bộ Y tế, ",
    "Bộ Y tế chủ trì xây dựng đề án trước ngày 1/10/2020, ",
    "bộ y tế báo cáo\n",
    "Bộ Y tế\tbáo cáo trước ngày 1/10/2020\t",
    "Báo cáo|Bộ Y tế|trước ngày 1/10/2020\n",
    "- Bộ Y tế báo cáo trước ngày 1/10/2020\n",
    "Quyết định số 12/QĐ-TTg ngày 1/2/2016 ",
    "năm ",
    "1.",
    "(",
    "*a ",
    "**a _b ",
    "[a](",
    "nếu ",
)


def steps(text: str) -> int:
    """How many calls reading this text takes: what a clock would show, the same on every machine."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("words", ENDLESS)
def test_twice_the_text_takes_at_most_some_twice_the_steps(words: str) -> None:
    length = 6 * LONGEST
    once, twice = (steps((words * length)[:signs]) for signs in (length, 2 * length))
    assert twice < 2.6 * once + 2000


def test_each_paragraph_of_a_document_is_one_block_and_one_without_end_is_several() -> None:
    script = Script.of("Bộ Y tế báo cáo kết quả. " * LONGEST)
    blocks = blocks_of(script)
    assert all(len(block.body) <= LONGEST for block in blocks)
    assert all(script.word(block.whole.last - 1) == "." for block in blocks)
    assert sum(len(block.whole) for block in blocks) == len(script.tokens)
    assert len(blocks_of(Script.of("Bộ Y tế báo cáo kết quả. " * 50))) == 1


def test_every_day_of_a_paragraph_without_end_is_drafted_or_reported() -> None:
    text = "trước ngày 1/10/2020, " * 400 + "Sở Y tế báo cáo."
    draft = read(text)
    assert draft.obligations
    shown = [(one.start, one.end) for one in draft.obligations]
    shown += [(one.start, one.end) for one in draft.unread]
    places = [at for at in range(len(text)) if text.startswith("1/10/2020", at)]
    assert [at for at in places if not any(first <= at < last for first, last in shown)] == []
