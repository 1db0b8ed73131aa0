"""What is done every year and in which month or quarter of it, said apart: one duty that comes back then."""

from __future__ import annotations

import pytest

from rules.reading.draft import YearDay
from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("Mỗi năm, Sở Y tế lấy mẫu nước một lần vào quý I.", [(3, 31)]),
        ("Hằng năm, Chi cục Thú y tiêm phòng cho đàn trâu trong tháng 9.", [(9, 30)]),
        ("Chi cục Thú y mỗi năm tiêm phòng cho đàn trâu một lần vào tháng 4.", [(4, 30)]),
        ("Hàng năm, trước tháng 5, các xã phát quang kênh mương.", [(4, 30)]),
        ("Các xã phải phát quang kênh mương hằng năm, xong trước tháng 5.", [(4, 30)]),
        ("Hằng năm, Sở Y tế kiểm tra bếp ăn vào quý I và quý III.", [(3, 31), (9, 30)]),
        ("Từ năm 2021 trở đi, mỗi năm các xã phát quang kênh mương một lần trong quý II.", [(6, 30)]),
    ],
)
def test_the_month_of_what_is_done_every_year_comes_back(sentence: str, days: list[tuple[int, int]]) -> None:
    duty = the_duty(sentence)
    assert list(duty.rule) == [YearDay(month, day) for month, day in days]


def test_a_month_with_its_year_is_no_month_of_every_year() -> None:
    duty = the_duty("Sở Y tế sửa danh mục kiểm tra hằng năm trong tháng 9/2020.")
    assert (duty.recurrence, str(duty.due)) == (None, "2020-09-30")


def test_a_term_between_comma_and_semicolon_belongs_to_what_stands_before() -> None:
    text = (
        "Chi cục Thú y và các xã tiêm phòng cho đàn trâu, chậm nhất vào cuối tháng 9/2020; "
        "từ năm 2021 trở đi, mỗi năm tiêm một lần vào quý I."
    )
    first, second = duties(text)
    assert first.quote.startswith("Chi cục Thú y")
    assert (str(first.due), first.lead) == ("2020-09-30", ("Chi cục Thú y", "các xã"))
    assert (second.recurrence, second.rule, second.lead) == ("yearly", (YearDay(3, 31),), first.lead)
