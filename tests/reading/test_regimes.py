"""Under a heading that rules when reports are sent, the days below it return, every year or every so many years."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import YearDay
from tests.reading.reading_desk import duties, the_duty

ENTRIES = (
    "- Hạt Kiểm lâm gửi kết quả lên Chi cục trước ngày 11 tháng 01 của năm sau;\n"
    "- Chi cục Kiểm lâm gửi kết quả lên Cục chậm nhất ngày 20 tháng 02 năm sau."
)
YEARLY = [(YearDay(1, 10, 1),), (YearDay(2, 20, 1),)]


@pytest.mark.parametrize(
    "head",
    [
        "Thời hạn nộp báo cáo diễn biến rừng được quy định như sau:",
        "Thời điểm gửi số liệu thống kê rừng như sau:",
        "Chế độ báo cáo định kỳ:",
        "Theo Thông tư 12, thời gian thực hiện và thời điểm nộp báo cáo hằng năm cụ thể như sau:",
    ],
)
def test_days_of_the_year_after_return_every_year(head: str) -> None:
    found = duties(f"{head}\n{ENTRIES}")
    assert [(duty.recurrence, duty.rule) for duty in found] == [("yearly", rule) for rule in YEARLY]


@pytest.mark.parametrize(
    "head",
    [
        "Thời hạn nộp báo cáo kiểm kê rừng định kỳ 05 năm được quy định như sau:",
        "Thời điểm gửi kết quả kiểm kê, mỗi 10 năm một lần, được quy định như sau:",
        "Lịch tổng hợp số liệu theo kỳ năm (05) năm như sau:",
    ],
)
def test_what_returns_every_so_many_years_keeps_its_days_and_a_person_names_the_years(head: str) -> None:
    found = duties(f"{head}\n{ENTRIES}")
    assert [(duty.recurrence, duty.rule, duty.term) for duty in found] == [
        ("periodic", rule, None) for rule in YEARLY
    ]


def test_how_many_years_may_stand_in_the_sentence_itself() -> None:
    duty = the_duty("Định kỳ 05 năm, Cục Kiểm lâm nộp báo cáo lên Bộ trước ngày 11 tháng 01 của năm sau.")
    assert (duty.recurrence, duty.rule) == ("periodic", (YearDay(1, 10, 1),))


def test_days_without_a_year_return_where_the_heading_says_that_reports_do() -> None:
    entries = "- Hạt Kiểm lâm nộp báo cáo trước ngày 11/01;\n- Chi cục Kiểm lâm nộp báo cáo trước ngày 21/02."
    found = duties(f"Thời hạn nộp báo cáo hằng năm:\n{entries}")
    assert [duty.rule for duty in found] == [(YearDay(1, 10),), (YearDay(2, 20),)]


@pytest.mark.parametrize(
    "head",
    [
        "Thời hạn nộp báo cáo năm 2020 được quy định như sau:",
        "Thời gian gửi báo cáo kiểm kê năm nay như sau:",
        "Nhiệm vụ cụ thể như sau:",
    ],
)
def test_under_a_heading_of_one_time_they_are_single_days(head: str) -> None:
    assert [duty.due for duty in duties(f"{head}\n{ENTRIES}")] == [date(2021, 1, 10), date(2021, 2, 20)]
