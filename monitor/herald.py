"""Says what the daemon does: to systemd, to the store for `duewatch status`, and in its first line."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from datetime import date

from monitor import __version__, logs
from monitor.clock import Clock
from monitor.digests import next_digests
from monitor.house import House
from monitor.pulse import Pulse, Standing, greeting, standing, write_pulse
from monitor.scribe import Scribe
from monitor.store import Store
from monitor.systemd import Systemd
from monitor.ticker import SAFETY_S
from monitor.watch import Tick

log = logs.of("service")


class Herald:
    """Keeps the pulse and tells it where people look."""

    def __init__(self, clock: Clock, systemd: Systemd) -> None:
        self._clock = clock
        self._systemd = systemd
        self._pulse = Pulse(os.getpid(), socket.gethostname(), __version__, clock.now().isoformat())
        self._written: tuple[float, Pulse] | None = None

    def fault(self, sentence: str | None) -> None:
        """What a person should look at; None: all is well again."""
        self._pulse = replace(self._pulse, fault=sentence)

    async def seen(self, tick: Tick, house: House, scribe: Scribe) -> None:
        """A pass has ended: show where things stand; the first one makes the daemon ready."""
        today = house.setting.legal_day(tick.moment)
        refused = tick.loaded.refused if tick.loaded is not None else None
        if refused is not None and refused not in (self._pulse.fault or ""):
            log.error("the catalogue is not taken over", sentence=refused)
        if tick.loaded is not None and refused is None:
            self.fault(None)
        faults = (*tick.faults, refused)
        pulse = replace(
            self._pulse,
            last_pass=tick.moment.isoformat(),
            next_look=tick.next_look.isoformat() if tick.next_look is not None else None,
            fault="; ".join(filter(None, faults)) or self._pulse.fault,
            held=None,
        )
        first = self._pulse.last_pass is None
        if first or self._differs(pulse):
            found = await scribe.run(lambda store: _standing(store, today))
            line = greeting(house, found, tick.next_look, next_digests(house, tick.moment))
            if first:
                log.info(line)
                self._systemd.ready(line)
            await self._show(pulse, line, scribe)
        self._pulse = pulse

    async def held(self, sentence: str, scribe: Scribe) -> None:
        """Sending is held by the clock."""
        pulse = replace(self._pulse, held=sentence)
        if self._differs(pulse):
            await self._show(pulse, sentence, scribe)
        self._pulse = pulse

    def _differs(self, pulse: Pulse) -> bool:
        """Whether it is worth a write, which wakes whoever listens: news, or fifteen seconds have passed."""
        if self._written is None:
            return True
        moment, last = self._written
        news = replace(pulse, last_pass=None) != replace(last, last_pass=None)
        return news or self._clock.monotonic() - moment >= SAFETY_S

    async def _show(self, pulse: Pulse, line: str, scribe: Scribe) -> None:
        self._written = (self._clock.monotonic(), pulse)
        self._systemd.status(line)
        await scribe.write(lambda ledger: write_pulse(ledger, pulse, self._clock.now()))


def _standing(store: Store, today: date) -> Standing:
    with store.reading() as ledger:
        return standing(ledger, today)
