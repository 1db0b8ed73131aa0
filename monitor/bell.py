"""The bell: something may have become due, look now. The database, not the bell, knows what."""

from __future__ import annotations

import asyncio
import threading

from monitor.clock import Clock


class Bell:
    """Wakes the one loop that waits for it. Rings between two looks are kept, each reason once."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._rung = asyncio.Event()
        self._reasons: set[str] = set()
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None

    def ring(self, reason: str) -> None:
        """Wake the waiting loop; from any thread, before it waits or while it waits."""
        with self._lock:
            self._reasons.add(reason)
            loop = self._loop
        if loop is None or loop is _running_loop():
            self._rung.set()
        elif not loop.is_closed():
            loop.call_soon_threadsafe(self._rung.set)

    async def wait(self, timeout: float | None = None) -> frozenset[str]:
        """The reasons for which it rang; none of them where ``timeout`` seconds passed in silence."""
        with self._lock:
            self._loop = asyncio.get_running_loop()
            if self._reasons:
                self._rung.set()
        await self._clock.wait(self._rung, timeout)
        with self._lock:
            self._rung.clear()
            reasons = frozenset(self._reasons)
            self._reasons.clear()
        return reasons


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
