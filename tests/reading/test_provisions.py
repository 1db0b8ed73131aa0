"""Where a task stands in its instrument, in the words that texts are cited by: "điểm a khoản 2 Điều 5"."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import read

DECISION = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: 41/QĐ-UBND
Lào Cai, ngày 03 tháng 8 năm 2020

QUYẾT ĐỊNH
Về việc rà soát nhà công vụ

"""
DISPATCH = """BỘ Y TẾ
Số: 512/BYT-KCB
Hà Nội, ngày 03 tháng 8 năm 2020
V/v rà soát thuốc

"""
BY = "trước ngày 30/9/2020"


def clauses(text: str) -> list[str | None]:
    return [duty.clause for duty in read(text).obligations]


def test_an_article_and_its_items_and_points() -> None:
    text = f"""Chương I. QUY ĐỊNH CHUNG
Điều 1. Giao Sở Xây dựng lập danh mục nhà {BY}.
Điều 2. Trách nhiệm của các sở
1. Sở Tài chính trình giá thuê {BY}.
2. Sở Nội vụ:
a) Lập danh sách người ở {BY}.
đ) Thu hồi nhà bỏ trống {BY};
- Báo cáo UBND tỉnh kết quả thu hồi {BY}.
Điều 3. Sở Tư pháp thẩm định quy chế {BY}.
"""
    assert clauses(DECISION + text) == [
        "Điều 1",
        "khoản 1 Điều 2",
        "điểm a khoản 2 Điều 2",
        "điểm đ khoản 2 Điều 2",
        "điểm đ khoản 2 Điều 2",
        "Điều 3",
    ]


def test_sections_items_and_points_where_there_are_no_articles() -> None:
    text = f"""A. MỤC TIÊU
I. YÊU CẦU
1. Sở Y tế lập danh mục thuốc {BY}.
B. NHIỆM VỤ
III. PHÂN CÔNG
2. Sở Tài chính:
a) Bố trí kinh phí {BY}.
3.1. Sở Nội vụ bố trí người {BY}.
3. Sở Tư pháp:
3.1. Thẩm định quy chế {BY}.
3.2. Các việc khác:
b) Gửi hướng dẫn {BY}.
3.2.1. Lập sổ theo dõi {BY}.
"""
    assert clauses(DECISION + text) == [
        "khoản 1 mục I phần A",
        "điểm a khoản 2 mục III phần B",
        "mục III phần B",
        "điểm 3.1 khoản 3 mục III phần B",
        "tiết b điểm 3.2 khoản 3 mục III phần B",
        "tiết 3.2.1 điểm 3.2 khoản 3 mục III phần B",
    ]


def test_a_numbered_dispatch_names_its_items() -> None:
    text = f"""1. Sở Y tế các tỉnh báo cáo tồn kho {BY}.
2. Cục Quản lý Dược:
b) Gửi danh mục {BY}.
Bước 3: Vụ Pháp chế rà soát văn bản {BY}.
Công văn này thay thế Công văn số 11/BYT-KCB. Các đơn vị gửi vướng mắc về Bộ Y tế {BY}.
"""
    assert clauses(DISPATCH + text) == ["khoản 1", "điểm b khoản 2", "bước 3", None]


def test_what_goes_on_below_an_item_is_of_the_item_only_where_it_ends_open() -> None:
    text = f"""I. NHIỆM VỤ
1. Về thuốc
Cục Quản lý Dược gửi danh mục {BY}.
Vụ Pháp chế rà soát văn bản {BY}.
2. Vụ Kế hoạch lập dự toán {BY}.
Thanh tra Bộ kiểm tra các kho {BY}.
"""
    assert clauses(DISPATCH + text) == ["khoản 1 mục I", "khoản 1 mục I", "khoản 2 mục I", "mục I"]


def test_a_second_paragraph_of_an_article_is_in_the_article() -> None:
    text = f"Điều 1. Giao Sở Y tế lập danh mục {BY}.\nSở Tài chính bố trí kinh phí {BY}.\n"
    assert clauses(DECISION + text) == ["Điều 1", "Điều 1"]


def test_what_is_attached_has_its_own_count() -> None:
    text = f"""Điều 1. Ban hành kèm theo Quyết định này Kế hoạch rà soát.
Điều 2. Sở Nội vụ báo cáo {BY}.

KẾ HOẠCH
Rà soát nhà công vụ
(Ban hành kèm theo Quyết định số 41/QĐ-UBND ngày 03/8/2020)
II. PHÂN CÔNG
1. Sở Xây dựng lập danh mục nhà {BY}.

PHỤ LỤC II
DANH MỤC NHIỆM VỤ
| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |
| I | Nhóm một | | |
| 1 | Sơn lại các nhà cấp IV của tỉnh ở trung tâm | Sở Xây dựng | 30/9/2020 |
| II | Nhóm hai | | |
| 2 | Kiểm kê đồ dùng trong các nhà của tỉnh | Sở Tài chính | 30/9/2020 |
"""
    assert clauses(DECISION + text) == [
        "Điều 2",
        "khoản 1 mục II Kế hoạch",
        "số thứ tự 1 mục I Phụ lục II",
        "số thứ tự 2 mục II Phụ lục II",
    ]


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        ("1. Sở Y tế lập sổ BY.\n2. Sở Nội vụ:\n1) Cử người BY.", "khoản 2"),
        (
            "1. Sở Y tế lập sổ BY.\n2. Sở Nội vụ cử người BY.\nCÁC VIỆC KHÁC\n1. Sở Tư pháp thẩm định BY.",
            None,
        ),
        ("1. Sở Y tế lập sổ BY.\n15.000 hộ phải kê khai BY.", None),
        ("a) Sở Y tế lập sổ BY.", "điểm a"),
        ("(1) Sở Y tế lập sổ BY.", "điểm (1)"),
        ("Khoản 4. Sở Y tế lập sổ BY.", "khoản 4"),
    ],
)
def test_no_place_is_named_that_another_entry_may_have(lines: str, last: str | None) -> None:
    assert clauses(DISPATCH + lines.replace("BY", BY))[-1] == last


def test_the_entries_of_news_are_none_of_the_instrument_it_tells_of() -> None:
    text = f"""Chính phủ vừa ban hành Nghị quyết số 36a/NQ-CP về Chính phủ điện tử.
1. Bộ Y tế lập danh mục thuốc {BY}.
2. Bộ Tài chính bố trí kinh phí {BY}.
"""
    assert clauses(text) == [None, None]


def test_parts_with_their_number_in_words_are_parts() -> None:
    text = f"""PHẦN THỨ NHẤT. ĐÁNH GIÁ
I. YÊU CẦU
1. Sở Y tế lập danh mục thuốc {BY}.
Phần thứ hai
NHIỆM VỤ
I. PHÂN CÔNG
1. Sở Nội vụ bố trí người {BY}.
"""
    assert clauses(DECISION + text) == [
        "khoản 1 mục I phần thứ nhất",
        "khoản 1 mục I phần thứ hai",
    ]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("I. YÊU CẦU\n1. ", "I. PHÂN CÔNG\n1. "),
        ("Điều 3. ", "Điều 1. "),
        ("III. VIỆC\n1. ", "II. VIỆC KHÁC\n1. "),
    ],
)
def test_a_count_that_begins_anew_without_a_name_names_nothing(first: str, again: str) -> None:
    text = f"{first}Sở Y tế lập danh mục thuốc {BY}.\n{again}Sở Nội vụ bố trí người {BY}.\n"
    assert clauses(DECISION + text)[1] is None
