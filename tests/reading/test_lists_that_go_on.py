"""Numbered lists with a paragraph between their entries stay below their heading."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties

LAST = "Gửi bảng kê về Sở Nội vụ trước ngày 30/9/2020."
HEADS = [
    ("UBND tỉnh yêu cầu Giám đốc các sở:", "Giám đốc các sở"),
    ("UBND tỉnh giao Chủ tịch UBND các huyện, thị xã:", "Chủ tịch UBND các huyện, thị xã"),
    ("Đề nghị các bệnh viện thực hiện:", "các bệnh viện"),
    ("Yêu cầu Ban quản lý dự án:", "Ban quản lý dự án"),
]
BETWEEN = [
    "Việc rà soát phải gắn với chuyển đổi số.",
    "Nguồn kinh phí lấy từ ngân sách tỉnh.",
    "Đây là nhiệm vụ cấp bách trong tình hình mới.\nViệc này đòi hỏi nhiều công sức.",
]
OTHERS = [
    "Yêu cầu Sở Y tế:\n1. Rà soát thủ tục.\nGiao Sở Công Thương thực hiện:\n1. Kiểm tra chợ.\n2. " + LAST,
    "Yêu cầu Sở Y tế:\n1. Rà soát thủ tục.\nGiao Sở Công Thương thực hiện:\n2. " + LAST,
]


@pytest.mark.parametrize(("heading", "lead"), HEADS)
@pytest.mark.parametrize("between", BETWEEN)
def test_the_next_number_goes_on_with_its_list(heading: str, lead: str, between: str) -> None:
    (duty,) = duties(f"{heading}\n1. Rà soát thủ tục.\n{between}\n2. {LAST}")
    assert duty.lead == (lead,)


def test_more_than_one_paragraph_may_stand_in_a_list() -> None:
    text = f"{HEADS[0][0]}\n1. Rà soát thủ tục.\n{BETWEEN[0]}\n2. Sửa nhà.\n{BETWEEN[1]}\n3. {LAST}"
    (duty,) = duties(text)
    assert duty.lead == (HEADS[0][1],)


@pytest.mark.parametrize("text", OTHERS)
def test_a_paragraph_that_opens_a_list_says_who_is_told_in_it(text: str) -> None:
    (duty,) = duties(text)
    assert duty.lead == ("Sở Công Thương",)


@pytest.mark.parametrize("number", ["1", "5"])
def test_a_number_that_does_not_follow_begins_another_list(number: str) -> None:
    (duty,) = duties(f"{HEADS[0][0]}\n1. Rà soát thủ tục.\n{BETWEEN[1]}\n{number}. {LAST}")
    assert duty.lead != (HEADS[0][1],)


def test_an_article_between_ends_the_list() -> None:
    text = f"{HEADS[0][0]}\n1. Rà soát thủ tục.\n{BETWEEN[1]}\nĐiều 2. Tổ chức thực hiện\n2. {LAST}"
    (duty,) = duties(text)
    assert duty.lead != (HEADS[0][1],)
