from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from monitor.claim import Claim, Ready
from monitor.store import Ledger, Store, Unmovable
from notifiers.base import Accepted, Deferred, Receipt, Refused, Uncertain
from rules.notices import Notice
from tests.monitor.store.samples import (
    LEASE,
    MINUTE,
    NOW,
    a_case,
    a_stage,
    everything_is_wanted,
    spoken,
    stored,
)

TODAY = date(2016, 5, 25)
BYTES = b"Subject: =?utf-8?b?TmjhuqFj?=\r\n\r\n" + b"0123456789" * 400
READY = Ready("duewatch@example.org", "lan@example.org", "<1@example.org>", "Nhắc việc", BYTES)
FIELDS = [
    "number",
    "state",
    "letter",
    "officer",
    "to",
    "cases",
    "subject",
    "message_id",
    "attempts",
    "was_uncertain",
    "next_attempt",
    "last_answer",
]


@pytest.fixture
def claim(store: Store) -> Claim:
    """One letter, claimed by "one"."""
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        return claimed(ledger)[0]


def claimed(ledger: Ledger, holder: str = "one") -> tuple[Claim, ...]:
    return ledger.claim(NOW, 9, holder, NOW + LEASE, everything_is_wanted, TODAY)


def state_of(ledger: Ledger, number: int = 1) -> str:
    return next(row.state for row in ledger.outbox("all") if row.number == number)


def test_a_row_shows_a_notice_first_and_a_letter_from_its_claim_on(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        (row,) = ledger.outbox()
        assert list(row.__dataclass_fields__) == FIELDS
        assert (row.number, row.state, row.letter, row.cases) == (1, "waiting", "stage", (case.key,))
        assert (row.to, row.subject, row.message_id, row.attempts, row.next_attempt) == (
            None,
            None,
            None,
            0,
            NOW,
        )
        claimed(ledger)
        (row,) = ledger.outbox()
        assert (row.number, row.state, row.subject) == (1, "claimed", None)
        assert ledger.hand_over(1, "one", NOW, READY)
        (row,) = ledger.outbox("handed-over")
        assert (row.to, row.subject, row.message_id) == (READY.recipient, READY.subject, READY.message_id)
        assert row.attempts == 1
        assert ledger.settle(1, "one", Accepted("250 ok"), NOW, None)
        (row,) = ledger.letters_of(case.key)
        assert (row.state, row.last_answer, row.next_attempt) == ("accepted", "250 ok", None)
        assert ledger.outbox() == ()
        assert ledger.outbox("waiting") == ()


@pytest.mark.usefixtures("claim")
def test_bytes_are_kept_small_and_come_back_whole(store: Store) -> None:
    with store.writing() as ledger:
        assert ledger.letter_content(1) is None
        ledger.hand_over(1, "one", NOW, READY)
        assert ledger.letter_content(1) == BYTES
        size = ledger.connection.exec_driver_sql("SELECT length(content) FROM letters").scalar_one()
        assert size < len(BYTES) / 10


@pytest.mark.usefixtures("claim")
def test_only_the_holder_within_its_lease_may_hand_over(store: Store) -> None:
    with store.writing() as ledger:
        assert not ledger.hand_over(1, "two", NOW, READY)
        assert not ledger.hand_over(1, "one", NOW + LEASE, READY)
        assert not ledger.hand_over(2, "one", NOW, READY)
        assert ledger.hand_over(1, "one", NOW + LEASE - MINUTE, READY)
        assert not ledger.hand_over(1, "one", NOW, READY)


@pytest.mark.parametrize(
    ("receipt", "again", "state", "kept"),
    [
        (Accepted("250"), None, "accepted", True),
        (Deferred("451"), NOW + MINUTE, "waiting", False),
        (Deferred("451"), None, "held", False),
        (Refused("550"), None, "refused", False),
        (Uncertain("lost"), NOW + MINUTE, "uncertain", True),
        (Uncertain("lost"), None, "held", True),
    ],
)
@pytest.mark.usefixtures("claim")
def test_a_receipt_decides_where_the_letter_stands(
    store: Store, receipt: Receipt, again: object, state: str, kept: bool
) -> None:
    next_attempt = NOW + MINUTE if again else None
    with store.writing() as ledger:
        ledger.hand_over(1, "one", NOW, READY)
        assert ledger.settle(1, "one", receipt, NOW, next_attempt)
        (row,) = ledger.outbox("all")
        assert (row.state, row.last_answer, row.next_attempt) == (state, receipt.answer, next_attempt)
        assert (ledger.letter_content(1) is not None) == kept
        assert row.was_uncertain == isinstance(receipt, Uncertain)
        assert not ledger.settle(1, "one", receipt, NOW, next_attempt)


@pytest.mark.usefixtures("claim")
def test_another_holder_cannot_settle(store: Store) -> None:
    with store.writing() as ledger:
        ledger.hand_over(1, "one", NOW, READY)
        assert not ledger.settle(1, "two", Accepted("250"), NOW, None)
        assert state_of(ledger) == "handed-over"


@pytest.mark.usefixtures("claim")
def test_nothing_is_accepted_that_was_never_handed_over(store: Store) -> None:
    with store.writing() as ledger:
        assert not ledger.settle(1, "one", Accepted("250"), NOW, None)
        assert not ledger.settle(1, "one", Uncertain("lost"), NOW, NOW)
        assert state_of(ledger) == "claimed"


@pytest.mark.usefixtures("claim")
def test_a_letter_may_be_refused_or_deferred_before_it_is_handed_over(store: Store) -> None:
    with store.writing() as ledger:
        assert ledger.settle(1, "one", Deferred("no connection"), NOW, NOW)
        claimed(ledger)
        assert ledger.settle(1, "one", Refused("no such address"), NOW, None)
        assert state_of(ledger) == "refused"


@pytest.mark.contract(3)
@pytest.mark.usefixtures("claim")
def test_a_rescued_daemons_letter_is_uncertain_only_if_its_bytes_had_gone(store: Store) -> None:
    with store.writing() as ledger:
        assert ledger.rescue(NOW, False) == 0
        assert ledger.rescue(NOW, True) == 1
        assert state_of(ledger) == "waiting"
        (again,) = claimed(ledger)
        assert again.ready is None
        ledger.hand_over(1, "one", NOW, READY)
        assert ledger.rescue(NOW + LEASE - MINUTE, False) == 0
        assert ledger.rescue(NOW + LEASE, False) == 1
        (row,) = ledger.outbox()
        assert (row.state, row.was_uncertain, row.next_attempt) == ("uncertain", True, NOW + LEASE)
        (again,) = ledger.claim(NOW + LEASE, 9, "two", NOW + 2 * LEASE, everything_is_wanted, TODAY)
        assert again.ready == READY


@pytest.mark.usefixtures("claim")
def test_a_late_acceptance_counts_unless_somebody_else_has_the_letter(store: Store) -> None:
    with store.writing() as ledger:
        ledger.hand_over(1, "one", NOW, READY)
        ledger.rescue(NOW, True)
        assert not ledger.settle(1, "one", Deferred("451"), NOW, NOW)
        claimed(ledger, "two")
        assert not ledger.settle(1, "one", Accepted("250"), NOW, None)
        ledger.release([1], "two")
        assert state_of(ledger) == "uncertain"
        claimed(ledger, "one")
        ledger.hand_over(1, "one", NOW, READY)
        ledger.rescue(NOW, True)
        assert ledger.settle(1, "one", Accepted("250"), NOW, None)
        assert state_of(ledger) == "accepted"


@pytest.mark.usefixtures("claim")
def test_a_renewed_lease_holds_longer(store: Store) -> None:
    with store.writing() as ledger:
        ledger.renew([1], "two", NOW + 9 * LEASE)
        assert ledger.next_attempt() == NOW + LEASE
        ledger.renew([1], "one", NOW + 2 * LEASE)
        assert ledger.next_attempt() == NOW + 2 * LEASE
        assert ledger.rescue(NOW + LEASE, False) == 0


@pytest.mark.usefixtures("claim")
def test_released_letters_wait_at_once_and_only_their_holder_releases_them(store: Store) -> None:
    with store.writing() as ledger:
        ledger.release([1], "two")
        assert state_of(ledger) == "claimed"
        ledger.release([1], "one")
        assert state_of(ledger) == "waiting"
        assert ledger.next_attempt() == NOW
        (again,) = claimed(ledger)
        ledger.hand_over(again.number, "one", NOW, READY)
        ledger.release([1], "one")
        assert state_of(ledger) == "handed-over"


@pytest.mark.contract(2)
@pytest.mark.usefixtures("claim")
def test_a_letter_that_fails_three_times_is_held(store: Store) -> None:
    with store.writing() as ledger:
        for strike in (1, 2):
            assert ledger.strike_letter(1, "template broken") == strike
            assert state_of(ledger) == "waiting"
            claimed(ledger)
        assert ledger.strike_letter(1, "template broken") == 3
        (row,) = ledger.outbox("held")
        assert (row.last_answer, row.next_attempt) == ("template broken", None)
        assert claimed(ledger) == ()
        assert ledger.next_attempt() is None
        ledger.retry([1])
        assert len(claimed(ledger)) == 1
        assert ledger.strike_letter(1, "template broken") == 1


def test_a_waiting_notice_can_be_held_and_let_go(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        ledger.hold(1, "the clock is held")
        assert claimed(ledger) == ()
        assert state_of(ledger) == "held"
        ledger.retry([1])
        assert len(claimed(ledger)) == 1


@pytest.mark.usefixtures("claim")
def test_a_refused_letter_can_be_tried_anew(store: Store) -> None:
    with store.writing() as ledger:
        ledger.hand_over(1, "one", NOW, READY)
        ledger.settle(1, "one", Refused("550 unknown"), NOW, None)
        assert claimed(ledger) == ()
        ledger.retry([1])
        (again,) = claimed(ledger)
        assert (again.ready, again.attempts) == (None, 1)


@pytest.mark.contract(3)
@pytest.mark.usefixtures("claim")
def test_an_uncertain_letter_that_was_held_goes_again_byte_for_byte(store: Store) -> None:
    with store.writing() as ledger:
        ledger.hand_over(1, "one", NOW, READY)
        ledger.settle(1, "one", Uncertain("lost"), NOW, None)
        ledger.retry([1])
        (again,) = claimed(ledger)
        assert again.ready == READY


@pytest.mark.contract(2)
@pytest.mark.usefixtures("claim")
def test_a_dropped_letter_drops_its_notices(store: Store) -> None:
    with store.writing() as ledger:
        ledger.release([1], "one")
        ledger.drop([1], "nobody needs it (lan)")
        (row,) = ledger.outbox("dropped")
        assert (row.last_answer, len(row.cases)) == ("nobody needs it (lan)", 1)
        assert claimed(ledger) == ()
        assert ledger.outbox() == ()


def test_a_waiting_notice_can_be_dropped(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    with store.writing() as ledger:
        ledger.drop([1], "a mistake")
        assert state_of(ledger) == "dropped"
        assert claimed(ledger) == ()


@pytest.mark.parametrize("step", ["unknown", "claimed", "handed-over", "accepted", "dropped"])
@pytest.mark.usefixtures("claim")
def test_what_cannot_be_moved_is_refused_with_a_sentence(store: Store, step: str) -> None:
    number = 99 if step == "unknown" else 1
    with store.writing() as ledger:
        if step in {"handed-over", "accepted"}:
            ledger.hand_over(1, "one", NOW, READY)
        if step == "accepted":
            ledger.settle(1, "one", Accepted("250"), NOW, None)
        if step == "dropped":
            ledger.release([1], "one")
            ledger.drop([1], "once")
    with store.writing() as ledger:
        with pytest.raises(Unmovable) as retried:
            ledger.retry([number])
        with pytest.raises(Unmovable) as dropped:
            ledger.drop([number], "twice")
    for refused in (retried.value, dropped.value):
        assert str(number) in refused.sentence


def test_a_notice_that_waits_for_its_moment_is_not_retried(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case))
    with store.writing() as ledger, pytest.raises(Unmovable, match="waits for its moment"):
        ledger.retry([1])


def test_of_several_rows_all_are_moved_or_none(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case), a_stage(case, officer="minh"))
    with pytest.raises(Unmovable), store.writing() as ledger:
        ledger.drop([1, 99], "a mistake")
    with store.reading() as ledger:
        assert [row.state for row in ledger.outbox()] == ["waiting", "waiting"]


@pytest.mark.parametrize(
    ("receipt", "told"),
    [
        (Accepted("250"), True),
        (Uncertain("lost"), True),
        (Refused("550"), False),
        (Deferred("451"), False),
        (None, True),
    ],
    ids=["accepted", "uncertain", "refused", "deferred", "handed over"],
)
def test_only_those_who_got_a_letter_count_as_told(
    store: Store, claim: Claim, receipt: Receipt | None, told: bool
) -> None:
    key = claim.entries[0].notice.case or ""
    with store.writing() as ledger:
        assert ledger.told([key]) == {}
        ledger.hand_over(1, "one", NOW, READY)
        if receipt is not None:
            ledger.settle(1, "one", receipt, NOW, NOW + MINUTE)
        assert ledger.told([key, "nobody"]) == ({key: ("lan",)} if told else {})


def test_a_letter_that_was_perhaps_delivered_counts_as_told_while_it_is_tried_again(
    store: Store, claim: Claim
) -> None:
    key = claim.entries[0].notice.case or ""
    with store.writing() as ledger:
        ledger.hand_over(1, "one", NOW, READY)
        ledger.settle(1, "one", Uncertain("lost"), NOW, NOW)
        claimed(ledger)
        ledger.hand_over(1, "one", NOW, READY)
        ledger.settle(1, "one", Deferred("451"), NOW, NOW)
        assert ledger.told([key]) == {key: ("lan",)}


def test_a_letter_that_was_perhaps_delivered_counts_as_told_after_it_is_dropped(
    store: Store, claim: Claim
) -> None:
    key = claim.entries[0].notice.case or ""
    with store.writing() as ledger:
        ledger.hand_over(1, "one", NOW, READY)
        ledger.settle(1, "one", Uncertain("lost"), NOW, NOW)
        ledger.drop([1], "told by telephone")
        assert ledger.told([key]) == {key: ("lan",)}


@pytest.mark.usefixtures("claim")
def test_a_letter_that_never_left_counts_for_nobody_after_it_is_dropped(store: Store, claim: Claim) -> None:
    key = claim.entries[0].notice.case or ""
    with store.writing() as ledger:
        ledger.hold(1, "nobody can receive it")
        ledger.drop([1], "told by telephone")
        assert ledger.told([key]) == {}


def test_a_change_letter_does_not_make_one_told(store: Store) -> None:
    (case,) = stored(store, a_case())
    with store.writing() as ledger:
        ledger.post([Notice("k", "change", "lan", NOW, case.key, 1, group="change|1")])
        (letter,) = claimed(ledger)
        ledger.hand_over(letter.number, "one", NOW, READY)
        ledger.settle(letter.number, "one", Accepted("250"), NOW, None)
        assert ledger.told([case.key]) == {}


@pytest.mark.usefixtures("claim")
def test_bytes_of_old_accepted_letters_are_forgotten_and_the_letter_is_not(store: Store) -> None:
    with store.writing() as ledger:
        ledger.hand_over(1, "one", NOW, READY)
        ledger.settle(1, "one", Accepted("250"), NOW, None)
        assert ledger.forget(NOW) == 0
        assert ledger.forget(NOW + MINUTE) == 1
        assert ledger.forget(NOW + MINUTE) == 0
        assert ledger.letter_content(1) is None
        assert state_of(ledger) == "accepted"


@pytest.mark.contract(3)
def test_bytes_that_may_go_again_are_never_forgotten(store: Store, claim: Claim) -> None:
    with store.writing() as ledger:
        ledger.hand_over(claim.number, "one", NOW, READY)
        ledger.settle(claim.number, "one", Uncertain("lost"), NOW, NOW)
        assert ledger.forget(NOW + timedelta(days=9999)) == 0
        assert ledger.letter_content(1) == BYTES


def test_an_empty_outbox_asks_for_nothing(store: Store) -> None:
    with store.reading() as ledger:
        assert ledger.next_attempt() is None
        assert ledger.outbox_counts() == {}
        assert ledger.outbox("all") == ()
        assert ledger.letter_content(1) is None


def test_the_courier_wakes_for_whatever_comes_first(store: Store) -> None:
    (case,) = stored(store, a_case())
    spoken(store, case, a_stage(case, moment=NOW + 9 * MINUTE))
    with store.writing() as ledger:
        digest = Notice("d", "digest", "lan", NOW, day=TODAY, number=1)
        ledger.post([digest, replace(digest, key="e", officer="minh", moment=NOW + 5 * MINUTE)])
        assert ledger.next_attempt() == NOW
        (letter,) = claimed(ledger)
        assert ledger.next_attempt() == NOW + 5 * MINUTE
        ledger.hand_over(letter.number, "one", NOW, READY)
        ledger.settle(letter.number, "one", Deferred("451"), NOW, NOW + 2 * MINUTE)
        assert ledger.next_attempt() == NOW + 2 * MINUTE
