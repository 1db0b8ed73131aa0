"""Rows of places: each with its level, or with the level of the first."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty


@pytest.mark.parametrize(
    ("row", "leads"),
    [
        ("TP Biên Hòa và huyện Long Thành", ("TP Biên Hòa", "huyện Long Thành")),
        ("TP. Biên Hòa và thị xã Long Khánh", ("TP. Biên Hòa", "thị xã Long Khánh")),
        ("huyện Long Thành và TP Biên Hòa", ("huyện Long Thành", "TP Biên Hòa")),
        ("huyện Long Thành và Nhơn Trạch", ("huyện Long Thành", "Nhơn Trạch")),
        ("huyện Long Thành, Nhơn Trạch và Xuân Lộc", ("huyện Long Thành", "Nhơn Trạch", "Xuân Lộc")),
        ("hai huyện Long Thành và Nhơn Trạch", ("hai huyện Long Thành và Nhơn Trạch",)),
        ("xã A Lưới và phường Phú Hội", ("xã A Lưới", "phường Phú Hội")),
        ("huyện Long Thành và Sở Xây dựng", ("huyện Long Thành", "Sở Xây dựng")),
    ],
)
@pytest.mark.parametrize("frame", ["Yêu cầu {} bàn giao mặt bằng", "Giao {} bàn giao mặt bằng"])
def test_each_place_of_a_row_is_told(row: str, leads: tuple[str, ...], frame: str) -> None:
    duty = the_duty(f"{frame.format(row)} trước ngày 30/9/2020.")
    assert (duty.lead, duty.task) == (leads, "Bàn giao mặt bằng")


def test_a_place_in_capitals_at_the_head_of_a_sentence_is_one_of_two() -> None:
    duty = the_duty("Thành phố Biên Hòa và huyện Long Thành bàn giao mặt bằng trước ngày 30/9/2020.")
    assert duty.lead == ("Thành phố Biên Hòa", "huyện Long Thành")
