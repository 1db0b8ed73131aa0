"""One report, twice or four times a year: each half and quarter keeps the last day that the sentence gives it."""

from __future__ import annotations

from datetime import date

import pytest

from rules.deadline import occurrences
from rules.reading.draft import YearDay
from rules.term import Every
from tests.reading.reading_desk import duties, the_duty

HALVES = (YearDay(7, 9), YearDay(1, 19, 1))


@pytest.mark.parametrize(
    "when",
    [
        "trước ngày 10 tháng 7 hằng năm đối với báo cáo 6 tháng và trước ngày 20 tháng 01 năm sau đối với báo cáo năm",
        "trước ngày 10/7 đối với báo cáo 6 tháng đầu năm và trước ngày 20/01 năm sau đối với báo cáo cả năm",
        "trước ngày 10/7 hàng năm (đối với báo cáo 6 tháng) và 20/01 năm sau (đối với báo cáo năm)",
        "trước ngày 10/7 (báo cáo sơ kết 06 tháng) và trước ngày 20/01 năm tiếp theo (báo cáo tổng kết năm)",
        "trước ngày 10/7 cho kỳ 6 tháng đầu năm, và trước ngày 20/01 năm sau cho kỳ 6 tháng cuối năm",
        "trước ngày 10/7 hằng năm và trước ngày 20/01 năm sau",
    ],
)
def test_a_report_of_halves_is_one_duty_with_two_days_of_which_one_lies_in_the_next_year(when: str) -> None:
    duty = the_duty(f"Sở Tư pháp gửi báo cáo kết quả hòa giải về Bộ Tư pháp {when}.")
    assert (duty.lead, duty.recurrence, duty.rule) == (("Sở Tư pháp",), "semiannual", HALVES)
    assert isinstance(duty.term, Every)
    found = occurrences(duty.term, date(2021, 1, 1), date(2022, 6, 30))
    assert [(one.label, one.due) for one in found] == [
        ("2020-H2", date(2021, 1, 19)),
        ("2021-H1", date(2021, 7, 9)),
        ("2021-H2", date(2022, 1, 19)),
    ]


def test_a_report_of_quarters_is_one_duty_with_four_days() -> None:
    duty = the_duty(
        "Chi cục Thống kê gửi báo cáo quý I trước ngày 15/4, quý II trước ngày 15/7, quý III trước ngày 15/10, quý IV trước "
        "ngày 25/01 năm sau."
    )
    assert (duty.recurrence, duty.rule) == (
        "quarterly",
        (YearDay(4, 14), YearDay(7, 14), YearDay(10, 14), YearDay(1, 24, 1)),
    )


def test_two_days_with_years_of_their_own_return_for_nobody() -> None:
    found = duties(
        "Sở Tư pháp gửi báo cáo trước ngày 10/7/2021 đối với báo cáo 6 tháng và trước ngày 20/01/2022 đối với báo cáo năm."
    )
    assert [(duty.due, duty.recurrence) for duty in found] == [
        (date(2021, 7, 9), None),
        (date(2022, 1, 19), None),
    ]
