"""Two kinds of bodies joined by "và", bodies of press and broadcast, and plain bodies that are bound."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    ("who", "leads"),
    [
        (
            "Các bệnh viện tuyến tỉnh và trung tâm y tế các huyện",
            ("Các bệnh viện tuyến tỉnh", "trung tâm y tế các huyện"),
        ),
        ("Các trường học và trạm y tế các xã", ("Các trường học", "trạm y tế các xã")),
        ("Các phòng, ban và công an các phường", ("Các phòng, ban", "công an các phường")),
        ("Các phòng, ban và trung tâm", ("Các phòng, ban và trung tâm",)),
        ("Các bệnh viện và trung tâm y tế", ("Các bệnh viện và trung tâm y tế",)),
        ("Các trường", ("Các trường",)),
        ("Các cơ sở y tế công lập", ("Các cơ sở y tế công lập",)),
        ("Các cơ sở giáo dục mầm non, phổ thông", ("Các cơ sở giáo dục mầm non, phổ thông",)),
        ("Sở Nội vụ (cơ quan thường trực) và Sở Tư pháp", ("Sở Nội vụ", "Sở Tư pháp")),
        ("Công an tỉnh (PC07) và các huyện", ("Công an tỉnh", "các huyện")),
        ("Báo và Phát thanh, Truyền hình tỉnh", ("Báo và Phát thanh, Truyền hình tỉnh",)),
        (
            "Báo và Đài Phát thanh - Truyền hình Lâm Đồng",
            ("Báo và Đài Phát thanh - Truyền hình Lâm Đồng",),
        ),
        ("Báo và phát thanh, truyền hình Cà Mau", ("Báo và phát thanh, truyền hình Cà Mau",)),
        ("Đài Phát thanh và Truyền hình tỉnh", ("Đài Phát thanh và Truyền hình tỉnh",)),
        (
            "Trung tâm Văn hóa, Thông tin và Thể thao huyện",
            ("Trung tâm Văn hóa, Thông tin và Thể thao huyện",),
        ),
    ],
)
@pytest.mark.parametrize("deed", ["tổ chức khám mắt cho học sinh", "phải nộp ảnh", "mở chuyên mục"])
def test_each_kind_of_body_is_named_whole(who: str, leads: tuple[str, ...], deed: str) -> None:
    assert the_duty(f"{who} {deed} trước ngày 30/9/2020.").lead == leads


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Đến giữa tháng 9, tất cả các điểm tiêm phải có tủ lạnh.", "tất cả các điểm tiêm"),
        ("Trước ngày 30/9/2020, các cửa hàng xăng phải niêm yết giá.", "các cửa hàng xăng"),
        ("Tất cả các siêu thị phải kiểm kê hàng trước ngày 30/9/2020.", "Tất cả các siêu thị"),
    ],
)
def test_plain_bodies_behind_a_time_are_bound(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        (
            "Đối với các phòng còn lại (kể cả các phòng: Nội vụ, Tư pháp): khẩn trương nộp sổ trước ngày 30/9/2020.",
            "các phòng còn lại",
        ),
        ("Riêng các xã miền núi: hoàn thành kiểm kê trước ngày 30/9/2020.", "các xã miền núi"),
        ("Đối với các trường: khẩn trương nộp bảng điểm trước ngày 30/9/2020.", "các trường"),
    ],
)
def test_the_topic_before_a_colon_leads_though_others_were_named_before(sentence: str, lead: str) -> None:
    text = f"Các đơn vị khẩn trương gửi danh sách về Sở Nội vụ trước ngày 15/9/2020. {sentence}"
    assert duties(text)[-1].lead == (lead,)


def test_a_bracket_parts_no_row_of_those_who_help() -> None:
    text = (
        "Sở Y tế chủ trì, phối hợp với Công an tỉnh (PC07) và Sở Tài chính kiểm kê kho trước ngày 30/9/2020."
    )
    duty = the_duty(text)
    assert (duty.lead, duty.cooperating) == (("Sở Y tế",), ("Công an tỉnh", "Sở Tài chính"))
