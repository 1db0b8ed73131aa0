"""Plans in sections: what is to be done, who does it and when stand in entries side by side."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import SAID_ON, duties, read, the_duty

# Said on 3 August 2020, a Monday.
SECTION = """\
I. CÔNG TÁC TUYÊN TRUYỀN

1. Nội dung

a) Tổ chức lớp tập huấn về phòng cháy rừng cho kiểm lâm viên;

b) In và phát tờ rơi cho các hộ ở bìa rừng.
"""
HEADED = """
2. Cơ quan chủ trì, phối hợp

a) Cơ quan chủ trì

- Chi cục Kiểm lâm.

- Hạt Kiểm lâm các huyện; Ban Quản lý rừng phòng hộ các xã ven hồ.

b) Cơ quan phối hợp

- Hội Nông dân tỉnh.
"""
LEADS = ("Chi cục Kiểm lâm", "Hạt Kiểm lâm các huyện", "Ban Quản lý rừng phòng hộ các xã ven hồ")


def test_bodies_below_a_heading_and_the_time_behind_them_are_the_sections() -> None:
    duty = the_duty(f"{SECTION}{HEADED}\n3. Thời gian thực hiện: Tháng 9/2020 và thường xuyên.\n")
    assert (duty.lead, duty.cooperating, duty.due) == (LEADS, ("Hội Nông dân tỉnh",), date(2020, 9, 30))
    assert "phòng cháy rừng" in duty.quote


@pytest.mark.parametrize(
    ("who", "lead"),
    [
        ("2. Đơn vị thực hiện: Chi cục Kiểm lâm.", ("Chi cục Kiểm lâm",)),
        (
            "2. Cơ quan thực hiện\n\n- Chi cục Kiểm lâm;\n\n- Sở Xây dựng.",
            ("Chi cục Kiểm lâm", "Sở Xây dựng"),
        ),
    ],
)
def test_a_section_takes_who_and_when_from_its_other_entries(who: str, lead: tuple[str, ...]) -> None:
    duty = the_duty(f"{SECTION}\n{who}\n\n3. Thời gian hoàn thành: Trước ngày 15/10/2020.\n")
    assert (duty.lead, duty.due) == (lead, date(2020, 10, 14))


def test_no_body_that_a_section_names_has_a_duty_of_its_own() -> None:
    found = read(f"{SECTION}{HEADED}", SAID_ON).obligations
    assert all("tập huấn" in duty.quote or "tờ rơi" in duty.quote for duty in found)


def test_a_section_does_not_hand_its_time_to_the_one_before() -> None:
    text = f"{SECTION}\nII. CÔNG TÁC KIỂM TRA\n\n1. Nội dung\n\na) Sở Xây dựng kiểm tra các trạm gác.\n\n"
    duty = the_duty(f"{text}2. Thời gian thực hiện: Quý IV/2020.\n")
    assert (duty.lead, duty.due) == (("Sở Xây dựng",), date(2020, 12, 31))


def test_a_deed_below_the_heading_of_who_does_it_stays_a_duty() -> None:
    text = (
        "I. KIỂM TRA\n\n1. Cơ quan thực hiện\n\n- Sở Xây dựng kiểm tra các trạm gác trước ngày 30/9/2020.\n"
    )
    assert (the_duty(text).lead, the_duty(text).due) == (("Sở Xây dựng",), date(2020, 9, 29))


@pytest.mark.parametrize(
    "heading",
    [
        "B. NỘI DUNG, GIẢI PHÁP TỪ NAY ĐẾN NĂM 2030",
        "II. Nhiệm vụ, giải pháp đến năm 2025",
        "II. Phương hướng, nhiệm vụ từ nay đến năm 2030:",
    ],
)
def test_the_years_that_a_plan_looks_ahead_to_are_nobodys_last_day(heading: str) -> None:
    text = f"{heading}\n\n1. Sở Y tế mở phòng khám tại các xã đảo.\n\n2. Sở Xây dựng sửa quy hoạch.\n"
    assert duties(text) == []


@pytest.mark.parametrize(
    ("heading", "due"),
    [
        ("II. Nhiệm vụ từ nay đến hết năm 2020:", date(2020, 12, 31)),
        ("II. Các sở hoàn thành trước ngày 30/9/2022:", date(2022, 9, 29)),
    ],
)
def test_a_term_in_a_heading_holds_for_what_stands_below(heading: str, due: date) -> None:
    text = f"{heading}\n\n1. Sở Y tế mở phòng khám tại các xã đảo.\n\n2. Sở Xây dựng sửa quy hoạch.\n"
    assert [duty.due for duty in duties(text)] == [due, due]


@pytest.mark.parametrize(
    "label",
    [
        "Cơ quan, đơn vị thực hiện",
        "Đối tượng báo cáo",
        "Cơ quan thực hiện báo cáo",
        "Đơn vị gửi báo cáo",
        "Đơn vị thực hiện",
    ],
)
def test_whose_report_it_is_stands_behind_its_label(label: str) -> None:
    text = (
        "Điều 6. Báo cáo về rừng\n"
        f"1. Báo cáo tháng\na) {label}: Các Hạt Kiểm lâm.\nb) Nội dung báo cáo: diện tích rừng trong tháng.\n"
        "c) Thời gian báo cáo: Báo cáo gửi trước ngày 25 hằng tháng.\n"
        f"2. Báo cáo quý\na) {label}: Các Vườn quốc gia.\nb) Nội dung báo cáo: diện tích rừng trong quý.\n"
        "c) Thời gian báo cáo: Báo cáo gửi trước ngày 20 của tháng cuối quý.\n"
    )
    assert [duty.lead for duty in duties(text)] == [("Các Hạt Kiểm lâm",), ("Các Vườn quốc gia",)]
