"""Whether both loops of the daemon turn: the sign of life that systemd waits for is given only while they do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from monitor.clock import Clock
from monitor.systemd import Systemd
from monitor.ticker import SAFETY_S

STALLED_S = 4 * SAFETY_S


class Turning:
    """When either loop last began a turn; a letter on its way counts as turning."""

    def __init__(self, clock: Clock, systemd: Systemd) -> None:
        self._clock = clock
        self._systemd = systemd
        self._watched = self._carried = clock.monotonic()
        self._carrying = False

    def watching(self) -> None:
        """The deciding loop begins a turn."""
        self._watched = self._clock.monotonic()

    @contextmanager
    def carrying(self) -> Iterator[None]:
        """The delivering loop is on its round."""
        self._carried = self._clock.monotonic()
        self._carrying = True
        try:
            yield
        finally:
            self._carrying = False

    async def beat(self) -> None:
        """Give signs of life until cancelled, as often as systemd asks for them."""
        every = self._systemd.beat_every or float(SAFETY_S)
        while True:
            await self._clock.sleep(every)
            now = self._clock.monotonic()
            if now - self._watched < STALLED_S and (self._carrying or now - self._carried < STALLED_S):
                self._systemd.alive()
