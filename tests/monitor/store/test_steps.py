"""Steps that several letters take at once: each has its own outcome, and none is reported that cannot be told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from monitor.claim import Claim, Ready
from monitor.store import HandingOver, Settled, Store
from monitor.store.faults import Torn
from notifiers.base import Accepted, Deferred, Receipt, Refused, Uncertain
from tests.monitor.store.samples import MINUTE, NOW, a_case, a_stage, everything_is_wanted, spoken, stored

READY = Ready("duewatch@example.org", "lan@example.org", "<1@example.org>", "Nhắc việc", b"x\r\n" * 40)
LEASE = timedelta(minutes=15)
OFFICERS = ("an", "binh", "chi", "dung")


@pytest.fixture
def claims(store: Store) -> tuple[Claim, ...]:
    """Four letters, claimed by "one"."""
    (case,) = stored(store, a_case())
    spoken(store, case, *(a_stage(case, officer=officer) for officer in OFFICERS))
    with store.writing() as ledger:
        return ledger.claim(NOW, 9, "one", NOW + LEASE, everything_is_wanted, date(2016, 5, 25))


def handing_over(claim: Claim, holder: str = "one") -> HandingOver:
    return HandingOver(claim.number, holder, NOW, READY, NOW + LEASE)


def settled(claim: Claim, receipt: Receipt, holder: str = "one") -> Settled:
    again = None if isinstance(receipt, Accepted | Refused) else NOW + MINUTE
    return Settled(claim.number, holder, receipt, NOW, again)


def states(store: Store) -> list[str]:
    with store.reading() as ledger:
        return [row.state for row in ledger.outbox("all")]


def test_all_are_handed_over_at_once(store: Store, claims: tuple[Claim, ...]) -> None:
    with store.writing() as ledger:
        assert ledger.hand_over_each([handing_over(claim) for claim in claims]) == [True] * 4
        assert [ledger.letter_content(claim.number) for claim in claims] == [READY.content] * 4
        assert ledger.hand_over_each([handing_over(claim) for claim in claims]) == [False] * 4
        assert ledger.hand_over_each([]) == []
    assert states(store) == ["handed-over"] * 4


def test_each_receipt_goes_to_its_own_letter(store: Store, claims: tuple[Claim, ...]) -> None:
    receipts: tuple[Receipt, ...] = (Accepted("250 a"), Deferred("451"), Accepted("250 b"), Uncertain("lost"))
    with store.writing() as ledger:
        ledger.hand_over_each([handing_over(claim) for claim in claims])
        pairs = zip(claims, receipts, strict=True)
        assert ledger.settle_each([settled(claim, receipt) for claim, receipt in pairs]) == [True] * 4
        rows = ledger.outbox("all")
    assert [(row.state, row.last_answer) for row in rows] == [
        ("accepted", "250 a"),
        ("waiting", "451"),
        ("accepted", "250 b"),
        ("uncertain", "lost"),
    ]


@pytest.mark.contract(3)
def test_a_letter_that_was_perhaps_delivered_and_then_refused_goes_again_byte_for_byte(
    store: Store, claims: tuple[Claim, ...]
) -> None:
    number = claims[0].number
    with store.writing() as ledger:
        ledger.hand_over_each([handing_over(claims[0])])
        ledger.settle_each([settled(claims[0], Uncertain("lost"))])
        (again,) = ledger.claim(NOW + MINUTE, 9, "one", NOW + LEASE, everything_is_wanted, date(2016, 5, 25))
        ledger.hand_over(number, "one", NOW + MINUTE, READY)
        assert ledger.settle_each([settled(again, Refused("550"))]) == [True]
        ledger.retry([number])
        rows = {row.number: row.state for row in ledger.outbox("all")}
        assert (rows[number], ledger.letter_content(number)) == ("uncertain", READY.content)


def test_where_one_of_several_is_not_held_any_more_nobody_guesses_which(
    store: Store, claims: tuple[Claim, ...]
) -> None:
    with store.writing() as ledger:
        ledger.release([claims[1].number], "one")
    steps = [handing_over(claim) for claim in claims]
    with pytest.raises(Torn, match="3 of 4"), store.writing() as ledger:
        ledger.hand_over_each(steps)
    assert states(store) == ["claimed", "waiting", "claimed", "claimed"]
    with store.writing() as ledger:
        assert [ledger.hand_over_each([step])[0] for step in steps] == [True, False, True, True]


def test_where_one_of_several_marks_is_anothers_nobody_guesses_which(
    store: Store, claims: tuple[Claim, ...]
) -> None:
    with store.writing() as ledger:
        ledger.hand_over_each([handing_over(claim) for claim in claims])
    marks = [
        settled(claims[0], Accepted("250"), "two"),
        *(settled(claim, Accepted("250")) for claim in claims[1:]),
    ]
    with pytest.raises(Torn, match="3 of 4"), store.writing() as ledger:
        ledger.settle_each(marks)
    assert states(store) == ["handed-over"] * 4
