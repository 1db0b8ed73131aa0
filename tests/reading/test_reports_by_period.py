"""How often a day returns is said by the report it belongs to, and by the reports around it."""

from __future__ import annotations

from datetime import date

import pytest

from rules.deadline import occurrences
from rules.reading.draft import MonthDay, QuarterDay, Relative, YearDay
from rules.term import Every
from tests.reading.reading_desk import duties, read, the_duty


@pytest.mark.parametrize(
    ("reports", "recurrence", "rule"),
    [
        ("Báo cáo tháng", "monthly", (MonthDay(8, 1),)),
        ("Báo cáo định kỳ hằng quý", "quarterly", (QuarterDay(1, 8, 1),)),
        ("Báo cáo quý", "quarterly", (QuarterDay(1, 8, 1),)),
        ("Báo cáo 03 tháng", "quarterly", (QuarterDay(1, 8, 1),)),
        ("Báo cáo quý, 6 tháng và năm", "quarterly", (QuarterDay(1, 8, 1),)),
        ("Báo cáo 6 tháng", "semiannual", (YearDay(7, 8), YearDay(1, 8, 1))),
        ("Báo cáo 06 tháng và báo cáo năm", "semiannual", (YearDay(7, 8), YearDay(1, 8, 1))),
        ("Báo cáo 9 tháng", "yearly", (YearDay(10, 8),)),
        ("Báo cáo 6 tháng, 9 tháng, năm", "yearly", (YearDay(7, 8), YearDay(10, 8), YearDay(1, 8, 1))),
        ("Báo cáo năm", "yearly", (YearDay(1, 8, 1),)),
    ],
)
def test_the_month_that_follows_is_that_after_each_period_reported_on(
    reports: str, recurrence: str, rule: tuple[object, ...]
) -> None:
    duty = the_duty(f"{reports}: các trạm thủy văn gửi về Đài trước ngày 09 của tháng tiếp theo.")
    assert (duty.recurrence, duty.rule) == (recurrence, rule)


def test_the_day_of_each_half_is_reckoned_from_its_end() -> None:
    duty = the_duty("Báo cáo 6 tháng: Chi cục gửi về Sở chậm nhất ngày 12 của tháng sau.")
    assert isinstance(duty.term, Every)
    found = occurrences(duty.term, date(2021, 1, 1), date(2021, 12, 31))
    assert [(one.label, one.due) for one in found] == [
        ("2020-H2", date(2021, 1, 12)),
        ("2021-H1", date(2021, 7, 12)),
    ]


def test_of_a_report_with_a_number_nothing_returns_and_a_person_is_asked() -> None:
    draft = read("Sở Y tế gửi báo cáo quý III trước ngày 08 của tháng tiếp theo.")
    assert not any(one.recurrence for one in draft.obligations)
    assert [one.text for one in draft.unread] == ["trước ngày 08 của tháng tiếp theo"]


@pytest.mark.parametrize(
    "report",
    ["Báo cáo 6 tháng đầu năm được gửi", "Báo cáo sơ kết 06 (sáu) tháng đầu năm gửi", "Báo cáo năm gửi"],
)
def test_beside_reports_that_return_a_day_without_a_year_returns(report: str) -> None:
    text = f"a) Báo cáo tháng gửi trước ngày 05 của tháng tiếp theo;\nb) {report} trước ngày 12 tháng 7."
    assert [duty.rule for duty in duties(text)] == [(MonthDay(4, 1),), (YearDay(7, 11),)]


def test_alone_it_is_a_day_of_this_year() -> None:
    assert the_duty("Các sở gửi báo cáo 6 tháng đầu năm trước ngày 15/9.").due == date(2020, 9, 14)


def test_one_report_by_the_half_and_by_the_year_is_one_duty_quoted_whole() -> None:
    text = "Sở Lao động gửi báo cáo 6 tháng trước ngày 05/7 hằng năm, báo cáo năm trước ngày 05/01 năm sau."
    duty = the_duty(text)
    assert (duty.recurrence, duty.rule) == ("semiannual", (YearDay(7, 4), YearDay(1, 4, 1)))
    assert duty.deadline_phrase == "trước ngày 05/7 hằng năm, báo cáo năm trước ngày 05/01 năm sau"
    assert not read(text).unread


def test_a_report_and_a_plan_are_two_duties() -> None:
    found = duties(
        "Sở Y tế gửi báo cáo 6 tháng trước ngày 05/7 hằng năm, kế hoạch năm trước ngày 05/01 năm sau."
    )
    assert [duty.recurrence for duty in found] == ["yearly", "yearly"]


@pytest.mark.parametrize(
    "when",
    [
        "trước 15 giờ ngày hôm sau",
        "chậm nhất 9 giờ ngày làm việc tiếp theo",
        "trước 9 giờ 30 phút của ngày làm việc kế tiếp ngay sau ngày giao dịch",
        "chậm nhất vào ngày làm việc liền sau",
    ],
)
def test_a_report_of_the_day_is_due_every_day(when: str) -> None:
    assert the_duty(f"Báo cáo ngày: các quỹ gửi về Sở giao dịch {when}.").recurrence == "daily"


def test_the_next_working_day_counts_one_from_what_happened() -> None:
    duty = the_duty(
        "Bộ phận Một cửa phải chuyển hồ sơ trước 9 giờ ngày làm việc tiếp theo sau ngày nhận hồ sơ."
    )
    assert duty.relative == Relative(1, "working_day", "nhận hồ sơ")


@pytest.mark.parametrize(
    "text",
    [
        "Nếu ngày cuối trùng vào ngày nghỉ, việc nộp chậm nhất là ngày làm việc tiếp theo.",
        "Buổi làm việc lùi sang ngày làm việc tiếp theo.",
        "Lễ hội khai mạc vào 8 giờ ngày hôm sau.",
    ],
)
def test_where_a_term_goes_and_when_something_happens_is_no_term(text: str) -> None:
    assert duties(text) == []


def test_a_half_of_a_year_named_without_the_word_for_it_is_of_that_year() -> None:
    text = "Bộ Y tế yêu cầu các đơn vị sơ kết công tác 6 tháng đầu 2020."
    assert all(duty.recurrence is None and duty.due is None for duty in duties(text))
