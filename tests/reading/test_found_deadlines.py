"""Deadlines in words that were passed over once, each in a sentence of our own."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import MonthDay, Relative, YearDay
from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        (
            "Đối với các hộ vay được giãn nợ, ngân hàng lưu ý hạn cuối cùng trả nợ gốc là ngày 30/11/2020.",
            date(2020, 11, 30),
        ),
        ("Sở Nội vụ nhắc hạn chót nhận hồ sơ thi công chức là ngày 25/9/2020.", date(2020, 9, 25)),
        (
            "Các trường phải ghi rõ thời hạn cuối cùng nộp học phí là ngày 15/10/2020.",
            date(2020, 10, 15),
        ),
    ],
)
def test_a_term_is_named_and_its_day_stands_further_on(sentence: str, due: date) -> None:
    assert the_duty(sentence).due == due


def test_so_many_working_days_are_a_term_though_something_is_used() -> None:
    text = (
        "Sở Xây dựng có văn bản trả lời về công năng sử dụng nhà trong thời hạn 05 ngày làm việc, "
        "kể từ ngày nhận được đề nghị của chủ đầu tư."
    )
    duty = the_duty(text)
    assert isinstance(duty.relative, Relative)
    assert (duty.relative.n, duty.relative.unit) == (5, "working_day")


def test_what_somebody_expects_to_do_is_a_forecast_of_whoever_says_so() -> None:
    text = (
        "Theo Sở Tài nguyên và Môi trường, bản đồ giá đất dự kiến được đưa vào sử dụng trong quý 4 năm nay."
    )
    duty = the_duty(text)
    assert (duty.kind, duty.lead) == ("forecast", ("Sở Tài nguyên và Môi trường",))


def test_a_day_of_the_month_returns_with_the_monthly_report() -> None:
    duty = the_duty("Báo cáo tháng nộp về Chi cục Thủy sản trước ngày 21 của tháng.")
    assert (duty.recurrence, duty.rule) == ("monthly", (MonthDay(20),))


@pytest.mark.parametrize(
    "sentence",
    [
        "Báo cáo định kỳ 6 tháng nộp về Chi cục Thủy sản trước ngày 11/6.",
        "Sở Nội vụ gửi trước ngày 11 tháng 6 đối với báo cáo 6 tháng.",
        "Chậm nhất ngày 10 (mười) tháng 6 (sáu) đối với báo cáo định kỳ 06 (sáu) tháng.",
    ],
)
def test_one_day_of_the_half_yearly_report_is_known(sentence: str) -> None:
    duty = the_duty(sentence)
    assert (duty.recurrence, duty.rule) == ("semiannual", (YearDay(6, 10),))


def test_a_list_of_reports_gives_each_its_own_day() -> None:
    text = (
        "Sở Nội vụ quy định thời gian các huyện gửi báo cáo như sau:\n"
        "- Báo cáo tháng gửi trước ngày 20 của tháng;\n"
        "- Báo cáo 6 tháng gửi trước ngày 15/6;\n"
        "- Báo cáo năm gửi trước ngày 15/12 hằng năm."
    )
    assert [duty.recurrence for duty in duties(text)] == ["monthly", "semiannual", "yearly"]
    assert {duty.lead for duty in duties(text)} == {("các huyện",)}
