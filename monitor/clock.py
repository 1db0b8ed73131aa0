"""The only place that reads the machine's clocks; everything else is given a Clock."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol

from rules.moments import legal_day, moment_of

__all__ = ["Clock", "SystemClock", "legal_day", "moment_of"]


class Clock(Protocol):
    """What waits asks this one: the daemon's is the machine's, the tests' is turned by hand."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow, whatever the wall clock does; they stand while the machine sleeps."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Come back after this many seconds."""
        ...

    async def wait(self, event: asyncio.Event, timeout: float | None = None) -> bool:
        """Come back when the event is set (True) or after ``timeout`` seconds (False)."""
        ...


class SystemClock:
    """The clocks of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def wait(self, event: asyncio.Event, timeout: float | None = None) -> bool:
        try:
            async with asyncio.timeout(timeout):
                await event.wait()
        except TimeoutError:
            return event.is_set()
        return True
