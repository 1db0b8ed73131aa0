"""How often something returns, told with "lần", and rows of reports that only sound like it."""

from __future__ import annotations

import pytest

from rules.reading.draft import YearDay
from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    ("often", "recurrence"),
    [
        ("mỗi ngày 01 lần", "daily"),
        ("mỗi ngày hai lần", "daily"),
        ("hằng ngày 02 lần", "daily"),
        ("1 ngày/lần", "daily"),
        ("01 ngày một lần", "daily"),
        ("03 ngày/lần", "periodic"),
        ("mỗi tuần một lần", "weekly"),
    ],
)
def test_so_many_times(often: str, recurrence: str) -> None:
    assert the_duty(f"Các đơn vị gửi báo cáo {often} về Sở Y tế.").recurrence == recurrence


def test_a_row_of_reports_by_their_quarters_is_no_time() -> None:
    text = "Sở Y tế gửi báo cáo quý I, 6 tháng, 9 tháng (chậm nhất ngày 10 của các tháng 3, 6, 9)."
    (duty,) = duties(text)
    assert duty.recurrence == "yearly"
    assert duty.rule == (YearDay(3, 10), YearDay(6, 10), YearDay(9, 10))
