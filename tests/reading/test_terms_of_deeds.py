"""Words for a term, a deed and a colon: "Thời gian nhận bài: từ … đến …"; how they head, follow or stand in brackets."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty

OPENS, ENDS = date(2020, 9, 7), date(2020, 9, 18)


@pytest.mark.parametrize("word", ["Thời gian", "Thời hạn", "Hạn"])
@pytest.mark.parametrize(
    "deed",
    [
        "nộp đơn",
        "nhận hồ sơ",
        "đăng ký dự tuyển",
        "tiếp nhận phiếu",
        "kê khai tài sản",
        "bỏ phiếu",
        "góp ý dự thảo",
    ],
)
@pytest.mark.parametrize("span", ["từ ngày 07/9/2020 đến hết ngày 18/9/2020", "từ 7/9/2020 đến 18/9/2020"])
def test_the_time_of_a_deed_ends_with_its_last_day(word: str, deed: str, span: str) -> None:
    duty = the_duty(f"{word} {deed}: {span}.")
    assert (duty.earliest, duty.due) == (OPENS, ENDS)


@pytest.mark.parametrize(
    "text",
    [
        "Hạn nhận tác phẩm: 18/9/2020.",
        "- Hạn gửi danh sách: ngày 18/9/2020;",
        "4. Thời hạn bình chọn: 18/9/2020",
        "IV. HẠN CHÓT NỘP BÀI: Ngày 18 tháng 09 năm 2020.",
        "THỜI GIAN ĐĂNG KÝ: Từ 07/9/2020 đến 18/9/2020",
        "Thời gian nhận phiếu bắt đầu từ ngày 7/9/2020 và kết thúc vào ngày 18/9/2020.",
        "Thời gian bình chọn kết thúc lúc 17 giờ ngày 18/9/2020.",
        "Hạn chót để các khoa gửi danh sách: 18/9/2020.",
        "Bài viết gửi về Ban tổ chức. Hạn nhận bài: 18/9/2020.",
    ],
)
def test_it_stands_in_lists_in_capitals_and_with_its_end_told(text: str) -> None:
    assert the_duty(text).due == ENDS


@pytest.mark.parametrize(
    "text",
    [
        "Học viên làm đơn theo mẫu. Thời gian nhận đơn: từ ngày 7/9/2020 đến ngày 18/9/2020.",
        "Học viên kê khai trên phần mềm. Thời gian kê khai: từ 8h00 ngày 7/9/2020 đến 17h00 ngày 18/9/2020.",
        "Học viên nộp ảnh tại văn phòng khoa (hạn nhận ảnh: 16h00 ngày 18/9/2020).",
    ],
)
def test_behind_a_deed_it_is_that_deeds_time(text: str) -> None:
    duty = the_duty(text)
    assert (duty.due, duty.lead) == (ENDS, ("Học viên",))


@pytest.mark.parametrize("whose", ["các khoa", "các đơn vị", "học viên", "Công đoàn cơ sở"])
def test_who_stands_behind_the_last_day_leads(whose: str) -> None:
    assert the_duty(f"Hạn chót để {whose} gửi danh sách: 18/9/2020.").lead == (whose,)


@pytest.mark.parametrize(
    "text",
    [
        "Thời gian học: từ ngày 7/9/2020 đến ngày 18/9/2020.",
        "Thời gian nghỉ lễ: từ ngày 7/9/2020 đến ngày 18/9/2020.",
        "Thời gian tổ chức hội thi: từ ngày 7/9/2020 đến ngày 18/9/2020.",
        "Thời gian làm việc: từ 7h30 đến 17h00.",
        "Thời gian nhận hồ sơ: từ ngày 7/9/2019 đến ngày 18/9/2019.",
    ],
)
def test_how_long_something_goes_on_or_one_gone_by_is_none(text: str) -> None:
    assert duties(text) == []
    assert read(text).unread == ()


@pytest.mark.parametrize(
    ("thing", "label"),
    [
        ("Đơn xin học bổng (theo mẫu)", "Thời gian nhận đơn"),
        ("Phiếu đăng ký đề tài (theo mẫu)", "Thời hạn nhận phiếu"),
        ("Danh sách đề cử", "Hạn gửi danh sách"),
        ("Ảnh dự thi (tối đa 05 ảnh)", "Thời gian tiếp nhận"),
    ],
)
def test_a_label_behind_a_thing_makes_no_second_duty(thing: str, label: str) -> None:
    text = f"Học viên chuẩn bị hồ sơ.\n- {thing}. {label}: từ ngày 7/9/2020 đến ngày 18/9/2020."
    assert [one.due for one in duties(text) if one.due is not None] == [ENDS]


@pytest.mark.parametrize(
    "when", ["vào cuối năm học", "đến cuối năm học 2020-2021", "trước đầu năm học 2021-2022"]
)
def test_the_ends_of_a_school_year_are_asked_of_a_person(when: str) -> None:
    said = read(f"Các trường hoàn thành đánh giá học sinh {when}.")
    assert [one.due for one in said.obligations if one.due is not None] == []
    assert len(said.unread) == 1


@pytest.mark.parametrize("when", ["từ đầu năm học", "cuối năm học", "đầu năm học"])
def test_a_part_of_a_school_year_that_binds_nobody_is_passed_over(when: str) -> None:
    said = read(f"Các trường phải công khai các khoản thu {when}.")
    assert [one for one in said.obligations if one.due is not None or one.earliest is not None] == []
    assert said.unread == ()


@pytest.mark.parametrize(
    ("spoken", "due"),
    [
        ("Các khoa gởi danh sách trước ngày 18/9/2020.", date(2020, 9, 17)),
        ("Theo qui định, công ti kí hợp đồng chậm nhất ngày 18/9/2020.", ENDS),
        ("Trưởng phòng quản lí học viên kí xác nhận trước ngày 18/9/2020.", date(2020, 9, 17)),
    ],
)
def test_words_are_known_in_every_spelling(spoken: str, due: date) -> None:
    duty = the_duty(spoken)
    assert duty.due == due
    assert duty.lead
