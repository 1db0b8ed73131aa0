"""Times listed behind a plural: each is read, or the stretch that they make."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import MonthDay, YearDay
from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("sentence", "dues"),
    [
        (
            "Sở Công Thương nộp bảng giá điện vào các ngày 20/9/2020 và 20/02/2021.",
            [date(2020, 9, 20), date(2021, 2, 20)],
        ),
        (
            "Hạt Kiểm lâm nộp bản đồ trước các ngày 15/9, 15/10 và 15/11/2020.",
            [date(2020, 9, 14), date(2020, 10, 14), date(2020, 11, 14)],
        ),
        ("Sở Y tế lấy mẫu nước vào các tháng 9 và 12.", [date(2020, 9, 30), date(2020, 12, 31)]),
        (
            "Sở Y tế lấy mẫu nước trong các tháng 9, tháng 10 và tháng 12 năm 2020.",
            [date(2020, 9, 30), date(2020, 10, 31), date(2020, 12, 31)],
        ),
        ("Sở Y tế lấy mẫu nước trong các quý III và IV năm 2020.", [date(2020, 9, 30), date(2020, 12, 31)]),
        ("Các trường kiểm tra bếp ăn trong các ngày 15, 16 và 17/9/2020.", [date(2020, 9, 17)]),
        ("Các trường kiểm tra bếp ăn trong các ngày 15 và 17 tháng 9.", [date(2020, 9, 17)]),
    ],
)
def test_each_time_of_a_list_is_a_term(sentence: str, dues: list[date]) -> None:
    assert [duty.due for duty in duties(sentence)] == dues


def test_days_listed_come_back_every_month_or_year() -> None:
    duty = the_duty("Chi cục Thuế gửi bảng nợ vào các ngày 10, 20 và 30 hằng tháng.")
    assert (duty.recurrence, duty.rule) == ("monthly", (MonthDay(10), MonthDay(20), MonthDay(30)))
    duty = the_duty("Chi cục Thuế gửi bảng nợ trước các ngày 15/6 và 15/12 hằng năm.")
    assert duty.rule == (YearDay(6, 14), YearDay(12, 14))


def test_days_on_which_a_fair_is_held_are_no_terms() -> None:
    assert duties("Hội chợ được tổ chức vào các ngày 15/9/2020 và 20/9/2020.") == []


def test_what_only_announces_a_list_is_no_duty_though_its_time_stands_in_the_sentence_before() -> None:
    text = (
        "Sở Y tế nêu rõ các nhiệm vụ thực hiện trong quý IV/2020. Cụ thể, các bệnh viện cần tiếp tục thực hiện các "
        "nhiệm vụ chưa xong, bao gồm: Ban hành kế hoạch mua thuốc năm 2021; Kết nối hệ thống đơn thuốc với Sở Y tế."
    )
    assert [duty.quote.split()[0] for duty in duties(text)] == ["Ban", "Kết"]
