"""A row of bodies of which none has been told anything yet goes on behind a semicolon, and what heads a level leads."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "UBND tỉnh đề nghị Sở Y tế; Sở Tài chính; UBND các huyện lập phương án",
            ("Sở Y tế", "Sở Tài chính", "UBND các huyện"),
        ),
        ("Các sở, ban, ngành; UBND các huyện báo cáo", ("Các sở, ban, ngành", "UBND các huyện")),
        ("1. Sở Y tế; Sở Nội vụ: Rà soát, báo cáo kết quả", ("Sở Y tế", "Sở Nội vụ")),
        ("Riêng Bộ Y tế, Bộ Nội vụ, Thủ tướng yêu cầu báo cáo", ("Bộ Y tế", "Bộ Nội vụ")),
        (
            "UBND huyện, thị xã và sở, ngành liên quan báo cáo",
            ("UBND huyện, thị xã", "sở, ngành liên quan"),
        ),
        ("Ban Quản lý dự án 2, các nhà thầu phải thông xe", ("Ban Quản lý dự án 2", "các nhà thầu")),
        ("Cơ quan chủ trì soạn thảo gửi hồ sơ thẩm định", ("Cơ quan chủ trì soạn thảo",)),
        ("Người có nghĩa vụ kê khai phải nộp bản kê khai", ("Người có nghĩa vụ kê khai",)),
        ("Cấp huyện: Hoàn thành đại hội", ("Cấp huyện",)),
        ("3- Cấp cơ sở: Hoàn thành đại hội", ("Cấp cơ sở",)),
        ("Chính quyền các cấp phải công bố quy hoạch", ("Chính quyền các cấp",)),
    ],
)
def test_who_stands_before_the_deed_leads(text: str, lead: tuple[str, ...]) -> None:
    assert the_duty(f"{text} trước ngày 15/9/2020.").lead == lead


def test_behind_a_semicolon_who_has_a_deed_of_his_own_is_told_apart() -> None:
    text = "Sở Y tế lập đề án trước ngày 15/9/2020; Sở Nội vụ thẩm định trước ngày 30/9/2020."
    assert [one.lead for one in duties(text)] == [("Sở Y tế",), ("Sở Nội vụ",)]


def test_who_only_helps_does_not_lead_with_the_next() -> None:
    text = "Sở Y tế chủ trì, phối hợp với Sở Tài chính; Sở Nội vụ thẩm định đề án trước ngày 15/9/2020."
    assert the_duty(text).lead == ("Sở Nội vụ",)


def test_an_entry_that_only_dates_a_report_is_of_who_was_asked_above() -> None:
    text = "Đề nghị các Sở Y tế tổng hợp số liệu.\n\n1. Số liệu phải được ký.\n\n2. Thời hạn gửi báo cáo trước 15/9/2020."
    assert duties(text)[-1].lead == ("các Sở Y tế",)
