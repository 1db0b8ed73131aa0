"""The ladder, sentence by sentence: what one case says, to whom, and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rules import commands
from rules.decide import NOBODY, UNCONFIRMED, decide, rule_of
from rules.facts import PromiseBroken
from rules.model import Case
from rules.people import Agency
from rules.stage_facts import StageHeld, StageReached, StageSkipped
from tests.builders import (
    FIGURE,
    SETTING,
    a_case,
    a_ladder,
    a_setting,
    a_stage,
    builtin_ladder,
    local,
    the_officers,
)
from tests.watched import Watched

OWNER, HEAD, LEADER = "owner-of-bo-y-te", "head-of-bo-y-te", "leader-of-bo-y-te"
HELPER = "owner-of-vpcp"
WATCH = {"watch-1", "watch-2"}
ROAD = [
    ("2016-05-31T08:00", "notice"),
    ("2016-06-21T08:00", "reminder"),
    ("2016-06-29T08:00", "last-call"),
    ("2016-07-01T08:00", "overdue"),
    ("2016-07-07T08:00", "escalated"),
    ("2016-07-14T08:00", "urged"),
    ("2016-07-21T08:00", "urged"),
    ("2016-07-28T08:00", "urged"),
]


# The road


def test_the_road_of_before_1_july_2016() -> None:
    assert Watched(a_case()).run("2016-07-31").spoken == ROAD


def test_the_road_of_quarter_four_2018_whose_last_day_is_swapped_off() -> None:
    watched = Watched(a_case("2018-12-31", on="2018-11-29")).run("2019-01-31")
    assert ("2018-12-27T08:00", "last-call") in watched.spoken
    assert ("2019-01-02T08:00", "overdue") in watched.spoken


def test_an_hourly_look_sees_the_same_road() -> None:
    watched, moment = Watched(a_case()), local("2016-05-25")
    while moment < local("2016-07-31"):
        watched.look(moment)
        moment += timedelta(hours=1)
    assert watched.spoken == ROAD
    assert watched.facts == Watched(a_case()).run("2016-07-30T23:00").facts


def test_each_stage_speaks_to_its_own_audience() -> None:
    watched = Watched(a_case()).run("2016-07-14T08:00")
    assert watched.told("notice") == {OWNER}
    assert watched.told("reminder") == {OWNER, HELPER}
    assert watched.told("last-call") == {OWNER, HEAD}
    assert watched.told("overdue") == {OWNER, HEAD}
    assert watched.told("escalated") == {HEAD, LEADER}
    assert watched.told("urged") == {LEADER, *WATCH}


def test_the_collective_ladder_tells_the_monitoring_office_when_overdue() -> None:
    watched = Watched(a_case(ladder="collective")).run("2016-07-01T08:00")
    assert watched.told("overdue") == {OWNER, HEAD, *WATCH}


def test_the_recurring_ladder_has_no_notice() -> None:
    recurring, standard = builtin_ladder("recurring"), builtin_ladder("standard")
    assert recurring.stages == standard.stages[1:]


def test_a_milestone_is_said_to_the_owner_alone_and_then_never_again() -> None:
    watched = Watched(a_case(ladder="milestone")).run("2030-01-01")
    assert [stage for _, stage in watched.spoken] == ["reminder", "last-call", "overdue"]
    assert {fact.officer for fact in watched.facts if isinstance(fact, StageReached)} == {OWNER}
    assert watched.next_look is None


def test_a_target_says_nothing() -> None:
    decision = decide(a_case(ladder=None), local("2016-08-01T09:00"), SETTING)
    assert (decision.facts, decision.next_look) == ((), None)


@pytest.mark.parametrize("case", [a_case(closed_on=date(2016, 6, 1)), a_case(withdrawn=True)])
def test_a_case_that_is_over_stays_silent(case: Case) -> None:
    decision = decide(case, local("2016-08-01T09:00"), SETTING)
    assert (decision.facts, decision.case, decision.next_look) == ((), case, None)


def test_a_fact_says_its_key_its_moment_and_its_rule() -> None:
    (first, second) = Watched(a_case()).look("2016-06-21T08:00")[1:]
    assert isinstance(first, StageReached)
    assert (first.case, first.round, first.stage, first.occurrence) == (
        "nq-23-2016/1@bo-y-te",
        1,
        "reminder",
        0,
    )
    assert (first.officer, first.role, first.instead) == (OWNER, "owner", None)
    assert (first.moment, first.effective, first.reason) == (
        local("2016-06-21T08:00"),
        date(2016, 6, 21),
        "-7wd",
    )
    assert isinstance(second, StageReached)
    assert (second.officer, second.role) == (HELPER, "cooperating")


def test_a_rule_is_written_as_in_the_ladder_file() -> None:
    stages = builtin_ladder("standard").stages
    assert [rule_of(stage, 0) for stage in stages[:2]] == ["-30d", "-7wd"]
    assert rule_of(stages[5], 2) == "+10wd, every 5wd, occurrence 3"


# Late letters and several stages at one look


@pytest.mark.parametrize(
    ("looked", "spoke"),
    [
        ("2016-05-31T08:00", "2016-05-31T08:00"),
        ("2016-05-31T17:45", "2016-05-31T17:45"),  # a working day, after eight: at once
        ("2016-06-03T23:59", "2016-06-03T23:59"),
        ("2016-06-04T10:00", "2016-06-06T08:00"),  # a Saturday: on Monday
        ("2016-06-02T03:00", "2016-06-02T08:00"),  # before eight: at eight
    ],
)
def test_a_stage_that_is_late_speaks_at_once_on_a_working_day_after_the_hour_else_at_the_next(
    looked: str, spoke: str
) -> None:
    watched = Watched(a_case())
    watched.look(looked)
    assert watched.run("2016-06-10").spoken == [(spoke, "notice")]


def test_of_several_stages_passed_at_one_look_only_the_highest_speaks() -> None:
    watched = Watched(a_case())
    watched.look("2016-07-01T08:00")
    assert watched.spoken == [("2016-07-01T08:00", "overdue")]
    assert watched.outcomes("notice") == {OWNER: "overdue spoke instead"}
    assert watched.outcomes("reminder") == {OWNER: "overdue spoke instead", HELPER: "overdue spoke instead"}
    assert watched.outcomes("last-call") == {OWNER: "overdue spoke instead", HEAD: "overdue spoke instead"}


def test_the_highest_speaks_to_the_lower_ones_audience_too() -> None:
    watched = Watched(a_case())
    watched.look("2016-07-01T08:00")
    assert watched.told("overdue") == {OWNER, HEAD, HELPER}


def test_missed_repeats_are_made_up_by_the_last_alone() -> None:
    watched = Watched(a_case()).run("2016-07-14T08:00")
    facts = watched.look("2016-08-04T09:00")
    assert {(fact.stage, fact.occurrence) for fact in facts if isinstance(fact, StageReached)} == {
        ("urged", 3)
    }
    assert {fact.occurrence for fact in facts if isinstance(fact, StageSkipped)} == {1, 2}
    assert watched.next_look == local("2016-08-11T08:00")


def test_where_two_stages_fall_together_only_the_higher_speaks() -> None:
    ladder = a_ladder(a_stage("low", "+1wd"), a_stage("high", "+2d", "head"))
    watched = Watched(a_case("2016-02-10", ladder=ladder, on="2016-01-15")).run("2016-03-01")
    assert watched.spoken == [("2016-02-15T08:00", "high")]
    assert watched.told("high") == {OWNER, HEAD}
    assert watched.outcomes("low") == {OWNER: "high spoke instead"}


def test_two_roles_that_lead_to_one_officer_give_one_notice() -> None:
    nobody_heads = [officer for officer in the_officers() if officer.id != HEAD]
    # The head's letters go to the leader, who is in the audience already.
    watched = Watched(a_case(), a_setting(officers=nobody_heads)).run("2016-07-07T08:00")
    assert watched.outcomes("escalated") == {LEADER: "spoke"}


def test_a_stage_that_nobody_would_get_is_held_and_said() -> None:
    alone = a_setting(officers=[], agencies=[Agency("bo-y-te", "Bộ Y tế", "Ministry of Health")])
    watched = Watched(a_case(), alone).run("2016-06-21T08:00")
    assert watched.outcomes("reminder") == {"": NOBODY}
    assert watched.spoken == []


def test_a_lower_stage_that_nobody_would_get_is_journalled_without_an_officer() -> None:
    ladder = a_ladder(a_stage("low", "-2wd", "cooperating"), a_stage("high", "-1wd"))
    nobody_helps = [officer for officer in the_officers() if officer.id != HELPER]
    watched = Watched(a_case(ladder=ladder), a_setting(officers=nobody_helps))
    watched.look("2016-06-29T08:00")
    assert watched.outcomes("low") == {"": "high spoke instead"}
    assert watched.outcomes("high") == {OWNER: "spoke"}


# Snooze


def snoozed(watched: Watched, until: str, at: str) -> Watched:
    return watched.do(
        commands.snooze(watched.case, date.fromisoformat(until), "waits", "lan", local(at), watched.setting),
        at,
    )


def test_a_snooze_moves_a_stage_to_the_first_working_day_on_or_after_its_end() -> None:
    watched = snoozed(Watched(a_case()).run("2016-06-20"), "2016-06-25", "2016-06-20T10:00")
    assert watched.run("2016-06-28").spoken == [ROAD[0], ("2016-06-27T08:00", "reminder")]


def test_a_snooze_journals_nothing_as_held_before_it_ends() -> None:
    watched = snoozed(Watched(a_case()).run("2016-06-20"), "2016-06-25", "2016-06-20T10:00")
    assert watched.look("2016-06-24T10:00") == ()


def test_after_a_snooze_the_highest_speaks_and_the_lower_are_held() -> None:
    ladder = a_ladder(a_stage("low", "-8wd"), a_stage("high", "-6wd"))
    watched = snoozed(Watched(a_case(ladder=ladder)), "2016-06-24", "2016-06-17T10:00").run("2016-06-30")
    assert watched.spoken == [("2016-06-24T08:00", "high")]
    assert watched.outcomes("low") == {OWNER: "snoozed until 2016-06-24"}


def test_if_a_higher_stage_has_spoken_meanwhile_all_snoozed_ones_are_held() -> None:
    watched = snoozed(Watched(a_case()).run("2016-06-20"), "2016-06-30", "2016-06-20T10:00").run(
        "2016-06-30T08:00"
    )
    assert watched.spoken == [ROAD[0], ROAD[2]]
    assert set(watched.outcomes("reminder").values()) == {"snoozed until 2016-06-30"}


def test_a_stage_that_a_snooze_keeps_back_lends_no_audience_once_it_is_overtaken() -> None:
    watched = snoozed(Watched(a_case()).run("2016-06-20"), "2016-07-01", "2016-06-20T10:00").run(
        "2016-07-01T08:00"
    )
    assert watched.told("overdue") == {OWNER, HEAD}


def test_a_snooze_never_holds_a_stage_that_is_not_snoozable() -> None:
    watched = snoozed(Watched(a_case()).run("2016-06-22"), "2016-07-06", "2016-06-22T10:00")
    assert watched.run("2016-07-31").spoken == ROAD


def test_ending_a_snooze_after_a_higher_stage_has_spoken_names_that_stage() -> None:
    watched = snoozed(Watched(a_case()).run("2016-06-20"), "2016-07-04", "2016-06-20T10:00").run(
        "2016-06-29T09:00"
    )
    watched.do(commands.unsnooze(watched.case, local("2016-06-29T09:00"), SETTING), "2016-06-29T09:00")
    watched.run("2016-06-29T09:00")
    assert set(watched.outcomes("reminder").values()) == {"last-call spoke instead"}


def test_ending_a_snooze_lets_the_stage_speak_at_once() -> None:
    watched = snoozed(Watched(a_case()).run("2016-06-20"), "2016-06-30", "2016-06-20T10:00")
    watched.do(commands.unsnooze(watched.case, local("2016-06-22T10:00"), SETTING), "2016-06-22T10:00")
    assert watched.run("2016-06-23").spoken == [ROAD[0], ("2016-06-22T10:00", "reminder")]


# Promises


def promised(watched: Watched, officer: str, until: str, at: str) -> Watched:
    day = date.fromisoformat(until)
    return watched.do(commands.acknowledge(watched.case, officer, day, "", local(at), watched.setting), at)


def test_a_promise_holds_stages_to_its_officer_whose_moment_falls_before_its_day() -> None:
    watched = promised(Watched(a_case()), OWNER, "2016-06-22", "2016-06-01T10:00").run("2016-06-22")
    assert watched.outcomes("reminder") == {OWNER: "promised by 2016-06-22", HELPER: "spoke"}


def test_a_promise_does_not_hold_a_stage_of_its_own_day() -> None:
    watched = promised(Watched(a_case()), OWNER, "2016-06-21", "2016-06-01T10:00").run("2016-06-21T08:00")
    assert watched.told("reminder") == {OWNER, HELPER}


def test_what_a_promise_holds_is_held_for_good() -> None:
    watched = promised(Watched(a_case()), OWNER, "2016-06-22", "2016-06-01T10:00").run("2016-06-28")
    assert watched.outcomes("reminder")[OWNER] == "promised by 2016-06-22"


def test_what_a_promise_holds_is_held_even_if_nobody_looked_until_it_broke() -> None:
    watched = promised(Watched(a_case()), OWNER, "2016-06-23", "2016-06-01T10:00")
    facts = watched.look("2016-06-27T09:00")
    assert watched.outcomes("reminder") == {OWNER: "promised by 2016-06-23", HELPER: "spoke"}
    (broken,) = [fact for fact in facts if isinstance(fact, PromiseBroken)]
    assert broken.held == "reminder"


def test_a_broken_promise_is_told_on_the_first_working_day_after_it() -> None:
    watched = promised(Watched(a_case()).run("2016-06-22"), OWNER, "2016-06-24", "2016-06-22T10:00")
    assert watched.next_look == local("2016-06-27T08:00")  # the 24th is a Friday
    watched.run("2016-06-28")
    (broken,) = [entry for entry in watched.journal if isinstance(entry.fact, PromiseBroken)]
    assert broken.moment == local("2016-06-27T08:00")
    assert broken.fact == PromiseBroken(
        "nq-23-2016/1@bo-y-te", date(2016, 6, 27), OWNER, date(2016, 6, 24), None
    )


def test_a_promise_that_broke_while_nobody_looked_is_told_on_a_working_day_too() -> None:
    watched = promised(Watched(a_case()).run("2016-06-22"), OWNER, "2016-06-23", "2016-06-22T10:00")
    assert watched.look("2016-06-25T12:00") == ()
    assert watched.next_look == local("2016-06-27T08:00")


def test_a_broken_promise_names_the_highest_stage_that_it_held() -> None:
    watched = promised(Watched(a_case()), OWNER, "2016-06-30", "2016-06-01T10:00").run("2016-07-01T08:00")
    (broken,) = [fact for fact in watched.facts if isinstance(fact, PromiseBroken)]
    assert broken.held == "last-call"


def test_a_promise_does_not_answer_for_what_a_snooze_held() -> None:
    watched = promised(Watched(a_case()).run("2016-06-20"), OWNER, "2016-06-30", "2016-06-20T09:00")
    watched = snoozed(watched, "2016-06-30", "2016-06-20T10:00").run("2016-07-01T08:00")
    (broken,) = [fact for fact in watched.facts if isinstance(fact, PromiseBroken)]
    assert broken.held == "last-call"


def test_a_new_promise_answers_for_what_the_one_it_replaces_held() -> None:
    watched = promised(Watched(a_case()), OWNER, "2016-06-22", "2016-06-01T10:00").run("2016-06-22")
    watched = promised(watched, OWNER, "2016-06-27", "2016-06-22T10:00").run("2016-06-28T08:00")
    (broken,) = [fact for fact in watched.facts if isinstance(fact, PromiseBroken)]
    assert (broken.until, broken.held) == (date(2016, 6, 27), "reminder")


def test_promises_of_two_officers_break_each_by_itself() -> None:
    watched = promised(Watched(a_case()).run("2016-06-21T08:00"), OWNER, "2016-06-24", "2016-06-22T10:00")
    watched = promised(watched, HEAD, "2016-06-24", "2016-06-22T11:00").run("2016-06-27T08:00")
    assert [fact.officer for fact in watched.facts if isinstance(fact, PromiseBroken)] == [OWNER, HEAD]


# Figures


def test_stages_before_the_deadline_speak_though_the_case_is_unconfirmed() -> None:
    assert Watched(a_case(figure=FIGURE)).run("2016-06-30").spoken == ROAD[:3]


def test_stages_after_the_deadline_of_an_unconfirmed_case_are_held() -> None:
    watched = Watched(a_case(figure=FIGURE)).run("2016-07-22")
    assert watched.spoken == ROAD[:3]
    held = [fact for fact in watched.facts if isinstance(fact, StageHeld)]
    assert {fact.stage for fact in held} == {"overdue", "escalated", "urged"}
    assert {fact.reason for fact in held} == {UNCONFIRMED}
    assert {fact.occurrence for fact in held if fact.stage == "urged"} == {0, 1}


def test_a_case_confirmed_late_lets_the_highest_passed_stage_speak_to_its_own_audience() -> None:
    watched = Watched(a_case(figure=FIGURE)).run("2016-07-08T10:00")
    watched.do(
        commands.progress(watched.case, 40, "", local("2016-07-08T10:00"), SETTING), "2016-07-08T10:00"
    )
    watched.run("2016-07-08T10:00")
    assert watched.case.round == 2
    reached = [fact for fact in watched.facts if isinstance(fact, StageReached) and fact.round == 2]
    assert {(fact.stage, fact.officer) for fact in reached} == {("escalated", HEAD), ("escalated", LEADER)}
    assert watched.run("2016-07-14T08:00").spoken[-1] == ROAD[5]


def test_a_case_confirmed_in_time_goes_on_in_its_round() -> None:
    watched = Watched(a_case(figure=FIGURE)).run("2016-06-22")
    watched.do(
        commands.progress(watched.case, 40, "", local("2016-06-22T10:00"), SETTING), "2016-06-22T10:00"
    )
    assert watched.run("2016-07-31").spoken == ROAD
    assert watched.case.round == 1


def test_a_report_of_all_done_confirms_nothing() -> None:
    watched = Watched(a_case(figure=FIGURE)).run("2016-07-08T10:00")
    watched.do(
        commands.progress(watched.case, 100, "", local("2016-07-08T10:00"), SETTING), "2016-07-08T10:00"
    )
    assert watched.case.unconfirmed
    assert watched.run("2016-07-31").spoken == ROAD[:3]


def test_years_of_repeats_do_not_fill_the_journal_when_a_case_is_confirmed() -> None:
    watched = Watched(a_case(figure=FIGURE)).run("2016-07-01T08:00")
    at = "2019-07-01T10:00"
    watched.case = decide(watched.case, local(at), SETTING).case
    answer = commands.progress(watched.case, 40, "", local(at), SETTING)
    assert isinstance(answer, tuple)
    assert len(answer) < 20
    facts = watched.do(answer, at).look(at)
    assert {fact.stage for fact in facts if isinstance(fact, StageReached)} == {"urged"}
    assert len(facts) < 10


# The next look


def test_the_next_look_is_the_next_stage() -> None:
    assert decide(a_case(), local("2016-05-25T10:00"), SETTING).next_look == local("2016-05-31T08:00")


def test_a_belated_stage_outside_working_hours_is_looked_at_in_the_morning() -> None:
    decision = decide(a_case(), local("2016-06-04T10:00"), SETTING)
    assert (decision.facts, decision.next_look) == ((), local("2016-06-06T08:00"))


def test_an_undated_case_with_a_promise_is_looked_at_when_it_is_due() -> None:
    watched = promised(Watched(a_case(None)), OWNER, "2016-06-24", "2016-06-22T10:00")
    assert watched.next_look == local("2016-06-27T08:00")
    watched.run("2016-06-27T08:00")
    assert watched.next_look is None
