"""Notices: their keys, their groups, and whether they are still wanted when the courier comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules.facts import (
    Acknowledged,
    AnchorSet,
    Assigned,
    Closed,
    DeadlineMoved,
    Extended,
    Fact,
    ProgressReported,
    PromiseBroken,
    Reopened,
    Snoozed,
    Unsnoozed,
    Withdrawn,
)
from rules.model import Case
from rules.notices import (
    Notice,
    change_notice,
    digest_notice,
    failure_notice,
    register_notice,
    stage_notice,
    still_wanted,
    tells_of_change,
    unwanted,
)
from rules.stage_facts import StageReached
from tests.builders import FIGURE, a_case, local

CASE = a_case(decided=(1, 1, 0, 0, 0, 0), spoken=(1, 0))
DAY = date(2016, 6, 21)
NOW = local("2016-06-21T08:00")
REACHED = StageReached(CASE.key, DAY, 1, "reminder", 0, "lan", NOW, "-7wd")
REMINDER = stage_notice(REACHED, (), NOW)
OVERDUE = stage_notice(replace(REACHED, stage="overdue"), (), NOW)


def test_a_stages_notice_is_keyed_by_case_round_stage_occurrence_and_intended_officer() -> None:
    assert REMINDER.key == "nq-23-2016/1@bo-y-te|1|reminder|0|lan"


def test_a_stages_notice_waits_from_the_moment_it_is_spoken_not_from_its_planned_one() -> None:
    late = stage_notice(REACHED, ("notice",), local("2016-06-22T09:00"))
    assert (late.moment, late.held) == (local("2016-06-22T09:00"), ("notice",))


@pytest.mark.contract(5)
@pytest.mark.parametrize(
    ("case", "why"),
    [
        (CASE, None),
        (None, "the case is unknown"),
        (replace(CASE, closed_on=DAY), "the case was closed first"),
        (replace(CASE, withdrawn=True), "the case was withdrawn first"),
        (replace(CASE, round=2), "the deadline was moved first"),
        (replace(CASE, figure=FIGURE), None),
    ],
)
def test_closing_redating_and_withdrawing_beat_a_letter_not_yet_handed_over(
    case: Case | None, why: str | None
) -> None:
    assert unwanted(REMINDER, case, DAY) == why
    assert still_wanted(REMINDER, case, DAY) is (why is None)


def test_a_notice_of_being_late_is_not_wanted_for_an_unconfirmed_case() -> None:
    assert unwanted(OVERDUE, CASE, DAY) is None
    assert "unconfirmed" in (unwanted(OVERDUE, replace(CASE, figure=FIGURE), DAY) or "")


def test_a_snoozed_notice_that_a_higher_stage_has_overtaken_is_not_wanted() -> None:
    put_off = replace(REMINDER, snoozed=True)
    assert still_wanted(put_off, CASE, DAY)
    overtaken = replace(CASE, spoken=(2, 0))
    assert not still_wanted(put_off, overtaken, DAY)
    assert still_wanted(REMINDER, overtaken, DAY)


def test_a_notice_of_a_stage_that_the_ladder_no_longer_has_is_no_error() -> None:
    gone = replace(REMINDER, stage="gone", snoozed=True)
    assert still_wanted(gone, replace(CASE, spoken=(5, 3), figure=FIGURE), DAY)


CLOSED, WITHDRAWN = replace(CASE, closed_on=DAY), replace(CASE, withdrawn=True)
CLOSING = change_notice(Closed(CASE.key, DAY, "1/BC"), CLOSED, "lan", "told", NOW)
WITHDRAWAL = change_notice(Withdrawn(CASE.key, DAY, "3/QĐ"), WITHDRAWN, "lan", "told", NOW)
LATER = date(2016, 7, 31)
REDATED = replace(CASE, round=2, last_day=LATER)
EXTENSION = change_notice(
    Extended(CASE.key, DAY, 2, LATER, LATER, DAY, "2/QĐ", "r"), REDATED, "lan", "told", NOW
)
REOPENING = change_notice(Reopened(CASE.key, DAY, 2, "r"), replace(CASE, round=2), "lan", "told", NOW)
BROKEN = change_notice(PromiseBroken(CASE.key, DAY, "lan", DAY), CASE, "lan", "owner", NOW)
HERS = replace(CASE, assigned="minh")
ASSIGNMENT = change_notice(Assigned(CASE.key, DAY, "minh", "r"), HERS, "minh", "owner", NOW)


@pytest.mark.parametrize(
    ("notice", "case"),
    [
        (CLOSING, CLOSED),
        (WITHDRAWAL, WITHDRAWN),
        (EXTENSION, REDATED),
        (REOPENING, replace(CASE, round=2)),
        (BROKEN, CASE),
        (ASSIGNMENT, replace(HERS, round=2)),
    ],
)
def test_what_has_happened_is_told_while_it_is_so_however_late(notice: Notice, case: Case) -> None:
    assert still_wanted(notice, case, date(2017, 1, 1))
    assert still_wanted(notice, None, date(2017, 1, 1))


@pytest.mark.contract(5)
@pytest.mark.parametrize(
    ("notice", "case", "why"),
    [
        (CLOSING, replace(CASE, round=2), "the case was reopened first"),
        (CLOSING, replace(CLOSED, round=2), "the case was reopened first"),
        (WITHDRAWAL, replace(CASE, round=2), "the case was reopened first"),
        (EXTENSION, replace(REDATED, round=3, last_day=date(2016, 8, 31)), "the deadline was moved first"),
        (EXTENSION, replace(REDATED, closed_on=DAY), "the case was closed first"),
        (REOPENING, replace(CLOSED, round=2), "the case was closed first"),
        (REOPENING, replace(WITHDRAWN, round=2), "the case was withdrawn first"),
        (BROKEN, CLOSED, "the case was closed first"),
        (ASSIGNMENT, replace(CASE, assigned="lan"), "the case was assigned to another first"),
        (ASSIGNMENT, replace(CLOSED, assigned="minh"), "the case was closed first"),
    ],
)
def test_a_letter_never_tells_what_has_been_undone_meanwhile(notice: Notice, case: Case, why: str) -> None:
    assert unwanted(notice, case, DAY) == why


def test_an_extension_is_told_though_somebody_has_confirmed_the_case_since() -> None:
    assert still_wanted(EXTENSION, replace(REDATED, round=3), DAY)


def test_a_failure_is_told_whatever_has_become_of_the_case() -> None:
    assert still_wanted(failure_notice("case|1", NOW, "it broke"), CLOSED, date(2017, 1, 1))


def test_a_digest_is_wanted_on_its_own_day_only() -> None:
    digest = digest_notice("lan", DAY, 7, NOW)
    assert (digest.key, digest.number) == ("digest|lan|2016-06-21", 7)
    assert still_wanted(digest, None, DAY)
    assert unwanted(digest, None, date(2016, 6, 22)) == "the next day's digest supersedes it"


def test_a_register_is_not_wanted_once_its_case_is_closed() -> None:
    register = register_notice(CASE, "lan", "owner", NOW)
    assert still_wanted(register, CASE, DAY)
    assert not still_wanted(register, replace(CASE, closed_on=DAY), DAY)


def test_a_closing_and_a_change_of_one_command_stand_in_letters_of_their_own() -> None:
    closing = change_notice(Closed(CASE.key, DAY, "1/BC"), CASE, "lan", "told", NOW)
    change = change_notice(Withdrawn(CASE.key, DAY, "3/QĐ"), CASE, "lan", "told", NOW)
    assert (closing.kind, change.kind) == ("closing", "change")
    assert closing.group != change.group


def test_one_commands_notices_on_several_cases_share_a_letter() -> None:
    other = a_case(agency="vpcp")
    notices = [
        change_notice(Withdrawn(case.key, DAY, "3/QĐ"), case, "lan", "told", NOW) for case in (CASE, other)
    ]
    assert len({notice.group for notice in notices}) == 1
    assert len({notice.key for notice in notices}) == 2


def test_two_promises_broken_at_one_moment_are_two_notices() -> None:
    facts = [PromiseBroken(CASE.key, DAY, officer, DAY) for officer in ("lan", "minh")]
    assert len({change_notice(fact, CASE, "lan", "owner", NOW).key for fact in facts}) == 2


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        (Closed(CASE.key, DAY, "1/BC"), True),
        (Extended(CASE.key, DAY, 2, DAY, DAY, DAY, "2/QĐ", "r"), True),
        (DeadlineMoved(CASE.key, DAY, 2, DAY, DAY, DAY, "r"), True),
        (AnchorSet(CASE.key, DAY, 2, "receipt", DAY, "stamp", DAY, DAY), True),
        (Withdrawn(CASE.key, DAY, "3/QĐ"), True),
        (Reopened(CASE.key, DAY, 2, "r"), True),
        (PromiseBroken(CASE.key, DAY, "lan", DAY), True),
        (REACHED, False),
        (Snoozed(CASE.key, DAY, DAY, NOW, "r", "lan"), False),
        (Unsnoozed(CASE.key, DAY), False),
        (Acknowledged(CASE.key, DAY, "lan", DAY, NOW), False),
        (ProgressReported(CASE.key, DAY, 50), False),
        (Assigned(CASE.key, DAY, "lan", "r"), True),
    ],
)
def test_whoever_has_been_told_hears_of_a_change_of_what_was_told(fact: Fact, told: bool) -> None:
    assert tells_of_change(fact) is told
