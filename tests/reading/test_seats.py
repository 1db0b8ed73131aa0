"""Bodies told by where they sit, or by what they belong to, and firms of several kinds in a row."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty

# Said on 3 August 2020.
SEATED = [
    "Các doanh nghiệp tại Hà Nội phải",
    "Các doanh nghiệp tại thành phố Cần Thơ phải",
    "Các doanh nghiệp tại các khu công nghiệp phải",
    "Các hợp tác xã tại Huế, Đà Nẵng phải",
    "Các trường tại Đà Nẵng",
    "Các hộ dân tại phường Trường Thi phải",
    "Các cửa hàng tại chợ Đồng Xuân phải",
    "Các hãng hàng không tại sân bay Nội Bài phải",
    "Các bệnh viện tại Thành phố Hồ Chí Minh",
    "Các quận, huyện, thị xã tại Hà Nội phải",
    "Chi nhánh ngân hàng nước ngoài tại Việt Nam phải",
    "Tổ chức tín dụng hoạt động tại Việt Nam phải",
    "Văn phòng đại diện của thương nhân nước ngoài tại Việt Nam phải",
]
BELONGING = [
    "Các đơn vị dự toán cấp I thuộc ngân sách trung ương",
    "Các cơ quan thuộc ngân sách tỉnh",
    "Các đơn vị thuộc lực lượng vũ trang",
    "Các đơn vị thuộc khối văn hóa",
]
FIRMS = [
    "doanh nghiệp bảo hiểm, chi nhánh nước ngoài, doanh nghiệp môi giới bảo hiểm",
    "các doanh nghiệp nhà nước, công ty mẹ, tổng công ty nhà nước",
    "các tập đoàn kinh tế, tổng công ty 91",
    "các công ty thủy lợi, hợp tác xã nông nghiệp, trạm bơm",
    "các bệnh viện tư nhân, phòng khám đa khoa, nhà thuốc",
    "công ty chứng khoán, công ty quản lý quỹ",
]
ONE_ENTRY = [
    "các tập đoàn, tổng công ty nhà nước",
    "các công ty lữ hành, khách sạn, nhà hàng",
    "các cơ quan, đơn vị, doanh nghiệp",
    "các bộ, ngành, địa phương",
]
OWN_HEADS = [
    ("Các Bộ: Nội vụ và Ngân hàng Nhà nước Việt Nam", ("Bộ Nội vụ", "Ngân hàng Nhà nước Việt Nam")),
    ("Các Bộ: Công an, Y tế, Thanh tra Chính phủ", ("Bộ Công an", "Bộ Y tế", "Thanh tra Chính phủ")),
    ("Các Sở: Y tế, Nội vụ và Công an tỉnh", ("Sở Y tế", "Sở Nội vụ", "Công an tỉnh")),
    ("Các Sở: Y tế, Nội vụ, Ban Dân tộc", ("Sở Y tế", "Sở Nội vụ", "Ban Dân tộc")),
]  # fmt: skip
EFFORTS = ["quyết tâm", "nỗ lực", "cố gắng", "dồn sức", "ra sức", "tập trung cao độ"]


@pytest.mark.parametrize("named", SEATED)
def test_where_a_body_sits_belongs_to_its_name(named: str) -> None:
    duty = the_duty(f"{named} nộp bảng kê trước ngày 30/9/2020.")
    assert duty.lead == (named.removesuffix(" phải"),)


@pytest.mark.parametrize("paper", ["Công văn số 12", "Hội nghị giao ban", "Quyết định số 5"])
def test_a_paper_or_a_meeting_is_no_seat(paper: str) -> None:
    duty = the_duty(f"Bộ Y tế tại {paper} yêu cầu các sở nộp bảng kê trước ngày 30/9/2020.")
    assert duty.lead == ("các sở",)


@pytest.mark.parametrize("named", BELONGING)
def test_what_bodies_belong_to_is_part_of_their_name(named: str) -> None:
    assert the_duty(f"{named} gửi bảng kê trước ngày 30/9/2020.").lead == (named,)


@pytest.mark.parametrize("row", FIRMS)
def test_firms_told_by_words_of_their_own_are_named_one_by_one(row: str) -> None:
    duty = the_duty(f"Trước ngày 30/9/2020, {row} phải gửi bảng kê.")
    assert duty.lead == tuple(row.split(", "))


@pytest.mark.parametrize("row", ONE_ENTRY)
def test_kinds_that_share_what_tells_them_stay_one_entry(row: str) -> None:
    assert the_duty(f"Trước ngày 30/9/2020, {row} phải gửi bảng kê.").lead == (row,)


@pytest.mark.parametrize(("row", "leads"), OWN_HEADS)
def test_what_has_a_head_of_its_own_takes_none_from_the_row(row: str, leads: tuple[str, ...]) -> None:
    assert the_duty(f"{row} gửi bảng kê trước ngày 30/9/2020.").lead == leads


@pytest.mark.parametrize("effort", EFFORTS)
def test_how_hard_somebody_tries_is_no_part_of_a_name(effort: str) -> None:
    duty = the_duty(f"Bộ yêu cầu các huyện {effort} hoàn thành 20 cầu trước ngày 30/9/2020.")
    assert duty.lead == ("các huyện",)
