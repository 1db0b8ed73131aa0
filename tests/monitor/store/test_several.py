"""Several programs on one PostgreSQL database: they share the work, and nothing is done twice or by halves."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest

from monitor.claim import Claim, Ready
from monitor.store import Change, Store, StoreFault
from monitor.verify import verify
from notifiers.base import Accepted
from rules.facts import Closed, ProgressReported
from rules.model import CLOCK
from rules.plain_facts import DigestDrawn
from tests.monitor.store.samples import (
    LEASE,
    NOW,
    a_case,
    a_stage,
    everything_is_wanted,
    speaks,
    spoken,
    stored,
    write,
)

T = TypeVar("T")
TODAY = date(2016, 5, 25)
READY = Ready(
    "duewatch@example.org", "lan@example.org", "<1@example.org>", "Nhắc việc", b"Subject: x\r\n\r\n"
)


@pytest.fixture
def stores(server_url: str) -> Iterator[tuple[Store, Store]]:
    """Two programs' stores on one database."""
    with ExitStack() as stack:
        opened = [Store.open(server_url, patience_s=5) for _ in range(2)]
        for store in opened:
            stack.callback(store.close)
        yield opened[0], opened[1]


class Beside:
    """Something another program does in the meantime."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._faults: list[BaseException] = []
        self._work = work
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._work()
        except BaseException as fault:
            self._faults.append(fault)

    @property
    def waits(self) -> bool:
        """Whether it is still at it after a while."""
        self._thread.join(0.3)
        return self._thread.is_alive()

    def ends(self) -> None:
        self._thread.join(20)
        assert not self._thread.is_alive()
        if self._faults:
            raise self._faults[0]


def claimed(store: Store, holder: str) -> tuple[Claim, ...]:
    with store.writing(deciding=False) as ledger:
        return ledger.claim(NOW, 100, holder, NOW + LEASE, everything_is_wanted, TODAY)


def test_due_cases_are_shared_out(stores: tuple[Store, Store]) -> None:
    one, two = stores
    stored(one, *[a_case(f"a-{n}", next_look=NOW) for n in range(10)])
    with one.writing() as first:
        mine = {case.number for case in first.due_cases(NOW, 6)}
        with two.writing() as second:
            theirs = {case.number for case in second.due_cases(NOW, 6)}
            assert second.earliest_look() == NOW, "what another is deciding is not yet decided"
    assert (len(mine), len(theirs)) == (6, 4)
    assert not mine & theirs


def test_an_officers_letter_waits_for_the_cases_that_another_is_deciding(stores: tuple[Store, Store]) -> None:
    one, two = stores
    here, there = stored(one, a_case("here", next_look=NOW), a_case("there", next_look=NOW))
    found: list[Claim] = []
    with one.writing() as deciding:
        (mine,) = deciding.due_cases(NOW, 1)
        (theirs,) = (case for case in (here, there) if case.number != mine.number)
        spoken(two, replace(theirs, next_look=None), a_stage(theirs))
        courier = Beside(lambda: found.extend(claimed(two, "two")))
        assert courier.waits
        deciding.record([speaks(replace(mine, next_look=None), a_stage(mine))], NOW, CLOCK)
    courier.ends()
    (letter,) = found
    assert (letter.kind, len(letter.entries)) == ("bundle", 2)


def test_no_notice_gets_into_two_letters(stores: tuple[Store, Store]) -> None:
    one, two = stores
    cases = stored(one, *[a_case(f"a-{n}") for n in range(200)])
    with one.writing() as ledger:
        ledger.record(
            [speaks(case, a_stage(case, officer=f"o-{case.number % 40}")) for case in cases], NOW, CLOCK
        )
    found: list[tuple[Claim, ...]] = []

    def carry(store: Store, holder: str) -> None:
        while claims := _few(store, holder):
            found.append(claims)

    couriers = [Beside(lambda: carry(one, "one")), Beside(lambda: carry(two, "two"))]
    for courier in couriers:
        courier.ends()
    letters = [claim for claims in found for claim in claims]
    assert sorted(claim.officer for claim in letters) == sorted(f"o-{n}" for n in range(40))
    assert sum(len(claim.entries) for claim in letters) == 200


def _few(store: Store, holder: str) -> tuple[Claim, ...]:
    with store.writing(deciding=False) as ledger:
        return ledger.claim(NOW, 3, holder, NOW + LEASE, everything_is_wanted, TODAY)


def test_a_closing_waits_for_a_claim_and_takes_the_letter_back(stores: tuple[Store, Store]) -> None:
    one, two = stores
    (case,) = stored(one, a_case())
    spoken(one, case, a_stage(case))

    def close() -> None:
        with two.writing() as ledger:
            (open_case,) = ledger.cases([case.key])
            assert ledger.told([case.key]) == {}
            closed = Closed(case.key, TODAY, "CV 12")
            ledger.record([Change(replace(open_case, closed_on=TODAY), (closed,))], NOW, CLOCK)

    with one.writing(deciding=False) as ledger:
        (claim,) = ledger.claim(NOW, 9, "one", NOW + LEASE, everything_is_wanted, TODAY)
        command = Beside(close)
        assert command.waits
    command.ends()
    with one.writing(deciding=False) as ledger:
        assert not ledger.hand_over(claim.number, "one", NOW, READY)


def test_a_letter_that_is_handed_over_while_its_case_is_closed_counts_as_told(
    stores: tuple[Store, Store],
) -> None:
    one, two = stores
    (case,) = stored(one, a_case())
    spoken(one, case, a_stage(case))
    (claim,) = claimed(one, "one")
    told: list[object] = []

    def close() -> None:
        with two.writing() as ledger:
            told.append(ledger.told([case.key]))

    with one.writing(deciding=False) as ledger:
        assert ledger.hand_over(claim.number, "one", NOW, READY)
        command = Beside(close)
        assert command.waits
    command.ends()
    assert told == [{case.key: ("lan",)}]


def test_two_commands_on_one_case_come_one_after_the_other(stores: tuple[Store, Store]) -> None:
    (case,) = stored(stores[0], a_case())

    def report(store: Store) -> None:
        for _ in range(20):
            with store.writing() as ledger:
                (read,) = ledger.cases([case.key])
                percent = (read.progress or 0) + 1
                fact = ProgressReported(case.key, TODAY, percent)
                ledger.record([Change(replace(read, progress=percent), (fact,))], NOW, CLOCK)

    programs = [Beside(lambda: report(stores[0])), Beside(lambda: report(stores[1]))]
    for program in programs:
        program.ends()
    with stores[0].reading() as ledger:
        after = ledger.case(case.number)
        assert after is not None
        assert after.progress == 40
        assert len(ledger.history(case.key)) == 40


def test_numbers_and_marks_are_lost_to_nobody(stores: tuple[Store, Store]) -> None:
    drawn: list[int] = []

    def draw(store: Store) -> None:
        for n in range(50):
            with store.writing() as ledger:
                ledger.set_mark(f"mark-{n}", "here")
                drawn.append(ledger.draw_number("digest|lan"))

    programs = [Beside(lambda: draw(stores[0])), Beside(lambda: draw(stores[1]))]
    for program in programs:
        program.ends()
    assert sorted(drawn) == list(range(1, 101))


def test_whoever_loads_or_draws_digests_does_so_alone(stores: tuple[Store, Store]) -> None:
    one, two = stores

    def draw() -> None:
        with two.writing(alone=True) as ledger:
            if not ledger.digest_drawn("lan", TODAY):
                ledger.write_digest("lan", TODAY, ledger.draw_number("digest|lan"), False, NOW)

    with one.writing(alone=True) as ledger:
        other = Beside(draw)
        assert other.waits
        ledger.write_digest("lan", TODAY, ledger.draw_number("digest|lan"), False, NOW)
    other.ends()


def test_letters_in_hand_are_settled_while_others_decide(stores: tuple[Store, Store]) -> None:
    one, two = stores
    (case,) = stored(one, a_case())
    spoken(one, case, a_stage(case))
    (claim,) = claimed(one, "one")
    with two.writing(alone=True) as ledger:
        write(ledger, a_case("another"))
        with one.writing(deciding=False) as courier:
            assert courier.hand_over(claim.number, "one", NOW, READY)
            assert courier.settle(claim.number, "one", Accepted("250"), NOW, None)


def test_a_dead_daemons_claims_go_on_at_once_and_what_it_handed_over_when_the_lease_ends(
    stores: tuple[Store, Store],
) -> None:
    one, two = stores
    (case,) = stored(one, a_case())
    spoken(one, case, a_stage(case), a_stage(case, officer="minh"))
    with one.daemon_lock(), two.daemon_lock():
        first, _ = claimed(one, one.holder)
        with one.writing(deciding=False) as ledger:
            assert ledger.hand_over(first.number, one.holder, NOW, READY)
        assert rescued(two, NOW) == 0, "it lives"
        one.close()
        assert rescued(two, NOW) == 1
        assert states(two) == ["handed-over", "waiting"]
        assert rescued(two, NOW + LEASE) == 1
        assert states(two) == ["uncertain", "waiting"]


def rescued(store: Store, moment: object) -> int:
    assert isinstance(moment, type(NOW))
    with store.writing(deciding=False) as ledger:
        return ledger.rescue(moment, False, store.holder)


def states(store: Store) -> list[str]:
    with store.reading() as ledger:
        return [row.state for row in ledger.outbox()]


def test_who_has_lost_its_letter_can_neither_hold_nor_strike_it(stores: tuple[Store, Store]) -> None:
    one, two = stores
    (case,) = stored(one, a_case())
    spoken(one, case, a_stage(case))
    claimed(one, "one")
    with two.writing(deciding=False) as ledger:
        ledger.rescue(NOW + LEASE, False, "two")
        (claim,) = ledger.claim(NOW + LEASE, 9, "two", NOW + 2 * LEASE, everything_is_wanted, TODAY)
    with one.writing(deciding=False) as ledger:
        ledger.hold(claim.number, "nobody", "one")
        assert ledger.strike_letter(claim.number, "cannot be written", "one") == 0
    assert states(two) == ["claimed"]


def test_a_program_that_stands_still_keeps_nobody_waiting_for_ever(stores: tuple[Store, Store]) -> None:
    one, two = stores
    (case,) = stored(one, a_case())

    def stand_still() -> None:
        with one.writing() as ledger:
            ledger.cases([case.key])
            ledger.connection.exec_driver_sql("SET idle_in_transaction_session_timeout = '200ms'")
            stored(two, replace(case, progress=7))  # waits until the server has ended the other
            write(ledger, replace(case, progress=9))

    with pytest.raises(StoreFault) as fault:
        stand_still()
    assert fault.value.exit_code == 75
    with one.reading() as ledger:
        after = ledger.case(case.number)
    assert after is not None
    assert after.progress == 7


def test_a_lock_that_is_held_too_long_is_a_fault_that_passes(server_url: str) -> None:
    one, two = Store.open(server_url), Store.open(server_url, patience_s=0.2)
    (case,) = stored(one, a_case())
    with one.writing() as ledger:
        ledger.cases([case.key])
        with pytest.raises(StoreFault, match="locked by another program") as fault:
            stored(two, replace(case, progress=9))
    assert fault.value.exit_code == 75
    stored(two, replace(case, progress=9))
    one.close()
    two.close()


def test_one_sees_whether_a_daemon_runs(stores: tuple[Store, Store]) -> None:
    one, two = stores
    assert not two.is_served()
    with one.daemon_lock():
        assert two.is_served()
        assert one.is_served()
    one.close()
    assert not two.is_served()


def test_every_other_program_hears_of_a_change_and_nobody_of_nothing(stores: tuple[Store, Store]) -> None:
    one, two = stores
    with one.daemon_lock(), two.daemon_lock():
        mine, theirs = one.changes(), two.changes()
        with one.reading() as ledger:
            ledger.matching("*")
        with one.writing() as ledger:
            ledger.due_cases(NOW, 5)
        with one.writing(deciding=False) as ledger:
            ledger.set_mark("pulse", "beats")
        assert not _comes(lambda: two.changes() != theirs, 0.3)
        stored(one, a_case())
        assert _comes(lambda: two.changes() != theirs, 5)
        assert one.changes() == mine


def _comes(true: Callable[[], bool], seconds: float) -> bool:
    pause = threading.Event()
    for _ in range(int(seconds / 0.02)):
        if true():
            return True
        pause.wait(0.02)
    return true()


def test_two_programs_begin_the_chain_of_no_case_once(stores: tuple[Store, Store]) -> None:
    one, two = stores

    def draw(store: Store, officer: str) -> None:
        with store.writing() as ledger:
            ledger.write_fact(DigestDrawn(None, TODAY, officer, 1), NOW, CLOCK)

    with one.writing() as first:
        first.write_fact(DigestDrawn(None, TODAY, "lan", 1), NOW, CLOCK)
        second = Beside(lambda: draw(two, "minh"))
        assert second.waits
    second.ends()
    with one.reading() as ledger:
        assert verify(ledger.rows).findings == (
            f"digest|lan|{TODAY}: it was drawn, and has no notice",
            f"digest|minh|{TODAY}: it was drawn, and has no notice",
        )
