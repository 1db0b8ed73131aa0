"""Rows of tables as they are typed: dashes in cells of times, no heads, heads of other names, empty first cells."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import read

TASK = "Kiểm tra việc chấp hành các quy định của pháp luật"
JUNE, DECEMBER = date(2026, 6, 30), date(2026, 12, 31)


def told(text: str) -> list[tuple[tuple[str, ...], date | None]]:
    return [(one.lead, one.due) for one in read(text).obligations]


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("- 30/6/2026 - 31/12/2026", [JUNE, DECEMBER]),
        ("30/6/2026 31/12/2026", [JUNE, DECEMBER]),
        ("30/6/2026 - 31/12/2026", [DECEMBER]),
        ("- Từ 30/6/2026-31/12/2026", [DECEMBER]),
    ],
)
def test_entries_of_a_cell_are_days_and_a_span_is_a_span(cell: str, days: list[date]) -> None:
    text = f"TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | {TASK} | Bộ Y tế | {cell}\n"
    assert told(text) == [(("Bộ Y tế",), day) for day in days]


def test_two_columns_without_heads_are_who_and_what() -> None:
    text = (
        "Bộ Y tế | Xây dựng Đề án chuyển đổi số trước ngày 30/9/2026\n"
        "Bộ Nội vụ | Rà soát biên chế trong quý IV/2026\n"
    )
    assert told(text) == [(("Bộ Y tế",), date(2026, 9, 29)), (("Bộ Nội vụ",), DECEMBER)]


def test_what_has_a_column_of_days_is_a_task_whatever_its_head() -> None:
    text = f"TT | Văn bản quy phạm | Thời hạn | Ghi chú\n1 | {TASK} | 30/6/2026 | x\n"
    assert told(text) == [((), JUNE)]


def test_an_empty_first_cell_moves_no_column() -> None:
    rows = f"30/6/2026 | {TASK} | Bộ Y tế\n | Tổng kết thi đua, khen thưởng của ngành | Bộ Nội vụ\n"
    text = f"Thời gian | Nội dung | Chủ trì\n{rows}"
    assert [one.lead for one in read(text).obligations] == [("Bộ Y tế",), ("Bộ Nội vụ",)]


def test_the_product_of_a_row_that_is_quoted_whole_ends_with_its_cell() -> None:
    text = "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n| 1 | Xây dựng Đề án số | Bộ Y tế | 30/6/2026 |\n"
    (found,) = read(text).obligations
    assert found.deliverable == "Đề án số"
    assert text[found.start : found.end] == found.quote


@pytest.mark.parametrize("head", ["Bộ Y tế", "I. Bộ Y tế", "Nhiệm vụ của Bộ Y tế"])
def test_a_title_above_a_table_without_a_column_of_bodies_names_who_is_told(head: str) -> None:
    table = f"| TT | Nhiệm vụ | Thời hạn |\n| 1 | {TASK} | 30/6/2026 |\n"
    assert told(f"{head}\n{table}Bộ Nội vụ\n{table}") == [(("Bộ Y tế",), JUNE), (("Bộ Nội vụ",), JUNE)]


@pytest.mark.parametrize(
    "head", ["(Kèm theo Quyết định số 12/QĐ-BYT của Bộ trưởng Bộ Y tế)", "Kế hoạch công tác của Bộ Y tế"]
)
def test_a_title_that_names_whose_paper_it_is_tells_nobody(head: str) -> None:
    assert told(f"{head}\n| TT | Nhiệm vụ | Thời hạn |\n| 1 | {TASK} | 30/6/2026 |\n") == [((), JUNE)]


@pytest.mark.parametrize(
    "rows",
    [
        "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Lập Đề án A | Bộ Y tế | Quý I/2021\n",
        "TT | Cơ quan chủ trì | Nhiệm vụ | Thời hạn\n1 | Bộ Y tế | Lập Đề án A | Quý I/2021\n",
    ],
)
def test_a_short_task_is_its_own_cell_though_the_whole_row_is_quoted(rows: str) -> None:
    (duty,) = read(rows).obligations
    assert (duty.task, duty.deliverable, duty.lead) == ("Lập Đề án A", "Đề án A", ("Bộ Y tế",))
    assert "Quý I/2021" in duty.quote
