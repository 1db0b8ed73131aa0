"""Whoever is told to steer others leads himself: the addressee of a letter, and who reports to those above him."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties

CHAIRMAN = "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"


def _leads(text: str) -> list[tuple[str, ...]]:
    return [duty.lead for duty in duties(text)]


@pytest.mark.parametrize(
    ("address", "who"),
    [
        (f"Đồng chí {CHAIRMAN}", CHAIRMAN),
        (f"{CHAIRMAN}.", CHAIRMAN),
        ("Giám đốc Sở Y tế", "Giám đốc Sở Y tế"),
    ],
)
@pytest.mark.parametrize(
    "deed",
    [
        "chỉ đạo Thanh tra kiểm tra các cơ sở, báo cáo Bộ Y tế trước ngày 30/9/2020.",
        "trực tiếp chỉ đạo Thanh tra kiểm tra các cơ sở; đồng thời chỉ đạo các huyện rà soát, báo cáo trước ngày 30/9/2020.",
    ],
)
def test_an_addressee_who_steers_others_leads(address: str, who: str, deed: str) -> None:
    leads = _leads(f"Kính gửi: {address}\n{who} {deed}")
    assert leads[-1:] == [(who,)]


@pytest.mark.parametrize("who", [CHAIRMAN, "Bộ trưởng Bộ Y tế", "Thống đốc Ngân hàng Nhà nước"])
@pytest.mark.parametrize("above", ["Thủ tướng Chính phủ", "Chính phủ", "Thủ tướng", "Quốc hội"])
def test_who_reports_to_those_above_him_leads(who: str, above: str) -> None:
    text = f"{who} chỉ đạo các sở kiểm tra kho hàng, báo cáo {above} trước ngày 30/9/2020."
    assert _leads(text) == [(who,)]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{CHAIRMAN} chỉ đạo các sở kiểm tra kho hàng, báo cáo trước ngày 30/9/2020.",
        f"{CHAIRMAN} chỉ đạo các sở kiểm tra kho hàng, báo cáo UBND tỉnh trước ngày 30/9/2020.",
        f"{CHAIRMAN} chỉ đạo các sở tham mưu UBND tỉnh báo cáo Thủ tướng Chính phủ trước ngày 30/9/2020.",
    ],
)
def test_in_news_whoever_is_steered_leads(sentence: str) -> None:
    assert _leads(sentence) == [("các sở",)]
