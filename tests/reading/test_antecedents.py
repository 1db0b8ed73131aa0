"""Words that only point back mean the bodies named before, and never just any of them."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty

BOTH = ("Sở Y tế", "Sở Tài chính")
LETTER = "Kính gửi:\n- Sở Y tế;\n- Sở Tài chính.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị Sở Y tế, Sở Tài chính cử người dự họp. Các đơn vị nêu trên",
        "Giao Sở Y tế, Sở Tài chính cử người dự họp. Yêu cầu các sở này",
        f"{LETTER}Đề nghị các đơn vị nêu trên",
        f"{LETTER}UBND tỉnh yêu cầu các cơ quan trên",
        "Văn bản được chuyển cho Sở Y tế, Sở Tài chính.\nUBND tỉnh đề nghị các cơ quan, đơn vị nói trên",
    ],
)
def test_who_is_pointed_back_to_leads(text: str) -> None:
    assert the_duty(f"{text} gửi danh sách trước ngày 15/9/2020.").lead == BOTH


def test_a_semicolon_goes_on_with_the_row_that_is_meant() -> None:
    told = "Thư được gửi tới Cục Đường bộ; Chi cục An toàn thực phẩm.\nBộ yêu cầu các đơn vị nêu trên"
    assert the_duty(f"{told} báo cáo trước ngày 15/9/2020.").lead == (
        "Cục Đường bộ",
        "Chi cục An toàn thực phẩm",
    )


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        # One body is not several, a ministry no place, and a plain noun behind it points nowhere.
        ("Giao Sở Y tế họp dân. Các đơn vị nêu trên báo cáo", "Các đơn vị nêu trên"),
        ("Giao Bộ Y tế, Bộ Nội vụ họp. Các địa phương nêu trên báo cáo", "Các địa phương nêu trên"),
        ("Giao Bộ Y tế, Bộ Nội vụ họp. Các xã nêu trên báo cáo", "Các xã nêu trên"),
        (
            "Giao Bộ Y tế, Bộ Nội vụ họp. Các đơn vị trên địa bàn tỉnh báo cáo",
            "Các đơn vị trên địa bàn tỉnh",
        ),
    ],
)
def test_what_does_not_agree_is_not_meant(text: str, lead: str) -> None:
    assert the_duty(f"{text} trước ngày 15/9/2020.").lead == (lead,)


def test_the_row_may_stand_in_the_same_sentence() -> None:
    text = "Với các đề án còn nợ của các bộ: Y tế, Nội vụ, Thủ tướng yêu cầu các bộ này trình trước ngày 15/9/2020."
    assert the_duty(text).lead == ("bộ Y tế", "bộ Nội vụ")


@pytest.mark.parametrize(
    ("speaker", "office"),
    [
        ("Bộ trưởng Bộ Y tế Nguyễn Văn An cho biết, Bộ sẽ trình nghị định", "Bộ Y tế"),
        ("Giám đốc Sở Xây dựng Lê Văn Nam khẳng định, Sở cam kết cấp phép xong", "Sở Xây dựng"),
    ],
)
def test_the_head_of_a_name_means_the_speakers_own_body(speaker: str, office: str) -> None:
    assert the_duty(f"{speaker} trước ngày 15/9/2020.").lead == (office,)


def test_who_reports_words_is_not_told_by_them() -> None:
    text = "Chủ tịch UBND tỉnh nhấn mạnh, Sở Y tế phải lập phương án trước ngày 15/9/2020."
    assert the_duty(text).lead == ("Sở Y tế",)


@pytest.mark.parametrize("opening", ["Trừ Bộ Công an, các bộ còn lại", "Ngoài Bộ Công an, các bộ còn lại"])
def test_who_is_excepted_is_told_nothing(opening: str) -> None:
    assert the_duty(f"{opening} gửi báo cáo trước ngày 15/9/2020.").lead == ("các bộ còn lại",)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Hằng tháng, các huyện báo cáo qua Sở Tài nguyên và Môi trường. Sở này báo cáo UBND tỉnh trước ngày 30/9/2020.",
            ("Sở Tài nguyên và Môi trường",),
        ),
        (
            "Bộ Y tế giao Công ty Vimed cung cấp vắc xin. Công ty này phải nộp bảo lãnh trước ngày 30/9/2020.",
            ("Công ty Vimed",),
        ),
        (
            "Các xã gửi báo cáo về Phòng Nội vụ. Phòng này tổng hợp trước ngày 30/9/2020.",
            ("Phòng Nội vụ",),
        ),
    ],
)
def test_this_one_is_the_body_of_that_name_spoken_of_last(text: str, lead: tuple[str, ...]) -> None:
    assert [duty.lead for duty in duties(text) if duty.due] == [lead]


def test_as_many_as_are_counted_are_those_named_before() -> None:
    text = (
        "4 bộ, ngành chậm báo cáo gồm: Bộ Xây dựng, Bộ Y tế, Ủy ban Dân tộc, Tập đoàn Điện lực Việt Nam.\n"
        "Bộ Tài chính đề nghị 4 bộ, ngành nêu trên gửi báo cáo trước ngày 30/9/2020."
    )
    (duty,) = [one for one in duties(text) if one.due]
    assert duty.lead == ("Bộ Xây dựng", "Bộ Y tế", "Ủy ban Dân tộc", "Tập đoàn Điện lực Việt Nam")
