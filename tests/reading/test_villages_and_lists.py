"""Villages, branches and bodies in letters that act; lists of spans below what is to be handed in."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty

DEED = "nộp danh sách về văn phòng trước ngày 19/9/2020"


@pytest.mark.parametrize(
    "who",
    [
        "Thôn Đông",
        "Tổ dân phố số 5",
        "Khu dân cư Tân Lập",
        "Ấp 3",
        "Buôn Ea Kmar",
        "Chi bộ trực thuộc",
        "BCH Đoàn các trường",
        "BV Đa khoa tỉnh",
        "Công đoàn ngành Giáo dục",
        "Sư đoàn 308",
        "Phân xưởng 2",
        "Các chi, đảng bộ trực thuộc",
        "CĐCS các đơn vị",
        "GVCN các lớp",
        "đ/c Hiệu trưởng các trường",
    ],
)
def test_villages_and_bodies_in_letters_act(who: str) -> None:
    assert the_duty(f"Đề nghị {who} {DEED}." if who.startswith("đ") else f"{who} {DEED}.").lead == (who,)


@pytest.mark.parametrize("where", ["ở thôn Đông", "trên địa bàn ấp 3", "của chi bộ Trần Phú"])
def test_where_something_is_does_not_act(where: str) -> None:
    assert the_duty(f"UBND xã sửa chữa đường {where} trước ngày 19/9/2020.").lead == ("UBND xã",)


@pytest.mark.parametrize(
    "heading",
    [
        "Nộp học phí:",
        "Thời gian nộp hồ sơ:",
        "2. Thời gian nhận hồ sơ",
        "Học viên nộp học phí theo các đợt sau:",
        "Đăng ký môn học:",
        "THỜI GIAN ĐĂNG KÝ:",
    ],
)
@pytest.mark.parametrize("marker", ["-", "+", "•"])
def test_spans_listed_below_what_is_handed_in_are_its_terms(heading: str, marker: str) -> None:
    text = f"{heading}\n{marker} Đợt 1: từ 7/9 đến 11/9/2020;\n{marker} Đợt 2: từ ngày 14/9/2020 đến ngày 18/9/2020.\n"
    said = read(text)
    found = {one.due for one in said.obligations if one.due is not None}
    assert found == {date(2020, 9, 11), date(2020, 9, 18)}


@pytest.mark.parametrize("heading", ["Lịch nghỉ hè:", "Các đợt tập huấn:", "Thời gian biểu diễn:"])
def test_spans_listed_below_what_only_takes_place_are_none(heading: str) -> None:
    assert duties(f"{heading}\n- Đợt 1: từ 7/9 đến 11/9/2020;\n- Đợt 2: từ 14/9 đến 18/9/2020.\n") == []


def test_a_bracket_may_stand_behind_the_last_day() -> None:
    duty = the_duty("- Hạn cuối nhận hồ sơ: 16h30 thứ Sáu, ngày 18/9/2020 (không nhận qua đường bưu điện).")
    assert duty.due == date(2020, 9, 18)
