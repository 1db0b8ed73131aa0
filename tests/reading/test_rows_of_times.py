"""Times in a row that share one year: it stands behind the last of them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import SAID_ON, duties


def _day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("trước ngày 10/10 và trước ngày 10/12/2020", ["2020-10-09", "2020-12-09"]),
        ("trước ngày 10/3 và 10/9/2021", ["2021-03-09", "2021-09-09"]),
        ("trong tháng 3, tháng 6 và tháng 9/2021", ["2021-03-31", "2021-06-30", "2021-09-30"]),
        ("trước ngày 20/12 và 20/3/2021", ["2020-12-19", "2021-03-19"]),
        ("trong tháng 12 và tháng 1/2021", ["2020-12-31", "2021-01-31"]),
        ("vào tháng 9, tháng 11 năm 2021", ["2021-09-30", "2021-11-30"]),
        ("trong quý III và quý I/2022", ["2021-09-30", "2022-03-31"]),
        ("trước ngày 15/3, 15/6, 15/9/2021", ["2021-03-14", "2021-06-14", "2021-09-14"]),
        ("trước ngày 20/12/2020 và 20/3/2021", ["2020-12-19", "2021-03-19"]),
    ],
)
def test_the_year_behind_the_last_time_is_that_of_all(phrase: str, days: list[str]) -> None:
    found = duties(f"Sở Y tế tổ chức tập huấn {phrase}.")
    assert [duty.due for duty in found] == list(map(_day, days))


def test_the_reason_names_where_the_year_stands() -> None:
    assert SAID_ON.year == 2020
    first, second = duties("Sở Y tế tổ chức tập huấn vào tháng 9 và tháng 11 năm 2021.")
    assert any("last time of the row" in step.en for step in first.because)
    assert not any("last time of the row" in step.en for step in second.because)


def test_days_that_return_share_no_year() -> None:
    (duty,) = duties("Sở Y tế báo cáo trước ngày 15/6 và 15/12 hằng năm.")
    assert (duty.due, duty.recurrence) == (None, "semiannual")
