"""A label of time may hold several terms, and name the deed whose term it is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read

TASK = "1. Sắp xếp lại kho hồ sơ.\n- Đơn vị thực hiện: Sở Nội vụ.\n"
ONE = "Sở Nội vụ"
TERMS = [
    (
        "- Thời gian thực hiện: Thường xuyên; riêng năm 2020 hoàn thành trước ngày 31/10/2020.",
        ["continuous", "2020-10-30"],
    ),
    (
        "- Thời gian thực hiện: Thường xuyên, riêng việc chỉnh lý hoàn thành trong quý IV/2020.",
        ["continuous", "2020-12-31"],
    ),
    (
        "- Thời gian: Thực hiện định kỳ hằng năm; riêng năm 2020 xong trong quý IV/2020.",
        ["yearly", "2020-12-31"],
    ),
    ("- Thời gian thực hiện: Hằng năm, riêng năm 2020 hoàn thành trong quý IV.", ["yearly", "2020-12-31"]),
    (
        "- Thời gian hoàn thành: Trong quý III/2020 đối với đợt đầu; trong quý IV/2020 đối với đợt sau.",
        ["2020-09-30", "2020-12-31"],
    ),
    (
        "- Thời gian thực hiện: Đợt 1 từ ngày 05/9/2020 đến ngày 30/9/2020; đợt 2 từ ngày 05/11/2020 đến ngày 30/11/2020.",
        ["2020-09-30", "2020-11-30"],
    ),
    (
        "- Lộ trình thực hiện: Giai đoạn 1 hoàn thành trong năm 2020, giai đoạn 2 hoàn thành trước ngày 30/6/2021.",
        ["2020-12-31", "2021-06-29"],
    ),
    (
        "- Thời gian thực hiện: Quý III/2020; báo cáo kết quả trước ngày 10/10/2020.",
        ["2020-09-30", "2020-10-09"],
    ),
    (
        "- Thời gian thực hiện: Trong tháng 9/2020, báo cáo kết quả trước ngày 10/10/2020.",
        ["2020-09-30", "2020-10-09"],
    ),
    ("- Thời hạn: Tháng 9/2020; tháng 12/2020.", ["2020-09-30", "2020-12-31"]),
    (
        "- Thời gian thực hiện: Thường xuyên, định kỳ báo cáo trước ngày 20/12 hằng năm.",
        ["continuous", "yearly"],
    ),
]


@pytest.mark.parametrize(("label", "times"), TERMS)
def test_each_term_of_a_label_is_one_of_the_same_body(label: str, times: list[str]) -> None:
    found = duties(TASK + label)
    assert [one.due.isoformat() if one.due else one.recurrence for one in found] == times
    assert {one.lead for one in found} == {(ONE,)}


def test_who_is_named_behind_the_label_has_all_its_terms() -> None:
    times = "- Thời gian: Thường xuyên; riêng kho A xong trong quý IV/2020.\n"
    text = f"1. Sắp xếp kho hồ sơ.\n{times}- Đơn vị thực hiện: Sở Nội vụ."
    assert [one.lead for one in duties(text)] == [(ONE,), (ONE,)]


def test_a_part_that_names_another_body_is_that_bodys() -> None:
    text = "1. Sở Nội vụ: Sắp xếp lại kho. Thời gian hoàn thành: trước ngày 31/10/2020; riêng Sở Y tế trước ngày 15/11/2020."
    assert [(one.lead, one.due) for one in duties(text)] == [
        ((ONE,), date(2020, 10, 30)),
        (("Sở Y tế",), date(2020, 11, 14)),
    ]


@pytest.mark.parametrize(
    "label",
    ["Thời gian lập danh sách", "Thời hạn rà soát, tổng hợp", "Lộ trình chuyển đổi", "Tiến độ bàn giao"],
)
def test_a_label_may_name_its_deed(label: str) -> None:
    (duty,) = duties(f"{TASK}- {label}: Từ ngày 05/9/2020 đến ngày 30/9/2020.")
    assert (duty.lead, duty.due) == ((ONE,), date(2020, 9, 30))


def test_a_label_that_names_its_deed_belongs_to_no_other_label() -> None:
    text = "Thời gian và địa điểm nhận bài thi\nThời gian nhận bài thi: Chậm nhất ngày 30/9/2020."
    (duty,) = duties(text)
    assert duty.quote.startswith("Thời gian nhận")


@pytest.mark.parametrize("label", ["Thời gian hỗ trợ", "Thời gian áp dụng", "Thời hạn bảo hành"])
def test_how_long_a_right_holds_is_no_term(label: str) -> None:
    assert not duties(f"{TASK}- {label}: Từ ngày 05/9/2020 đến ngày 30/9/2020.")


@pytest.mark.parametrize(
    ("label", "leads"),
    [
        ("Các sở, ngành; UBND các huyện", ("Các sở, ngành", "UBND các huyện")),
        ("Sở Y tế; Sở Nội vụ; UBND các xã", ("Sở Y tế", "Sở Nội vụ", "UBND các xã")),
        ("Sở Y tế chủ trì; Sở Nội vụ phối hợp", ("Sở Y tế",)),
        ("Sở Y tế; Sở Nội vụ phối hợp", ("Sở Y tế",)),
    ],
)
def test_a_row_of_bodies_goes_on_behind_a_semicolon(label: str, leads: tuple[str, ...]) -> None:
    (duty,) = duties(f"1. Sắp xếp lại kho.\n- Đơn vị thực hiện: {label}.\n- Thời gian: Quý IV/2020.")
    assert duty.lead == leads


@pytest.mark.parametrize("label", ["Nội dung", "Nhiệm vụ", "Công việc", "Nội dung thực hiện"])
def test_what_is_to_be_done_is_read_behind_its_label(label: str) -> None:
    text = f"1. Kho lưu trữ\n- {label}: Lập danh mục hồ sơ.\n- Thời gian: Trước 31/10/2020.\n- Đơn vị chủ trì: Sở Nội vụ."
    (duty,) = duties(text)
    assert (duty.lead, duty.due) == ((ONE,), date(2020, 10, 30))


ASSIGNED = [
    "Giao Sở Nội vụ chủ trì, phối hợp với UBND các huyện.",
    "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan thực hiện.",
    "Sở Nội vụ chủ trì, phối hợp với UBND các huyện thực hiện.",
    "Phân công Sở Nội vụ thực hiện.",
    "Giao cho Sở Nội vụ tổ chức triển khai thực hiện.",
    "Sở Nội vụ chịu trách nhiệm thực hiện.",
    "Sở Nội vụ là cơ quan đầu mối.",
    "Giao Sở Nội vụ tham mưu thực hiện nội dung này.",
]


@pytest.mark.parametrize("assigned", ASSIGNED)
@pytest.mark.parametrize(
    "frame",
    [
        "2. Sửa chữa kho lưu trữ\n- {}\n- Thời gian: hoàn thành trước 31/10/2020.",
        "2. Sửa chữa kho lưu trữ.\n{}\nThời gian hoàn thành: 30/10/2020.",
        "a) Sửa chữa kho lưu trữ. {} Thời gian hoàn thành: 30/10/2020.",
    ],
)
def test_a_sentence_that_only_says_who_is_a_label(assigned: str, frame: str) -> None:
    draft = read(frame.format(assigned))
    (duty,) = draft.obligations
    assert (duty.lead, duty.due) == ((ONE,), date(2020, 10, 30))
    assert duty.quote.startswith("Sửa chữa kho")
