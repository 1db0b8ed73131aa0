"""A stage that would reach nobody is known ten working days before it speaks."""

from __future__ import annotations

from datetime import date

import pytest

from rules.model import Case, Role
from rules.setting import Setting
from rules.unreached import horizon, silent_agencies, unreached
from tests.builders import (
    FIGURE,
    SETTING,
    a_case,
    a_ladder,
    a_setting,
    a_stage,
    an_officer,
    builtin_ladder,
    local,
    shown,
)

EARLY = local("2016-06-20T09:00")
NOBODY = a_setting(officers=())


def of_health(*roles: Role) -> Setting:
    """Only these officers, and no monitoring office."""
    return a_setting(officers=[an_officer(role, "bo-y-te", role) for role in roles])


def found(setting: Setting, case: Case | None = None, at: str = "2016-06-20T09:00") -> list[str]:
    stages = unreached(case or a_case(), local(at), setting)
    return [f"{one.stage} {shown(one.moment)}" for one in stages]


def test_the_horizon_is_ten_working_days_ahead() -> None:
    assert shown(horizon(EARLY, SETTING)) == "2016-07-04T08:00"


def test_nobody_is_missed_where_the_directory_is_full() -> None:
    assert found(SETTING) == []


def test_every_stage_within_the_horizon_is_named_and_none_after_it() -> None:
    assert found(NOBODY) == [
        "reminder 2016-06-21T08:00",
        "last-call 2016-06-29T08:00",
        "overdue 2016-07-01T08:00",
    ]
    assert found(NOBODY, at="2016-07-05T09:00")[0] == "escalated 2016-07-07T08:00"


def test_a_moment_on_the_horizon_itself_counts() -> None:
    assert found(NOBODY, at="2016-06-17T08:00")[-1] == "overdue 2016-07-01T08:00"
    assert found(NOBODY, at="2016-06-16T08:00")[-1] == "last-call 2016-06-29T08:00"


def test_whoever_is_next_in_line_counts_as_reached() -> None:
    assert found(of_health("leader")) == []


def test_an_owner_alone_is_not_escalated_to() -> None:
    assert found(of_health("owner"), at="2016-07-05T09:00") == [
        "escalated 2016-07-07T08:00",
        "urged 2016-07-14T08:00",
    ]


def test_a_monitoring_office_reads_what_nobody_else_does() -> None:
    watch = a_setting(officers=[an_officer("watch", "*", "watch")])
    assert found(watch) == []
    assert silent_agencies([builtin_ladder("standard")], date(2016, 6, 20), watch) == frozenset()


def test_an_assigned_officer_is_reached_though_the_agency_has_nobody() -> None:
    elsewhere = a_setting(officers=[an_officer("lan", "ha-noi", "owner")])
    assert found(elsewhere)[0].startswith("reminder")
    assert found(elsewhere, a_case(assigned="lan")) == []


@pytest.mark.parametrize("case", [a_case(closed_on=date(2016, 6, 1)), a_case(withdrawn=True)])
def test_a_case_that_is_over_needs_nobody(case: Case) -> None:
    assert found(NOBODY, case) == []


def test_a_case_without_a_ladder_needs_nobody() -> None:
    assert found(NOBODY, a_case(ladder=None)) == []


def test_a_late_stage_of_a_case_that_only_a_count_covers_is_held_anyhow() -> None:
    assert found(NOBODY, a_case(figure=FIGURE)) == ["reminder 2016-06-21T08:00", "last-call 2016-06-29T08:00"]


def test_only_agencies_without_anybody_for_some_stage_need_a_look() -> None:
    day = date(2016, 6, 20)
    standard = [builtin_ladder("standard")]
    assert silent_agencies(standard, day, SETTING) == frozenset()
    assert "bo-y-te" in silent_agencies(standard, day, of_health("owner"))
    assert "bo-y-te" not in silent_agencies(standard, day, of_health("leader"))
    assert "ha-noi" in silent_agencies(standard, day, of_health("leader"))


def test_a_stage_for_the_cooperating_alone_makes_every_agency_worth_a_look() -> None:
    ladder = a_ladder(a_stage("ask", "-7wd", "cooperating"))
    assert silent_agencies([ladder], date(2016, 6, 20), SETTING) == frozenset(SETTING.agencies)
    assert found(SETTING, a_case(ladder=ladder)) == []
    alone = a_setting(officers=[an_officer("lan", "bo-y-te", "owner"), an_officer("w", "*", "watch")])
    assert found(alone, a_case(ladder=ladder)) == ["ask 2016-06-21T08:00"]


@pytest.mark.parametrize("roles", [(), ("owner",), ("head",), ("leader",), ("owner", "leader")])
def test_no_stage_is_unreached_outside_the_silent_agencies(roles: tuple[Role, ...]) -> None:
    setting = of_health(*roles)
    silent = silent_agencies([builtin_ladder("standard")], date(2016, 6, 20), setting)
    for agency in ("bo-y-te", "ha-noi"):
        if agency not in silent:
            for at in ("2016-06-01T09:00", "2016-06-20T09:00", "2016-07-20T09:00"):
                assert found(setting, a_case(agency=agency), at) == []
