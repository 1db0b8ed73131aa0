"""Rows of one cell: what a title names, the rows below it take; a sentence is read as one; nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import read

HEAD = "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n"
FIRST, SECOND = (
    "| 1 | Xây dựng thông tư hướng dẫn kê khai điện tử | Bộ Y tế |{}|\n",
    "| 2 | Sửa đổi quy chế chia sẻ dữ liệu của ngành | Bộ Tài chính |{}|\n",
)
QUARTER = date(2026, 6, 30)


def days(text: str) -> list[date | None]:
    return [one.due for one in read(text).obligations]


@pytest.mark.parametrize(
    "title",
    ["I. Nhiệm vụ hoàn thành trong quý II/2026", "Quý II/2026", "Các nhiệm vụ hoàn thành đến ngày 30/6/2026"],
)
@pytest.mark.parametrize("row", ["| {} | | | |\n", "| | {} | | |\n"])
def test_the_time_of_a_title_is_that_of_the_rows_below(title: str, row: str) -> None:
    text = HEAD + row.format(title) + FIRST.format("") + SECOND.format("")
    assert days(text) == [QUARTER, QUARTER]
    assert all("the time stands in the heading above" in one.notes for one in read(text).obligations)


def test_a_row_keeps_its_own_time_and_a_title_ends_with_the_next() -> None:
    table = FIRST.format("15/5/2026") + SECOND.format("")
    text = f"{HEAD}| I. Nhiệm vụ quý II/2026 | | | |\n{table}| II. Nhiệm vụ khác | | | |\n{table}"
    assert days(text) == [date(2026, 5, 15), QUARTER, date(2026, 5, 15), None]


def test_no_time_reaches_over_a_title_from_the_rows_above_it() -> None:
    text = f"{HEAD}{FIRST.format('15/5/2026')}| II. Nhiệm vụ khác | | | |\n{SECOND.format('')}{SECOND.format('')}"
    assert days(text) == [date(2026, 5, 15), None, None]


@pytest.mark.parametrize(
    "title", ["II. Nhiệm vụ hoàn thành trong quý II/2026", "III. Các nhiệm vụ trước ngày 01/7/2026:"]
)
def test_the_time_of_a_heading_above_the_table_is_that_of_its_rows(title: str) -> None:
    text = f"{title}\n| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Xây dựng thông tư hướng dẫn | Bộ Y tế |\n"
    assert days(text) == [QUARTER]


def test_the_day_of_a_paper_in_a_title_is_no_time() -> None:
    title = "| I. Nhiệm vụ theo Nghị quyết số 19/NQ-CP ngày 12/3/2025 | | | |\n"
    assert days(HEAD + title + FIRST.format("")) == [None]


def test_a_sentence_in_a_row_by_itself_is_a_duty() -> None:
    row = "| Bộ Nội vụ chủ trì, tổng hợp kết quả, báo cáo Chính phủ trước ngày 20/12/2026 | | | |\n"
    text = HEAD + FIRST.format("15/5/2026") + row + SECOND.format("30/6/2026")
    assert days(text) == [date(2026, 5, 15), date(2026, 12, 19), QUARTER]


def test_the_time_of_a_title_without_rows_is_named_as_unread() -> None:
    found = read(HEAD + FIRST.format("15/5/2026") + "| Nhiệm vụ hoàn thành trong quý III/2026 | | | |\n")
    (unread,) = found.unread
    assert "quý III/2026" in unread.text
    assert unread.why == "it stands in a row by itself, with no rows below it"
