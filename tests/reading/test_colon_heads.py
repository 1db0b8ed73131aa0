"""Timetables told line by line: a day, a colon, and what is done on it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties


@pytest.mark.parametrize("mark", ["", "- ", "+ "])
@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Ngày 12-9", date(2020, 9, 12)),
        ("Ngày 12/9/2020", date(2020, 9, 12)),
        ("Ngày 24-12", date(2020, 12, 24)),
        ("Từ ngày 15-9 đến 21-9", date(2020, 9, 21)),
        ("Tháng 9/2020", date(2020, 9, 30)),
        ("Quý IV/2020", date(2020, 12, 31)),
    ],
)
@pytest.mark.parametrize(
    "deed", ["Sở Giáo dục công bố số liệu", "Công bố điểm chuẩn", "các trường nhận hồ sơ"]
)
def test_the_day_before_the_colon_is_that_of_the_deed_behind_it(
    mark: str, head: str, day: date, deed: str
) -> None:
    (duty,) = duties(f"Lịch tuyển sinh như sau:\n{mark}{head}: {deed}.")
    assert duty.due == day


def test_each_sentence_has_the_day_at_its_own_head() -> None:
    found = duties(
        "Ngày 12-9: Sở Giáo dục công bố số liệu. Từ ngày 15-9 đến 21-9: Các trường nhận hồ sơ. "
        "Ngày 24-9: Công bố điểm chuẩn."
    )
    assert [duty.due for duty in found] == [date(2020, 9, 12), date(2020, 9, 21), date(2020, 9, 24)]
    assert found[1].lead == ("Các trường",)


@pytest.mark.parametrize(
    "line",
    [
        "Ngày 12/9: Bộ Y tế ghi nhận 5 ca mắc mới.",
        "Ngày 3/8: Bộ Y tế công bố 5 ca mắc mới.",
        "Ngày 20/7: Bộ Y tế công bố 5 ca mắc mới.",
    ],
)
def test_what_a_day_brought_is_no_deed_of_a_timetable(line: str) -> None:
    assert not [duty for duty in duties(line) if duty.is_dated]
