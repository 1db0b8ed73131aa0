"""Who is told in towns, schools, hospitals and villages: kinds of people and of small bodies, without a name."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty

PEOPLE = [
    "Giảng viên",
    "Giáo viên chủ nhiệm",
    "Cố vấn học tập",
    "Nghiên cứu sinh",
    "Người dự tuyển",
    "Ứng viên",
    "Cha mẹ học sinh",
    "Khách hàng",
    "Các tác giả",
    "Các vận động viên",
    "Chủ nhiệm đề tài",
    "Lớp trưởng các lớp",
    "Cán bộ, giảng viên, nhân viên",
    "Tổ chức, cá nhân",
]
BODIES = [
    "Các khoa",
    "Các khoa, phòng, bộ môn",
    "Các tổ chuyên môn",
    "Các tổ đại biểu",
    "Các lớp",
    "Các chi đoàn",
    "Các hộ",
    "Các tổ dân phố",
    "Công đoàn các trường",
    "Ủy ban nhân dân xã, phường, thị trấn",
    "Ủy ban nhân dân phường, thị trấn",
]


@pytest.mark.parametrize("name", [*PEOPLE, *BODIES])
@pytest.mark.parametrize("deed", ["nộp danh sách về văn phòng", "gửi bản đăng ký", "hoàn thành kê khai"])
def test_a_kind_of_people_or_of_small_bodies_leads_what_it_does(name: str, deed: str) -> None:
    assert ", ".join(the_duty(f"{name} {deed} trước ngày 20/9.").lead) == name


@pytest.mark.parametrize("name", ["các khoa", "các chi đoàn", "các hộ", "giáo viên chủ nhiệm", "các lớp"])
@pytest.mark.parametrize("order", ["Yêu cầu", "Nhà trường đề nghị"])
def test_it_leads_what_it_is_asked(name: str, order: str) -> None:
    assert the_duty(f"{order} {name} nộp danh sách trước ngày 20/9.").lead == (name,)


@pytest.mark.parametrize("things", ["Các hộ chiếu", "Các lớp tập huấn", "Các tổ hợp máy"])
def test_things_whose_first_word_is_a_bodys_lead_nothing(things: str) -> None:
    duty = the_duty(f"Giao Sở Nội vụ chuẩn bị. {things} gửi đi phải hoàn thành trước ngày 20/9.")
    assert duty.lead == ("Sở Nội vụ",)


@pytest.mark.parametrize("beside", ["triển khai", "thực hiện"])
def test_to_organise_beside_another_deed_is_a_deed(beside: str) -> None:
    assert the_duty(f"Sở Nội vụ tổ chức, {beside} việc kiểm kê trước ngày 20/9.").lead == ("Sở Nội vụ",)
