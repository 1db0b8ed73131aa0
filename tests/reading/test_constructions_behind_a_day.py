"""Times behind which something begins, or behind which somebody answers for what was not done."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty


@pytest.mark.parametrize(
    "text",
    [
        "Sau ngày 30/9/2020, Giám đốc các sở chịu trách nhiệm nếu còn hồ sơ tồn đọng.",
        "Sau ngày 30/9/2020, đơn vị nào chưa hoàn thành phải chịu trách nhiệm trước Chủ tịch UBND tỉnh.",
        "Sau ngày 30/9/2020, nếu không hoàn thành, Giám đốc Sở Y tế chịu trách nhiệm trước UBND tỉnh.",
        "Sau ngày 30/9/2020, chủ đầu tư không giải ngân hết vốn phải chịu trách nhiệm trước UBND tỉnh.",
    ],
)
def test_who_answers_after_a_day_has_no_new_duty_and_the_day_is_told(text: str) -> None:
    found = read(text)
    assert not [duty for duty in found.obligations if duty.is_dated]
    assert [("30/9/2020" in phrase.text, "answers for" in phrase.why) for phrase in found.unread] == [
        (True, True)
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Sau ngày 30/9/2020, Sở Y tế chịu trách nhiệm quản lý kho.", date(2020, 10, 1)),
        ("Từ sau ngày 31/12/2020, Sở Y tế thực hiện gửi báo cáo điện tử.", date(2021, 1, 1)),
        ("Từ sau tháng 9/2020, Sở Y tế thực hiện gửi báo cáo điện tử.", date(2020, 10, 1)),
        ("Sau giờ làm việc ngày 30/9/2020, Sở Y tế thực hiện gửi báo cáo điện tử.", date(2020, 9, 30)),
        ("Từ ngày 30/9/2020, Sở Y tế thực hiện gửi báo cáo điện tử.", date(2020, 9, 30)),
    ],
)
def test_what_begins_after_a_day_begins_on_the_next(text: str, first: date) -> None:
    assert (the_duty(text).earliest, the_duty(text).due) == (first, None)


@pytest.mark.parametrize(
    "before", ["trước giờ làm việc sáng ngày", "trước đầu giờ sáng", "trước giờ hành chính ngày"]
)
def test_before_the_first_working_hour_the_day_before_is_the_last(before: str) -> None:
    (duty,) = duties(f"Sở Y tế báo cáo UBND tỉnh {before} 30/9/2020.")
    assert duty.due == date(2020, 9, 29)
