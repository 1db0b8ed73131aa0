"""Events that happen to several papers: their commas end no clause."""

from __future__ import annotations

import pytest

from rules.reading.draft import Relative
from tests.reading.reading_desk import the_duty


@pytest.mark.parametrize(
    "event",
    [
        "luật, nghị quyết, pháp lệnh được thông qua",
        "có quyết định, kết luận, thông báo của Bộ",
        "nhận báo cáo, hồ sơ đầy đủ",
        "nhận được hồ sơ",
    ],
)
def test_a_row_of_papers_is_one_event(event: str) -> None:
    duty = the_duty(f"Trong thời hạn 20 ngày kể từ ngày {event}, Sở Y tế trình kế hoạch.")
    assert (duty.lead, duty.relative) == (("Sở Y tế",), Relative(20, "day", event))


def test_a_paper_behind_the_event_is_what_is_told_of() -> None:
    duty = the_duty("Trong thời hạn 20 ngày kể từ ngày ký, quyết định phải được gửi Bộ Y tế.")
    assert duty.relative == Relative(20, "day", "ký")
