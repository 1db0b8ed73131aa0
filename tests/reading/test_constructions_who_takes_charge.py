"""Clauses that only say who is in charge of what stands before them, and who helps: "A chủ trì; B, C phối hợp"."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty

LEAD = ("Sở Y tế",)
HELP = ("Sở Tài chính", "Sở Nội vụ")


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế chủ trì; Sở Tài chính, Sở Nội vụ phối hợp hoàn thành đề án trước ngày 30/9/2020.",
        "Sở Y tế chủ trì, Sở Tài chính và Sở Nội vụ phối hợp hoàn thành đề án trước ngày 30/9/2020.",
        "Sở Y tế chủ trì; Sở Tài chính, Sở Nội vụ phối hợp, hoàn thành trước ngày 30/9/2020.",
        "Sở Y tế chủ trì lập danh mục trước ngày 30/9/2020; Sở Tài chính, Sở Nội vụ phối hợp thực hiện.",
        "Lập danh mục thuốc trước ngày 30/9/2020: Sở Y tế chủ trì; Sở Tài chính, Sở Nội vụ phối hợp.",
        "Lập danh mục trước ngày 30/9/2020. Sở Y tế chủ trì; Sở Tài chính và Sở Nội vụ phối hợp thực hiện.",
        "1. Rà soát các kho thuốc. Sở Y tế chủ trì; Sở Tài chính, Sở Nội vụ phối hợp. Hoàn thành trước ngày 30/9/2020.",
        "1. Rà soát các kho thuốc, hoàn thành trước ngày 30/9/2020; giao Sở Y tế chủ trì, Sở Tài chính, Sở Nội vụ phối hợp.",
        "1. Rà soát các kho thuốc (Sở Y tế chủ trì; Sở Tài chính, Sở Nội vụ phối hợp) trước ngày 30/9/2020.",
    ],
)
def test_one_duty_has_its_lead_and_its_helpers(text: str) -> None:
    duty = the_duty(text)
    assert (duty.lead, duty.cooperating) == (LEAD, HELP)
    assert duty.due is not None
    assert duty.due.isoformat() == "2020-09-29"


def test_the_quote_holds_the_task() -> None:
    assert "danh mục thuốc" in the_duty("Lập danh mục thuốc trước ngày 30/9/2020: Sở Y tế chủ trì.").quote
    assert "kho" in the_duty("1. Rà soát các kho. Sở Y tế chủ trì. Hoàn thành trước ngày 30/9/2020.").quote


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Sở Tài chính phối hợp với Sở Y tế lập danh mục trước ngày 30/9/2020.", [("Sở Tài chính",)]),
        ("Sở Tài chính phối hợp lập danh mục trước ngày 30/9/2020.", [("Sở Tài chính",)]),
        (
            "Sở Y tế chủ trì thẩm định; Sở Tài chính phối hợp và báo cáo UBND tỉnh trước ngày 30/9/2020.",
            [("Sở Tài chính",)],
        ),
        (
            "Sở Y tế chủ trì lập danh mục trước ngày 15/9/2020; Sở Tài chính phối hợp bố trí vốn trước ngày 30/9/2020.",
            [("Sở Y tế",), ("Sở Tài chính",)],
        ),
        (
            "Sở Y tế lập danh mục trước ngày 30/9/2020. Sở Tài chính chủ trì họp giá trước ngày 15/10/2020.",
            [("Sở Y tế",), ("Sở Tài chính",)],
        ),
    ],
)
def test_who_has_a_duty_of_its_own_keeps_it(text: str, leads: list[tuple[str, ...]]) -> None:
    assert [duty.lead for duty in duties(text)] == leads
