"""Times told from the day of the words, and events whose day stands in a bracket."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Relative
from tests.reading.reading_desk import SAID_ON, duties, read, the_duty


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("chậm nhất cuối tuần này", date(2020, 8, 9)),
        ("trong tuần tới", date(2020, 8, 16)),
        ("chậm nhất giữa tuần sau", date(2020, 8, 12)),
        ("chậm nhất đầu tuần tới", date(2020, 8, 10)),
        ("chậm nhất đầu tháng sau", date(2020, 9, 1)),
        ("chậm nhất giữa tháng tới", date(2020, 9, 15)),
        ("trước giữa tháng tới", date(2020, 9, 14)),
        ("chậm nhất cuối quý này", date(2020, 9, 30)),
        ("muộn nhất ngày mai", date(2020, 8, 4)),
        ("trước ngày mai", date(2020, 8, 3)),
        ("trước 17 giờ chiều nay", date(2020, 8, 3)),
        ("trước 9h sáng mai", date(2020, 8, 4)),
        ("trước 15h ngày mai", date(2020, 8, 4)),
        ("xong trong hôm nay", date(2020, 8, 3)),
        ("ngay trong chiều nay", date(2020, 8, 3)),
        ("ngay trong tuần", date(2020, 8, 9)),
    ],
)
def test_a_time_is_counted_from_the_day_of_the_words(phrase: str, day: date) -> None:
    assert date(2020, 8, 3) == SAID_ON
    duty = the_duty(f"Sở Y tế gửi số liệu {phrase}.")
    assert duty.due == day
    assert any("counted from the document's day" in step.en for step in duty.because)


@pytest.mark.parametrize(
    "text",
    [
        "Sáng nay, Bộ Y tế sẽ họp.",
        "Hôm nay, Bộ Y tế ban hành kế hoạch.",
        "Đến hôm nay, Sở Y tế hoàn thành 80% kế hoạch.",
        "Từ năm 2010 đến nay, Bộ Y tế đã ban hành 3 nghị định.",
        "Ngày mai (4/8), Bộ Y tế họp.",
        "Chiều nay 3/8, Thủ tướng chủ trì cuộc họp.",
    ],
)
def test_what_news_tells_of_today_is_no_term(text: str) -> None:
    assert not [duty for duty in duties(text) if duty.is_dated]


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        ("trước khi luật có hiệu lực (01/01/2021)", date(2020, 12, 31)),
        ("trước khi khởi công (20/9/2020)", date(2020, 9, 19)),
        ("trước thời điểm hợp đồng hết hạn (ngày 30/9/2020)", date(2020, 9, 29)),
    ],
)
def test_the_bracket_names_the_day_of_the_event_before_which_it_is_due(phrase: str, day: date) -> None:
    assert the_duty(f"Bộ Tư pháp ban hành văn bản {phrase}.").due == day


@pytest.mark.parametrize(
    ("phrase", "event"),
    [
        ("trong vòng 5 ngày sau hội nghị", "hội nghị"),
        ("chậm nhất 10 ngày sau khai giảng", "khai giảng"),
        ("trong 7 ngày ngay sau kỳ họp", "kỳ họp"),
        ("chậm nhất 3 ngày sau phiên họp", "phiên họp"),
    ],
)
def test_days_are_counted_from_an_event_without_khi(phrase: str, event: str) -> None:
    count = int(next(word for word in phrase.split() if word.isdigit()))
    assert the_duty(f"Sở Y tế gửi kết quả {phrase}.").relative == Relative(count, "day", event)


def test_what_is_posted_at_the_latest_by_then_does_not_last_so_long() -> None:
    duty = the_duty("Nhà trường niêm yết công khai khoản thu chậm nhất 10 ngày sau khai giảng.")
    assert duty.relative == Relative(10, "day", "khai giảng")
    lasting = duties("Nhà trường niêm yết công khai khoản thu trong 10 ngày.")
    assert not any(one.is_dated for one in lasting)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Sở Y tế hoàn tất sửa chữa trước khai giảng.", "trước khai giảng"),
        ("Bộ Y tế báo cáo chậm nhất phiên họp tháng 9.", "chậm nhất phiên họp tháng 9"),
        ("Sở Y tế báo cáo trước cuối tuần tới.", "trước cuối tuần tới"),
    ],
)
def test_a_bound_whose_time_is_not_read_is_named(text: str, phrase: str) -> None:
    assert [one.text for one in read(text).unread] == [phrase]
