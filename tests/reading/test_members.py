"""Bodies of one kind behind a colon: each is named, so that each can be found in the catalogue."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import read


@pytest.mark.parametrize(
    ("told", "lead"),
    [
        ("Giao các Bộ: Quốc phòng, Công an báo cáo", ("Bộ Quốc phòng", "Bộ Công an")),
        ("Các Sở: Y tế, Giáo dục và Đào tạo hoàn thành", ("Sở Y tế", "Sở Giáo dục và Đào tạo")),
        ("Các Bộ: Y tế, Kế hoạch và Đầu tư hoàn thành", ("Bộ Y tế", "Bộ Kế hoạch và Đầu tư")),
        ("Giao 3 Bộ: Y tế, Nội vụ và Tài chính chủ trì xong", ("Bộ Y tế", "Bộ Nội vụ", "Bộ Tài chính")),
        ("Giao hai Sở: Y tế, Nội vụ báo cáo", ("Sở Y tế", "Sở Nội vụ")),
        ("Yêu cầu UBND các huyện: Sóc Sơn và Mê Linh báo cáo", ("UBND huyện Sóc Sơn", "UBND huyện Mê Linh")),
        ("Yêu cầu Bộ trưởng các Bộ: Y tế, Nội vụ báo cáo", ("Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Nội vụ")),
    ],
)
def test_each_of_a_row_is_named_in_full(told: str, lead: tuple[str, ...]) -> None:
    (duty,) = read(f"{told} trước ngày 30/6/2026.").obligations
    assert duty.lead == lead


def test_each_of_a_row_is_found_in_the_catalogue() -> None:
    (duty,) = read("Giao các Bộ: Quốc phòng, Công an báo cáo trước ngày 30/6/2026.").obligations
    assert duty.lead_ids == ("bo-quoc-phong", "bo-cong-an")


@pytest.mark.parametrize(
    ("told", "lead"),
    [
        ("Yêu cầu các bộ Công an, Quốc phòng báo cáo", ("bộ Công an", "bộ Quốc phòng")),
        ("Riêng các Bộ Công an, Quốc phòng báo cáo", ("Bộ Công an", "Bộ Quốc phòng")),
        (
            "Các Bộ Y tế, Giáo dục và Đào tạo, Nội vụ gửi",
            ("Bộ Y tế", "Bộ Giáo dục và Đào tạo", "Bộ Nội vụ"),
        ),
        ("Giao Sở Y tế, Tài chính và Công an tỉnh báo cáo", ("Sở Y tế", "Sở Tài chính", "Công an tỉnh")),
        (
            "Giao Bộ trưởng các Bộ Y tế, Nội vụ báo cáo",
            ("Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Nội vụ"),
        ),
        (
            "Giao các Sở Y tế, Nội vụ, UBND các huyện báo cáo",
            ("Sở Y tế", "Sở Nội vụ", "UBND các huyện"),
        ),
        ("Giao Sở Y tế, Công an tỉnh báo cáo", ("Sở Y tế", "Công an tỉnh")),
        ("Giao Sở Văn hóa và Thể thao, Sở Y tế báo cáo", ("Sở Văn hóa và Thể thao", "Sở Y tế")),
    ],
)
def test_each_is_named_by_its_field_alone(told: str, lead: tuple[str, ...]) -> None:
    (duty,) = read(f"{told} trước ngày 30/6/2026.").obligations
    assert duty.lead == lead
