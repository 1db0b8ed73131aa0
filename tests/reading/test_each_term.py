"""Several terms of one deed, each for whom it names behind it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

TERMS = "trước ngày 26/9/2020 {}, trước ngày 28/9/2020 {}."


@pytest.mark.parametrize(
    ("whole", "deed", "whom"),
    [
        (
            "Báo cáo số liệu theo biểu mẫu: "
            + TERMS.format("đối với phòng GDĐT", "đối với trường trực thuộc"),
            "Báo cáo số liệu theo biểu mẫu",
            ["phòng GDĐT", "trường trực thuộc"],
        ),
        (
            "Các đơn vị gửi báo cáo " + TERMS.format("đối với phòng GDĐT", "đối với các trường trực thuộc"),
            "Gửi báo cáo",
            ["phòng GDĐT", "các trường trực thuộc"],
        ),
        (
            "Nộp hồ sơ " + TERMS.format("(đối với các trường THPT)", "(đối với các trường THCS)"),
            "Nộp hồ sơ",
            ["các trường THPT", "các trường THCS"],
        ),
    ],
)
def test_each_term_is_for_whom_stands_behind_it(whole: str, deed: str, whom: list[str]) -> None:
    found = duties(whole)
    assert [duty.due for duty in found] == [date(2020, 9, 25), date(2020, 9, 27)]
    assert [duty.lead for duty in found] == [(name,) for name in whom]
    assert {duty.task for duty in found} == {deed}


@pytest.mark.parametrize(
    "whole",
    [
        "Sở Y tế kiểm tra xong " + TERMS.format("đối với các bệnh viện công", "đối với các bệnh viện tư"),
        "Sở Y tế gửi kết quả " + TERMS.format("đối với các bệnh viện công", "đối với các bệnh viện tư"),
    ],
)
def test_what_a_body_does_with_others_is_its_own(whole: str) -> None:
    assert [duty.lead for duty in duties(whole)] == [("Sở Y tế",), ("Sở Y tế",)]


@pytest.mark.parametrize(
    ("bracket", "lead"),
    [
        ("(EVN)", "Sở Y tế"),
        ("(C07)", "Sở Y tế"),
        ("(cơ quan thường trực)", "Sở Y tế"),
        ("(qua Phòng A)", "Sở Y tế"),
    ],
)
def test_the_task_begins_behind_a_bracket_that_tells_once_more_who_acts(bracket: str, lead: str) -> None:
    duty = the_duty(f"{lead} {bracket} cập nhật phương thức trước ngày 30/9/2020.")
    assert (duty.lead, duty.task) == ((lead,), "Cập nhật phương thức")


def test_whoever_acts_in_anothers_name_acts() -> None:
    duty = the_duty(
        "Bộ trưởng Bộ Y tế thừa ủy quyền Thủ tướng, thay mặt Chính phủ trình Quốc hội trước ngày 20/9/2020."
    )
    assert duty.lead == ("Bộ trưởng Bộ Y tế",)
