"""All of a kind are told: "100% xã phải …", "toàn bộ các trường …", "mọi cơ sở …", "tất cả …"."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, read, the_duty

BY = "trước ngày 30/9/2020."


@pytest.mark.parametrize(
    "whom",
    [
        "100% xã",
        "100% các thôn",
        "100 % cơ quan nhà nước",
        "90% xã",
        "Toàn bộ các trường học",
        "Toàn bộ xã, phường",
        "Toàn bộ 12 huyện",
        "Toàn thể các đơn vị",
        "Tất cả các bệnh viện",
        "Tất cả nhà máy",
        "Tất cả học sinh",
        "Mọi cơ sở kinh doanh",
        "Mọi tàu cá",
        "Mọi người dân",
    ],
)
@pytest.mark.parametrize("order", ["phải", "có trách nhiệm"])
def test_all_of_a_kind_lead(whom: str, order: str) -> None:
    assert the_duty(f"{whom} {order} hoàn thành đăng ký {BY}").lead == (whom,)


def test_they_lead_behind_the_time_too() -> None:
    duty = the_duty("Trước ngày 30/9/2020, toàn bộ các trường học phải lắp camera.")
    assert duty.lead == ("toàn bộ các trường học",)


@pytest.mark.parametrize(
    "whole", ["100% các", "100 % các", "Toàn bộ các", "Tất cả các", "Tất cả", "Mọi", "Toàn thể các"]
)
def test_all_ministries_and_provinces_are_our_rosters(whole: str) -> None:
    duty = the_duty(f"{whole} bộ, ngành, địa phương phải hoàn thành đăng ký {BY}")
    assert duty.lead_ids == ("@ministries", "@provinces")


def test_a_share_of_them_is_no_roster() -> None:
    assert "@ministries" not in the_duty(f"80% các bộ, ngành phải hoàn thành đăng ký {BY}").lead_ids


@pytest.mark.parametrize(
    "things",
    [
        "100% hồ sơ",
        "Toàn bộ các bộ hồ sơ",
        "Toàn bộ văn bản",
        "Mọi báo cáo",
        "Tất cả dữ liệu của xã",
        "Toàn bộ diện tích rừng",
    ],
)
def test_things_lead_nothing(things: str) -> None:
    assert the_duty(f"{things} phải được số hóa {BY}").lead == ()


@pytest.mark.parametrize(
    "object_", ["toàn bộ các trường học", "100% xã", "tất cả các bệnh viện", "mọi cơ sở"]
)
def test_all_of_a_kind_that_something_is_done_to_lead_nothing(object_: str) -> None:
    assert the_duty(f"Sở Y tế kiểm tra {object_} {BY}").lead == ("Sở Y tế",)


def test_a_figure_of_them_gives_no_lead() -> None:
    (found,) = duties("Phấn đấu 100% xã đạt chuẩn trước ngày 30/9/2020.")
    assert (found.kind, found.lead) == ("target", ())
    assert read("Đến hết tháng 6/2020, 100% xã đã có mạng.").obligations == ()
