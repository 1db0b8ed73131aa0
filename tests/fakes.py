"""Stand-ins for what tests must turn by hand: the clock, and the thread that would run beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

QUIET_ROUNDS = 5  # a future of another thread's kind takes three turns of the loop to wake its waiter
MOST_ROUNDS = 100_000


@dataclass(slots=True)
class _Sleeper:
    """Somebody who waits until ``due``, in microseconds of the monotonic clock."""

    due: int
    woken: asyncio.Future[None] = field(repr=False)


class TurnedClock:
    """A clock that stands until a test turns it; whoever waits for it wakes at its moment, in order.

    ``turn`` and ``advance`` go from one waiter's moment to the next and come back when nobody has anything
    left to do but to wait. ``jump`` moves the wall clock alone, as a wrong time server would.
    """

    def __init__(self, start: datetime) -> None:
        if start.tzinfo is None:
            raise ValueError("a moment needs its offset")
        self._now = start.astimezone(UTC)
        self._micros = 0
        self._sleepers: list[_Sleeper] = []

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._micros / 1e6

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        await self._until(self._micros + max(1, _micros(seconds)))

    async def wait(self, event: asyncio.Event, timeout: float | None = None) -> bool:
        if event.is_set() or timeout is None:
            await event.wait()
            return True
        rung = asyncio.ensure_future(event.wait())
        slept = asyncio.ensure_future(self.sleep(timeout))
        try:
            await asyncio.wait({rung, slept}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            rung.cancel()
            slept.cancel()
            await asyncio.gather(rung, slept, return_exceptions=True)
        return event.is_set()

    async def turn(self, to: datetime) -> None:
        """Turn both clocks on to this moment."""
        if to < self._now:
            raise ValueError("a hand turns forward; jump() goes back")
        await self.advance((to - self._now).total_seconds())

    async def advance(self, seconds: float) -> None:
        """Turn both clocks on by this many seconds."""
        target = self._micros + _micros(seconds)
        await settled()
        while due := [sleeper for sleeper in self._sleepers if sleeper.due <= target]:
            first = min(due, key=lambda sleeper: sleeper.due)
            self._stand_at(max(first.due, self._micros))
            self._sleepers.remove(first)
            if not first.woken.done():
                first.woken.set_result(None)
            await settled()
        self._stand_at(target)

    def jump(self, by: timedelta) -> None:
        """The wall clock alone leaps, forward or back; nobody wakes by it."""
        self._now += by

    def _stand_at(self, micros: int) -> None:
        self._now += timedelta(microseconds=micros - self._micros)
        self._micros = micros

    async def _until(self, due: int) -> None:
        sleeper = _Sleeper(due, asyncio.get_running_loop().create_future())
        self._sleepers.append(sleeper)
        try:
            await sleeper.woken
        finally:
            if sleeper in self._sleepers:
                self._sleepers.remove(sleeper)


def _micros(seconds: float) -> int:
    return round(seconds * 1e6)


async def settled() -> None:
    """Come back when every task has done what it can and waits for something outside.

    The loop's queue of ready callbacks is the only thing that knows; it is private, hence the getattr.
    """
    ready = getattr(asyncio.get_running_loop(), "_ready")  # noqa: B009
    quiet = 0
    for _ in range(MOST_ROUNDS):
        await asyncio.sleep(0)
        quiet = quiet + 1 if not ready else 0
        if quiet == QUIET_ROUNDS:
            return
    raise AssertionError("the tasks never come to rest: one of them turns without waiting")


class InlineExecutor(Executor):
    """Runs a call at once in the caller's thread: the real store, without a second thread beside the clock."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except BaseException as raised:  # as a pool's thread does
            future.set_exception(raised)
        return future
