"""Lines of a timetable that hold nothing but a time: what stands below is due then; other lines of time head nothing."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties

# Said on 3 August 2020.
FIRST, SECOND = date(2020, 8, 21), date(2020, 9, 4)
LINES = [
    ("Tuần 1 (10/8/2020 - 21/8/2020)", "Tuần 2 (24/8/2020 - 04/9/2020)"),
    ("Tuần 1-2\n\n(10/8/2020-21/8/2020)", "Tuần 3 - 4\n\n(24/8/2020-04/9/2020)"),
    ("Từ ngày 10/8 đến ngày 21/8/2020", "Từ ngày 24/8 đến ngày 04/9/2020"),
    ("Đợt 1 (từ 10/8/2020 đến 21/8/2020):", "Đợt 2 (từ 24/8/2020 đến 04/9/2020):"),
    ("Giai đoạn 1: từ ngày 10/8/2020 đến 21/8/2020", "Giai đoạn 2: từ ngày 24/8/2020 đến 04/9/2020"),
    ("10/8 - 21/8/2020", "24/8 - 04/9/2020"),
    ("1. Từ 10/8/2020 đến 21/8/2020", "2. Từ 24/8/2020 đến 04/9/2020"),
    ("Ngày 21/8/2020", "Ngày 04/9/2020"),
]


def _told(text: str) -> list[tuple[tuple[str, ...], date | None]]:
    return [(duty.lead, duty.due) for duty in duties(text)]


@pytest.mark.parametrize(("first", "second"), LINES)
def test_entries_below_a_line_of_time_are_due_then(first: str, second: str) -> None:
    text = (
        f"{first}\n- Các trạm y tế lập danh sách trẻ em;\n- Thành viên nhóm chuyên trách viết báo cáo.\n"
        f"{second}\n- Ban thư ký tổng hợp danh sách"
    )
    assert _told(text) == [
        (("Các trạm y tế",), FIRST),
        (("Thành viên nhóm chuyên trách",), FIRST),
        (("Ban thư ký",), SECOND),
    ]


@pytest.mark.parametrize(("first", "second"), LINES[:6])
def test_one_paragraph_below_a_span_is_due_then_and_what_follows_is_not(first: str, second: str) -> None:
    text = (
        f"{first}\nCác trạm y tế lập danh sách trẻ em.\n{second}\nBan thư ký tổng hợp danh sách.\n"
        "Sở Y tế theo dõi việc thực hiện."
    )
    assert _told(text) == [(("Các trạm y tế",), FIRST), (("Ban thư ký",), SECOND)]


def test_months_head_what_is_done_in_them() -> None:
    text = "Tháng 9/2020\n- Kiểm tra các chợ\nTháng 10/2020\n- Sở Y tế trình đề án\n- Tổng kết phong trào"
    assert [due for _, due in _told(text)] == [date(2020, 9, 30), date(2020, 10, 31), date(2020, 10, 31)]


def test_what_comes_out_is_no_duty_of_its_own() -> None:
    text = "Tuần 1 (10/8/2020 - 21/8/2020)\n- Các trạm y tế lập danh sách\n- Danh sách trẻ em\n- Biên bản họp"
    assert _told(text) == [(("Các trạm y tế",), FIRST)]


def test_a_line_that_counts_on_ends_the_time_of_the_one_before() -> None:
    text = "Tuần 1\n(10/8/2020 - 21/8/2020)\n- Các trạm y tế lập danh sách\nTuần 2\n- Ban thư ký họp"
    assert _told(text) == [(("Các trạm y tế",), FIRST)]


@pytest.mark.parametrize(
    "sentence",
    ["Thời gian thực hiện từ ngày 10/8/2020 đến hết ngày 21/8/2020.", "Từ ngày 10/8 đến 21/8/2020."],
)
def test_a_sentence_that_dates_what_stands_before_it_heads_nothing(sentence: str) -> None:
    text = f"Sở Y tế kiểm tra các chợ.\n{sentence}\nSở Xây dựng theo dõi việc này."
    assert [lead for lead, _ in _told(text) if lead == ("Sở Xây dựng",)] == []


def test_a_numbered_heading_ends_a_timetable() -> None:
    text = (
        "I. TIẾN ĐỘ\nTừ ngày 10/8 đến ngày 21/8/2020\n- Các trạm y tế lập danh sách\n"
        "II. TỔ CHỨC THỰC HIỆN\n- Sở Y tế đôn đốc các trạm y tế"
    )
    assert _told(text) == [(("Các trạm y tế",), FIRST)]


@pytest.mark.parametrize(
    "line",
    ["03/8/2020", "Thứ hai, 03/08/2020", "Năm 2020", "Từ ngày 01/7 đến ngày 31/7/2020", "Tuần 27-28"],
)
def test_a_line_of_a_day_that_has_come_heads_nothing(line: str) -> None:
    assert duties(f"{line}\n- Các trạm y tế lập danh sách trẻ em\nSở Y tế kiểm tra.") == []


@pytest.mark.parametrize(
    "text",
    [
        "1.2 Phòng Đào tạo rà soát điểm thi 07/9/2020 11/9/2020\n1.3 Phòng Đào tạo gửi điểm cho khoa 14/9/2020 18/9/2020",
        "07/9/2020 11/9/2020 Phòng Đào tạo rà soát điểm thi.\n14/9/2020 18/9/2020 Phòng Đào tạo gửi điểm cho khoa.",
    ],
)
def test_two_columns_of_days_without_lines_are_a_span(text: str) -> None:
    assert [(duty.lead, duty.earliest, duty.due) for duty in duties(text)] == [
        (("Phòng Đào tạo",), date(2020, 9, 7), date(2020, 9, 11)),
        (("Phòng Đào tạo",), date(2020, 9, 14), date(2020, 9, 18)),
    ]
