"""Labels that say when something is done, and not by when: named as unread, and no word about an event."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read

SAID_ON = date(2024, 7, 20)


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian kiểm tra: từ 01/8/2024 đến 30/8/2024.",
        "- Thời gian tập huấn: từ ngày 01/8 đến ngày 30/8/2024.",
        "3. Thời gian khảo sát: từ 05/8 đến 20/8/2024.",
        "Thời gian thanh tra tại các đơn vị: từ ngày 01/9/2024 đến ngày 30/9/2024.",
    ],
)
def test_a_time_that_nobody_is_bound_by_is_named(text: str) -> None:
    draft = read(text, SAID_ON)
    assert not any(duty.is_dated for duty in draft.obligations)
    assert [phrase.why for phrase in draft.unread] == [
        "it says when something is done, and not who must have done it by then: ask"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian kiểm tra: từ 01/5/2024 đến 30/5/2024.",
        "Thời gian diễn ra: từ ngày 15/8/2024 đến ngày 20/8/2024.",
        "Thời gian có hiệu lực: từ 01/9/2024 đến 31/12/2024.",
    ],
)
def test_what_is_over_and_what_only_takes_place_is_not(text: str) -> None:
    assert not read(text, SAID_ON).unread
    assert not duties(text, SAID_ON)


def test_a_task_above_takes_the_time() -> None:
    text = "1. Kiểm tra các kho thuốc của các bệnh viện. Thời gian kiểm tra: từ 01/8/2024 đến 30/8/2024."
    assert [duty.deadline_phrase for duty in duties(text, SAID_ON)] == ["từ 01/8/2024 đến 30/8/2024"]
