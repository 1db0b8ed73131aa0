"""Periods that were over long before the words were written: they say which things are meant."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

LONG_AGO = [
    "Sở Xây dựng chủ trì kiểm tra các biệt thự được xây dựng từ trước năm 1954.",
    "UBND xã rà soát các hộ sử dụng đất trước năm 1993.",
    "Sở Giao thông vận tải kiểm định các cầu hoàn thành trước tháng 5/1975.",
    "Sở Công Thương thống kê các nhà máy vận hành trước quý II/1990.",
    "Công an tỉnh thu hồi giấy chứng nhận cấp trước năm 2009.",
    "Yêu cầu các trường thay thế thiết bị mua chậm nhất năm 2005.",
    "Ban Quản lý dự án phải bảo trì các chung cư bàn giao không muộn hơn tháng 12/2001.",
    "Trước quý III/1998, Sở Y tế quản lý các trạm này; các xã nay phải kiểm kê.",
]


@pytest.mark.parametrize("text", LONG_AGO)
def test_a_period_over_for_years_is_no_term(text: str) -> None:
    assert duties(text) == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Sở Y tế phải hoàn thành đề án trước quý III/2020.", date(2020, 6, 30)),
        ("Sở Y tế phải hoàn thành đề án trước tháng 12/2019.", date(2019, 11, 30)),
        (
            "Sở Y tế phải hoàn thành kho lạnh trước năm 2018. Đến nay Sở Y tế vẫn chưa hoàn thành.",
            date(2017, 12, 31),
        ),
    ],
)
def test_a_period_over_of_late_or_not_done_binds(text: str, due: date) -> None:
    assert the_duty(text).due == due
