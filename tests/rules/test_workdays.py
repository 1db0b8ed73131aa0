"""Working days: counted, shifted, explained, and honest about years that nobody has decided."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.workdays import CalendarYear, OffDay, Workdays, WorkedDay
from tests.rules.calendar_file import vietnam

DAYS = st.dates(date(2005, 1, 1), date(2032, 12, 31))


def test_a_weekend_a_holiday_and_a_swapped_day_are_off_and_a_worked_saturday_is_not() -> None:
    assert not vietnam().includes(date(2016, 6, 18))
    assert not vietnam().includes(date(2016, 9, 2))
    assert not vietnam().includes(date(2018, 12, 31))
    assert vietnam().includes(date(2019, 1, 5))
    assert vietnam().includes(date(2016, 6, 30))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2019-04-26", 5, "2019-05-07"),
        ("2018-12-28", 5, "2019-01-07"),
        ("2016-06-30", 1, "2016-07-01"),
        ("2016-06-30", -7, "2016-06-21"),
        ("2016-06-30", -1, "2016-06-29"),
        ("2018-12-28", -1, "2018-12-27"),
        ("2018-12-31", 1, "2019-01-02"),
        ("2016-06-18", 1, "2016-06-20"),
        ("2016-06-18", -1, "2016-06-17"),
        ("2016-06-18", 0, "2016-06-18"),
        ("2026-01-01", 1, "2026-01-05"),
        ("2026-01-09", 1, "2026-01-10"),
    ],
)
def test_so_many_working_days_on_or_back(start: str, count: int, end: str) -> None:
    assert vietnam().shift(date.fromisoformat(start), count) == date.fromisoformat(end)


@given(DAYS, st.integers(-400, 400))
def test_a_shift_is_what_counting_day_by_day_gives(day: date, count: int) -> None:
    walked, left = day, abs(count)
    while left:
        walked += timedelta(days=1 if count > 0 else -1)
        left -= vietnam().includes(walked)
    assert vietnam().shift(day, count) == walked


@given(DAYS, st.integers(0, 4000))
def test_a_count_is_what_counting_day_by_day_gives_and_turns_its_sign(day: date, length: int) -> None:
    end = day + timedelta(days=length)
    one_by_one = sum(vietnam().includes(day + timedelta(days=number)) for number in range(1, length + 1))
    assert vietnam().count(day, end) == one_by_one
    assert vietnam().count(end, day) == -one_by_one


@given(DAYS)
def test_the_neighbouring_working_days_are_working_days_with_none_between(day: date) -> None:
    workdays = vietnam()
    after, before, following = workdays.on_or_after(day), workdays.on_or_before(day), workdays.next_after(day)
    assert before <= day <= after < following or (after == following and not workdays.includes(day))
    assert all(workdays.includes(found) for found in (before, after, following))
    assert workdays.count(day, following) == 1
    assert (before == after == day) == workdays.includes(day)


@given(DAYS)
def test_exactly_the_days_off_have_a_reason_in_both_languages(day: date) -> None:
    why = vietnam().why_off(day)
    assert (why is None) == vietnam().includes(day)
    if why is not None:
        assert str(day) in why.en
        assert f"{day.day}/{day.month}/{day.year}" in why.vi


def test_the_reason_names_the_weekday_the_holiday_or_the_swap_with_its_source() -> None:
    reasons = {
        day: vietnam().why_off(date.fromisoformat(day)) for day in ("2019-03-31", "2016-09-02", "2018-12-31")
    }
    assert [reason and reason.en for reason in reasons.values()] == [
        "2019-03-31 is a Sunday",
        "2016-09-02 is a day off: National Day (Bộ luật Lao động 2012, điều 115)",
        "2018-12-31 is a day off: Saturday 2019-01-05 is worked instead (holidays 0.109)",
    ]
    swap = reasons["2018-12-31"]
    assert swap is not None
    assert swap.vi == "31/12/2018 là ngày nghỉ hoán đổi, làm bù Thứ Bảy 5/1/2019 (holidays 0.109)"


def test_undecided_and_unknown_years_are_provisional_and_know_the_fixed_holidays_only() -> None:
    assert vietnam().known_until == date(2026, 12, 31)
    assert not vietnam().is_provisional(date(2026, 12, 31))
    assert vietnam().is_provisional(date(2027, 1, 1))
    assert not vietnam().includes(date(2027, 1, 1))
    assert not vietnam().includes(date(2028, 9, 2))
    # 1 May 2027 is a Saturday: the law itself gives the Monday.
    assert not vietnam().includes(date(2027, 5, 3))
    assert vietnam().includes(date(2027, 2, 8))
    assert vietnam().tet(2027) is None
    assert vietnam().tet(2016) == date(2016, 2, 8)


def test_two_holidays_on_one_weekend_give_two_substitute_days() -> None:
    # 30 April 2033 is a Saturday, 1 May a Sunday.
    assert [vietnam().includes(date(2033, 5, day)) for day in (2, 3, 4)] == [False, False, True]


def test_a_year_listed_as_undecided_uses_its_entries_and_stays_provisional() -> None:
    off = [OffDay(date(2027, 2, 8), "Tết Nguyên đán", "Lunar New Year", "draft")]
    years = [CalendarYear(2026, True), CalendarYear(2027, False, date(2027, 2, 6))]
    worked = [WorkedDay(date(2027, 2, 20), date(2027, 2, 8), "draft")]
    workdays = Workdays.of(years, off, worked)
    assert not workdays.includes(date(2027, 2, 8))
    assert workdays.includes(date(2027, 2, 20))
    assert workdays.is_provisional(date(2027, 2, 20))
    assert workdays.known_until == date(2026, 12, 31)
    assert workdays.tet(2027) == date(2027, 2, 6)


def test_an_empty_calendar_knows_weekends_and_decides_nothing() -> None:
    workdays = Workdays.of((), ())
    assert workdays.shift(date(2016, 6, 17), 1) == date(2016, 6, 20)
    assert workdays.is_provisional(date(2016, 6, 17))
