"""What facts do: the case afterwards, when to look again, and who is told."""

from __future__ import annotations

from datetime import date

from rules import commands
from rules.commands import Refusal
from rules.decide import decide
from rules.effect import effect
from rules.facts import Closed, PromiseBroken
from rules.model import Promise, Snooze
from rules.notices import Change
from rules.stage_facts import StageReached
from tests.builders import SETTING, a_case, a_setting, local, the_officers

OWNER, HEAD = "owner-of-bo-y-te", "head-of-bo-y-te"
NOW = local("2016-06-21T08:00")


def looked(at: str) -> Change:
    case = a_case(decided=(1,), spoken=(0, 0))
    return effect(case, decide(case, local(at), SETTING).facts, (), local(at), SETTING)


def test_each_stage_that_speaks_gives_a_notice_and_the_case_moves_on() -> None:
    change = looked("2016-06-21T08:00")
    assert [(notice.kind, notice.stage, notice.officer) for notice in change.notices] == [
        ("stage", "reminder", OWNER),
        ("stage", "reminder", "owner-of-vpcp"),
    ]
    assert change.case.decided[:2] == (1, 1)
    assert change.case.next_look == local("2016-06-29T08:00")


def test_what_is_skipped_or_held_gives_no_notice() -> None:
    change = looked("2016-06-29T09:00")
    assert {notice.stage for notice in change.notices} == {"last-call"}
    assert len(change.facts) > len(change.notices)


def test_the_effect_of_what_decide_found_is_the_case_that_decide_gave() -> None:
    case = a_case()
    decision = decide(case, NOW, SETTING)
    change = effect(case, decision.facts, (), NOW, SETTING)
    assert change.case.decided == decision.case.decided
    assert change.case.next_look == decision.next_look


def test_a_notice_after_a_snooze_says_what_was_held() -> None:
    snooze = Snooze(date(2016, 6, 21), NOW, "waits", OWNER)
    case = a_case(snooze=snooze)
    change = effect(case, decide(case, NOW, SETTING).facts, (), NOW, SETTING)
    assert {notice.held for notice in change.notices} == {("notice",)}


def test_a_stage_that_was_merely_skipped_is_not_said_to_be_held() -> None:
    change = looked("2016-06-29T09:00")
    assert {notice.held for notice in change.notices} == {()}


def test_everyone_who_was_told_hears_of_a_closing_and_nobody_else() -> None:
    fact = Closed(a_case().key, date(2016, 6, 20), "1/BC")
    change = effect(a_case(), (fact,), (OWNER, "watch-1"), NOW, SETTING)
    assert [(notice.kind, notice.officer, notice.role) for notice in change.notices] == [
        ("closing", OWNER, "told"),
        ("closing", "watch-1", "told"),
    ]
    assert change.case.next_look is None
    assert effect(a_case(), (fact,), (), NOW, SETTING).notices == ()


def test_a_broken_promise_is_told_to_owner_and_head_and_to_whoever_was_told() -> None:
    fact = PromiseBroken(a_case().key, date(2016, 6, 21), OWNER, date(2016, 6, 20), "notice")
    change = effect(a_case(), (fact,), ("watch-1", OWNER), NOW, SETTING)
    assert [(notice.kind, notice.officer, notice.role) for notice in change.notices] == [
        ("change", "watch-1", "told"),
        ("change", OWNER, "owner"),
        ("change", HEAD, "head"),
    ]


def test_a_broken_promise_where_nobody_heads_reaches_the_next_in_line() -> None:
    setting = a_setting(officers=[officer for officer in the_officers() if officer.id != HEAD])
    fact = PromiseBroken(a_case().key, date(2016, 6, 21), OWNER, date(2016, 6, 20))
    change = effect(a_case(), (fact,), (), NOW, setting)
    assert [notice.officer for notice in change.notices] == [OWNER, "leader-of-bo-y-te"]


def test_two_promises_broken_at_one_look_give_notices_with_keys_of_their_own() -> None:
    promises = tuple(Promise(officer, date(2016, 6, 20), NOW) for officer in (OWNER, HEAD))
    case = a_case(promises=promises, decided=(1, 1))
    change = effect(case, decide(case, NOW, SETTING).facts, (OWNER, HEAD), NOW, SETTING)
    keys = [notice.key for notice in change.notices]
    assert len(keys) == 4
    assert len(set(keys)) == 4


def test_an_extension_is_told_once_to_each_though_stages_are_skipped_beside_it() -> None:
    case = a_case(decided=(1, 1), spoken=(1, 0))
    answer = commands.extend(case, date(2016, 7, 14), "2/QĐ", "r", NOW, SETTING)
    assert not isinstance(answer, Refusal)
    change = effect(case, answer, (OWNER,), NOW, SETTING)
    assert [(notice.kind, notice.officer, notice.round) for notice in change.notices] == [
        ("change", OWNER, 2)
    ]
    assert not any(isinstance(fact, StageReached) for fact in change.facts)
    assert change.case.next_look == local("2016-07-05T08:00")


def assigned(told: tuple[str, ...] = (), to: str = "owner-of-vpcp", before: str | None = None) -> Change:
    case = a_case(decided=(1,), spoken=(0, 0), assigned=before)
    answer = commands.assign(case, to, "ill", NOW, SETTING)
    assert not isinstance(answer, Refusal)
    return effect(case, answer, told, NOW, SETTING)


def readers(change: Change) -> list[tuple[str, str, str]]:
    return [(notice.kind, notice.officer, notice.role) for notice in change.notices]


def test_whom_a_case_is_assigned_to_hears_of_it_though_nobody_was_told_before() -> None:
    assert readers(assigned()) == [("change", "owner-of-vpcp", "owner")]


def test_the_owner_who_was_told_hears_that_the_case_is_anothers_and_nobody_else_does() -> None:
    assert readers(assigned((HEAD, OWNER))) == [
        ("change", OWNER, "told"),
        ("change", "owner-of-vpcp", "owner"),
    ]


def test_whoever_it_was_assigned_to_hears_when_it_goes_on_to_another() -> None:
    change = assigned((), to="watch-1", before="owner-of-vpcp")
    assert readers(change) == [("change", "owner-of-vpcp", "told"), ("change", "watch-1", "owner")]


def test_whom_a_case_is_assigned_to_hears_of_every_later_change() -> None:
    case = a_case(decided=(1,), spoken=(0, 0), assigned="owner-of-vpcp")
    closing = Closed(case.key, date(2016, 6, 21), "12/BC")
    change = effect(case, (closing,), (OWNER,), NOW, SETTING)
    assert readers(change) == [("closing", OWNER, "told"), ("closing", "owner-of-vpcp", "owner")]


def test_a_case_assigned_to_somebody_who_has_left_is_told_to_those_who_were_told() -> None:
    closing = Closed(a_case().key, date(2016, 6, 21), "12/BC")
    change = effect(a_case(assigned="gone"), (closing,), (OWNER,), NOW, SETTING)
    assert readers(change) == [("closing", OWNER, "told")]
