"""Terms that bind nobody by what the sentence itself says; and until when something is taken in."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty


@pytest.mark.parametrize(
    "text",
    [
        "Các hộ không phải nộp phí trước ngày 18/9/2020.",
        "Các trường chưa phải gửi báo cáo trước ngày 18/9/2020.",
        "Các trường không bắt buộc phải hoàn thành trước ngày 18/9/2020.",
        "Học viên không cần đăng ký trước ngày 18/9/2020.",
        "Phòng Nội vụ không yêu cầu nộp bản giấy trước ngày 18/9/2020.",
        "Không giới hạn thời gian nộp hồ sơ đến ngày 18/9/2020.",
        "Không quy định hạn chót là ngày 18/9/2020 đối với các xã vùng cao.",
        "Các hộ không bị hạn chế mốc thời gian vào ngày 18/9 hay 25/9.",
    ],
)
def test_what_nobody_need_do_has_no_term(text: str) -> None:
    assert duties(text) == []


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Các đơn vị không phải báo cáo định kỳ phải gửi số liệu trước ngày 19/9/2020.", "Các đơn vị"),
        ("Các hộ không phải nộp phí nhưng phải kê khai trước ngày 19/9/2020.", "Các hộ"),
        ("Trường hợp không cần thẩm định thì Sở Y tế trả lời trước ngày 19/9/2020.", "Sở Y tế"),
        ("Không cần chờ thông báo, các khoa nộp báo cáo trước ngày 19/9/2020.", "các khoa"),
        ("Các khoa không được để chậm quá ngày 18/9/2020.", "Các khoa"),
    ],
)
def test_what_somebody_must_do_beside_it_has_one(text: str, lead: str) -> None:
    duty = the_duty(text)
    assert (duty.lead, duty.due) == ((lead,), date(2020, 9, 18))


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 18/9/2020 là thời điểm kết thúc nhận tác phẩm dự thi.",
        "Ngày 18/9/2020 sẽ ngừng tiếp nhận hồ sơ.",
        "Việc nhận hồ sơ kết thúc vào ngày 18/9/2020.",
        "Việc bỏ phiếu kết thúc lúc 17 giờ ngày 18/9/2020.",
        "Cuộc thi nhận bài đến hết ngày 18/9/2020.",
        "Giải thưởng nhận hồ sơ đến ngày 18/9/2020.",
    ],
)
def test_until_when_something_is_taken_in_is_a_term(text: str) -> None:
    assert the_duty(text).due == date(2020, 9, 18)


def test_a_sentence_in_brackets_is_read_like_one() -> None:
    duty = the_duty("(Các khoa gửi kết quả về Phòng Đào tạo trước 15h, ngày 18/9/2020)")
    assert (duty.lead, duty.due) == (("Các khoa",), date(2020, 9, 18))


@pytest.mark.parametrize(
    ("opening", "lead"),
    [
        ("Sau khi thống nhất với Sở Nội vụ, Sở Y tế", ("Sở Y tế",)),
        ("Sau khi nhận danh sách từ các xã, Phòng Nội vụ", ("Phòng Nội vụ",)),
        ("Căn cứ nhu cầu, sau khi thống nhất với Sở Nội vụ, Sở Y tế", ("Sở Y tế",)),
        ("Để giúp các xã, Sở Y tế", ("Sở Y tế",)),
        ("Thực hiện chỉ đạo của UBND tỉnh, Sở Y tế, Sở Nội vụ", ("Sở Y tế", "Sở Nội vụ")),
        ("Sau khi có ý kiến của Sở Nội vụ, Sở Tài chính, UBND các huyện", ("UBND các huyện",)),
        ("Để bảo đảm tiến độ, Sở Y tế, Sở Nội vụ", ("Sở Y tế", "Sở Nội vụ")),
        ("Đối với Sở Nội vụ, Sở Y tế", ("Sở Nội vụ", "Sở Y tế")),
    ],
)
def test_who_stands_behind_what_is_done_first_leads(opening: str, lead: tuple[str, ...]) -> None:
    assert the_duty(f"{opening} phải lập hồ sơ xong trước ngày 19/9/2020.").lead == lead


def test_who_heads_the_teams_is_no_duty() -> None:
    text = (
        "Từ ngày 7/9 đến ngày 18/9/2020, Sở Y tế tổ chức 2 đoàn kiểm tra. Trong đó, đoàn số 1 do bà Lê Thị An - "
        "Phó Giám đốc Sở dẫn đầu; đoàn số 2 do ông Trần Văn Bình làm trưởng đoàn."
    )
    assert the_duty(text).lead == ("Sở Y tế",)


def test_what_goes_on_beside_a_forecast_is_no_more_than_one() -> None:
    found = duties("Dự kiến ngày 18/9/2020, Sở Y tế kết thúc đợt tiêm; đồng thời khám sức khỏe cho học sinh.")
    assert {one.kind for one in found} <= {"forecast"}


def test_a_span_on_a_line_of_its_own_is_the_time_of_what_stands_below() -> None:
    found = duties(
        "Từ 07.9.2020 Đến 18.9.2020\n\n- Các khoa lập danh sách;\n- Phòng Đào tạo duyệt danh sách.\n"
    )
    assert [one.due for one in found] == [date(2020, 9, 18)] * 2


def test_on_a_line_with_nothing_below_it_is_named_for_a_person() -> None:
    said = read("Giải bóng đá học sinh\nTừ ngày 07/9/2020 đến ngày 18/9/2020\nĐịa điểm: Sân vận động tỉnh\n")
    assert len(said.unread) + len([one for one in said.obligations if one.due is not None]) == 1


@pytest.mark.parametrize(
    "who", ["Sinh viên các khóa", "Giáo viên các tổ bộ môn", "Học viên các lớp buổi tối"]
)
def test_which_people_are_meant_is_part_of_their_name(who: str) -> None:
    assert the_duty(f"{who} nộp học phí trước ngày 19/9/2020.").lead == (who,)
