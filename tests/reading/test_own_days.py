"""Clauses in a sentence of terms that have a time of their own at their head."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties


@pytest.mark.parametrize(
    ("clause", "day"),
    [
        ("ngày 20/10 tổ chức họp", date(2020, 10, 20)),
        ("ngày 16/12/2020 tổ chức thi", date(2020, 12, 16)),
        ("tháng 11 tổ chức tiêm", date(2020, 11, 30)),
        ("quý IV/2020 nghiệm thu", date(2020, 12, 31)),
        ("31-12-2021 phải hoàn thành cao tốc", date(2021, 12, 31)),
    ],
)
def test_the_time_at_its_head_is_that_of_the_clause(clause: str, day: date) -> None:
    found = duties(f"Trước ngày 30/9/2020, Sở Y tế lập danh sách; {clause}.")
    assert [duty.due for duty in found] == [date(2020, 9, 29), day]


def test_what_was_done_on_a_day_has_not_the_term_of_the_clause_before() -> None:
    (duty,) = duties("Trước ngày 30/9/2020, Sở Y tế lập danh sách; ngày 20/4/2020 đã tổ chức họp.")
    assert (duty.task, duty.due) == ("Lập danh sách", date(2020, 9, 29))


@pytest.mark.parametrize(
    "tail",
    [
        "không để thiếu thuốc kéo dài sang năm 2021",
        "không để kéo dài sang tháng 10",
        "không chuyển vốn sang năm 2021",
    ],
)
def test_what_goes_over_into_a_time_has_no_term_there(tail: str) -> None:
    (duty,) = duties(f"Bộ Y tế hoàn thành việc mua thuốc trước ngày 30/9/2020, {tail}.")
    assert duty.due == date(2020, 9, 29)


def test_a_term_that_is_put_off_into_a_time_is_due_there() -> None:
    (duty,) = duties("Thời hạn nộp hồ sơ được lùi sang ngày 30/9/2020.")
    assert duty.due == date(2020, 9, 30)


def test_with_an_hour_a_daily_report_is_a_term_and_no_kind_of_report() -> None:
    (duty,) = duties("Văn phòng tổng hợp báo cáo vào 16 giờ 30 hằng ngày khi có thiên tai.")
    assert duty.recurrence == "daily"
    assert not any(one.recurrence for one in duties("Văn phòng tổng hợp báo cáo hằng ngày."))


def test_one_more_span_of_a_deed_is_one_more_term() -> None:
    found = duties(
        "BHXH tỉnh chi trả lương hưu từ ngày 4/9 đến ngày 10/9/2020 tại xã; từ 11/9 đến 25/9/2020 tại bưu cục."
    )
    assert [duty.due for duty in found] == [date(2020, 9, 10), date(2020, 9, 25)]
    found = duties("Sinh viên K54 đăng ký từ 11/9 đến 13/9/2020; khóa K56 từ 14/9 đến 16/9/2020.")
    assert [duty.due for duty in found] == [date(2020, 9, 13), date(2020, 9, 16)]
