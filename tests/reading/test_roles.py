"""Bodies named by the part they play or by what they have, and who issued the paper that the news tells of."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    "name",
    [
        "các đơn vị chủ trì cụm thi",
        "các đơn vị chủ trì đề tài",
        "các cơ quan chủ trì soạn thảo",
        "cơ quan thẩm tra quyết toán",
        "các cơ sở đào tạo lái xe",
        "các đơn vị tổ chức thi",
        "các đơn vị thành viên và trực thuộc",
        "các hộ dân có đất bị thu hồi",
        "các hộ có công trình vi phạm",
        "các cơ quan nhận được công văn",
        "cơ quan quản lý nhà nước về khuyến nông ở huyện",
    ],
)
@pytest.mark.parametrize("deed", ["gửi báo cáo", "hoàn thành việc kiểm kê"])
def test_the_part_that_a_body_plays_is_its_name(name: str, deed: str) -> None:
    assert the_duty(f"Yêu cầu {name} {deed} trước ngày 20/9.").lead == (name,)


@pytest.mark.parametrize(
    "deeds",
    [
        "chủ trì tham mưu kế hoạch",
        "thẩm định các dự án",
        "giám sát việc thi công",
        "chủ trì, tổng hợp số liệu",
    ],
)
def test_what_it_is_told_to_do_is_none(deeds: str) -> None:
    assert the_duty(f"Yêu cầu các đơn vị {deeds} trước ngày 20/9.").lead == ("các đơn vị",)


@pytest.mark.parametrize(
    "issues",
    ["vừa ban hành Quyết định số 12/QĐ-UBND về khung thời gian năm học", "đã có Công văn số 12 về năm học"],
)
def test_who_issued_a_paper_does_not_lead_what_the_paper_orders(issues: str) -> None:
    found = duties(
        f"UBND tỉnh {issues}.\n\nKết thúc năm học trước ngày 20/9; hoàn thành tuyển sinh trước ngày 30/9."
    )
    assert [one.lead for one in found] == [(), ()]


def test_who_does_something_else_goes_on_leading() -> None:
    text = "UBND tỉnh chủ trì việc chuẩn bị năm học.\n\nHoàn thành tuyển sinh trước ngày 30/9."
    assert the_duty(text).lead == ("UBND tỉnh",)


def test_nothing_is_lost_where_only_the_issuer_was_named() -> None:
    text = "UBND tỉnh vừa ban hành Quyết định số 12/QĐ-UBND.\n\nTheo đó, trước ngày 30/9, toàn tỉnh phải tuyển sinh xong."
    assert len(duties(text)) == 1
