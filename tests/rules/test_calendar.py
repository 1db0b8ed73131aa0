"""The calendar file against the holidays library, and against what the government announced after it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta

import holidays

from tests.rules.calendar_file import FILE, vietnam

FIRST, LAST = date(2010, 1, 1), date(2026, 12, 31)
# Announced on 25 December 2025, eight days ahead: the library (0.109) does not know it.
ANNOUNCED_LATE = {date(2026, 1, 2): "off", date(2026, 1, 10): "worked"}


def test_every_day_of_seventeen_years_is_as_the_library_says_but_for_the_late_swap() -> None:
    library = holidays.country_holidays("VN", years=range(FIRST.year, LAST.year + 1))
    differing = {}
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        if vietnam().includes(day) != library.is_working_day(day):
            differing[day] = "worked" if vietnam().includes(day) else "off"
    assert differing == ANNOUNCED_LATE


def test_every_year_names_the_first_day_of_tet_that_the_library_names() -> None:
    for year in range(FIRST.year, LAST.year + 1):
        library = holidays.country_holidays("VN", years=year, language="en_US")
        named = [day for day in library if "Lunar New Year" in library[day].split("; ")]
        assert [vietnam().tet(year)] == named


def test_the_swaps_are_those_that_are_known() -> None:
    swaps = {str(swap.instead_of): str(swap.day) for swap in vietnam().worked}
    assert swaps == {
        "2010-02-19": "2010-02-27",
        "2012-01-27": "2012-02-04",
        "2013-04-29": "2013-05-04",
        "2014-05-02": "2014-04-26",
        "2014-09-01": "2014-09-06",
        "2015-01-02": "2014-12-27",
        "2015-02-16": "2015-02-14",
        "2015-04-29": "2015-04-25",
        "2018-12-31": "2019-01-05",
        "2019-04-29": "2019-05-04",
        "2024-04-29": "2024-05-04",
        "2025-05-02": "2025-04-26",
        "2026-01-02": "2026-01-10",
        "2026-08-31": "2026-08-22",
    }


def test_every_swapped_day_is_off_and_every_day_off_is_a_weekday_with_names_and_a_source() -> None:
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    off = [table["day"] for table in tables["off"]]
    assert len(off) == len(set(off))
    assert {table["instead_of"] for table in tables["worked"]} <= set(off)
    for table in tables["off"]:
        assert table["day"].weekday() < 5, table
        assert table["name"]
        assert table["name_en"]
        assert table["source"]
    for table in tables["worked"]:
        assert table["day"].weekday() >= 5, table
        assert table["source"]


def test_the_only_dispatches_cited_for_swaps_are_the_two_that_are_known() -> None:
    cited = {
        str(swap.instead_of): swap.source for swap in vietnam().worked if swap.source != "holidays 0.109"
    }
    assert cited == {
        "2025-05-02": "Thông báo 6150/TB-BLĐTBXH",
        "2026-01-02": "Công văn 12729/VPCP-KGVX, 25/12/2025",
    }


def test_the_day_of_culture_is_off_from_2026_and_was_worked_before() -> None:
    assert not vietnam().includes(date(2026, 11, 24))
    assert vietnam().includes(date(2025, 11, 24))
