"""Commands: what they do to a case, and every refusal in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules import commands
from rules.commands import Answer, Refusal
from rules.facts import (
    Acknowledged,
    AnchorSet,
    CaseFact,
    Closed,
    Extended,
    Reopened,
    Snoozed,
    Unsnoozed,
    Withdrawn,
)
from rules.model import Case, Promise
from rules.stage_facts import StageReached, StageSkipped
from rules.term import After
from tests.builders import FIGURE, SETTING, a_brief, a_case, local
from tests.watched import Watched

OWNER, HEAD = "owner-of-bo-y-te", "head-of-bo-y-te"
NOON = "2016-06-20T12:00"
CLOSED = a_case(closed_on=date(2016, 6, 1), evidence="1/BC")
WITHDRAWN = a_case(withdrawn=True)
WAITING = a_case(brief=a_brief(After(30, "day", "receipt")))


def refused(answer: Answer) -> str:
    assert isinstance(answer, Refusal)
    return answer.sentence


def done(answer: Answer) -> tuple[CaseFact, ...]:
    assert not isinstance(answer, Refusal), answer
    return answer


def snooze(case: Case, until: str, at: str = NOON, reason: str = "waits") -> Answer:
    return commands.snooze(case, date.fromisoformat(until), reason, OWNER, local(at), SETTING)


def acknowledge(case: Case, until: str, at: str = NOON, officer: str = OWNER) -> Answer:
    return commands.acknowledge(case, officer, date.fromisoformat(until), "", local(at), SETTING)


def close(case: Case, on: str | None = None, at: str = NOON, evidence: str = "12/BC-BYT") -> Answer:
    day = None if on is None else date.fromisoformat(on)
    return commands.close(case, evidence, day, local(at), SETTING, "bc.pdf", "ab" * 32)


def extend(case: Case, to: str, at: str = NOON, authority: str = "2/QĐ", reason: str = "more time") -> Answer:
    return commands.extend(case, date.fromisoformat(to), authority, reason, local(at), SETTING)


def reopen(case: Case, at: str = NOON, reason: str = "not done") -> Answer:
    return commands.reopen(case, reason, local(at), SETTING)


def withdraw(case: Case, at: str = NOON, authority: str = "3/QĐ") -> Answer:
    return commands.withdraw(case, authority, local(at), SETTING)


def anchor(case: Case, day: str, at: str = NOON, name: str = "receipt", evidence: str = "stamp") -> Answer:
    return commands.anchor(case, name, date.fromisoformat(day), evidence, local(at), SETTING)


def skipped(facts: tuple[CaseFact, ...], number: int) -> dict[str, str]:
    return {
        fact.stage: fact.reason for fact in facts if isinstance(fact, StageSkipped) and fact.round == number
    }


# Every command on a case that is over


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (snooze(CLOSED, "2016-06-24"), "already closed, on 2016-06-01"),
        (snooze(WITHDRAWN, "2016-06-24"), "is withdrawn"),
        (commands.unsnooze(CLOSED, local(NOON), SETTING), "already closed"),
        (acknowledge(CLOSED, "2016-06-24"), "already closed"),
        (extend(WITHDRAWN, "2016-07-24"), "is withdrawn"),
        (close(CLOSED), "already closed, on 2016-06-01: reopen it first"),
        (close(WITHDRAWN), "is withdrawn: reopen it first"),
        (withdraw(CLOSED), "is closed, on 2016-06-01: reopen it first"),
        (withdraw(WITHDRAWN), "already withdrawn"),
        (commands.progress(CLOSED, 50, "", local(NOON), SETTING), "already closed"),
        (anchor(CLOSED, "2016-06-01"), "already closed"),
        (commands.assign(CLOSED, HEAD, "ill", local(NOON), SETTING), "already closed"),
        (reopen(a_case()), "is open: there is nothing to reopen"),
    ],
)
def test_a_case_in_the_wrong_state_is_refused_and_says_what_to_do(answer: Answer, says: str) -> None:
    assert says in refused(answer)


# Snooze


def test_a_snooze_ends_at_the_hour_of_the_first_working_day_on_or_after_its_day() -> None:
    (fact,) = done(snooze(a_case(), "2016-06-25"))
    assert fact == Snoozed(
        "nq-23-2016/1@bo-y-te",
        date(2016, 6, 20),
        date(2016, 6, 25),
        local("2016-06-27T08:00"),
        "waits",
        OWNER,
    )


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (snooze(a_case(), "2016-06-20"), "ends after today (2016-06-20)"),
        (snooze(a_case(), "2016-07-05"), "a snooze of 10wd at most: until 2016-07-04, not 2016-07-05"),
        (snooze(a_case(), "2016-06-24", reason=" "), "needs a reason"),
        (snooze(a_case(snoozes=2), "2016-06-24"), "has been snoozed 2 times"),
        (snooze(a_case(ladder=None), "2016-06-24"), "has no stages to snooze"),
        (snooze(WAITING, "2016-06-24"), "has no stages to snooze"),
    ],
)
def test_a_snooze_has_limits(answer: Answer, says: str) -> None:
    assert says in refused(answer)


def test_the_longest_snooze_counts_its_working_days_from_tomorrow() -> None:
    assert isinstance(snooze(a_case(), "2016-07-04"), tuple)


def test_a_running_snooze_can_be_ended_and_one_that_has_ended_cannot() -> None:
    case = Watched(a_case()).do(snooze(a_case(), "2016-06-24"), NOON).case
    (fact,) = done(commands.unsnooze(case, local("2016-06-22T09:00"), SETTING, "it came"))
    assert fact == Unsnoozed("nq-23-2016/1@bo-y-te", date(2016, 6, 22), "it came")
    assert "is not snoozed" in refused(commands.unsnooze(case, local("2016-06-24T08:00"), SETTING))
    assert "is not snoozed" in refused(commands.unsnooze(a_case(), local(NOON), SETTING))


def test_closing_and_withdrawing_end_a_snooze() -> None:
    running = Watched(a_case()).do(snooze(a_case(), "2016-06-24"), NOON).case
    assert running.snooze is not None
    for answer in (close(running), withdraw(running)):
        assert Watched(running).do(answer, NOON).case.snooze is None


def test_an_extension_ends_a_snooze_and_an_acknowledgement_does_not() -> None:
    watched = Watched(a_case()).do(snooze(a_case(), "2016-06-24"), NOON)
    watched.do(acknowledge(watched.case, "2016-06-28"), NOON)
    assert watched.case.snooze is not None
    extended = watched.do(extend(watched.case, "2016-07-29"), NOON).case
    assert extended.snooze is None
    assert extended.snoozes == 0


# Acknowledge


def test_a_promise_is_due_on_the_first_working_day_after_its_day() -> None:
    (fact,) = done(acknowledge(a_case(), "2016-06-24"))
    assert isinstance(fact, Acknowledged)
    assert (fact.officer, fact.until, fact.due) == (OWNER, date(2016, 6, 24), local("2016-06-27T08:00"))


@pytest.mark.parametrize(
    ("at", "until", "says"),
    [
        (NOON, "2016-07-01", "at most to 2016-06-30 (the last day), not 2016-07-01"),
        ("2016-06-30T23:59", "2016-07-01", "at most to 2016-06-30 (the last day)"),
        (NOON, "2016-06-19", "2016-06-19 is past"),
        (
            "2016-07-01T09:00",
            "2016-07-18",
            "at most to 2016-07-15 (ten working days ahead, as the case is late)",
        ),
    ],
)
def test_a_promise_reaches_to_the_last_day_or_ten_working_days_ahead(at: str, until: str, says: str) -> None:
    assert says in refused(acknowledge(a_case(), until, at))


def test_the_furthest_promises_are_taken() -> None:
    assert isinstance(acknowledge(a_case(), "2016-06-30", "2016-06-30T23:59"), tuple)
    assert isinstance(acknowledge(a_case(), "2016-07-15", "2016-07-01T00:00"), tuple)


def test_a_promise_is_made_by_an_officer_of_the_directory() -> None:
    assert "stranger is no officer of the directory" in refused(
        acknowledge(a_case(), "2016-06-24", officer="stranger")
    )


def test_an_officer_has_one_promise_at_a_time() -> None:
    watched = Watched(a_case()).do(acknowledge(a_case(), "2016-06-24"), NOON)
    watched.do(acknowledge(watched.case, "2016-06-28"), NOON).do(
        acknowledge(watched.case, "2016-06-29", officer=HEAD), NOON
    )
    assert [(promise.officer, str(promise.until)) for promise in watched.case.promises] == [
        (OWNER, "2016-06-28"),
        (HEAD, "2016-06-29"),
    ]


def test_a_promise_confirms_that_an_unconfirmed_case_is_open_and_holds_its_own_officers_letters() -> None:
    watched = Watched(a_case(figure=FIGURE)).run("2016-07-01T09:00")
    watched.do(acknowledge(watched.case, "2016-07-06", "2016-07-01T09:00"), "2016-07-01T09:00")
    watched.run("2016-07-01T09:00")
    assert not watched.case.unconfirmed
    second = {fact.officer for fact in watched.facts if isinstance(fact, StageReached) and fact.round == 2}
    assert second == {HEAD}


def test_confirming_a_case_in_its_quiet_days_lets_them_run_on() -> None:
    quiet = local("2016-07-12T08:00")
    watched = Watched(a_case(figure=FIGURE, quiet_until=quiet, decided=(1, 1, 1)))
    watched.do(acknowledge(watched.case, "2016-07-06", "2016-07-05T09:00"), "2016-07-05T09:00")
    assert (watched.case.round, watched.case.quiet_until) == (1, quiet)
    assert watched.run("2016-07-12T07:59").spoken == []
    assert watched.run("2016-07-12T08:00").spoken == [("2016-07-12T08:00", "escalated")]


# Close


def test_a_closing_counts_from_its_documents_day() -> None:
    (fact,) = done(close(a_case(decided=(1,)), "2016-06-17"))
    assert fact == Closed("nq-23-2016/1@bo-y-te", date(2016, 6, 17), "12/BC-BYT", "bc.pdf", "ab" * 32)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (close(a_case(), evidence="  "), "needs its evidence"),
        (
            close(a_case(), "2016-06-21"),
            "cannot be dated in the future: 2016-06-21 is after today (2016-06-20)",
        ),
    ],
)
def test_a_closing_needs_evidence_that_exists(answer: Answer, says: str) -> None:
    assert says in refused(answer)


def test_a_stage_due_at_the_moment_of_closing_is_journalled_and_does_not_speak() -> None:
    watched = Watched(a_case()).run("2016-06-20")
    watched.do(close(watched.case, at="2016-06-21T08:00"), "2016-06-21T08:00")
    assert watched.outcomes("reminder") == {
        OWNER: "the case was closed first",
        "owner-of-vpcp": "the case was closed first",
    }
    assert watched.look("2016-06-21T08:00") == ()


# Reopen


def test_reopening_in_time_begins_a_round_in_which_passed_stages_stay_silent() -> None:
    watched = (
        Watched(a_case())
        .run("2016-06-21T08:00")
        .do(close(a_case(decided=(1, 1)), at="2016-06-22"), "2016-06-22")
    )
    facts = done(reopen(watched.case, "2016-06-24T10:00"))
    assert skipped(facts, 2) == dict.fromkeys(("notice", "reminder"), "passed before the case was reopened")
    watched.do(facts, "2016-06-24T10:00")
    assert (watched.case.closed_on, watched.case.evidence, watched.case.round) == (None, None, 2)
    assert watched.run("2016-06-29T08:00").spoken[-1] == ("2016-06-29T08:00", "last-call")


def test_reopening_a_late_case_lets_the_highest_passed_stage_speak_on_the_next_working_day() -> None:
    watched = (
        Watched(a_case())
        .run("2016-06-21T08:00")
        .do(close(a_case(decided=(1, 1)), at="2016-06-22"), "2016-06-22")
    )
    watched.do(reopen(watched.case, "2016-07-08T10:00"), "2016-07-08T10:00").run("2016-07-12")
    assert watched.spoken[-1] == ("2016-07-11T08:00", "escalated")  # the 8th is a Friday
    assert [stage for _, stage in watched.spoken].count("overdue") == 0
    assert watched.run("2016-07-14T08:00").spoken[-1] == ("2016-07-14T08:00", "urged")


def test_the_stage_that_speaks_after_a_late_reopening_is_the_one_passed_by_then() -> None:
    case = a_case(closed_on=date(2016, 6, 22), decided=(1, 1))
    watched = Watched(case).do(reopen(case, "2016-07-13T10:00"), "2016-07-13T10:00").run("2016-07-20")
    assert watched.spoken == [("2016-07-14T08:00", "urged")]


def test_a_case_reopened_on_its_last_day_is_not_late() -> None:
    watched = Watched(a_case(closed_on=date(2016, 6, 22)))
    watched.do(reopen(watched.case, "2016-06-30T10:00"), "2016-06-30T10:00")
    assert watched.case.quiet_until is None
    assert watched.run("2016-07-01T08:00").spoken == [("2016-07-01T08:00", "overdue")]


def test_reopening_undoes_a_withdrawal_too_and_needs_a_reason() -> None:
    (fact, *_) = done(reopen(WITHDRAWN))
    assert isinstance(fact, Reopened)
    assert Watched(WITHDRAWN).do((fact,), NOON).case.is_open
    assert "needs a reason" in refused(reopen(WITHDRAWN, reason=""))


# Extend


def test_an_extension_begins_a_round_whose_passed_stages_do_not_speak() -> None:
    watched = Watched(a_case()).run("2016-07-05")
    watched.do(extend(watched.case, "2016-07-14", "2016-07-05T10:00"), "2016-07-05T10:00")
    case = watched.case
    assert (case.round, case.last_day, case.original_last_day) == (2, date(2016, 7, 14), date(2016, 6, 30))
    assert skipped(watched.facts, 2) == dict.fromkeys(
        ("notice", "reminder"), "passed before the case was extended"
    )
    assert watched.run("2016-07-13T08:00").spoken[4:] == [("2016-07-13T08:00", "last-call")]


def test_an_extension_to_a_day_that_is_past_already_speaks_only_of_what_is_still_to_come() -> None:
    watched = Watched(a_case()).run("2016-07-20")
    watched.do(extend(watched.case, "2016-07-08", "2016-07-20T10:00"), "2016-07-20T10:00")
    spoken = watched.run("2016-07-22T08:00").spoken
    assert spoken[-1] == ("2016-07-22T08:00", "urged")
    assert len(spoken) == 7


def test_the_first_day_stays_visible_through_two_extensions() -> None:
    watched = Watched(a_case()).do(extend(a_case(), "2016-07-14"), NOON)
    watched.do(extend(watched.case, "2016-07-29"), NOON)
    assert (watched.case.original_last_day, watched.case.round) == (date(2016, 6, 30), 3)


def test_every_document_that_moved_the_day_is_among_its_reasons() -> None:
    case = a_case()
    watched = Watched(case).do(extend(case, "2016-07-14"), NOON)
    watched.do(extend(watched.case, "2016-07-29"), NOON)
    reasons = [step.en for step in watched.case.because]
    assert reasons[:-2] == [step.en for step in case.because or case.brief.deadline.because]
    assert [reason.partition(" by ")[0] for reason in reasons[-2:]] == [
        "extended to 2016-07-14",
        "extended to 2016-07-29",
    ]
    assert watched.case.because[-1].vi.startswith("được gia hạn đến 29/7/2016 theo ")


def test_an_extension_to_a_day_off_aims_at_the_working_day_before() -> None:
    fact = next(fact for fact in done(extend(a_case(), "2016-07-31")) if isinstance(fact, Extended))
    assert (fact.last_day, fact.safe_day) == (date(2016, 7, 31), date(2016, 7, 29))


def test_an_extension_confirms_that_an_unconfirmed_case_is_open() -> None:
    case = a_case(figure=FIGURE)
    assert not Watched(case).do(extend(case, "2016-07-29"), NOON).case.unconfirmed


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (extend(a_case(), "2016-06-30"), "reaches beyond the present last day, 2016-06-30"),
        (extend(a_case(), "2016-06-01"), "reaches beyond the present last day"),
        (extend(a_case(), "2016-07-29", authority=" "), "needs --authority"),
        (extend(a_case(), "2016-07-29", reason=""), "needs --authority"),
        (extend(a_case(None), "2016-07-29"), "has no last day to extend"),
        (extend(WAITING, "2016-07-29"), "has no last day to extend"),
    ],
)
def test_an_extension_needs_a_later_day_an_authority_and_a_reason(answer: Answer, says: str) -> None:
    assert says in refused(answer)


# Withdraw, progress, assign


def test_a_withdrawal_needs_the_document_that_takes_the_duty_back() -> None:
    assert "needs --authority" in refused(withdraw(a_case(), authority=""))
    fact = done(withdraw(a_case()))[-1]
    assert fact == Withdrawn("nq-23-2016/1@bo-y-te", date(2016, 6, 20), "3/QĐ")


@pytest.mark.parametrize("percent", [-1, 101])
def test_progress_is_a_percentage(percent: int) -> None:
    sentence = refused(commands.progress(a_case(), percent, "", local(NOON), SETTING))
    assert sentence == f"progress is a percentage from 0 to 100, not {percent}"


def test_a_note_without_a_number_keeps_the_progress_reported_before() -> None:
    watched = Watched(a_case(progress=40))
    watched.do(commands.progress(watched.case, None, "on its way", local(NOON), SETTING), NOON)
    assert watched.case.progress == 40


def test_an_assigned_officer_stands_for_the_owner() -> None:
    watched = Watched(a_case())
    watched.do(commands.assign(watched.case, "watch-1", "ill", local("2016-05-25"), SETTING), "2016-05-25")
    assert watched.run("2016-05-31T08:00").told("notice") == {"watch-1"}


@pytest.mark.parametrize(
    ("case", "officer", "reason", "says"),
    [
        (a_case(), "stranger", "ill", "stranger is no officer"),
        (a_case(assigned=HEAD), HEAD, "ill", "already assigned to head-of-bo-y-te"),
        (a_case(), HEAD, " ", "needs a reason"),
    ],
)
def test_an_assignment_needs_another_known_officer_and_a_reason(
    case: Case, officer: str, reason: str, says: str
) -> None:
    assert says in refused(commands.assign(case, officer, reason, local(NOON), SETTING))


# Anchors


def test_a_counted_period_runs_from_the_day_its_event_is_entered() -> None:
    watched = Watched(WAITING)
    assert watched.next_look is None
    watched.do(anchor(WAITING, "2016-06-17"), NOON)
    case = watched.case
    # 30 days from 17 June end on Sunday 17 July, so on Monday the 18th.
    assert (case.last_day, case.safe_day, case.waits_for) == (date(2016, 7, 18), date(2016, 7, 18), None)
    assert case.anchors == (("receipt", date(2016, 6, 17)),)
    assert any("148.5" in step.en for step in case.because)


def test_a_period_that_begins_to_run_lets_the_highest_passed_stage_speak() -> None:
    watched = Watched(WAITING).do(anchor(WAITING, "2016-06-17"), NOON).run("2016-06-20T12:00")
    assert watched.spoken == [("2016-06-20T12:00", "notice")]


def test_a_period_that_is_over_when_its_event_is_entered_speaks_on_the_next_working_day() -> None:
    watched = Watched(WAITING).do(anchor(WAITING, "2016-05-02"), NOON).run("2016-07-01")
    assert watched.spoken[0] == ("2016-06-21T08:00", "urged")
    assert watched.told("urged") >= {"leader-of-bo-y-te"}
    assert "owner-of-bo-y-te" not in watched.told("urged")


def test_a_corrected_event_moves_the_deadline_and_what_passed_stays_silent() -> None:
    watched = Watched(WAITING).do(anchor(WAITING, "2016-06-17"), NOON).run("2016-06-21")
    watched.do(anchor(watched.case, "2016-05-25", "2016-06-27T10:00"), "2016-06-27T10:00")
    assert (watched.case.last_day, watched.case.quiet_until) == (date(2016, 6, 24), None)
    assert watched.run("2016-06-30").spoken == [("2016-06-20T12:00", "notice")]
    assert watched.run("2016-07-01T08:00").spoken[-1] == ("2016-07-01T08:00", "escalated")


def test_an_event_entered_after_a_reopening_begins_a_round_of_its_own() -> None:
    watched = Watched(WAITING).do(close(WAITING), NOON)
    watched.do(reopen(watched.case), NOON).do(anchor(watched.case, "2016-06-17"), NOON)
    rounds = [fact.round for fact in watched.facts if isinstance(fact, Reopened | AnchorSet)]
    assert rounds == [2, 3]


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (anchor(a_case(), "2016-06-17"), "does not count from an event"),
        (
            anchor(WAITING, "2016-06-17", name="signing"),
            "counts from receipt, not from signing: use --name receipt",
        ),
        (anchor(WAITING, "2016-06-21"), "is not in the future"),
        (anchor(WAITING, "2016-06-17", evidence=""), "needs --evidence"),
    ],
)
def test_an_event_must_be_the_awaited_one_past_and_proven(answer: Answer, says: str) -> None:
    assert says in refused(answer)


def promised(case: Case) -> Case:
    kept = Promise(OWNER, date(2016, 6, 28), local("2016-06-29T08:00"))
    return replace(case, promises=(kept, replace(kept, officer=HEAD, broken=True)))


def test_every_new_round_names_the_promises_that_end_with_the_old_one() -> None:
    counted, waiting, closed = (
        promised(a_case(brief=WAITING.brief)),
        promised(WAITING),
        promised(CLOSED),
    )
    answers = (
        extend(promised(a_case()), "2016-07-29"),
        commands.reopen(closed, "slip", local(NOON), SETTING),
        commands.anchor(counted, "receipt", date(2016, 6, 1), "1/CV", local(NOON), SETTING),
        commands.anchor(waiting, "receipt", date(2016, 6, 1), "1/CV", local(NOON), SETTING),
    )
    for answer in answers:
        (lapsed,) = [
            fact.lapsed for fact in done(answer) if isinstance(fact, Extended | Reopened | AnchorSet)
        ]
        assert [(promise.officer, promise.until) for promise in lapsed] == [(OWNER, date(2016, 6, 28))]
