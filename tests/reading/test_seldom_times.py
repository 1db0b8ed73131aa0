"""Times that texts name seldom: days of Tết, the month before a meeting, returns without a period, merged cells."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import MonthDay, YearDay
from tests.reading.reading_desk import duties, read, the_duty

# Said on 3 August 2020, a Monday, where nothing else is said.


@pytest.mark.parametrize(
    ("sentence", "said_on", "due"),
    [
        ("Các phường báo cáo quân số trước Mùng 6 Tết.", date(2021, 1, 10), date(2021, 2, 16)),
        (
            "Công an tỉnh gửi báo cáo chậm nhất mùng 6 Tết Nguyên đán Tân Sửu.",
            date(2021, 1, 10),
            date(2021, 2, 17),
        ),
        ("Sở Y tế báo cáo số ca ngộ độc vào ngày mồng 4 Tết.", date(2020, 1, 5), date(2020, 1, 28)),
        ("Sở Công Thương mở điểm bán hàng trước Tết Nguyên đán.", date(2008, 11, 1), date(2009, 1, 25)),
        ("Sở Công Thương mở điểm bán hàng trước Tết Đinh Hợi 2007.", date(2006, 11, 1), date(2007, 2, 16)),
    ],
)
def test_days_of_tet_are_reckoned(sentence: str, said_on: date, due: date) -> None:
    assert the_duty(sentence, said_on).due == due


@pytest.mark.parametrize(
    "sentence",
    [
        "Các sở gửi tài liệu chậm nhất ngày 25 của tháng trước tháng họp.",
        "Các sở gửi tài liệu chậm nhất ngày 25 tháng liền trước tháng tổ chức giao ban.",
    ],
)
def test_the_month_before_a_meeting_lies_one_month_back(sentence: str) -> None:
    duty = the_duty(sentence)
    assert (duty.recurrence, duty.rule) == ("monthly", (MonthDay(25, -1),))


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Y tế định kỳ báo cáo UBND tỉnh về tình hình dịch bệnh.",
        "Các huyện kiểm kê rừng, định kỳ cập nhật bản đồ.",
        "2. Định kỳ rà soát danh sách hộ nghèo: do các xã chủ trì.",
    ],
)
def test_what_is_done_again_and_again_returns_without_a_period(sentence: str) -> None:
    duty = the_duty(sentence)
    assert (duty.recurrence, duty.rule, duty.due) == ("periodic", (), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Các sở thực hiện chế độ báo cáo định kỳ, kiểm tra định kỳ và đột xuất.",
        "Cục Thú y hướng dẫn việc bảo dưỡng định kỳ tủ lạnh.",
    ],
)
def test_a_kind_of_report_or_inspection_does_not_return(sentence: str) -> None:
    assert duties(sentence) == []


def test_a_return_without_a_period_gives_way_to_a_day() -> None:
    duty = the_duty("Cục Thú y định kỳ tổng hợp, báo cáo Bộ trước ngày 11/12.")
    assert (duty.recurrence, duty.rule) == ("yearly", (YearDay(12, 10),))
    duty = the_duty("Cục Thú y định kỳ tổng hợp, báo cáo Bộ trước ngày 25 hằng tháng.")
    assert (duty.recurrence, duty.rule) == ("monthly", (MonthDay(24),))


def test_a_month_and_a_monthly_return_are_two_times() -> None:
    text = "Các huyện lập danh sách xong trong tháng Chín, định kỳ hàng tháng báo cáo Sở Nội vụ."
    assert [(duty.due, duty.recurrence) for duty in duties(text)] == [
        (date(2020, 9, 30), None),
        (None, "monthly"),
    ]


def test_a_part_now_and_the_rest_by_a_later_year() -> None:
    text = "UBND tỉnh giao các sở số hóa 50% hồ sơ trong năm 2021 và đến năm 2025 xong."
    assert [duty.due for duty in duties(text)] == [date(2021, 12, 31), date(2025, 12, 31)]
    assert {duty.lead for duty in duties(text)} == {("các sở",)}


def test_a_cell_of_time_spans_rows_of_several_bodies() -> None:
    text = (
        "TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành\n"
        "1 | Lập bản đồ rừng phòng hộ | Sở Nông nghiệp | 30/9/2020\n"
        "2 | Cấp sổ cho hộ nhận rừng | Sở Tài nguyên và Môi trường | \n"
        "3 | Khảo sát cầu treo vào rừng | Sở Giao thông vận tải |\n"
        "4 | Đo độ mặn cửa sông | Sở Khoa học và Công nghệ | Quý IV/2020"
    )
    found = read(text, date(2020, 8, 3)).obligations
    assert [duty.due for duty in found] == [date(2020, 9, 30)] * 3 + [date(2020, 12, 31)]
    assert [bool(duty.notes) for duty in found][1:3] == [True, True]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            (
                "CÔNG ĐIỆN\nBộ trưởng các Bộ: Công an, Y tế; Chủ tịch Ủy ban nhân dân các tỉnh Lào Cai, Yên Bái; "
                "Thủ tướng Chính phủ yêu cầu:\n1. Rà soát khu dân cư ven suối, xong trước ngày 15/8/2020."
            ),
            (
                "Bộ trưởng Bộ Công an",
                "Bộ trưởng Bộ Y tế",
                "Chủ tịch Ủy ban nhân dân các tỉnh Lào Cai, Yên Bái",
            ),
        ),
        (
            (
                "Giám đốc Sở Y tế; Chủ tịch UBND các huyện ven biển; Chủ tịch UBND tỉnh yêu cầu khẩn trương "
                "kiểm đếm tàu thuyền, báo cáo trước ngày 15/8/2020."
            ),
            ("Giám đốc Sở Y tế", "Chủ tịch UBND các huyện ven biển"),
        ),
        ("Trong tháng 9 tới, quận sẽ khởi công trường mầm non.", ("quận",)),
        ("Sở Xây dựng cấp phép trong tháng 8, huyện phải bàn giao đất trước ngày 30/9.", ("huyện",)),
    ],
)
def test_rows_of_titles_and_places_in_lower_case_lead(text: str, lead: tuple[str, ...]) -> None:
    assert duties(text)[-1].lead == lead
