"""A time that binds and that no duty takes up is named for a person: nothing is lost in silence."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, read


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Thời gian thực hiện: chậm nhất ngày 25/9/2020.", "Thời gian thực hiện: chậm nhất ngày 25/9/2020"),
        ("- Thời hạn hoàn thành: trong quý IV/2020.", "Thời hạn hoàn thành: trong quý IV/2020"),
    ],
)
def test_a_time_beside_no_task_is_not_lost(text: str, time: str) -> None:
    said = read(text)
    assert [duty for duty in said.obligations if duty.is_dated] == []
    assert [(found.text, found.why) for found in said.unread] == [(time, "no task was found for this time")]


def test_a_time_that_its_task_takes_up_is_not_named_twice() -> None:
    text = "1. Sở Y tế lập danh mục thuốc.\nThời gian hoàn thành: trước ngày 25/9/2020."
    assert len(duties(text)) == 1
    assert read(text).unread == ()
