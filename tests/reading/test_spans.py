"""Spans at the head of a sentence: who acts right behind them, and spans that had begun or end in another year."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

OPENS, ENDS = date(2020, 9, 7), date(2020, 9, 18)


@pytest.mark.parametrize(
    "span",
    [
        "Từ 7/9/2020 đến 18/9/2020",
        "Từ ngày 7/9 đến hết ngày 18/9/2020",
        "Từ 8h00 ngày 7/9 đến 17h00 ngày 18/9",
    ],
)
@pytest.mark.parametrize(
    ("who", "deed"),
    [
        ("Hội đồng Khoa học nhà trường", "tổ chức xét công nhận sáng kiến"),
        ("các khoa", "lập danh sách"),
        ("UBND các xã", "tổ chức tiêm phòng cho đàn gia súc"),
        ("học viên", "đăng ký học phần"),
        ("mỗi đơn vị", "bình xét thi đua"),
        ("Phòng Nội vụ", "tiếp nhận hồ sơ"),
        ("các chi bộ", "tổ chức kiểm điểm đảng viên"),
    ],
)
def test_who_stands_right_behind_a_span_has_to_act_in_it(span: str, who: str, deed: str) -> None:
    duty = the_duty(f"1. {span} {who} {deed}.")
    assert (duty.earliest, duty.due, duty.lead) == (OPENS, ENDS, (who,))


def test_a_span_of_the_year_ahead_that_says_its_year_has_not_begun() -> None:
    duty = the_duty("Từ ngày 11/1 đến ngày 22/1/2021, học viên nộp học phí.")
    assert (duty.earliest, duty.due) == (date(2021, 1, 11), date(2021, 1, 22))


@pytest.mark.parametrize(
    "text",
    [
        "Từ ngày 1/6/2020 đến ngày 20/7/2020 Phòng Nội vụ tiếp nhận 300 hồ sơ.",
        "Từ ngày 10/1 đến ngày 5/6, Phòng Nội vụ xử lý 40 vụ.",
        "Từ ngày 10/1 đến ngày 5/6 Phòng Nội vụ xử lý 40 vụ.",
        "Từ ngày 7/9 đến ngày 18/9 thời tiết nắng nóng.",
        "Từ năm 2016 đến năm 2019 tỉnh thu hút 300 dự án.",
    ],
)
def test_what_was_done_in_a_span_or_befalls_in_it_is_no_duty(text: str) -> None:
    assert [one for one in duties(text) if one.due is not None] == []


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("trong 02 ngày 8, 9/9/2020", 8, 9),
        ("trong hai ngày 8 và 9/9/2020", 8, 9),
        ("trong 03 ngày: 8, 9 và 10/9/2020", 8, 10),
    ],
)
def test_so_many_days_that_are_named_last_from_the_first_to_the_last(
    when: str, first: int, last: int
) -> None:
    duty = the_duty(f"Các khoa nộp hồ sơ {when}.")
    assert (duty.earliest, duty.due) == (date(2020, 9, first), date(2020, 9, last))


@pytest.mark.parametrize(
    "week", ["tuần 2 tháng 9/2020", "tuần 2 của tháng 9/2020", "tuần thứ hai của tháng 9/2020"]
)
def test_a_week_of_a_month_may_have_its_number_alone(week: str) -> None:
    assert the_duty(f"Các khoa nộp hồ sơ trong {week}.").due == date(2020, 9, 14)


@pytest.mark.parametrize("hour", ["giờ nghỉ trưa", "giờ tan sở"])
def test_before_an_hour_of_the_day_is_that_day(hour: str) -> None:
    assert the_duty(f"Các khoa nộp hồ sơ trước {hour} ngày 18/9/2020.").due == ENDS
