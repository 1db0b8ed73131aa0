"""Times in a list below a deed, labels with deeds of their own, and who only answers for what is done."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

HEADS = [
    "Sinh viên đăng ký học phần theo lịch sau:",
    "Chi cục Thú y tổ chức tiêm phòng như sau:",
    "Các xã nộp báo cáo quyết toán theo thời gian như sau:",
    "Giao Sở Xây dựng hoàn thành các mốc sau:",
    "Các trường gửi hồ sơ về Sở theo lịch cụ thể sau đây:",
    "Các hộ kinh doanh làm thủ tục theo tiến độ như sau:",
]
BODIES = ["Sinh viên", "Chi cục Thú y", "Các xã", "Sở Xây dựng", "Các trường", "Các hộ kinh doanh"]
ROWS = [
    "- Đợt 1: từ 15/9 đến 30/9/2020;\n- Đợt 2: từ ngày 01/10 đến ngày 31/10/2020.",
    "+ Nhóm một: 20/9/2020 - 30/9/2020.\n+ Nhóm hai: 20/10/2020 - 31/10/2020.",
    "- Khóa 60: ngày 30/9/2020;\n- Khóa 61: ngày 31/10/2020.",
]


@pytest.mark.parametrize(("head", "body"), list(zip(HEADS, BODIES, strict=True)))
@pytest.mark.parametrize("rows", ROWS)
def test_a_list_of_times_is_that_of_the_deed_above_it(head: str, body: str, rows: str) -> None:
    assert [(one.lead, one.due) for one in duties(f"{head}\n{rows}")] == [
        ((body,), date(2020, 9, 30)),
        ((body,), date(2020, 10, 31)),
    ]


def test_the_list_may_stand_in_the_sentence() -> None:
    rows = "Khóa 60: từ 8h00 ngày 15/9 đến 17h00 ngày 30/9/2020; Khóa 61: từ 8h00 ngày 19/10 đến 17h00 ngày 31/10/2020"
    found = duties(f"Sinh viên đăng ký học phần theo lịch: {rows}.")
    assert [(one.lead, one.due) for one in found] == [
        (("Sinh viên",), date(2020, 9, 30)),
        (("Sinh viên",), date(2020, 10, 31)),
    ]


def test_a_label_of_such_a_list_may_be_a_body() -> None:
    rows = "- Các trường THPT: ngày 15/9/2020.\n- Các trường THCS: ngày 20/9/2020."
    found = duties(f"Các trường gửi hồ sơ về Sở theo lịch sau:\n{rows}")
    assert [one.lead for one in found] == [("Các trường THPT",), ("Các trường THCS",)]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế báo cáo như sau:\n- Số ca mắc: từ ngày 01/7 đến ngày 31/7/2020: 20 ca.",
        "Lịch nghỉ của các trường như sau:\n- Mầm non: từ ngày 15/9 đến ngày 20/9/2020.",
        "Lịch thi như sau:\n- Môn Toán: ngày 15/9/2020.",
        "Các đội trực theo lịch sau:\n- Đội 1: từ ngày 15/9 đến ngày 20/9/2020.",
    ],
)
def test_what_takes_place_by_a_list_is_no_term(text: str) -> None:
    assert not duties(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [("trình", "ban hành"), ("gửi hồ sơ", "phê duyệt"), ("nộp", "nghiệm thu"), ("báo cáo", "công bố")],
)
def test_each_label_with_a_deed_of_its_own_is_a_term(first: str, second: str) -> None:
    terms = f"Thời gian {first}: trước ngày 16/9/2020. Thời gian {second}: trong tháng 10/2020."
    found = duties(f"Giao Sở Nội vụ lập kế hoạch. {terms}")
    assert [(one.lead, one.due) for one in found] == [
        (("Sở Nội vụ",), date(2020, 9, 15)),
        (("Sở Nội vụ",), date(2020, 10, 31)),
    ]


@pytest.mark.parametrize(
    "answers",
    [
        "Thủ trưởng đơn vị chịu trách nhiệm trước Giám đốc Sở nếu để chậm.",
        "Hiệu trưởng các trường chịu trách nhiệm trước Sở về số liệu.",
    ],
)
def test_who_answers_for_it_has_no_term(answers: str) -> None:
    assert the_duty(f"Yêu cầu các đơn vị rà soát số liệu. {answers} Hạn cuối: 20/9/2020.").lead == (
        "các đơn vị",
    )


@pytest.mark.parametrize(
    "head", ["Danh mục nhiệm vụ của Sở Y tế", "Các nhiệm vụ của Sở Y tế", "Phần việc của Sở Y tế"]
)
def test_whose_list_it_is_leads_it(head: str) -> None:
    found = duties(
        f"{head}:\n- Đề án y tế cơ sở: trình trong quý III/2020.\n- Quy hoạch: trình trong quý IV/2020."
    )
    assert [one.lead for one in found] == [("Sở Y tế",), ("Sở Y tế",)]
