"""What the daemon knows of its own life, and when it may be relied on."""

from __future__ import annotations

import pytest

from monitor.load import Loaded
from monitor.vitals import BOUNDS_S, FRESH_S, Attempt, Counted, Durations, Loop, Vitals, attempt_of
from monitor.watch import Tick
from notifiers.base import Accepted, Deferred, Letter, Receipt, Refused, Uncertain
from tests.builders import local
from tests.fakes import TurnedClock

LOOK = Tick(local("2016-06-21T08:00"), 3, 1, 0, None)
FAULTY = Tick(local("2016-06-21T08:00"), 3, 1, 0, None, faults=("a case cannot be decided",))
LETTER = Letter(1, "<a@b>", "duewatch@example.org", "lan@example.org", b"")


def test_before_the_first_look_nothing_is_ready(vitals: Vitals) -> None:
    assert list(vitals.unready()) == ["no look has finished yet"]
    assert not vitals.is_clean()


@pytest.mark.asyncio
async def test_a_look_serves_for_two_ticks_and_no_longer(vitals: Vitals, clock: TurnedClock) -> None:
    vitals.passed(0.1, LOOK)
    await clock.advance(FRESH_S)
    assert list(vitals.unready()) == []
    await clock.advance(1)
    assert list(vitals.unready()) == [f"the last look that finished is {FRESH_S + 1} seconds old"]
    assert not vitals.is_clean()


def test_a_faulty_look_is_a_look_but_no_clean_one(vitals: Vitals) -> None:
    vitals.passed(0.1, FAULTY)
    assert list(vitals.unready()) == []
    assert not vitals.is_clean()
    vitals.passed(0.1, LOOK)
    assert vitals.is_clean()


@pytest.mark.asyncio
async def test_only_a_clean_look_counts_against_the_hour(vitals: Vitals, clock: TurnedClock) -> None:
    await clock.advance(100)
    vitals.passed(0.1, FAULTY)
    assert vitals.seconds_since_clean() == 100
    vitals.passed(0.1, LOOK)
    assert vitals.seconds_since_clean() == 0


@pytest.mark.parametrize(("failing", "other"), [("watch", "courier"), ("courier", "watch")])
def test_a_failed_turn_counts_until_the_same_loop_turns_again(
    vitals: Vitals, failing: Loop, other: Loop
) -> None:
    vitals.passed(0.1, LOOK)
    vitals.failed(failing)
    vitals.turned(other)
    assert list(vitals.unready()) == [f"the last turn of the {failing} failed; see the log"]
    vitals.turned(failing)
    assert vitals.is_clean()


def test_a_held_clock_is_not_ready(vitals: Vitals) -> None:
    vitals.passed(0.1, LOOK)
    vitals.held()
    assert [reason.partition(";")[0] for reason in vitals.unready()] == ["sending is held by the clock"]


def test_a_refused_load_is_remembered_until_a_good_one(vitals: Vitals) -> None:
    vitals.passed(0.1, Tick(LOOK.moment, 0, 0, 0, Loaded(refused="9 of 9 would be lost")))
    assert vitals.load_refused
    vitals.passed(0.1, LOOK)
    assert vitals.load_refused
    vitals.passed(0.1, Tick(LOOK.moment, 0, 0, 0, Loaded()))
    assert not vitals.load_refused


@pytest.mark.parametrize(
    ("receipt", "attempt"),
    [
        (Accepted("250 for lan@example.org"), Attempt("accepted", "taken")),
        (Deferred("451 lan@example.org", "recipient"), Attempt("deferred", "recipient")),
        (Deferred("no connection", "host"), Attempt("deferred", "host")),
        (Refused("550 lan@example.org", "recipient"), Attempt("refused", "recipient")),
        (Uncertain("lost"), Attempt("uncertain", "answer-lost")),
    ],
)
def test_an_attempt_is_counted_without_the_servers_words(receipt: Receipt, attempt: Attempt) -> None:
    assert attempt_of(receipt) == attempt


class Slow:
    """A channel that takes two seconds."""

    def __init__(self, clock: TurnedClock) -> None:
        self._clock = clock
        self.closed = False
        self.forgone: Letter | None = None

    async def deliver(self, _letter: Letter) -> Receipt:
        await self._clock.turn(local("2016-06-21T08:00:02"))
        return Accepted("250 ok")

    def forgo(self, letter: Letter) -> None:
        self.forgone = letter

    async def close(self) -> None:
        self.closed = True


@pytest.mark.asyncio
async def test_a_delivery_is_timed_and_handed_on_unchanged(vitals: Vitals, clock: TurnedClock) -> None:
    channel = Slow(clock)
    counted = Counted(channel, vitals, clock)
    assert await counted.deliver(LETTER) == Accepted("250 ok")
    assert vitals.attempts == {Attempt("accepted", "taken"): 1}
    assert vitals.deliveries.total == 2.0
    counted.forgo(LETTER)
    assert channel.forgone == LETTER
    await counted.close()
    assert channel.closed


def test_lengths_fall_into_the_smallest_bound_that_holds_them() -> None:
    durations = Durations()
    for seconds in (0.0, BOUNDS_S[0], BOUNDS_S[0] + 0.001, BOUNDS_S[-1] + 1):
        durations.note(seconds)
    assert durations.counts[0] == 2
    assert durations.counts[1] == 1
    assert durations.counts[-1] == 1
    assert sum(durations.counts) == 4
