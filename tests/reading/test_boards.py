"""Boards with their matter, bodies in a row behind a plural, and whose report it is: how far a name goes."""

from __future__ import annotations

import pytest

from rules.reading.naming.bodies import Naming
from rules.reading.words.script import Script
from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    ("board", "deed"),
    [
        ("Hội đồng nghiệm thu đề tài khoa học", "tổ chức họp"),
        ("Hội đồng thẩm định kế hoạch sử dụng đất", "tổ chức kiểm tra thực địa"),
        ("Hội đồng xét duyệt sáng kiến cấp tỉnh", "công bố kết quả"),
        ("Hội đồng bồi thường, hỗ trợ và tái định cư", "chi trả cho các hộ"),
        ("Tổ thẩm định kế hoạch lựa chọn nhà thầu", "gửi kết quả"),
        ("Tổ tư vấn xây dựng nông thôn mới", "phải báo cáo"),
        ("Đoàn kiểm tra an toàn hồ đập", "hoàn thành biên bản"),
        ("Ban tuyển sinh lớp 6", "công bố danh sách"),
    ],
)
def test_what_a_board_is_for_belongs_to_its_name(board: str, deed: str) -> None:
    assert the_duty(f"{board} {deed} trước ngày 05/9/2020.").lead == (board,)


def test_a_board_that_does_something_is_named_without_it() -> None:
    assert the_duty("Tổ kiểm tra phải báo cáo trước ngày 05/9/2020.").lead == ("Tổ kiểm tra",)


@pytest.mark.parametrize(
    "deed", ["đánh giá kết quả thực hiện", "kiểm tra tình hình, báo cáo", "thẩm định hồ sơ và trình"]
)
def test_what_a_board_works_on_is_no_part_of_its_name(deed: str) -> None:
    found = duties(f"Giao Tổ công tác {deed} trước ngày 05/9/2020.")
    assert [duty.lead for duty in found] == [("Tổ công tác",)]


@pytest.mark.parametrize(
    "row",
    [
        ("các Sở Tài chính", "Tập đoàn kinh tế", "Tổng công ty"),
        ("các Cục Hải quan", "Tổng cục", "Tổng công ty"),
        ("các Sở Y tế", "Bệnh viện tuyến huyện"),
    ],
)
def test_behind_a_body_with_a_name_others_are_bodies_of_their_own(row: tuple[str, ...]) -> None:
    assert the_duty(f"Bộ đề nghị {', '.join(row)} gửi số liệu trước ngày 05/9/2020.").lead == row


@pytest.mark.parametrize("row", ["các Sở, Ban, Ngành, Tổng công ty", "Các bộ, ngành, địa phương"])
def test_kinds_of_bodies_in_a_row_are_one_body(row: str) -> None:
    assert the_duty(f"Yêu cầu {row} gửi số liệu trước ngày 05/9/2020.").lead == (row,)


@pytest.mark.parametrize(
    "deed",
    ["gửi báo cáo tháng", "nộp số liệu", "lập báo cáo", "phải gửi số liệu", "thực hiện báo cáo thống kê"],
)
def test_units_that_report_are_so_called_where_their_deed_follows(deed: str) -> None:
    assert the_duty(f"Các đơn vị báo cáo {deed} trước ngày 05/9/2020.").lead == ("Các đơn vị báo cáo",)


@pytest.mark.parametrize("deed", ["báo cáo gửi Sở Y tế", "báo cáo về Sở Y tế", "báo cáo kết quả"])
def test_units_that_are_to_report_are_not(deed: str) -> None:
    assert the_duty(f"Các đơn vị {deed} trước ngày 05/9/2020.").lead == ("Các đơn vị",)


@pytest.mark.parametrize("short", ["BC kiểm toán", "HS dự thầu"])
def test_two_letters_for_a_paper_are_no_body(short: str) -> None:
    assert Naming(()).group_at(Script.of(f"6. {short} của công ty"), 2, 5) is None


@pytest.mark.parametrize(
    "matter",
    [
        "các vụ ngộ độc xảy ra trong tháng 9",
        "tình hình thiên tai xảy ra trong quý III",
        "sự cố phát sinh trong 6 tháng cuối năm",
    ],
)
def test_when_something_happened_is_no_term(matter: str) -> None:
    assert duties(f"Sở Y tế tổng hợp {matter}.") == []


@pytest.mark.parametrize(
    "name",
    [
        "Ban QLDA ĐTXD các công trình giao thông",
        "Ban QLDA các công trình giao thông",
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp",
        "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp tỉnh",
        "Ban Quản lý dự án các công trình trọng điểm",
    ],
)
@pytest.mark.parametrize(
    "deed", ["báo cáo tiến độ", "khẩn trương hoàn thiện hồ sơ", "phải bàn giao mặt bằng"]
)
def test_the_works_that_a_board_builds_belong_to_its_name(name: str, deed: str) -> None:
    assert the_duty(f"Yêu cầu {name} {deed} trước ngày 30/9/2020.").lead == (name,)
