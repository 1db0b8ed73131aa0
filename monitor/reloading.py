"""A reload: every file is read anew; all are valid and take over together, or the old ones stay."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable

from monitor import logs
from monitor.herald import Herald
from monitor.house import House
from monitor.pulse import goal
from monitor.systemd import Systemd

log = logs.of("service")


class ReloadRefusedError(Exception):
    """A reload would put faulty files in the place of good ones; the text names the faults."""


class Reloading:
    """Reads a new house when somebody has asked for it. ``read`` raises ReloadRefusedError where files are faulty."""

    def __init__(self, read: Callable[[], House], herald: Herald, systemd: Systemd) -> None:
        self._read = read
        self._herald = herald
        self._systemd = systemd
        self.is_asked_for = False

    async def run(self, move_in: Callable[[House], Awaitable[None]]) -> None:
        """Read and ``move_in``; where the files are faulty the fault is shown and nothing else changes."""
        self.is_asked_for = False
        self._systemd.reloading()
        try:
            house = await asyncio.to_thread(self._read)
        except ReloadRefusedError as refused:
            self._herald.fault(f"reload refused: {refused}")
            log.error("reload refused, the old files stay", sentence=str(refused))
            self._systemd.ready(f"reload refused: {refused}")
            return
        await move_in(house)
        # The old templates hold on to each other in circles, for which this program looks too rarely.
        await asyncio.to_thread(gc.collect)
        self._herald.fault(None)
        log.info("reloaded", letters=goal(house))
        self._systemd.ready("reloaded")
