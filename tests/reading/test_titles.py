"""The title of a document: its "Về việc …" line or what follows its kind, never the line of its number, place and day."""

from __future__ import annotations

import pytest

from rules.reading.head.header import instrument_of

NUMBER, PLACE = "Số: 17/CT-TTg", "Hà Nội, ngày 15 tháng 6 năm 2016"
ABOUT = "Về việc tăng cường chia sẻ dữ liệu mở"


def title_of(*lines: str) -> str | None:
    return instrument_of("\n".join(lines), None).title


@pytest.mark.parametrize(
    "head",
    [
        ("CHỈ THỊ", NUMBER, PLACE, ABOUT),
        ("CHỈ THỊ", f"{NUMBER} {PLACE}", ABOUT),
        ("CHỈ THỊ", f"{NUMBER}, {PLACE}", "", ABOUT),
        ("CHỈ THỊ", ABOUT, NUMBER, PLACE),
        (NUMBER, PLACE, "CHỈ THỊ", ABOUT),
        (NUMBER, "V/v tăng cường chia sẻ dữ liệu mở", PLACE, "Kính gửi: Bộ Y tế"),
    ],
)
def test_the_title_is_the_line_that_says_what_it_is_about(head: tuple[str, ...]) -> None:
    title = title_of(*head, "1. Bộ Y tế báo cáo trước ngày 1/10/2016.")
    assert title in {ABOUT, "V/v tăng cường chia sẻ dữ liệu mở"}


@pytest.mark.parametrize(
    "head",
    [
        ("CHỈ THỊ", NUMBER, PLACE),
        ("CHỈ THỊ", f"{NUMBER} {PLACE}"),
        ("CHỈ THỊ", PLACE),
        ("CHỈ THỊ", "Số 17/CT-TTg ngày 15/6/2016"),
    ],
)
def test_number_place_and_day_are_no_title(head: tuple[str, ...]) -> None:
    assert title_of(*head, "1. Bộ Y tế báo cáo trước ngày 1/10/2016.") is None


def test_what_follows_the_kind_is_the_title_without_the_line_of_the_number() -> None:
    assert (
        title_of("QUYẾT ĐỊNH", "Ban hành Kế hoạch chuyển đổi", NUMBER, PLACE)
        == "Ban hành Kế hoạch chuyển đổi"
    )


def test_a_title_may_end_with_the_day_of_a_meeting() -> None:
    title = "Nghị quyết phiên họp Chính phủ thường kỳ ngày 3 tháng 4 năm 2016"
    assert title_of("NGHỊ QUYẾT", title, "Căn cứ Luật Tổ chức Chính phủ;", PLACE) == title


def test_the_first_article_is_no_part_of_the_title() -> None:
    task = "Điều 1. Bộ Y tế"
    assert title_of("NGHỊ QUYẾT", "Về chuyển đổi số", "", task) == "Về chuyển đổi số"
    assert title_of("NGHỊ QUYẾT", task) is None


def test_a_title_may_begin_in_the_line_of_the_kind() -> None:
    assert title_of("NGHỊ QUYẾT VỀ CHUYỂN ĐỔI SỐ", "", "Điều 1. Bộ Y tế") == "VỀ CHUYỂN ĐỔI SỐ"
    assert title_of("NGHỊ QUYẾT VỀ CHUYỂN", "ĐỔI SỐ", "1. Bộ Y tế") == "VỀ CHUYỂN ĐỔI SỐ"
