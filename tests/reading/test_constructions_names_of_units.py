"""Names of units that hold a verb, a number or a level, and whoever heads a unit: the whole name leads."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty

HEADS = [
    "Trưởng phòng Nội vụ",
    "Trưởng phòng Quản lý đô thị",
    "Trưởng phòng Tài chính - Kế hoạch",
    "Trưởng phòng Kê khai và Kế toán thuế",
    "Trưởng khoa Dược",
    "Trưởng các phòng chuyên môn",
    "Đội trưởng Đội Quản lý trật tự đô thị",
]
UNITS = [
    "Viện Nghiên cứu phát triển Thành phố",
    "Viện Nghiên cứu phát triển kinh tế - xã hội tỉnh",
    "Viện Quy hoạch xây dựng tỉnh",
    "Trung tâm Nghiên cứu ứng dụng khoa học công nghệ",
    "Trung tâm Hỗ trợ phát triển doanh nghiệp tỉnh",
    "Vụ 5",
    "Đội 3",
    "Ủy ban bầu cử tỉnh",
    "Ủy ban bầu cử ở tỉnh, ở huyện, ở xã",
    "Tổ bầu cử",
    "Hội đồng bầu cử quốc gia",
    "Cấp tỉnh",
    "Cấp Trung ương",
    "TP Hải Phòng",
    "TP.Cần Thơ",
    "TP HCM",
]
DEEDS = ["tổng hợp số liệu", "kiểm tra chợ", "lập danh sách", "hoàn thành bản đồ"]


@pytest.mark.parametrize("name", [*HEADS, *UNITS])
@pytest.mark.parametrize("deed", DEEDS)
def test_the_name_ends_before_the_deed(name: str, deed: str) -> None:
    assert the_duty(f"{name} {deed} trước ngày 30/9/2020.").lead == (name,)


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        (
            "Chủ cửa hàng bán gas được cấp phép trước ngày 01/01/2019 phải thay van trước ngày 30/9/2020.",
            "Chủ cửa hàng bán gas",
        ),
        (
            "Chủ cơ sở nuôi chim yến đã hoạt động trước ngày 01/3/2019 có trách nhiệm đăng ký trước ngày 30/9/2020.",
            "Chủ cơ sở nuôi chim yến",
        ),
        (
            "Chủ nhà trọ chưa lắp báo cháy phải lắp xong trước ngày 30/9/2020.",
            "Chủ nhà trọ chưa lắp báo cháy",
        ),
    ],
)
def test_the_trade_of_whoever_is_bound_is_part_of_the_name(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


@pytest.mark.parametrize("basis", ["trên cơ sở đề nghị của các huyện", "trên cơ sở ý kiến của Sở Tư pháp"])
@pytest.mark.parametrize("comma", ["", ","])
def test_what_a_deed_is_based_on_is_no_part_of_the_name(basis: str, comma: str) -> None:
    duty = the_duty(f"Sở Y tế {basis}{comma} hoàn thành phân bổ thuốc trước ngày 30/9/2020.")
    assert duty.lead == ("Sở Y tế",)
