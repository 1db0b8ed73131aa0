"""The alarm clock: it rings at its moments, also at those it has missed, and does nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import pytest_asyncio
from apscheduler.schedulers import base as scheduling

from monitor.clock import SystemClock
from monitor.ticker import Ticker

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
AN_HOUR = timedelta(hours=1)


class Ear:
    """Hears the rings and lets a test wait for one."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._rung = asyncio.Event()

    def ring(self, reason: str) -> None:
        self.heard.append(reason)
        self._rung.set()

    async def hears(self, reason: str) -> None:
        async with asyncio.timeout(20):
            while reason not in self.heard:
                self._rung.clear()
                await self._rung.wait()


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest_asyncio.fixture
async def ticker(ear: Ear) -> AsyncIterator[Ticker]:
    ticker = Ticker(ear, later(), HANOI)
    ticker.start()
    yield ticker
    ticker.stop()
    await asyncio.sleep(0)


def now() -> datetime:
    return SystemClock().now()


def later() -> time:
    """A time of day in Hà Nội that is not about to come."""
    return (now().astimezone(HANOI) + timedelta(hours=6)).time().replace(second=0, microsecond=0)


def alarms(ticker: Ticker) -> dict[str, datetime | None]:
    """What the scheduler is set to, by reason."""
    return {job.id: job.next_run_time for job in ticker._scheduler.get_jobs()}


@pytest.mark.asyncio
async def test_it_rings_at_the_next_look(ticker: Ticker, ear: Ear) -> None:
    ticker.wake_at(now() + timedelta(milliseconds=30))
    await ear.hears("due")
    assert ear.heard == ["due"]


@pytest.mark.asyncio
async def test_a_moment_that_has_long_passed_rings_at_once(ticker: Ticker, ear: Ear) -> None:
    ticker.wake_at(datetime(2016, 6, 30, 1, tzinfo=UTC))
    await ear.hears("due")


@pytest.mark.asyncio
async def test_the_later_alarm_takes_the_earlier_ones_place(ticker: Ticker) -> None:
    ticker.wake_at(now() + AN_HOUR)
    moment = now() + 2 * AN_HOUR
    ticker.wake_at(moment)
    assert alarms(ticker)["due"] == moment


@pytest.mark.asyncio
async def test_nothing_due_takes_the_alarm_away(ticker: Ticker) -> None:
    ticker.wake_at(now() + AN_HOUR)
    ticker.wake_at(None)
    ticker.wake_at(None)
    assert set(alarms(ticker)) == {"safety", "digest"}


@pytest.mark.asyncio
async def test_it_rings_for_safety_at_most_fifteen_seconds_apart(ticker: Ticker) -> None:
    safety = alarms(ticker)["safety"]
    assert safety is not None
    assert safety - now() <= timedelta(seconds=15)


@pytest.mark.asyncio
async def test_the_safety_ring_comes_again_and_again(ear: Ear) -> None:
    ticker = Ticker(ear, later(), HANOI, safety_s=0.02)
    ticker.start()
    for _ in range(3):
        await ear.hears("safety")
        ear.heard.clear()
    ticker.stop()
    await asyncio.sleep(0)


@pytest.mark.asyncio
async def test_the_digest_hour_is_local_and_can_be_moved(ticker: Ticker) -> None:
    first = alarms(ticker)["digest"]
    assert first is not None
    at = (first.astimezone(HANOI) + AN_HOUR).time()
    ticker.digest_at(at, HANOI)
    second = alarms(ticker)["digest"]
    assert second is not None
    assert second.astimezone(HANOI).time() == at


@pytest.mark.asyncio
async def test_after_a_jump_back_every_alarm_is_set_anew(
    ticker: Ticker, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Earlier(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) - AN_HOUR  # noqa: TID251

    moment = now() + timedelta(minutes=1)
    ticker.wake_at(moment)
    before = alarms(ticker)["safety"]
    monkeypatch.setattr(scheduling, "datetime", Earlier)
    monkeypatch.setattr("apscheduler.triggers.interval.datetime", Earlier)
    ticker.revive()
    after = alarms(ticker)["safety"]
    assert before is not None
    assert after is not None
    assert before - after > timedelta(minutes=59)
    assert alarms(ticker)["due"] == moment


@pytest.mark.asyncio
async def test_a_busy_loop_delays_a_ring_and_loses_none(ticker: Ticker, ear: Ear) -> None:
    ticker.wake_at(now() + timedelta(milliseconds=5))
    clock = SystemClock()
    until = clock.monotonic() + 1.2  # longer than the scheduler's own patience of one second
    while clock.monotonic() < until:
        pass
    await ear.hears("due")


@pytest.mark.asyncio
async def test_stopping_twice_or_before_the_start_is_harmless(ear: Ear) -> None:
    ticker = Ticker(ear, time(7, 30), HANOI)
    ticker.stop()
    ticker.start()
    ticker.stop()
    await asyncio.sleep(0)
    ticker.stop()
    assert ear.heard == []
