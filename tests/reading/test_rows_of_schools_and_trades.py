"""Rows of bodies: schools of several kinds, firms told by their trade, and rows behind which somebody else orders."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties

# Said on 3 August 2020.
KINDS = [
    "các trường đại học, cao đẳng và học viện",
    "các trường mầm non, tiểu học, trung học cơ sở",
    "các đại học, học viện, trường đại học, cao đẳng",
    "các trường đại học và cao đẳng",
    "các trường trung học, trung tâm giáo dục thường xuyên và trường nghề",
]
TRADES = [
    (
        "Sở yêu cầu các công ty niêm yết, các công ty đại chúng quy mô lớn phải nộp báo cáo trước ngày 15/9/2020.",
        ("các công ty niêm yết", "các công ty đại chúng quy mô lớn"),
    ),
    (
        "Các doanh nghiệp xuất khẩu và các hợp tác xã phải kê khai trước ngày 15/9/2020.",
        ("Các doanh nghiệp xuất khẩu", "các hợp tác xã"),
    ),
]
TOPICS = [
    ("Đối với Sở Y tế, Sở Nội vụ, UBND tỉnh yêu cầu báo cáo", ("Sở Y tế", "Sở Nội vụ")),
    ("Đối với Sở Y tế và Sở Nội vụ, UBND tỉnh yêu cầu báo cáo", ("Sở Y tế", "Sở Nội vụ")),
    ("Còn với Cục Thuế, Chi cục Hải quan, Bộ Tài chính giao hoàn thành", ("Cục Thuế", "Chi cục Hải quan")),
    ("Riêng các tập đoàn, tổng công ty, Bộ Công Thương yêu cầu hoàn thành", ("các tập đoàn, tổng công ty",)),
    ("Đối với EVN và PVN, Bộ yêu cầu có báo cáo", ("EVN", "PVN")),
    (
        "Riêng các bộ Công an, Quốc phòng; UBND TP Huế, UBND TP Đà Nẵng, Thủ tướng yêu cầu có báo cáo",
        ("bộ Công an", "bộ Quốc phòng", "UBND TP Huế", "UBND TP Đà Nẵng"),
    ),
    (
        "Đối với các Bộ: Công Thương, Xây dựng; các tập đoàn, tổng công ty, Chính phủ yêu cầu báo cáo",
        ("Bộ Công Thương", "Bộ Xây dựng", "các tập đoàn, tổng công ty"),
    ),
    ("Với Sở Y tế; UBND thành phố Huế, UBND tỉnh đề nghị báo cáo", ("Sở Y tế", "UBND thành phố Huế")),
    ("Đối với Sở Y tế và Sở Nội vụ, UBND tỉnh giao Sở Tài chính báo cáo", ("Sở Tài chính",)),
]


@pytest.mark.parametrize("row", KINDS)
def test_schools_of_several_kinds_are_one_entry(row: str) -> None:
    (duty,) = duties(f"Trước ngày 15/9/2020, {row} gửi danh sách.")
    assert duty.lead == (row,)


@pytest.mark.parametrize(("text", "leads"), TRADES)
def test_what_firms_do_all_the_time_is_no_deed(text: str, leads: tuple[str, ...]) -> None:
    (duty,) = duties(text)
    assert duty.lead == leads


@pytest.mark.parametrize(("opening", "leads"), TOPICS)
def test_behind_the_row_spoken_of_stands_who_gives_the_order(opening: str, leads: tuple[str, ...]) -> None:
    (duty,) = duties(f"{opening} trước ngày 15/9/2020.")
    assert duty.lead == leads


def test_a_row_goes_on_behind_short_names_in_brackets() -> None:
    text = (
        "Thanh tra yêu cầu các đơn vị thuộc Bộ Y tế (BYT) và các bệnh viện thực hiện chế độ báo cáo.\n"
        "Các đơn vị nêu trên gửi báo cáo trước ngày 15/9/2020."
    )
    (dated,) = (duty for duty in duties(text) if duty.due)
    assert dated.lead == ("các đơn vị thuộc Bộ Y tế", "các bệnh viện")
