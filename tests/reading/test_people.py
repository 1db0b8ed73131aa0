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


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        ("Đối với sinh viên làm khóa luận:", "sinh viên làm khóa luận"),
        ("1. Đối với học viên đăng ký học lại", "học viên đăng ký học lại"),
        ("Đối với thí sinh trúng tuyển:", "thí sinh trúng tuyển"),
    ],
)
def test_what_people_do_in_a_heading_says_which_are_meant(heading: str, lead: str) -> None:
    assert the_duty(f"{heading}\n- Nộp đơn trước ngày 18/9/2020.\n").lead == (lead,)


def test_a_heading_that_orders_tells_whom() -> None:
    assert the_duty("Đối với các khoa phải lập danh sách:\n- Nộp trước ngày 18/9/2020.\n").lead == (
        "các khoa",
    )


@pytest.mark.parametrize("day", ["Ngày 18/9", "Ngày 18-9", "Ngày 18/9/2020"])
@pytest.mark.parametrize("who", ["thí sinh", "học sinh", "phụ huynh", "cán bộ coi thi"])
def test_people_hand_in_on_a_day_at_the_head_of_a_sentence(day: str, who: str) -> None:
    duty = the_duty(f"{day}, {who} nộp đơn xin phúc khảo.")
    assert (duty.lead, duty.due and duty.due.isoformat()) == ((who,), "2020-09-18")


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch căn cứ vào tờ trình của Sở Nội vụ vào ngày 20/7.",
        "Ngày 20/7, thí sinh nộp đơn xin phúc khảo.",
        "Vào ngày 29/7, Sở Nội vụ gửi tờ trình.",
    ],
)
def test_a_day_without_a_year_that_has_just_passed_is_not_next_years(text: str) -> None:
    assert [one for one in duties(text) if one.due is not None] == []


def test_who_must_be_there_before_an_hour_leads() -> None:
    duty = the_duty("Thí sinh có mặt tại phòng thi trước 7h00 ngày 18/9/2020.")
    assert (duty.lead, duty.due and duty.due.isoformat()) == (("Thí sinh",), "2020-09-18")


@pytest.mark.parametrize(
    "who",
    [
        "Người được cấp giấy phép",
        "Người trúng đấu giá",
        "Người bị xử phạt",
        "Người đã đăng ký",
        "Người có đất bị thu hồi",
        "Người tham gia bảo hiểm y tế",
        "Người nộp lệ phí môn bài mới thành lập",
        "Người chưa tiêm",
    ],
)
@pytest.mark.parametrize("deed", ["nộp lại hồ sơ", "phải nộp lại hồ sơ", "thực hiện kê khai lại"])
def test_what_people_did_or_had_done_to_them_tells_which_are_meant(who: str, deed: str) -> None:
    assert the_duty(f"{who} {deed} trước ngày 30/9/2020.").lead == (who,)


@pytest.mark.parametrize(
    "who", ["người ứng cử", "người khuyết tật", "người chấp hành án", "người đại diện vốn", "người tiêu dùng"]
)
def test_a_kind_of_people_that_no_list_holds_ends_before_its_deed(who: str) -> None:
    assert the_duty(f"Chậm nhất ngày 30/9/2020, {who} nộp hồ sơ tại xã.").lead == (who,)


def test_what_is_done_to_a_thing_is_nobodys_of_the_sentence_before() -> None:
    found = duties(
        "Sở Nội vụ lập danh sách trước ngày 15/9/2020. Danh sách cử tri được niêm yết chậm nhất ngày 30/9/2020."
    )
    assert [duty.lead for duty in found] == [("Sở Nội vụ",), ()]


@pytest.mark.parametrize(
    "who",
    [
        "Học sinh lớp 9",
        "Học sinh lớp 9 và lớp 12",
        "Học sinh khối 10, 11, 12",
        "Sinh viên khóa K54, K55",
        "Sinh viên K54",
    ],
)
@pytest.mark.parametrize("deed", ["nộp hồ sơ", "phải đăng ký", "đăng ký học phần"])
def test_classes_and_courses_by_their_numbers_belong_to_the_people(who: str, deed: str) -> None:
    assert the_duty(f"{who} {deed} trước ngày 30/9/2020.").lead == (who,)
