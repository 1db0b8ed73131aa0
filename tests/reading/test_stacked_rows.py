"""Tables copied line by line: rows of several lines, numbers with a nought before them, heads that nobody knows."""

from __future__ import annotations

from datetime import date

from tests.reading.reading_desk import read

TASKS = ("Triển khai công tác bầu cử ở tỉnh", "Mở hội nghị triển khai công tác ở huyện")


def days(text: str) -> list[tuple[tuple[str, ...], date | None]]:
    return [(one.lead, one.due) for one in read(text).obligations]


def test_a_row_may_have_several_lines_of_tasks() -> None:
    head = "TT\nNội dung công việc\nThời gian\nThực hiện\n"
    first = f"01\n- {TASKS[0]}\n- Ban hành quy chế làm việc\nTháng 07/2026\nSở Nội vụ\n"
    second = f"02\n{TASKS[1]}\nTháng 08/2026\nSở Nội vụ\n"
    text = head + first + second
    assert days(text) == [(("Sở Nội vụ",), date(2026, 7, 31)), (("Sở Nội vụ",), date(2026, 8, 31))]
    assert "Ban hành quy chế làm việc" in read(text).obligations[0].quote


def test_a_head_that_nobody_knows_hides_no_other_column() -> None:
    head = "TT\nNội dung công việc\nSố ngày trước ngày bầu cử\nNgày chậm nhất phải hoàn thành\n"
    text = f"{head}1\n{TASKS[0]}\n105 ngày\n07/02/2026\n2\n{TASKS[1]}\n21/02/2026\nKết thúc kế hoạch.\n"
    assert [day for _, day in days(text)] == [date(2026, 2, 7), date(2026, 2, 21)]
    assert not read(text).unread


def test_the_lead_stands_before_the_time_where_its_head_does() -> None:
    head = "STT\nNhiệm vụ\nCơ quan chủ trì\nThời hạn\n"
    text = (
        f"{head}1\n{TASKS[0]}\nvà công bố kết quả\nSở Y tế\n30/6/2026\n2\n{TASKS[1]}\nSở Nội vụ\n31/7/2026\n"
    )
    assert days(text) == [(("Sở Y tế",), date(2026, 6, 30)), (("Sở Nội vụ",), date(2026, 7, 31))]
