"""The counts and ages that watchers read, on every database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from monitor.claim import Ready
from monitor.store import Ledger, Store
from monitor.store.gauges import Rows
from notifiers.base import Accepted, Deferred, Receipt, Refused
from rules.notices import failure_notice
from tests.monitor.store.samples import (
    LEASE,
    MINUTE,
    NOW,
    a_case,
    a_stage,
    everything_is_wanted,
    plan_of,
    spoken,
    stored,
)

DAY = timedelta(days=1)


def sent(ledger: Ledger, key: str, receipt: Receipt | None, *, officer: str = "lan") -> None:
    """A letter formed now; ``receipt`` None: it is claimed and no more."""
    ledger.post([replace(failure_notice(key, NOW, key), officer=officer)])
    claims = ledger.claim(NOW, 10, "test", NOW + LEASE, everything_is_wanted, NOW.date())
    [mine] = [claim for claim in claims if claim.officer == officer]
    if receipt is not None:
        ready = Ready("a@example.org", "b@example.org", "<x@y>", "s", b"x")
        assert ledger.hand_over(mine.number, "test", NOW, ready, NOW + LEASE)
        again = NOW + MINUTE if isinstance(receipt, Deferred) else None
        assert ledger.settle(mine.number, "test", receipt, NOW, again)


def test_an_empty_store_has_nothing_to_show(store: Store) -> None:
    with store.reading() as ledger:
        assert ledger.due(NOW) == Rows(0, None)
        assert ledger.unsettled(NOW) == {}
        assert ledger.last_accepted() is None
        assert ledger.refused_to(NOW - DAY) == ()
        assert list(ledger.looked_at_by(NOW, ["bo-y-te"])) == []


def test_what_is_due_counts_from_the_moment_itself(store: Store) -> None:
    stored(
        store,
        a_case("bo-y-te", next_look=NOW - DAY),
        a_case("ha-noi", next_look=NOW),
        a_case("bo-noi-vu", next_look=NOW + MINUTE),
        a_case("vpcp"),
    )
    with store.reading() as ledger:
        assert ledger.due(NOW) == Rows(2, NOW - DAY)
        assert ledger.due(NOW + MINUTE).count == 3


def test_a_case_that_is_set_aside_is_not_due(store: Store) -> None:
    [case] = stored(store, a_case(next_look=NOW))
    with store.writing() as ledger:
        for _ in range(3):
            ledger.strike_case(case.number, "broken")
    with store.reading() as ledger:
        assert ledger.due(NOW) == Rows(0, None)


def test_a_notice_waits_from_its_moment_on(store: Store) -> None:
    [case] = stored(store, a_case())
    spoken(store, case, a_stage(case, moment=NOW - DAY), a_stage(case, "last-call", moment=NOW + DAY))
    with store.reading() as ledger:
        assert ledger.unsettled(NOW) == {"waiting": Rows(1, NOW - DAY)}
        assert ledger.unsettled(NOW + DAY) == {"waiting": Rows(2, NOW - DAY)}


def test_letters_and_notices_of_one_state_count_together(store: Store) -> None:
    [case] = stored(store, a_case())
    with store.writing() as ledger:
        sent(ledger, "a", Deferred("451 later"))
    spoken(store, case, a_stage(case, moment=NOW - DAY))
    with store.reading() as ledger:
        assert ledger.unsettled(NOW) == {"waiting": Rows(2, NOW - DAY)}


def test_letters_count_by_state_and_what_is_over_does_not(store: Store) -> None:
    with store.writing() as ledger:
        sent(ledger, "a", Accepted("250 ok"), officer="a")
        sent(ledger, "b", Refused("550 no"), officer="b")
        sent(ledger, "c", None, officer="c")
    with store.reading() as ledger:
        assert ledger.unsettled(NOW) == {"refused": Rows(1, NOW), "claimed": Rows(1, NOW)}
        assert ledger.last_accepted() == NOW


def test_refused_officers_are_named_once_and_not_for_ever(store: Store) -> None:
    with store.writing() as ledger:
        sent(ledger, "a", Refused("550 no"), officer="minh")
        sent(ledger, "b", Refused("550 no"), officer="lan")
        sent(ledger, "c", Refused("550 no"), officer="lan")
        sent(ledger, "d", Accepted("250 ok"), officer="huong")
    with store.reading() as ledger:
        assert ledger.refused_to(NOW) == ("lan", "minh")
        assert ledger.refused_to(NOW + MINUTE) == ()


def test_the_cases_of_some_agencies_that_will_be_looked_at(store: Store) -> None:
    stored(
        store,
        a_case("bo-y-te", next_look=NOW + DAY),
        a_case("ha-noi", next_look=NOW),
        a_case("bo-noi-vu", next_look=NOW),
        a_case("vpcp", next_look=NOW + 2 * DAY),
    )
    with store.reading() as ledger:
        found = ledger.looked_at_by(NOW + DAY, {"bo-y-te", "ha-noi", "vpcp"})
        assert [case.agency for case in found] == ["ha-noi", "bo-y-te"]


def test_more_agencies_than_a_statement_takes(store: Store) -> None:
    stored(store, a_case("bo-y-te", next_look=NOW))
    many = [f"xa-{number}" for number in range(1200)]
    with store.reading() as ledger:
        assert [case.agency for case in ledger.looked_at_by(NOW, [*many, "bo-y-te"])] == ["bo-y-te"]


def test_every_gauge_is_read_from_an_index(file_store: Store) -> None:
    with file_store.reading() as ledger:
        for read in (
            lambda: ledger.due(NOW),
            lambda: ledger.unsettled(NOW),
            ledger.last_accepted,
            lambda: ledger.refused_to(NOW),
            lambda: list(ledger.looked_at_by(NOW, ["bo-y-te"])),
        ):
            plan = plan_of(ledger, read)
            scans = [line for line in plan.splitlines() if "SCAN" in line and "USING" not in line]
            assert scans == [], plan
