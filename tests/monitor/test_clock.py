"""The machine's clock, and the one that tests turn."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from monitor.bell import Bell
from monitor.clock import Clock, SystemClock
from tests.fakes import InlineExecutor, TurnedClock

START = datetime(2016, 5, 31, 0, 59, tzinfo=UTC)


def test_the_machines_clock_gives_moments_with_their_offset() -> None:
    clock: Clock = SystemClock()
    assert clock.now().utcoffset() == timedelta()
    assert clock.monotonic() <= clock.monotonic()


@pytest.mark.asyncio
async def test_the_machines_clock_waits_for_an_event_or_gives_up() -> None:
    clock, event = SystemClock(), asyncio.Event()
    assert not await clock.wait(event, 0.001)
    asyncio.get_running_loop().call_soon(event.set)
    assert await clock.wait(event, 60)
    assert await clock.wait(event, None)
    assert await clock.wait(event, 0)


def test_a_turned_clock_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        TurnedClock(datetime(2016, 5, 31))  # noqa: DTZ001


@pytest.mark.asyncio
async def test_sleepers_wake_in_order_each_at_its_own_moment() -> None:
    clock = TurnedClock(START)
    woken: list[tuple[str, datetime]] = []

    async def sleeper(name: str, seconds: float, times: int) -> None:
        for _ in range(times):
            await clock.sleep(seconds)
            woken.append((name, clock.now()))

    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper("slow", 50, 1))
        group.create_task(sleeper("quick", 20, 3))
        await clock.turn(to=START + timedelta(seconds=59))
        assert [(name, (at - START).total_seconds()) for name, at in woken] == [
            ("quick", 20),
            ("quick", 40),
            ("slow", 50),
        ]
        assert clock.now() == START + timedelta(seconds=59)
        await clock.advance(1)
        assert woken[-1] == ("quick", START + timedelta(seconds=60))
    assert clock.monotonic() == 60


@pytest.mark.asyncio
async def test_turning_to_a_moment_reaches_it_to_the_microsecond() -> None:
    clock, to = TurnedClock(START), START + timedelta(days=31, microseconds=1)
    woken: list[datetime] = []

    async def until() -> None:
        while (left := (to - clock.now()).total_seconds()) > 0:
            await clock.sleep(left)
        woken.append(clock.now())

    async with asyncio.TaskGroup() as group:
        group.create_task(until())
        await clock.turn(to=to - timedelta(microseconds=1))
        assert woken == []
        await clock.turn(to=to)
        assert woken == [to]


@pytest.mark.asyncio
async def test_a_turn_ends_when_everybody_has_done_what_follows() -> None:
    clock, done = TurnedClock(START), asyncio.Event()

    async def work() -> None:
        await clock.sleep(1)
        for _ in range(50):
            await asyncio.get_running_loop().run_in_executor(InlineExecutor(), int)
        done.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(work())
        await clock.advance(1)
        assert done.is_set()


@pytest.mark.asyncio
async def test_an_inline_call_raises_what_the_thread_would() -> None:
    with pytest.raises(ZeroDivisionError):
        await asyncio.get_running_loop().run_in_executor(InlineExecutor(), divmod, 1, 0)


@pytest.mark.asyncio
async def test_waiting_ends_with_the_event_or_with_the_time() -> None:
    clock, event = TurnedClock(START), asyncio.Event()
    outcomes: list[tuple[bool, float]] = []

    async def waiter() -> None:
        for _ in range(2):
            outcomes.append((await clock.wait(event, 10), clock.monotonic()))
            event.clear()

    async with asyncio.TaskGroup() as group:
        group.create_task(waiter())
        await clock.advance(4)
        event.set()
        await clock.advance(0)
        assert outcomes == [(True, 4)]
        await clock.advance(9.5)
        assert len(outcomes) == 1
        await clock.advance(0.5)
    assert outcomes == [(True, 4), (False, 14)]


@pytest.mark.asyncio
async def test_a_jump_moves_the_wall_clock_alone() -> None:
    clock = TurnedClock(START)
    clock.jump(timedelta(hours=-1))
    assert (clock.now(), clock.monotonic()) == (START - timedelta(hours=1), 0)
    await clock.advance(5)
    assert (clock.now(), clock.monotonic()) == (START - timedelta(minutes=59, seconds=55), 5)


@pytest.mark.asyncio
async def test_the_clock_does_not_turn_back() -> None:
    with pytest.raises(ValueError, match="jump"):
        await TurnedClock(START).turn(to=START - timedelta(seconds=1))


@pytest.mark.asyncio
async def test_the_bell_says_why_it_rang_each_reason_once() -> None:
    bell = Bell(TurnedClock(START))
    for reason in ("change", "due", "change"):
        bell.ring(reason)
    assert await bell.wait() == {"change", "due"}


@pytest.mark.asyncio
async def test_the_bell_gives_no_reason_after_silence() -> None:
    clock = TurnedClock(START)
    bell = Bell(clock)
    heard: list[frozenset[str]] = []

    async def listener() -> None:
        heard.append(await bell.wait(15))
        heard.append(await bell.wait(15))

    async with asyncio.TaskGroup() as group:
        group.create_task(listener())
        await clock.advance(14)
        assert heard == []
        await clock.advance(1)
        assert heard == [frozenset()]
        bell.ring("due")
        await clock.advance(0)
    assert heard == [frozenset(), {"due"}]


@pytest.mark.asyncio
async def test_the_bell_rings_from_another_thread() -> None:
    bell = Bell(SystemClock())
    with ThreadPoolExecutor(1) as pool:
        async with asyncio.TaskGroup() as group:
            listening = group.create_task(bell.wait(60))
            await asyncio.sleep(0)
            await asyncio.wrap_future(pool.submit(bell.ring, "change"))
    assert listening.result() == {"change"}


def test_a_bell_rung_before_anybody_listens_is_heard() -> None:
    bell = Bell(SystemClock())
    bell.ring("early")
    assert asyncio.run(bell.wait(60)) == {"early"}


def test_a_bell_rung_after_the_end_harms_nobody() -> None:
    bell = Bell(SystemClock())
    bell.ring("first")
    asyncio.run(bell.wait(60))
    bell.ring("late")
