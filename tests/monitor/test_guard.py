"""The clock's guard: what holds sending, what heals by itself, and which clock no daemon starts under."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.guard import RELEASED, Guard, Held, impossible

NOON = datetime(2027, 6, 1, 12, tzinfo=UTC)
LIMIT = timedelta(hours=36)
HOUR = timedelta(hours=1)
LOOK = timedelta(seconds=15)


def test_a_clock_that_only_goes_on_holds_nothing() -> None:
    guard = Guard(LIMIT, last_recorded=NOON - HOUR)
    for look in range(20_000):
        assert guard.look(NOON + look * LOOK, 15.0 * look) is None


@pytest.mark.contract(10)
def test_a_jump_beyond_the_limit_holds_sending() -> None:
    guard = Guard(LIMIT)
    guard.look(NOON, 100)
    held = guard.look(NOON + LIMIT + LOOK + timedelta(seconds=1), 115)
    assert held == Held("forward", NOON + LIMIT + LOOK + timedelta(seconds=1), LIMIT + timedelta(seconds=1))
    assert "jumped 36 hours forward" in str(held)
    assert "duewatch clock accept" in str(held)


def test_a_jump_of_just_the_limit_heals_by_itself() -> None:
    guard = Guard(LIMIT)
    guard.look(NOON, 100)
    assert guard.look(NOON + LIMIT + LOOK, 115) is None


def test_many_small_jumps_are_never_added_up() -> None:
    guard = Guard(LIMIT)
    for look in range(200):
        assert guard.look(NOON + look * timedelta(hours=30), 15.0 * look) is None


def test_a_loop_that_stood_still_is_no_jump_when_both_clocks_went_on() -> None:
    guard = Guard(LIMIT)
    guard.look(NOON, 100)
    assert guard.look(NOON + timedelta(days=9), 100 + timedelta(days=9).total_seconds()) is None


def test_the_first_look_has_nothing_to_compare_with() -> None:
    assert Guard(LIMIT).look(NOON + timedelta(days=900), 0) is None


def test_switched_off_any_jump_forward_passes() -> None:
    guard = Guard(None)
    guard.look(NOON, 100)
    assert guard.look(NOON + timedelta(days=900), 115) is None


def test_a_clock_more_than_a_day_behind_the_journal_holds_sending() -> None:
    guard = Guard(LIMIT, last_recorded=NOON)
    assert guard.look(NOON - timedelta(days=1), 100) is None
    held = guard.look(NOON - timedelta(days=1, seconds=1), 115)
    assert held is not None
    assert (held.cause, held.by) == ("behind", timedelta(days=1, seconds=1))


def test_an_hour_back_is_no_reason_to_hold() -> None:
    guard = Guard(LIMIT)
    guard.recorded(NOON)
    assert guard.look(NOON, 100) is None
    assert guard.look(NOON - HOUR, 115) is None


def test_what_is_recorded_counts_only_forward() -> None:
    guard = Guard(LIMIT)
    guard.recorded(NOON)
    guard.recorded(NOON - timedelta(days=3))
    assert guard.look(NOON - timedelta(days=2), 0) is not None


def test_a_hold_stays_when_the_clock_comes_right_until_somebody_accepts() -> None:
    guard = Guard(LIMIT)
    guard.look(NOON, 100)
    held = guard.look(NOON + timedelta(days=30), 115)
    assert held is not None
    assert guard.look(NOON + 2 * LOOK, 130) == held
    guard.accept(NOON + 3 * LOOK, 145)
    assert guard.held is None
    assert guard.look(NOON + 4 * LOOK, 160) is None


def test_an_accepted_clock_counts_from_where_it_stands() -> None:
    guard = Guard(LIMIT, last_recorded=NOON)
    back = NOON - timedelta(days=30)
    assert guard.look(back, 100) is not None
    guard.accept(back, 110)
    assert guard.look(back + LOOK, 125) is None
    assert guard.look(back - timedelta(days=2), 140) is not None


def test_a_hold_outlives_a_restart() -> None:
    held = Held("forward", NOON, LIMIT)
    assert Guard(LIMIT, held=held).look(NOON, 0) == held


def test_the_guard_says_how_far_the_clock_went_astray() -> None:
    guard = Guard(LIMIT)
    assert guard.jumped(NOON, 100) == timedelta()
    guard.look(NOON, 100)
    assert guard.jumped(NOON - HOUR + LOOK, 115) == -HOUR


@given(
    st.lists(st.tuples(st.integers(0, 15), st.integers(-(10**6), 129_600)), max_size=60),
)
def test_no_jump_within_the_limit_ever_holds(steps: list[tuple[int, int]]) -> None:
    guard, wall, monotonic = Guard(LIMIT), NOON, 0.0
    guard.look(wall, monotonic)
    for passed, jump in steps:
        wall += timedelta(seconds=passed + jump)
        monotonic += passed
        assert guard.look(wall, monotonic) is None


@pytest.mark.parametrize(
    "wall",
    [
        datetime(1970, 1, 1, tzinfo=UTC),
        datetime(2009, 12, 31, tzinfo=UTC),
        datetime(2100, 1, 1, tzinfo=UTC),
        datetime(RELEASED.year + 20, 12, 31, tzinfo=UTC),
        datetime(9999, 12, 31, tzinfo=UTC),
    ],
)
def test_no_daemon_starts_under_an_impossible_clock(wall: datetime) -> None:
    sentence = impossible(wall, None)
    assert sentence is not None
    assert f"{wall:%Y-%m-%d}" in sentence


def test_no_daemon_starts_more_than_a_day_before_what_the_journal_has_seen() -> None:
    assert impossible(NOON - timedelta(days=1), NOON) is None
    sentence = impossible(NOON - timedelta(days=1, seconds=1), NOON)
    assert sentence is not None
    assert "the journal was last written at 2027-06-01 12:00" in sentence


def test_a_long_rest_is_no_impossible_clock() -> None:
    assert impossible(NOON + timedelta(days=700), NOON) is None
    assert impossible(NOON, None) is None
