"""Days at the head of a sentence: what somebody is at until then, and how things stood on them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Từ ngày 25/7 - 30/8, các xã phun thuốc khử trùng chuồng trại.", date(2020, 8, 30)),
        ("Từ ngày 25.7-30.8.2020, các xã phun thuốc khử trùng chuồng trại.", date(2020, 8, 30)),
        ("Từ ngày 01/8 đến ngày 15/9, Sở Y tế kiểm tra các nhà thuốc.", date(2020, 9, 15)),
        ("Từ ngày 25.7-30.8, các xã phun thuốc khử trùng chuồng trại.", date(2020, 8, 30)),
        ("Từ ngày 25.7 đến ngày 30.8, các xã phun thuốc khử trùng chuồng trại.", date(2020, 8, 30)),
        ("Từ ngày 10.8 đến hết 12.9, các trường nộp hồ sơ về Sở Y tế.", date(2020, 9, 12)),
        ("Từ 28/7 đến 20/8/2020, Phòng Giáo dục huyện rà soát học sinh ra lớp.", date(2020, 8, 20)),
        ("Từ ngày 30/7 đến hết ngày 10/8, các phường tổng vệ sinh đường phố.", date(2020, 8, 10)),
        ("Từ ngày 20/7 đến ngày 31/8 Công an tỉnh kiểm tra các bến khách.", date(2020, 8, 31)),
        ("Từ ngày 1-8 đến 20-8, UBND các xã lập danh sách hộ nghèo.", date(2020, 8, 20)),
        ("Từ ngày 15/7 đến ngày 25/8, Chi cục Thú y giám sát các chợ.", date(2020, 8, 25)),
    ],
)
def test_what_has_just_begun_is_due_on_its_last_day(text: str, due: date) -> None:
    assert the_duty(text).due == due


@pytest.mark.parametrize(
    "text",
    [
        "Từ ngày 25/7 - 30/8, các xã đã phun thuốc khử trùng chuồng trại.",
        "Từ đầu năm đến ngày 31/7, các xã phun thuốc khử trùng chuồng trại.",
        "Từ ngày 01/01 đến ngày 15/8, Sở Y tế kiểm tra 120 nhà thuốc.",
        "Từ 25/7 đến 5/8/2020, toàn tỉnh mưa to.",
    ],
)
def test_what_is_told_is_no_term(text: str) -> None:
    assert duties(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế đôn đốc các huyện; đến ngày 15/9/2020, tổng hợp báo cáo UBND tỉnh.",
        "Sở Y tế đôn đốc các huyện. Đến ngày 15/9/2020, tổng hợp báo cáo UBND tỉnh.",
        "Sở Y tế theo dõi các huyện. Đến 15/9/2020 tổng hợp kết quả, trình UBND tỉnh.",
        "Sở Y tế kiểm tra các huyện; đến ngày 15/9/2020 tổng kết chiến dịch.",
    ],
)
def test_a_deed_behind_a_day_is_no_total(text: str) -> None:
    assert the_duty(text).due == date(2020, 9, 15)


def test_a_total_behind_a_day_is_none() -> None:
    assert duties("Đến ngày 15/9/2020, tổng số hộ nghèo của tỉnh là 1.200 hộ.") == []
    assert duties("Đến ngày 15/9/2020, tổng dư nợ của các ngân hàng đạt 900 tỷ đồng.") == []
