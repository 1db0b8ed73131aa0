"""People by what they are: who acts in schools, unions, villages and courts, and what only ends like people."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty

DEED = "nộp phiếu khảo sát về văn phòng trước ngày 18/9/2020"


@pytest.mark.parametrize(
    "who",
    [
        "Ủy viên phản biện",
        "Cán bộ coi thi",
        "Nhân viên y tế",
        "Chuyên viên phụ trách",
        "Giám khảo",
        "Huấn luyện viên",
        "Đoàn viên",
        "Hội viên nông dân",
        "Người hướng dẫn",
        "Người có uy tín",
        "Ngư dân",
        "Cổ đông",
        "Nhà khoa học",
        "Bác sĩ điều trị",
        "Thư ký hội đồng",
        "Công chức tư pháp",
    ],
)
def test_people_act_without_a_word_before_them(who: str) -> None:
    assert the_duty(f"{who} {DEED}.").lead == (who,)


@pytest.mark.parametrize("several", ["Các", "Những", "Mỗi", "Tất cả các"])
@pytest.mark.parametrize(
    "who",
    ["hòa giải viên", "nghệ nhân", "luật sư", "giám thị", "y sĩ", "cán bộ quản lý", "tân binh", "đảng viên"],
)
def test_any_people_of_a_kind_act(several: str, who: str) -> None:
    assert the_duty(f"{several} {who} {DEED}.").lead == (f"{several} {who}",)


@pytest.mark.parametrize("things", ["công viên", "nguyên nhân", "đô thị", "siêu thị mini"])
def test_what_only_ends_like_people_is_not_people(things: str) -> None:
    found = duties(f"Phòng Quản lý đô thị chỉnh trang các {things} xong trước ngày 18/9/2020.")
    assert [one.lead for one in found] == [("Phòng Quản lý đô thị",)]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế chỉ đạo cán bộ, nhân viên kê khai tài sản trước ngày 18/9/2020.",
        "Đại biểu Trần Văn Long đề nghị Sở Y tế báo cáo kết quả trước ngày 18/9/2020.",
        "Sở Y tế hướng dẫn nông dân đăng ký tham gia trước ngày 18/9/2020.",
        "Sở Y tế chi trả phụ cấp cho công chức, viên chức trước ngày 18/9/2020.",
        "Sở Y tế hoàn thành hồ sơ của đoàn viên trước ngày 18/9/2020.",
    ],
)
def test_people_who_are_told_through_others_or_spoken_of_do_not_lead(text: str) -> None:
    assert the_duty(text).lead == ("Sở Y tế",)
