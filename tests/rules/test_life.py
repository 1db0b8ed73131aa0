"""How each fact turns a case into the next one."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from datetime import date

import pytest

from rules import facts, plain_facts, stage_facts
from rules.facts import (
    KINDS,
    Acknowledged,
    AnchorSet,
    Assigned,
    CaseFact,
    CaseOpened,
    CaseVanished,
    Closed,
    DeadlineMoved,
    Extended,
    ProgressReported,
    PromiseBroken,
    Reopened,
    Snoozed,
    Unsnoozed,
    Withdrawn,
)
from rules.keys import unique_key
from rules.life import evolve, promise_of, rebriefed, stage_index
from rules.model import Promise, Snooze, Step
from rules.plain_facts import DigestDrawn
from rules.stage_facts import StageHeld, StageReached, StageSkipped
from rules.term import OnDay
from tests.builders import FIGURE, a_brief, a_case, a_ladder, a_stage, builtin_ladder, local

CASE = a_case()
KEY = CASE.key
DAY = date(2016, 6, 21)
NOW = local("2016-06-21T08:00")
SNOOZE = Snooze(date(2016, 6, 24), local("2016-06-24T08:00"), "waits", "lan")
PROMISE = Promise("lan", date(2016, 6, 24), local("2016-06-27T08:00"))
BUSY = a_case(
    decided=(1, 1),
    spoken=(1, 0),
    snooze=SNOOZE,
    snoozes=1,
    promises=(PROMISE,),
    quiet_until=NOW,
    figure=FIGURE,
)
MOVED = (
    Extended(KEY, DAY, 2, CASE.last_day, date(2016, 7, 29), date(2016, 7, 29), "2/QĐ", "r"),
    DeadlineMoved(KEY, DAY, 2, CASE.last_day, date(2016, 7, 29), date(2016, 7, 29), "r"),
    AnchorSet(KEY, DAY, 2, "receipt", DAY, "stamp", date(2016, 7, 29), date(2016, 7, 29)),
    Reopened(KEY, DAY, 2, "r"),
)


@pytest.mark.parametrize("fact", MOVED)
def test_a_new_round_forgets_what_was_decided_promised_and_snoozed(fact: CaseFact) -> None:
    after = evolve(BUSY, fact)
    assert (after.round, after.decided, after.promises, after.snoozes) == (2, (), (), 0)
    assert after.spoken is None
    assert after.snooze is None
    assert after.quiet_until is None


@pytest.mark.parametrize("fact", MOVED[:3])
def test_a_moved_deadline_is_the_cases_day(fact: CaseFact) -> None:
    assert evolve(CASE, fact).last_day == date(2016, 7, 29)


def test_only_an_extension_keeps_the_day_before_it_as_the_original() -> None:
    assert [evolve(CASE, fact).original_last_day for fact in MOVED] == [CASE.last_day, None, None, None]


def test_a_reason_that_comes_with_a_moved_day_replaces_the_old_one() -> None:
    why = (Step("because", "vì"),)
    fact = DeadlineMoved(KEY, DAY, 2, CASE.last_day, DAY, DAY, "r", why)
    assert evolve(CASE, fact).because == why
    assert evolve(CASE, replace(fact, because=())).because == CASE.because


def outcome(stage: str, occurrence: int = 0, number: int = 1) -> StageSkipped:
    return StageSkipped(KEY, DAY, number, stage, occurrence, "lan", NOW, "r")


def reached(stage: str, occurrence: int = 0) -> StageReached:
    return StageReached(KEY, DAY, 1, stage, occurrence, "lan", NOW, "r")


def test_an_outcome_counts_up_to_its_occurrence() -> None:
    case = evolve(evolve(CASE, outcome("urged", 3)), outcome("notice"))
    assert case.decided == (1, 0, 0, 0, 0, 4)
    assert evolve(case, outcome("urged", 1)).decided == (1, 0, 0, 0, 0, 4)


def test_the_highest_stage_that_spoke_is_kept_whatever_the_order() -> None:
    case = evolve(evolve(CASE, reached("last-call")), reached("notice"))
    assert case.spoken == (2, 0)
    assert evolve(CASE, outcome("urged")).spoken is None


def test_an_outcome_of_an_earlier_round_changes_nothing() -> None:
    later = replace(CASE, round=2)
    assert evolve(later, outcome("notice")) == later


def test_closing_and_withdrawing_end_a_snooze() -> None:
    closed = evolve(BUSY, Closed(KEY, DAY, "1/BC"))
    assert (closed.closed_on, closed.evidence, closed.snooze, closed.is_open) == (DAY, "1/BC", None, False)
    withdrawn = evolve(BUSY, Withdrawn(KEY, DAY, "3/QĐ"))
    assert (withdrawn.withdrawn, withdrawn.snooze, withdrawn.is_open) == (True, None, False)


def test_reopening_undoes_a_closing_and_a_withdrawal() -> None:
    over = replace(CASE, closed_on=DAY, evidence="1/BC", withdrawn=True)
    after = evolve(over, Reopened(KEY, DAY, 2, "r", NOW))
    assert after.is_open
    assert after.evidence is None
    assert after.quiet_until == NOW


def test_snoozes_are_counted_though_they_end() -> None:
    case = evolve(CASE, Snoozed(KEY, DAY, SNOOZE.until, SNOOZE.ends, "waits", "lan"))
    assert (case.snooze, case.snoozes) == (SNOOZE, 1)
    ended = evolve(case, Unsnoozed(KEY, DAY))
    assert ended.snooze is None
    assert ended.snoozes == 1


def test_a_broken_promise_stays_on_the_case_as_broken() -> None:
    case = evolve(replace(CASE, promises=(PROMISE,)), PromiseBroken(KEY, DAY, "lan", PROMISE.until))
    assert case.promises == (replace(PROMISE, broken=True),)
    other = evolve(replace(CASE, promises=(PROMISE,)), PromiseBroken(KEY, DAY, "minh", PROMISE.until))
    assert other.promises == (PROMISE,)


def test_a_promise_remembers_the_highest_stage_it_held_in_whatever_order() -> None:
    case = replace(CASE, promises=(PROMISE,))
    for stage in ("reminder", "last-call", "notice"):
        case = evolve(case, StageHeld(KEY, DAY, 1, stage, 0, "lan", NOW, "promised by 2016-06-24"))
    assert case.promises[0].held == "last-call"


@pytest.mark.parametrize(
    ("officer", "reason"), [("minh", "promised by 2016-06-24"), ("lan", "snoozed until 2016-06-24")]
)
def test_a_promise_remembers_nothing_that_it_did_not_hold(officer: str, reason: str) -> None:
    held = StageHeld(KEY, DAY, 1, "reminder", 0, officer, NOW, reason)
    assert evolve(replace(CASE, promises=(PROMISE,)), held).promises == (PROMISE,)


def test_a_promise_that_held_a_stage_which_the_ladder_has_lost_is_no_error() -> None:
    case = replace(CASE, promises=(replace(PROMISE, held="gone"),))
    after = evolve(case, StageHeld(KEY, DAY, 1, "notice", 0, "lan", NOW, "promised by 2016-06-24"))
    assert after.promises[0].held == "notice"


def test_a_promise_holds_the_days_before_its_own() -> None:
    case = replace(CASE, promises=(PROMISE,))
    assert promise_of(case, "lan", date(2016, 6, 23)) == PROMISE
    assert promise_of(case, "lan", date(2016, 6, 24)) is None
    assert promise_of(case, "minh", date(2016, 6, 23)) is None


@pytest.mark.parametrize(
    ("fact", "confirms"),
    [
        (ProgressReported(KEY, DAY, 99), True),
        (ProgressReported(KEY, DAY, None, "on its way"), True),
        (ProgressReported(KEY, DAY, 100), False),
        (Acknowledged(KEY, DAY, "lan", DAY, NOW), True),
        (MOVED[0], True),
        (MOVED[1], False),
        (Assigned(KEY, DAY, "lan", "r"), False),
        (Unsnoozed(KEY, DAY), False),
    ],
)
def test_what_confirms_that_an_unconfirmed_case_is_open(fact: CaseFact, confirms: bool) -> None:
    assert evolve(replace(CASE, figure=FIGURE), fact).unconfirmed is not confirms


def test_a_closed_case_is_not_unconfirmed() -> None:
    assert not evolve(replace(CASE, figure=FIGURE), Closed(KEY, DAY, "1/BC")).unconfirmed


def test_a_case_vanishes_and_returns() -> None:
    gone = evolve(CASE, CaseVanished(KEY, DAY))
    assert gone.vanished
    assert not evolve(gone, CaseVanished(KEY, DAY, returned=True)).vanished


def test_an_anchor_replaces_one_of_the_same_name_and_keeps_the_others() -> None:
    case = replace(CASE, anchors=(("issued", DAY), ("receipt", date(2016, 1, 1))))
    assert evolve(case, MOVED[2]).anchors == (("issued", DAY), ("receipt", DAY))


# Another ladder


def test_outcomes_stay_with_the_stages_of_the_same_name() -> None:
    case = replace(CASE, decided=(1, 1, 1, 0, 0, 0), spoken=(2, 0))
    after = rebriefed(case, a_brief(OnDay(date(2016, 6, 30)), ladder="recurring"))
    assert (after.decided, after.spoken) == ((1, 1, 0, 0, 0), (1, 0))


def test_a_ladder_without_the_stage_that_spoke_forgets_that_it_spoke() -> None:
    ladder = a_ladder(a_stage("early", "-60d"), a_stage("overdue", "+1wd"))
    case = replace(CASE, decided=(1, 1), spoken=(1, 0))
    after = rebriefed(case, a_brief(OnDay(date(2016, 6, 30)), ladder=ladder))
    assert after.decided == (0, 0)
    assert after.spoken is None


def test_a_case_that_loses_or_gains_its_ladder_lives_on() -> None:
    none = a_brief(OnDay(date(2016, 6, 30)), ladder=None)
    lost = rebriefed(replace(CASE, decided=(1, 1), spoken=(1, 0)), none)
    assert lost.decided == ()
    assert lost.spoken is None
    assert evolve(lost, outcome("notice")) == lost
    assert rebriefed(lost, CASE.brief).decided == (0, 0, 0, 0, 0, 0)


def test_an_unknown_stage_is_an_error() -> None:
    with pytest.raises(KeyError, match="gone"):
        stage_index(builtin_ladder("standard"), "gone")


# Keys


def test_every_kind_of_fact_is_listed_once() -> None:
    written = [
        kind
        for module in (facts, plain_facts, stage_facts)
        for kind in vars(module).values()
        if is_dataclass(kind) and kind.__module__ == module.__name__ and "effective" in kind.__annotations__
    ]
    assert len(KINDS) == len(set(KINDS))
    assert set(KINDS) == set(written)


@pytest.mark.parametrize(
    ("fact", "key"),
    [
        (reached("urged", 2), f"{KEY}|1|urged|2|lan"),
        (outcome("urged", 2), f"{KEY}|1|urged|2|lan"),
        (CaseOpened(KEY, DAY, "bo-y-te", DAY, DAY), f"{KEY}|opened"),
        *((fact, f"{KEY}|round|2") for fact in MOVED),
        (PromiseBroken(KEY, DAY, "lan", PROMISE.until), f"{KEY}|promise|lan|2016-06-24"),
        (Unsnoozed(KEY, DAY), None),
        (ProgressReported(KEY, DAY, 10), None),
    ],
)
def test_a_facts_key_is_made_from_its_content(fact: CaseFact, key: str | None) -> None:
    assert unique_key(fact) == key


def test_a_digest_is_drawn_once_a_day_for_an_officer() -> None:
    assert unique_key(DigestDrawn(None, DAY, "lan", 7)) == "digest|lan|2016-06-21"
