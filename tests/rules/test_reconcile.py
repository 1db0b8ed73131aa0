"""What changes when the catalogue meets the cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rules import commands
from rules.facts import AnchorSet, CaseOpened, CaseVanished, Closed, DeadlineMoved, Fact, Withdrawn
from rules.instrument import Instrument, KnownState, Obligation
from rules.life import evolve
from rules.model import Case, Original
from rules.stage_facts import StageReached, StageSkipped
from rules.term import After, DayOfPeriod, Every, OnDay
from tests.builders import FIGURE, SETTING, local, shown
from tests.rules.rulebook import an_instrument, an_obligation, meet, numbered, opened, watched
from tests.watched import Watched

OWNER, HEAD, LEADER = (f"{role}-of-bo-y-te" for role in ("owner", "head", "leader"))
JULY_29 = OnDay(date(2016, 7, 29))
QUARTERLY = Every("quarter", (DayOfPeriod(0, None),))


def skipped(facts: tuple[Fact, ...]) -> dict[str, str]:
    return {fact.stage: fact.reason for fact in facts if isinstance(fact, StageSkipped)}


def standing(*obligations: Obligation, at: str = "2016-05-25T10:00") -> tuple[Case, ...]:
    return tuple(numbered(change.case) for change in meet(an_instrument(*obligations), (), at).opened)


# Opening


def test_a_case_opens_with_its_days_and_looks_ahead() -> None:
    change = opened(an_obligation(), "2016-05-25T10:00")
    fact = change.facts[0]
    assert isinstance(fact, CaseOpened)
    assert replace(fact, plan=()) == CaseOpened(
        "nq-23-2016/1@bo-y-te", date(2016, 5, 25), "bo-y-te", date(2016, 6, 30), date(2016, 6, 30)
    )
    assert len(change.facts) == 1
    assert [(entry.stage, shown(entry.moment), entry.every, entry.snoozable) for entry in fact.plan] == [
        ("notice", "2016-05-31T08:00", None, True),
        ("reminder", "2016-06-21T08:00", None, True),
        ("last-call", "2016-06-29T08:00", None, False),
        ("overdue", "2016-07-01T08:00", None, False),
        ("escalated", "2016-07-07T08:00", None, False),
        ("urged", "2016-07-14T08:00", "5wd", False),
    ]
    assert change.case.next_look == local("2016-05-31T08:00")
    assert change.notices == ()


def test_a_case_opened_in_time_lets_the_highest_passed_stage_speak_and_skips_the_lower() -> None:
    case = watched(opened(an_obligation(), "2016-06-22T10:00"))
    assert case.next_look == local("2016-06-22T10:00")
    case.run("2016-06-22T10:00")
    assert case.spoken == [("2016-06-22T10:00", "reminder")]
    assert case.outcomes("notice") == {OWNER: "reminder spoke instead"}


def test_a_case_opened_on_its_last_day_is_not_late() -> None:
    case = watched(opened(an_obligation(), "2016-06-30T23:00"))
    assert case.case.quiet_until is None
    assert case.run("2016-07-01T07:00").spoken == [("2016-06-30T23:00", "last-call")]


def test_a_case_first_seen_late_skips_what_passed_and_registers_with_its_owner() -> None:
    change = opened(an_obligation(), "2016-07-15T10:00")
    (fact, *_) = change.facts
    assert isinstance(fact, CaseOpened)
    assert (fact.late, fact.quiet_until) == (True, local("2016-07-22T08:00"))
    assert set(skipped(change.facts)) == {"notice", "reminder", "last-call", "overdue", "escalated", "urged"}
    assert [(notice.kind, notice.officer, notice.role) for notice in change.notices] == [
        ("register", OWNER, "owner")
    ]
    assert change.notices[0].moment == local("2016-07-15T10:00")


def test_all_late_cases_of_one_load_stand_in_one_register_letter() -> None:
    found = meet(an_instrument(an_obligation(), an_obligation(id="2")), (), "2016-07-15T10:00").opened
    groups = {notice.group for change in found for notice in change.notices}
    assert len({notice.key for change in found for notice in change.notices}) == 2
    assert len(groups) == 1


def test_after_a_register_nothing_speaks_for_five_working_days() -> None:
    case = watched(opened(an_obligation(), "2016-07-08T10:00"))  # a Friday
    assert case.next_look == local("2016-07-15T08:00")
    assert case.look("2016-07-14T08:00") == ()
    case.run("2016-07-15T08:00")
    assert case.spoken == [("2016-07-15T08:00", "urged")]
    assert case.told("urged") == {LEADER, "watch-1", "watch-2"}
    assert case.run("2016-07-28T08:00").spoken[1:] == [
        ("2016-07-21T08:00", "urged"),
        ("2016-07-28T08:00", "urged"),
    ]


def test_the_five_working_days_run_through_a_weekend_of_loading() -> None:
    case = watched(opened(an_obligation(), "2016-07-02T10:00"))  # a Saturday
    assert case.run("2016-07-31").spoken[0] == ("2016-07-08T08:00", "escalated")


def test_what_should_have_spoken_at_the_end_of_the_quiet_days_lends_its_audience_when_nobody_looked() -> None:
    case = watched(opened(an_obligation(), "2016-07-02T10:00"))
    case.look("2016-07-15T09:00")
    assert case.spoken == [("2016-07-15T09:00", "urged")]
    assert case.told("urged") == {HEAD, LEADER, "watch-1", "watch-2"}  # the owner heard by the register


def test_a_case_late_for_years_fills_neither_journal_nor_letters() -> None:
    change = opened(an_obligation(), "2019-07-15T10:00")
    assert len(change.facts) < 15
    case = watched(change).run("2019-07-31")
    assert len({fact.occurrence for fact in case.facts if isinstance(fact, StageReached)}) == 2


def test_a_late_target_without_a_ladder_is_no_laggard() -> None:
    change = opened(an_obligation(ladder=None), "2016-07-15T10:00")
    assert (change.notices, change.case.quiet_until, change.case.next_look) == ((), None, None)


def test_a_case_known_to_be_done_opens_closed() -> None:
    state = KnownState("bo-y-te", done=date(2016, 6, 20), evidence="12/BC-BYT")
    change = opened(replace(an_obligation(), states=(state,)), "2016-07-15T10:00")
    assert change.facts[1] == Closed("nq-23-2016/1@bo-y-te", date(2016, 6, 20), "12/BC-BYT")
    assert (change.case.is_open, change.case.next_look, change.notices) == (False, None, ())


def test_done_by_a_day_counts_as_that_day() -> None:
    state = KnownState("bo-y-te", done_by=date(2016, 3, 24))
    change = opened(replace(an_obligation(), states=(state,)), "2016-05-25T10:00")
    assert change.case.closed_on == date(2016, 3, 24)
    assert change.case.evidence


def test_a_carried_over_case_shows_the_day_it_first_had() -> None:
    carried = replace(an_obligation(), original=Original(date(2016, 3, 31), "NQ 36a"))
    assert opened(carried, "2016-05-25T10:00").case.original_last_day == date(2016, 3, 31)


def test_a_figure_covers_whom_nothing_names() -> None:
    covered = replace(an_obligation(lead=("@ministries",)), figures=(FIGURE,))
    covered = replace(covered, states=(KnownState("vpcp", open_on=date(2016, 3, 24)),))
    found = {case.agency: case.unconfirmed for case in standing(covered)}
    assert found == {"vpcp": False, "bo-y-te": True, "bo-noi-vu": True}


def test_a_waiting_case_opens_without_days() -> None:
    change = opened(an_obligation(After(30, "day", "receipt")), "2016-05-25T10:00")
    assert (change.case.waits_for, change.case.last_day, change.case.next_look) == ("receipt", None, None)


# Standing


def test_a_catalogue_that_says_the_same_changes_nothing() -> None:
    cases = standing(an_obligation(lead=("@ministries",)))
    assert meet(an_instrument(an_obligation(lead=("@ministries",))), cases, "2016-05-26").changes == ()


def test_new_words_for_the_same_day_restate_the_case_without_a_fact() -> None:
    (case,) = standing(an_obligation())
    found = meet(an_instrument(replace(an_obligation(), task="Làm việc kia")), (case,), "2016-05-26")
    (change,) = found.restated
    assert (change.facts, change.case.brief.task, change.case.round) == ((), "Làm việc kia", 1)
    assert (found.opened, found.moved, found.vanished) == ((), (), ())


def test_another_day_moves_the_case_into_a_new_round_whose_passed_stages_stay_silent() -> None:
    (case,) = standing(an_obligation())
    seen = Watched(case).run("2016-06-21T08:00").case
    found = meet(an_instrument(an_obligation(JULY_29)), (seen,), "2016-07-01T10:00")
    (change,) = found.moved
    moved = next(fact for fact in change.facts if isinstance(fact, DeadlineMoved))
    assert (moved.was, moved.last_day, moved.round) == (date(2016, 6, 30), date(2016, 7, 29), 2)
    of_new_round = [fact for fact in change.facts if isinstance(fact, StageSkipped) and fact.round == 2]
    assert [(fact.stage, fact.reason) for fact in of_new_round] == [
        ("notice", "passed before the deadline was moved")
    ]
    assert change.case.next_look == local("2016-07-20T08:00")


def test_stages_due_when_the_deadline_moves_are_journalled_in_the_old_round() -> None:
    (case,) = standing(an_obligation())
    (change,) = meet(an_instrument(an_obligation(JULY_29)), (case,), "2016-05-31T08:00").moved
    old = [fact for fact in change.facts if isinstance(fact, StageSkipped) and fact.round == 1]
    assert [(fact.stage, fact.reason) for fact in old] == [("notice", "the deadline was moved first")]


def test_a_deadline_moved_to_a_day_that_is_past_does_not_speak_at_once() -> None:
    (case,) = standing(an_obligation(JULY_29))
    (change,) = meet(an_instrument(an_obligation()), (case,), "2016-07-05T10:00").moved
    assert change.case.quiet_until is None
    assert watched(change).run("2016-07-08").spoken == [("2016-07-07T08:00", "escalated")]


def test_an_extension_by_a_person_outlives_another_day_in_the_catalogue() -> None:
    (case,) = standing(an_obligation())
    seen = Watched(case)
    seen.do(commands.extend(case, date(2016, 8, 31), "2/QĐ", "r", local("2016-06-01"), SETTING), "2016-06-01")
    found = meet(an_instrument(an_obligation(JULY_29)), (seen.case,), "2016-06-02")
    assert found.moved == ()
    assert [change.case.last_day for change in found.restated] == [date(2016, 8, 31)]


def test_a_closed_case_keeps_the_day_it_was_judged_by() -> None:
    (case,) = standing(an_obligation())
    done = replace(case, closed_on=date(2016, 6, 1))
    found = meet(an_instrument(an_obligation(JULY_29)), (done,), "2016-06-02")
    assert found.moved == ()
    assert all(change.case.last_day == date(2016, 6, 30) for change in found.restated)


def test_a_day_that_a_person_entered_outlives_a_reload() -> None:
    obligation = an_obligation(After(30, "day", "receipt"))
    (case,) = standing(obligation)
    seen = Watched(case)
    seen.do(
        commands.anchor(case, "receipt", date(2016, 5, 25), "stamp", local("2016-05-26"), SETTING),
        "2016-05-26",
    )
    assert [type(fact) for fact in seen.facts] == [AnchorSet]
    found = meet(an_instrument(replace(obligation, task="Làm việc kia")), (seen.case,), "2016-05-27")
    assert [(change.facts, change.case.last_day) for change in found.changes] == [((), date(2016, 6, 24))]


# Vanishing and coming back


def test_a_case_that_no_file_names_any_more_is_watched_on_and_said() -> None:
    (case,) = standing(an_obligation())
    found = meet(None, (case,), "2016-05-26")
    (change,) = found.vanished
    assert change.facts == (CaseVanished(case.key, date(2016, 5, 26)),)
    assert watched(change).run("2016-05-31T08:00").spoken == [("2016-05-31T08:00", "notice")]


def test_a_vanished_case_is_said_once_and_its_return_too() -> None:
    (case,) = standing(an_obligation())
    gone = meet(None, (case,), "2016-05-26").vanished[0].case
    assert meet(None, (gone,), "2016-05-27").changes == ()
    (change,) = meet(an_instrument(an_obligation()), (gone,), "2016-05-28").changes
    assert change.facts == (CaseVanished(case.key, date(2016, 5, 28), returned=True),)
    assert not change.case.vanished


def test_a_closed_case_does_not_vanish() -> None:
    (case,) = standing(an_obligation())
    assert meet(None, (replace(case, closed_on=date(2016, 5, 26)),), "2016-05-27").changes == ()


def test_the_periods_of_a_vanished_recurring_duty_vanish_with_it() -> None:
    cases = standing(an_obligation(QUARTERLY))
    assert [case.brief.period for case in cases] == ["2016-Q1", "2016-Q2"]
    assert len(meet(None, cases, "2016-05-26").vanished) == 2


def test_the_periods_of_a_recurring_duty_that_stays_never_vanish() -> None:
    cases = standing(an_obligation(QUARTERLY))
    for day in ("2016-05-26", "2016-06-30", "2016-07-01", "2017-07-01"):
        found = meet(an_instrument(an_obligation(QUARTERLY)), cases, day)
        assert found.vanished == ()
        cases = (*cases, *(change.case for change in found.opened))
    assert [case.brief.period for case in cases] == [
        "2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4", "2017-Q1", "2017-Q2", "2017-Q3",
    ]  # fmt: skip


# Folding


def test_an_older_duty_that_a_later_instrument_continues_is_withdrawn_there_and_told_why() -> None:
    (case,) = standing(an_obligation())
    later = an_instrument(
        replace(an_obligation(JULY_29), continues="nq-23-2016/1"), day="2016-06-01", id="nq-9"
    )
    (change,) = meet(an_instrument(an_obligation()), (case,), "2016-06-01T09:00", later).moved
    withdrawn = change.facts[-1]
    assert isinstance(withdrawn, Withdrawn)
    assert withdrawn.by_instrument == "nq-9"
    assert change.case.next_look is None


def test_a_continued_duty_is_not_opened_and_before_the_later_instruments_day_it_is() -> None:
    later = an_instrument(
        replace(an_obligation(JULY_29), continues="nq-23-2016/1"), day="2016-06-01", id="nq-9"
    )
    assert meet(an_instrument(an_obligation()), (), "2016-06-01", later).opened == ()
    assert len(meet(an_instrument(an_obligation()), (), "2016-05-31", later).opened) == 1


def test_only_the_agencies_that_the_later_instrument_names_are_folded() -> None:
    cases = standing(an_obligation(lead=("@ministries",)))
    later = an_instrument(
        replace(an_obligation(JULY_29), continues="nq-23-2016/1"), day="2016-06-01", id="nq-9"
    )
    found = meet(an_instrument(an_obligation(lead=("@ministries",))), cases, "2016-06-01", later)
    assert [change.case.agency for change in found.moved] == ["bo-y-te"]


def folded_and_reopened() -> tuple[Case, Instrument]:
    """A case that a later instrument continued, and that a person has reopened since; and that instrument."""
    (case,) = standing(an_obligation())
    later = an_instrument(
        replace(an_obligation(JULY_29), continues="nq-23-2016/1"), day="2016-06-01", id="nq-9"
    )
    (change,) = meet(an_instrument(an_obligation()), (case,), "2016-06-02T10:00", later).moved
    answer = commands.reopen(change.case, "việc cũ vẫn phải làm", local("2016-06-03T10:00"), SETTING)
    assert isinstance(answer, tuple)
    folded = change.case
    for fact in answer:
        folded = evolve(folded, fact)
    return folded, later


def test_a_folded_case_that_a_person_reopens_is_not_folded_again() -> None:
    case, later = folded_and_reopened()
    assert case.is_open
    found = meet(an_instrument(an_obligation()), (case,), "2016-06-04T10:00", later)
    assert found.moved == ()


def test_another_instrument_that_continues_a_reopened_case_folds_it_anew() -> None:
    case, later = folded_and_reopened()
    newer = an_instrument(
        replace(an_obligation(JULY_29), continues="nq-23-2016/1"), day="2016-06-10", id="nq-10"
    )
    (change,) = meet(an_instrument(an_obligation()), (case,), "2016-06-10T10:00", later, newer).moved
    assert [fact.by_instrument for fact in change.facts if isinstance(fact, Withdrawn)] == ["nq-10"]
    answer = commands.reopen(change.case, "vẫn phải làm", local("2016-06-11T10:00"), SETTING)
    assert isinstance(answer, tuple)
    again = change.case
    for fact in answer:
        again = evolve(again, fact)
    assert meet(an_instrument(an_obligation()), (again,), "2016-06-12T10:00", later, newer).moved == ()
