"""A deed before a colon, behind which only who and by when stand."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties


@pytest.mark.parametrize(
    "tail",
    [
        "Sở Xây dựng, xong trước 30/9/2020.",
        "Sở Xây dựng, hoàn thành trước ngày 30/9/2020.",
        "Sở Xây dựng chủ trì, hoàn thành trước ngày 30/9/2020.",
        "Sở Xây dựng, trước ngày 30/9/2020.",
        "Sở Xây dựng; thời hạn: 29/9/2020.",
        "do Sở Xây dựng thực hiện, xong trước ngày 30/9/2020.",
        "Sở Xây dựng - trước ngày 30/9/2020.",
    ],
)
@pytest.mark.parametrize(
    "deed", ["Lập quy hoạch phân khu", "Rà soát thủ tục cấp phép", "Kết nối trục của tỉnh"]
)
def test_the_deed_before_the_colon_is_the_task(deed: str, tail: str) -> None:
    (duty,) = duties(f"{deed}: {tail}")
    assert (duty.task, duty.lead, duty.due) == (deed, ("Sở Xây dựng",), date(2020, 9, 29))
    assert duty.quote.startswith(deed)


def test_each_body_behind_the_colon_has_its_own_time() -> None:
    found = duties("Lập kế hoạch thu: Cục Thuế, trước ngày 30/9/2020; Sở Tài chính, trước ngày 15/10/2020.")
    assert [(duty.task, duty.lead, duty.due) for duty in found] == [
        ("Lập kế hoạch thu", ("Cục Thuế",), date(2020, 9, 29)),
        ("Lập kế hoạch thu", ("Sở Tài chính",), date(2020, 10, 14)),
    ]


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Về nhà ở xã hội: Sở Xây dựng báo cáo trước ngày 30/9/2020.", "Báo cáo"),
        ("Rà soát nhà ở xã hội: Sở Xây dựng lập danh sách trước ngày 30/9/2020.", "Lập danh sách"),
    ],
)
def test_a_deed_behind_the_colon_is_the_task_itself(text: str, task: str) -> None:
    assert [duty.task for duty in duties(text)] == [task]


@pytest.mark.parametrize("sent", ["gửi", "nộp", "chính thức gửi", "được gửi"])
def test_what_is_sent_stands_before_the_colon(sent: str) -> None:
    (duty,) = duties(f"Báo cáo tháng về giá: {sent} trước ngày 20 hằng tháng.")
    assert (duty.task, duty.recurrence) == ("Báo cáo tháng về giá", "monthly")


@pytest.mark.parametrize(
    "value", ["Phòng Y tế chủ trì, phối hợp Trung tâm Y tế", "Phòng Y tế phối hợp với Trung tâm Y tế"]
)
def test_who_helps_may_stand_in_the_label_of_who_leads(value: str) -> None:
    (duty,) = duties(f"Lập kế hoạch. Đơn vị thực hiện: {value}. Thời gian: trước 17/9/2020.")
    assert (duty.lead, duty.cooperating) == (("Phòng Y tế",), ("Trung tâm Y tế",))


def test_what_is_done_in_each_round_stands_before_the_colon() -> None:
    found = duties("Tắt sóng 2G theo 3 đợt: đợt 1 trước 30/8, đợt 2 trước 30/9, đợt 3 trước 15/10/2020.")
    assert [duty.due for duty in found] == [date(2020, 8, 29), date(2020, 9, 29), date(2020, 10, 14)]
    assert {duty.task for duty in found} == {"Tắt sóng 2G theo 3 đợt"}
