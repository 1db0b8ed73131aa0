"""So long before an event or a day that is compared with: "trước 15 ngày so với ngày …"; each in a sentence of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("words", "count", "unit", "event"),
    [
        ("trước 15 ngày so với ngày thi", 15, "day", "thi"),
        ("trước ít nhất 10 ngày so với ngày khai giảng", 10, "day", "khai giảng"),
        ("sớm hơn 05 ngày làm việc so với ngày khởi công", 5, "working_day", "khởi công"),
        ("sớm hơn tối thiểu 2 tháng so với thời điểm bàn giao", 2, "month", "bàn giao"),
    ],
)
def test_a_length_compared_with_an_event_counts_back_from_it(
    words: str, count: int, unit: str, event: str
) -> None:
    relative = the_duty(f"Nhà trường phải thông báo cho phụ huynh {words}.").relative
    assert relative is not None
    assert (relative.n, relative.unit, relative.after, relative.back) == (count, unit, event, True)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("trước 15 ngày so với ngày 20/9/2020", date(2020, 9, 5)),
        ("sớm hơn ít nhất 2 tuần so với ngày 20/10/2020", date(2020, 10, 6)),
        ("trước 01 tháng so với ngày 31/10/2020", date(2020, 9, 30)),
    ],
)
def test_a_length_compared_with_a_day_is_a_day(words: str, due: date) -> None:
    duty = the_duty(f"Nhà trường phải thông báo cho phụ huynh {words}.")
    assert (duty.due, duty.deadline_phrase) == (due, words)


def test_working_days_back_from_a_day_are_asked_for() -> None:
    draft = read("Nhà trường phải thông báo cho phụ huynh sớm hơn 05 ngày làm việc so với ngày 20/9/2020.")
    assert not [duty for duty in draft.obligations if duty.is_dated]
    assert [phrase.text for phrase in draft.unread] == ["sớm hơn 05 ngày làm việc so với ngày 20/9/2020"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mùa mưa năm nay đến muộn 15 ngày so với ngày 20/9/2020.",
        "Tuyến đường hoàn thành sớm hơn 2 tháng so với kế hoạch.",
        "Sản lượng giảm 3% so với ngày 20/9/2020.",
    ],
)
def test_a_comparison_is_no_term(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []
