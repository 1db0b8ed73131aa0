from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event

from monitor.claim import Claim, Ready
from monitor.store import Change, Ledger, Store, claiming
from notifiers.base import Accepted, Deferred, Uncertain
from rules.facts import Closed, Snoozed
from rules.model import CLOCK, Case
from rules.notices import Notice, register_notice, unwanted
from tests.monitor.store.samples import (
    DUE,
    LEASE,
    MINUTE,
    NOW,
    a_brief,
    a_case,
    a_stage,
    everything_is_wanted,
    plan_of,
    speaks,
    spoken,
    stored,
)

TODAY = date(2016, 5, 25)
READY = Ready(
    "duewatch@example.org", "lan@example.org", "<1@example.org>", "Nhắc việc", b"Subject: x\r\n\r\n"
)


def claimed(
    ledger: Ledger, moment: datetime = NOW, holder: str = "one", limit: int = 100
) -> tuple[Claim, ...]:
    return ledger.claim(moment, limit, holder, moment + LEASE, everything_is_wanted, TODAY)


def judged(ledger: Ledger, moment: datetime = NOW) -> tuple[Claim, ...]:
    """A claim with the rules' own judgement."""

    def judge(notice: Notice, case: Case | None) -> str | None:
        return unwanted(notice, case, TODAY)

    return ledger.claim(moment, 100, "one", moment + LEASE, judge, TODAY)


def sent(
    ledger: Ledger, claim: Claim, receipt: Accepted | Deferred | Uncertain, again: datetime | None
) -> None:
    assert ledger.hand_over(claim.number, "one", NOW, READY)
    assert ledger.settle(claim.number, "one", receipt, NOW, again)


def test_one_stage_makes_a_stage_letter(store: Store) -> None:
    (case,) = stored(store, a_case())
    stage = a_stage(case)
    spoken(store, case, stage)
    with store.writing() as ledger:
        (claim,) = claimed(ledger)
        assert (claim.kind, claim.officer, claim.number, claim.attempts) == ("stage", "lan", 1, 0)
        assert (claim.formed, claim.ready, claim.tallies) == (NOW, None, ())
        assert claim.key == f"stage/lan/{stage[1].key}"
        (entry,) = claim.entries
        assert (entry.notice, entry.case) == (stage[1], case)
        assert claimed(ledger) == ()


def test_all_stages_of_an_officer_make_one_bundle_worst_first(store: Store) -> None:
    soon, late, undated = stored(
        store, a_case("soon"), a_case("late", due=date(2016, 5, 1)), a_case("undated", due=None)
    )
    for case in (undated, soon, late):
        spoken(store, case, a_stage(case), a_stage(case, officer="minh"))
    with store.writing() as ledger:
        for_lan, for_minh = claimed(ledger)
    assert (for_lan.kind, for_lan.officer, for_minh.officer) == ("bundle", "lan", "minh")
    assert [entry.case and entry.case.agency for entry in for_lan.entries] == ["late", "soon", "undated"]
    assert for_lan.key == f"stage/lan/{late.key}|1|reminder|0|lan"
    assert for_lan.number == 1
    assert for_minh.number == 2


@pytest.mark.contract(4)
def test_a_stage_whose_moment_has_not_come_stays(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case, moment=NOW + MINUTE))
    with store.writing() as ledger:
        assert claimed(ledger, NOW) == ()
        assert ledger.next_attempt() == NOW + MINUTE
        assert len(claimed(ledger, NOW + MINUTE)) == 1


@pytest.mark.contract(4)
@pytest.mark.parametrize("look", [NOW - MINUTE, NOW])
def test_a_stage_waits_while_a_case_with_an_earlier_or_equal_look_is_unread(
    store: Store, look: datetime
) -> None:
    case, _unread = stored(store, a_case("spoken"), a_case("unread", next_look=look))
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        assert claimed(ledger, NOW + MINUTE) == ()
        assert ledger.next_attempt() is None


def test_a_later_look_holds_nothing_up(store: Store) -> None:
    case, _later = stored(store, a_case("spoken"), a_case("later", next_look=NOW + MINUTE))
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        assert ledger.next_attempt() == NOW
        assert len(claimed(ledger, NOW + 5 * MINUTE)) == 1


def test_a_case_that_is_set_aside_holds_nothing_up(store: Store) -> None:
    case, bad = stored(store, a_case("spoken"), a_case("bad", next_look=NOW))
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        for _ in range(3):
            ledger.strike_case(bad.number, "no such stage")
        assert len(claimed(ledger)) == 1


def test_an_unread_case_does_not_hold_up_other_kinds(store: Store) -> None:
    case, _unread = stored(store, a_case(), a_case("unread", next_look=NOW))
    with store.writing() as ledger:
        ledger.post([register_notice(case, "lan", "owner", NOW)])
        (claim,) = claimed(ledger)
    assert claim.kind == "register"


def test_kinds_stay_apart_and_groups_together(store: Store) -> None:
    a, b = stored(store, a_case("a"), a_case("b"))
    stage = a_stage(a)
    spoken(store, a, stage)
    digests = [Notice(f"digest|lan|{n}", "digest", "lan", NOW, day=TODAY, number=n) for n in (1, 2)]
    failures = [Notice(f"failure|{n}", "failure", "lan", NOW, text="disk full") for n in (1, 2)]
    changes = [
        Notice(f"{case.key}|Closed|{group}", "closing", "lan", NOW, case.key, 1, group=group)
        for case in (a, b)
        for group in ("closing|1", "closing|2")
    ]
    registers = [register_notice(case, "lan", "owner", NOW) for case in (a, b)]
    with store.writing() as ledger:
        ledger.post([*digests, *failures, *changes, *registers])
        found = sorted((claim.kind, len(claim.entries)) for claim in claimed(ledger))
    assert found == [
        ("closing", 2),
        ("closing", 2),
        ("digest", 1),
        ("digest", 1),
        ("failure", 1),
        ("failure", 1),
        ("register", 2),
        ("stage", 1),
    ]


@pytest.mark.contract(2, 5)
def test_a_case_closed_first_supersedes_its_notice_with_the_reason(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    stored(store, replace(case, closed_on=TODAY))
    with store.writing() as ledger:
        assert judged(ledger) == ()
        (row,) = ledger.outbox("all")
        assert (row.number, row.state, row.last_answer) == (1, "superseded", "the case was closed first")
        assert ledger.outbox() == ()
        assert ledger.next_attempt() is None


def test_what_is_unwanted_does_not_take_the_rest_of_the_letter_along(store: Store) -> None:
    a, b, c = stored(store, a_case("a"), a_case("b"), a_case("c"))
    for case in (a, b, c):
        spoken(store, case, a_stage(case))
    stored(store, replace(a, closed_on=TODAY))
    with store.writing() as ledger:
        (claim,) = judged(ledger)
        assert [entry.notice.case for entry in claim.entries] == [b.key, c.key]
        assert [row.number for row in ledger.outbox("all")] == [1, 2]
        assert claim.number == 2


def test_a_letter_that_waits_for_another_attempt_is_judged_again(store: Store) -> None:
    a, b = stored(store, a_case("a"), a_case("b"))
    for case in (a, b):
        spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        (claim,) = judged(ledger)
        assert claim.kind == "bundle"
        sent(ledger, claim, Deferred("451 later"), NOW + MINUTE)
        assert judged(ledger, NOW) == ()
    stored(store, replace(a, closed_on=TODAY))
    with store.writing() as ledger:
        (again,) = judged(ledger, NOW + MINUTE)
        assert (again.number, again.key, again.attempts, again.ready) == (claim.number, claim.key, 1, None)
        assert (again.kind, [entry.notice.case for entry in again.entries]) == ("stage", [b.key])
        ledger.release([again.number], "one")
    stored(store, replace(b, closed_on=TODAY))
    with store.writing() as ledger:
        assert judged(ledger, NOW + MINUTE) == ()
        (row,) = ledger.outbox("superseded")
        assert (row.number, row.last_answer, row.cases) == (1, "the case was closed first", (a.key, b.key))


@pytest.mark.contract(3)
def test_an_uncertain_letter_goes_again_byte_for_byte_if_any_notice_is_wanted(store: Store) -> None:
    a, b = stored(store, a_case("a"), a_case("b"))
    for case in (a, b):
        spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        (claim,) = judged(ledger)
        sent(ledger, claim, Uncertain("no answer after the dot"), NOW + MINUTE)
    stored(store, replace(a, closed_on=TODAY))
    with store.writing() as ledger:
        (again,) = judged(ledger, NOW + MINUTE)
        assert again.ready == READY
        assert len(again.entries) == 2
        assert ledger.hand_over(again.number, "one", NOW + MINUTE, READY)
        assert ledger.settle(again.number, "one", Deferred("451 later"), NOW + MINUTE, NOW + 2 * MINUTE)
        (third,) = judged(ledger, NOW + 2 * MINUTE)
        assert (third.ready, third.attempts) == (READY, 2)
        ledger.release([third.number], "one")
    stored(store, replace(b, closed_on=TODAY))
    with store.writing() as ledger:
        assert judged(ledger, NOW + 2 * MINUTE) == ()
        (row,) = ledger.outbox("superseded")
        assert row.was_uncertain


def test_no_more_than_the_limit_is_claimed_and_nobody_is_claimed_by_halves(store: Store) -> None:
    cases = stored(store, *[a_case(f"a-{n}") for n in range(20)])
    for case in cases:
        spoken(store, case, *[a_stage(case, officer=f"o-{n}") for n in range(3)])
    with store.writing() as ledger:
        first = claimed(ledger, limit=2)
        second = claimed(ledger, limit=2)
        assert [len(claim.entries) for claim in (*first, *second)] == [20, 20, 20]
        assert claimed(ledger) == ()


def test_letters_that_tell_of_many_cases_are_claimed_few_at_a_time(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claiming, "PORTION", 2)
    monkeypatch.setattr(claiming, "FULL", 5)
    for case in stored(store, *[a_case(f"a-{n}") for n in range(2)]):
        spoken(store, case, *[a_stage(case, officer=f"o-{n}") for n in range(9)])
    with store.writing() as ledger:
        found = [claimed(ledger) for _ in range(4)]
    assert [[len(claim.entries) for claim in claims] for claims in found] == [[2, 2]] * 4


def test_where_more_letters_are_due_than_are_read_together_they_come_before_new_ones(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claiming, "PORTION", 2)
    first, new = stored(store, a_case("a"), a_case("b"))
    spoken(store, first, *[a_stage(first, officer=f"o-{n}") for n in range(3)])
    with store.writing() as ledger:
        for claim in claimed(ledger):
            sent(ledger, claim, Deferred("451 later"), NOW + MINUTE)
    spoken(store, new, a_stage(new, officer="new"))
    with store.writing() as ledger:
        found = [claimed(ledger, NOW + MINUTE) for _ in range(3)]
    assert [[claim.officer for claim in claims] for claims in found] == [["o-0", "o-1"], ["o-2", "new"], []]


def test_unwanted_notices_before_them_do_not_keep_others_back(store: Store) -> None:
    closed = stored(store, *[a_case(f"a-{n}", closed_on=TODAY) for n in range(30)])
    (case,) = stored(store, a_case())
    for each in closed:
        spoken(store, each, a_stage(each, officer=f"o-{each.number}"))
    spoken(store, case, a_stage(case))

    with store.writing() as ledger:
        found = ledger.claim(
            NOW, 1, "one", NOW + LEASE, lambda notice, case: unwanted(notice, case, TODAY), TODAY
        )
        assert [claim.officer for claim in found] == ["lan"]
        assert ledger.outbox_counts() == {"claimed": 1, "superseded": 30}


def test_the_watch_hears_how_the_collective_stands(store: Store) -> None:
    brief = a_brief(period="2016-Q2", collective=("provinces",))
    cases = stored(
        store, *[a_case(f"p-{n}", brief=brief) for n in range(3)], a_case("p-9", brief=brief, closed_on=TODAY)
    )
    for case in cases[:2]:
        spoken(store, case, a_stage(case, officer="watcher", role="watch"), a_stage(case, officer="lan"))
    with store.writing() as ledger:
        watch, owner = sorted(claimed(ledger), key=lambda claim: claim.officer, reverse=True)
    ((name, tally),) = watch.tallies
    assert name == "nq-23-2016/1#2016-Q2"
    assert (tally.of, tally.done, tally.open_in_time) == (4, 1, 3)
    assert owner.tallies == ()


def test_a_snooze_puts_off_what_waits_and_the_judge_is_told(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case, "reminder"), a_stage(case, "last-call"))
    until = NOW + timedelta(days=3)
    seen: list[tuple[str | None, bool]] = []

    def judge(notice: Notice, _case: Case | None) -> None:
        seen.append((notice.stage, notice.snoozed))

    with store.writing() as ledger:
        ledger.defer_notices(case.key, ["reminder"], until)
        assert len(ledger.claim(NOW, 9, "one", NOW + LEASE, judge, TODAY)) == 1
        assert ledger.next_attempt() == NOW + LEASE
        assert len(ledger.claim(until, 9, "one", until + LEASE, judge, TODAY)) == 1
    assert seen == [("last-call", False), ("reminder", True)]


def test_ending_a_snooze_lets_its_notices_go(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        ledger.defer_notices(case.key, ["reminder"], NOW + timedelta(days=3))
        ledger.release_notices(case.key, NOW + MINUTE)
        assert claimed(ledger, NOW) == ()
        assert len(claimed(ledger, NOW + MINUTE)) == 1


def test_a_snooze_takes_notices_out_of_a_letter_not_yet_sent(store: Store) -> None:
    a, b = stored(store, a_case("a"), a_case("b"))
    for case in (a, b):
        spoken(store, case, a_stage(case))
    until = NOW + timedelta(days=3)
    with store.writing() as ledger:
        (claim,) = claimed(ledger)
        sent(ledger, claim, Deferred("451 later"), NOW + MINUTE)
        ledger.defer_notices(a.key, ["reminder"], until)
        (left,) = claimed(ledger, NOW + MINUTE)
        assert (left.number, left.key, [entry.notice.case for entry in left.entries]) == (
            1,
            claim.key,
            [b.key],
        )
        sent(ledger, left, Accepted("250 ok"), None)
        (back,) = claimed(ledger, until)
        assert [entry.notice.case for entry in back.entries] == [a.key]
        assert back.number == 3
        assert back.key not in {claim.key, left.key}
        assert back.entries[0].notice.snoozed
        assert [row.number for row in ledger.outbox("all")] == [1, 3]


def test_a_letter_that_a_snooze_empties_is_superseded(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        (claim,) = claimed(ledger)
        sent(ledger, claim, Deferred("451 later"), NOW + MINUTE)
        ledger.defer_notices(case.key, ["reminder"], NOW + timedelta(days=3))
        letter, notice = ledger.outbox("all")
        assert (letter.state, notice.state, notice.number) == ("superseded", "waiting", 2)
        assert ledger.next_attempt() == NOW + timedelta(days=3)


@pytest.mark.contract(5)
def test_a_snooze_beats_a_claimed_letter_and_not_one_handed_over(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    snoozed = Snoozed(case.key, TODAY, DUE, NOW, "leave", "lan")
    with store.writing() as ledger:
        (claim,) = claimed(ledger)
        ledger.record([Change(case, (snoozed,))], NOW, CLOCK)
        ledger.defer_notices(case.key, ["reminder"], NOW + MINUTE)
        assert not ledger.hand_over(claim.number, "one", NOW, READY)
        (again,) = claimed(ledger, NOW + MINUTE)
        assert ledger.hand_over(again.number, "one", NOW + MINUTE, READY)
        ledger.record([Change(case, (snoozed,))], NOW, CLOCK)
        ledger.defer_notices(case.key, ["reminder"], NOW + timedelta(days=3))
        assert ledger.settle(again.number, "one", Accepted("250 ok"), NOW + MINUTE, None)


@pytest.mark.contract(5)
def test_closing_a_case_takes_its_claimed_letter_back(store: Store) -> None:
    a, b = stored(store, a_case("a"), a_case("b"))
    for case in (a, b):
        spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        (claim,) = judged(ledger)
    with store.writing() as ledger:
        closed = Closed(a.key, TODAY, "CV 12")
        ledger.record([Change(replace(a, closed_on=TODAY), (closed,))], NOW, CLOCK)
    with store.writing() as ledger:
        assert not ledger.hand_over(claim.number, "one", NOW, READY)
        (again,) = judged(ledger)
        assert [entry.notice.case for entry in again.entries] == [b.key]
        assert ledger.hand_over(again.number, "one", NOW, READY)


def test_a_stage_elsewhere_leaves_claimed_letters_alone(store: Store) -> None:
    a, b = stored(store, a_case("a"), a_case("b"))
    spoken(store, a, a_stage(a))
    with store.writing() as ledger:
        (claim,) = claimed(ledger)
    spoken(store, b, a_stage(b))
    spoken(store, a, a_stage(a, "last-call"))
    with store.writing() as ledger:
        assert ledger.hand_over(claim.number, "one", NOW, READY)


def test_five_hundred_letters_are_claimed_with_few_statements(store: Store) -> None:
    cases = stored(store, *[a_case(f"a-{n}") for n in range(500)])
    with store.writing() as ledger:
        ledger.record(
            [speaks(case, a_stage(case, officer=case.agency)) for case in cases],
            NOW,
            CLOCK,
        )
    with store.writing() as ledger:
        counted = statements_of(ledger)
        assert len(claimed(ledger, limit=500)) == 500
        assert len(counted) <= 24
    with store.reading() as ledger:
        assert ledger.outbox_counts() == {"claimed": 500}


def statements_of(ledger: Ledger) -> list[str]:
    """Grows by every statement that runs from now on."""
    counted: list[str] = []

    @event.listens_for(ledger.connection, "before_cursor_execute")
    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        counted.append(statement)

    return counted


def test_who_perhaps_got_a_letter_stays_told_when_it_is_superseded(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        (claim,) = judged(ledger)
        sent(ledger, claim, Uncertain("no answer after the dot"), NOW + MINUTE)
    stored(store, replace(case, closed_on=TODAY))
    with store.writing() as ledger:
        assert judged(ledger, NOW + MINUTE) == ()
        assert ledger.outbox_counts() == {"superseded": 1}
        assert ledger.told([case.key]) == {case.key: ("lan",)}


def test_letters_whose_server_was_away_go_in_the_order_of_their_next_attempts(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, *[a_stage(case, officer=f"o-{n}") for n in range(4)])
    receipts: list[Deferred | Uncertain] = [
        Deferred("451"),
        Uncertain("lost"),
        Deferred("451"),
        Uncertain("lost"),
    ]
    with store.writing() as ledger:
        for minutes, claim, receipt in zip((4, 3, 2, 1), claimed(ledger), receipts, strict=True):
            sent(ledger, claim, receipt, NOW + minutes * MINUTE)
        assert [claim.number for claim in claimed(ledger, NOW + 3 * MINUTE, limit=2)] == [4, 3]
        assert [claim.number for claim in claimed(ledger, NOW + 9 * MINUTE)] == [2, 1]


def test_claiming_reads_what_is_ripe_and_not_the_whole_outbox(file_store: Store) -> None:
    cases = stored(file_store, a_case("a"), a_case("later", next_look=NOW + timedelta(days=9)))
    for case in cases:
        spoken(file_store, case, a_stage(case), a_stage(case, officer="minh"))
    with file_store.writing() as ledger:
        plan = plan_of(ledger, lambda: claimed(ledger))
        assert "ix_notices_ripe" in plan
        assert "ix_notices_gathering" in plan
        assert "TEMP B-TREE" not in plan
        assert not [line for line in plan.splitlines() if line.startswith("SCAN") and "CONSTANT" not in line]
    with file_store.reading() as ledger:
        assert "SCAN letters" not in plan_of(ledger, ledger.outbox)
