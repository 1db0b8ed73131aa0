"""When stages speak: counted from the deadline, moved to working days, repeated on a grid."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date

import pytest

from rules.coming import coming
from rules.ladder import highest_passed, lateness, next_moment, passed, planned, snoozed, timetable
from rules.model import Ladder, Snooze
from rules.setting import Setting
from tests.builders import SETTING, a_case, a_ladder, a_setting, a_stage, local, shown
from tests.rules.calendar_file import vietnam


def moments(due: str, ladder: Ladder | str = "standard") -> list[str | None]:
    table = timetable(a_case(due, ladder=ladder), SETTING)
    assert table is not None
    return [shown(moment) for moment in table.firsts]


def only(due: str, at: str) -> str:
    (moment,) = moments(due, a_ladder(a_stage("only", at)))
    assert moment is not None
    return moment


def test_the_road_of_before_1_july_2016() -> None:
    assert moments("2016-06-30") == [
        "2016-05-31T08:00",
        "2016-06-21T08:00",
        "2016-06-29T08:00",
        "2016-07-01T08:00",
        "2016-07-07T08:00",
        "2016-07-14T08:00",
    ]


def test_stages_before_a_swapped_day_off_count_back_from_the_safe_day() -> None:
    _, _, last_call, overdue, *_ = moments("2018-12-31")
    assert (last_call, overdue) == ("2018-12-27T08:00", "2019-01-02T08:00")


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("-30d", "2018-11-28"),  # from the safe day, Friday 28 December
        ("-2w", "2018-12-14"),
        ("-1m", "2018-11-28"),
        ("+1d", "2019-01-02"),  # from the last day, Monday 31; 1 January is a day off
        ("+1w", "2019-01-07"),
        ("+1m", "2019-01-31"),
        ("+4wd", "2019-01-05"),  # a Saturday that is worked
    ],
)
def test_minus_counts_back_from_the_safe_day_and_plus_on_from_the_last_day(at: str, day: str) -> None:
    assert only("2018-12-31", at) == f"{day}T08:00"


def test_a_month_clamps_to_the_months_last_day() -> None:
    assert only("2016-01-29", "+1m") == "2016-02-29T08:00"
    assert only("2015-01-30", "+1m") == "2015-03-02T08:00"  # 28 February 2015 is a Saturday
    assert only("2016-03-31", "-1m") == "2016-02-29T08:00"


def test_a_stage_before_the_deadline_moves_to_the_working_day_before() -> None:
    assert only("2016-06-30", "-4d") == "2016-06-24T08:00"  # the 26th is a Sunday


def test_a_stage_after_the_deadline_moves_to_the_working_day_after() -> None:
    assert only("2016-06-30", "+2d") == "2016-07-04T08:00"  # the 2nd is a Saturday


def test_stages_speak_at_the_configured_hour_of_the_place() -> None:
    table = timetable(a_case(), a_setting(send_at="14:30"))
    assert table is not None
    assert shown(table.firsts[0]) == "2016-05-31T14:30"


def test_repeats_lie_on_a_grid_counted_from_the_last_day_not_from_the_last_letter() -> None:
    table = timetable(a_case(), SETTING)
    assert table is not None
    assert [shown(table.moment(5, occurrence)) for occurrence in range(4)] == [
        "2016-07-14T08:00",
        "2016-07-21T08:00",
        "2016-07-28T08:00",
        "2016-08-04T08:00",
    ]


def test_a_stage_that_does_not_repeat_has_no_second_moment() -> None:
    table = timetable(a_case(), SETTING)
    assert table is not None
    with pytest.raises(ValueError, match="overdue does not repeat"):
        table.moment(3, 1)


def test_a_grid_of_another_unit_starts_at_the_stages_own_unmoved_day() -> None:
    ladder = a_ladder(a_stage("urged", "+2d", every="1w"))
    table = timetable(a_case(ladder=ladder), SETTING)
    assert table is not None
    # Saturday 2 July moves to Monday 4; so does Saturday 9 July, to the 11th: the grid itself stays on Saturdays.
    assert [shown(table.moment(0, n)) for n in range(3)] == [
        "2016-07-04T08:00",
        "2016-07-11T08:00",
        "2016-07-18T08:00",
    ]


def test_where_the_calendar_inverts_two_stages_the_lower_moves_to_the_highers_moment() -> None:
    # Over Tết 2016 (8 to 12 February off) five calendar days hold no working day.
    ladder = a_ladder(a_stage("low", "+1wd"), a_stage("high", "+2d"))
    assert moments("2016-02-10", ladder) == ["2016-02-15T08:00", "2016-02-15T08:00"]
    inverted = a_ladder(a_stage("low", "-9d"), a_stage("high", "-6wd"))
    low, high = moments("2016-02-17", inverted)
    assert low == high == "2016-02-02T08:00"


def test_a_case_without_a_ladder_or_a_last_day_has_no_moments() -> None:
    for case in (a_case(ladder=None), a_case(None)):
        assert timetable(case, SETTING) is None
        assert passed(case, local("2030-01-01"), SETTING) == ()
        assert next_moment(case, SETTING) is None
        assert highest_passed(case, local("2030-01-01"), SETTING) is None
        assert coming(case, local("2016-01-01"), SETTING) == ()


def test_a_stage_has_passed_from_its_very_moment_on() -> None:
    case = a_case()
    assert passed(case, local("2016-05-31T07:59"), SETTING) == ()
    (rung,) = passed(case, local("2016-05-31T08:00"), SETTING)
    assert (rung.index, rung.occurrence) == (0, 0)


def test_a_decided_stage_is_not_passed_again() -> None:
    case = a_case(decided=(1, 1, 0, 0, 0, 0))
    assert [rung.index for rung in passed(case, local("2016-06-30"), SETTING)] == [2]
    assert next_moment(case, SETTING) == local("2016-06-29T08:00")


def test_a_snooze_moves_only_snoozable_stages_that_would_speak_before_its_end() -> None:
    snooze = Snooze(date(2016, 6, 27), local("2016-06-27T08:00"), "waits", "lan")
    case = a_case(snooze=snooze)
    assert passed(case, local("2016-06-27T07:59"), SETTING) == ()
    assert [rung.index for rung in passed(case, local("2016-06-27T08:00"), SETTING)] == [0, 1]
    late = a_case(snooze=replace(snooze, until=date(2016, 7, 11), ends=local("2016-07-11T08:00")))
    assert [rung.index for rung in passed(late, local("2016-07-08"), SETTING)] == [2, 3, 4]


def test_a_snooze_does_not_hold_a_stage_of_the_moment_at_which_it_ends() -> None:
    case = a_case(snooze=Snooze(date(2016, 6, 21), local("2016-06-21T08:00"), "waits", "lan"))
    notice, reminder = passed(case, local("2016-06-21T08:00"), SETTING)
    assert (snoozed(case, notice), snoozed(case, reminder)) == (True, False)


def test_the_highest_passed_stage_is_found_decided_or_not() -> None:
    case = a_case(decided=(1, 1, 1, 1, 1, 3))
    top = highest_passed(case, local("2016-07-29"), SETTING)
    assert top is not None
    assert (top.index, top.occurrence) == (5, 2)
    assert highest_passed(case, local("2016-05-31T07:59"), SETTING) is None
    first = highest_passed(a_case(), local("2016-06-22"), SETTING)
    assert first is not None
    assert first.index == 1


def test_what_comes_is_told_soonest_first_and_of_two_at_one_moment_the_higher() -> None:
    ahead = coming(a_case(decided=(1,)), local("2016-06-01"), SETTING)
    assert [(stage.stage, shown(stage.moment)) for stage in ahead] == [
        ("reminder", "2016-06-21T08:00"),
        ("last-call", "2016-06-29T08:00"),
        ("overdue", "2016-07-01T08:00"),
    ]
    ladder = a_ladder(a_stage("low", "+1wd"), a_stage("high", "+2d"))
    (both,) = coming(a_case("2016-02-10", ladder=ladder), local("2016-02-01"), SETTING)
    assert both.stage == "high"


def test_what_comes_of_a_repeating_stage_are_its_next_occurrences() -> None:
    ahead = coming(a_case(decided=(1, 1, 1, 1, 1, 1)), local("2016-07-15"), SETTING)
    assert [(stage.occurrence, shown(stage.moment)) for stage in ahead] == [
        (1, "2016-07-21T08:00"),
        (2, "2016-07-28T08:00"),
        (3, "2016-08-04T08:00"),
    ]


def test_a_belated_stage_comes_at_the_next_hour_of_sending() -> None:
    (first, *_) = coming(a_case(decided=(1,)), local("2016-06-25T10:00"), SETTING)
    assert (first.stage, shown(first.moment)) == ("reminder", "2016-06-27T08:00")


def test_nothing_comes_for_a_case_that_is_over() -> None:
    assert coming(a_case(closed_on=date(2016, 6, 1)), local("2016-06-01"), SETTING) == ()


@pytest.mark.parametrize(
    ("today", "days"),
    [
        ("2016-07-01", 1),
        ("2016-07-02", 1),  # a Saturday
        ("2016-07-04", 2),
        ("2016-06-30", 0),
        ("2016-06-29", -1),
        ("2016-06-24", -4),
    ],
)
def test_the_first_working_day_after_the_last_day_is_one_working_day_late(today: str, days: int) -> None:
    assert lateness(a_case(), date.fromisoformat(today), vietnam()) == days


def test_a_weekend_after_the_last_day_is_late_already() -> None:
    assert lateness(a_case("2016-07-01"), date(2016, 7, 2), vietnam()) == 1


def test_a_case_without_a_last_day_is_never_late() -> None:
    assert lateness(a_case(None), date(2030, 1, 1), vietnam()) == 0


def test_what_was_reckoned_holds_on_to_no_setting_of_before() -> None:
    """Each reload brings a new calendar and directory: the old ones must go, without a search for garbage."""

    def settings() -> int:
        return sum(isinstance(thing, Setting) for thing in gc.get_objects())

    gc.collect()
    gc.disable()
    try:
        before = settings()
        reckon_everything(a_setting())
        assert settings() == before
    finally:
        gc.enable()


def reckon_everything(setting: Setting) -> None:
    case, late = a_case("2016-06-30", decided=(1, 1, 1, 1, 1, 2)), local("2016-09-01T09:00")
    assert planned(case, setting)
    assert coming(case, late, setting)
    assert passed(case, late, setting)
    assert next_moment(case, setting)
    assert highest_passed(case, late, setting)
