"""Below a heading that speaks of terms a label says whose each is: "Sở Y tế: trước ngày 31/3"."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Relative
from tests.reading.reading_desk import duties, read

HEAD = "Thời hạn gửi báo cáo thống kê được quy định như sau:"
LABELS = [
    ("Sở Công Thương", "Sở Công Thương"),
    ("Đối với Sở Công Thương", "Sở Công Thương"),
    ("Riêng đối với Cục Quản lý thị trường", "Cục Quản lý thị trường"),
    ("Với các thương nhân", "các thương nhân"),
    ("Cấp huyện", "Cấp huyện"),
    ("Đối với cấp xã", "cấp xã"),
    ("Đối với tuyến tỉnh", "tuyến tỉnh"),
    ("Tuyến trung ương", "Tuyến trung ương"),
    ("Đối với các cơ sở y tế tư nhân", "các cơ sở y tế tư nhân"),
]


@pytest.mark.parametrize("mark", ["-", "a)", "+", "•"])
@pytest.mark.parametrize(("label", "lead"), LABELS)
def test_a_label_says_whose_day_it_is(mark: str, label: str, lead: str) -> None:
    (duty,) = duties(f"{HEAD}\n{mark} {label}: trước ngày 11/9/2020;")
    assert (duty.lead, duty.due) == ((lead,), date(2020, 9, 10))


@pytest.mark.parametrize(("label", "lead"), LABELS)
def test_a_label_says_whose_counted_term_it_is(label: str, lead: str) -> None:
    (duty,) = duties(f"{HEAD}\n- {label}: 07 ngày làm việc kể từ khi kết thúc kỳ thống kê;")
    assert (duty.lead, duty.relative) == ((lead,), Relative(7, "working_day", "kết thúc kỳ thống kê"))


def test_each_body_of_a_list_has_its_own_day() -> None:
    text = f"{HEAD}\n- Sở Y tế: trước ngày 11/9/2020;\n- Sở Tài chính: chậm nhất ngày 20/9/2020."
    assert [(duty.lead, duty.due) for duty in duties(text)] == [
        (("Sở Y tế",), date(2020, 9, 10)),
        (("Sở Tài chính",), date(2020, 9, 20)),
    ]


@pytest.mark.parametrize("row", ["Sở Y tế: trước ngày 11/9/2020", "Đối với Sở Y tế: trước ngày 11/9/2020"])
def test_a_line_of_its_own_needs_no_heading(row: str) -> None:
    assert [(duty.lead, duty.due) for duty in duties(row)] == [(("Sở Y tế",), date(2020, 9, 10))]


def test_a_label_that_names_a_report_names_nobody() -> None:
    (duty,) = duties(f"{HEAD}\n- Đối với báo cáo tháng: trước ngày 11/9/2020;")
    assert duty.lead == ()


def test_under_another_heading_a_counted_period_is_left_to_a_person() -> None:
    draft = read("Thời gian giải quyết hồ sơ:\n- Đối với cấp xã: 05 ngày làm việc kể từ ngày nhận hồ sơ;")
    assert all(one.lead == () for one in draft.obligations)


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("Chế độ báo cáo đối với các nhà máy điện như sau:", "các nhà máy điện"),
        ("Quy định công bố thông tin đối với công ty đại chúng không niêm yết như sau:", "công ty đại chúng không niêm yết"),
        ("Hướng dẫn kê khai đối với Tổ chức KDBH không phải công ty mẹ như sau:", "Tổ chức KDBH không phải công ty mẹ"),
    ],
)  # fmt: skip
def test_a_sentence_that_heads_a_list_says_who_is_bound_below(head: str, lead: str) -> None:
    (duty,) = duties(f"{head}\nBáo cáo sự cố: trong vòng 10 ngày kể từ ngày xảy ra sự cố.")
    assert duty.lead == (lead,)


def test_whom_a_fine_falls_on_is_not_bound_by_what_stands_below() -> None:
    (duty,) = duties("Mức phạt đối với doanh nghiệp như sau:\nCông bố trước ngày 30/9/2020.")
    assert duty.lead == ()


def test_of_two_limits_each_counts_from_its_own_event() -> None:
    found = duties(
        "Công ty công bố báo cáo trong vòng 12 ngày kể từ ngày ký báo cáo kiểm toán nhưng không vượt quá 95 ngày kể từ ngày "
        "kết thúc năm tài chính (trường hợp được gia hạn tối đa không quá 110 ngày)."
    )
    assert [duty.relative for duty in found] == [
        Relative(12, "day", "ký báo cáo kiểm toán"),
        Relative(95, "day", "kết thúc năm tài chính"),
    ]
