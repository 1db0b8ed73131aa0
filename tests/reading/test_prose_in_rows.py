"""Rows without heads whose cells hold whole sentences: the bars between cells are no words of any of them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty

ON = date(2016, 6, 15)

FINANCE = "Giao Bộ Tài chính báo cáo Thủ tướng Chính phủ"


@pytest.mark.parametrize(
    "row",
    [
        f"{FINANCE} trước ngày 1/3/2017 | | |",
        f"| {FINANCE} trước ngày 1/3/2017 |  |  |",
        f"1 | {FINANCE} trước ngày 1/3/2017",
        f"| 1 | {FINANCE} trước ngày 1/3/2017 | | |",
        f"1.\t{FINANCE} trước ngày 1/3/2017\t\t",
        f"| 1 | {FINANCE} | | trước ngày 1/3/2017 |",
        f"| {FINANCE} | trước ngày 1/3/2017 |",
    ],
)
def test_the_sentence_of_a_row_is_read_as_a_sentence(row: str) -> None:
    duty = the_duty(f"{row}\n", ON)
    assert duty.lead == ("Bộ Tài chính",)
    assert duty.due == date(2017, 2, 28)
    assert duty.quote.startswith(FINANCE)
    assert "|" not in duty.quote
    assert (duty.deadline_phrase or "").endswith("1/3/2017")


def test_each_row_has_its_own_lead() -> None:
    found = duties(
        f"| 1 | {FINANCE} trước ngày 1/3/2017 |  |\n"
        "| 2 | Bộ Y tế chủ trì, phối hợp với Bộ Tài chính xây dựng Đề án trước ngày 1/4/2017 |  |\n"
        "| 3 | Giao Bộ Nội vụ báo cáo trước ngày 1/5/2017 |  |\n",
        ON,
    )
    assert [duty.lead for duty in found] == [("Bộ Tài chính",), ("Bộ Y tế",), ("Bộ Nội vụ",)]
    assert found[1].cooperating == ("Bộ Tài chính",)
    assert [duty.due for duty in found] == [date(2017, 2, 28), date(2017, 3, 31), date(2017, 4, 30)]


def test_no_phrase_of_such_rows_stays_unread() -> None:
    draft = read(f"{FINANCE} trước ngày 1/3/2017 | | |\nGiao Bộ Y tế báo cáo trước ngày 1/3/2017 | | |\n", ON)
    assert draft.unread == ()
    assert len(draft.obligations) == 2


def test_a_row_that_names_nobody_is_not_as_sure_as_one_that_does() -> None:
    text = "| 1 | Xây dựng kế hoạch triển khai hệ thống báo cáo điện tử | 1/3/2017 |\n"
    nobody = the_duty(text, ON)
    named = the_duty(text.replace(" | 1/3", " | Bộ Y tế | 1/3"), ON)
    assert (nobody.lead, named.lead) == ((), ("Bộ Y tế",))
    assert nobody.confidence < named.confidence
    assert "no lead is named" in nobody.notes


def test_a_table_with_heads_gives_the_lead_of_its_column() -> None:
    duty = the_duty(
        "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n"
        "1 | Trình Chính phủ Nghị định do Bộ Tài chính soạn thảo về dữ liệu mở | Bộ Y tế | 1/3/2017\n",
        ON,
    )
    assert duty.lead == ("Bộ Y tế",)


@pytest.mark.parametrize("row", ["| x | y | z | w |", "| 1 | 2 | 3 |", "1 | | |", "| a | |"])
def test_rows_of_signs_give_nothing(row: str) -> None:
    assert duties(f"{FINANCE} | | |\n{row}\n{row}\n", ON) == duties(f"{FINANCE} | | |\n", ON)
