"""Who is to remember a deed, people who are no bodies, and whom a word that we do not know names besides."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Các sở, ngành lưu ý gửi báo cáo trước ngày 15/9.", "Các sở, ngành"),
        ("Sở Y tế chú ý nộp danh sách trước ngày 15/9.", "Sở Y tế"),
        ("Các địa phương chú trọng kiểm tra, xử lý xong trước ngày 15/9.", "Các địa phương"),
        ("Người dân chú ý đổi giấy phép lái xe trước ngày 15/9.", "Người dân"),
        ("UBND tỉnh lưu ý các sở gửi báo cáo trước ngày 15/9.", "các sở"),
        ("UBND tỉnh nhắc các phòng nộp dự toán trước ngày 15/9.", "các phòng"),
        ("UBND huyện khuyến nghị các hợp tác xã khai báo trước ngày 15/9.", "các hợp tác xã"),
    ],
)
def test_who_is_to_remember_something_leads_and_no_name_holds_the_word(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Thí sinh xác nhận nhập học trước ngày 15/9.", "Thí sinh"),
        ("Phụ huynh nộp hồ sơ cho con trước ngày 15/9.", "Phụ huynh"),
        ("Hộ dân khai báo đàn lợn trước ngày 15/9.", "Hộ dân"),
    ],
)
def test_people_do_their_own_deeds_and_not_the_body_named_before(sentence: str, lead: str) -> None:
    assert the_duty(f"Sở Nội vụ công khai hướng dẫn. {sentence}").lead == (lead,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Trước ngày 15/9, Sở Công Thương và các điểm trông giữ xe rà soát giá vé.",
        "Sở Công Thương và các bè nuôi cá hoàn thành di dời lồng bè trước ngày 15/9.",
    ],
)
def test_who_does_it_with_others_that_we_do_not_know_leads(sentence: str) -> None:
    assert the_duty(f"Sở Nội vụ công khai hướng dẫn. {sentence}").lead == ("Sở Công Thương",)


def test_what_helps_people_is_done_by_who_helps() -> None:
    assert the_duty("Sở Y tế hỗ trợ thí sinh hoàn thành khai báo trước ngày 15/9.").lead == ("Sở Y tế",)
