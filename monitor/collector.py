"""Sweeps the folders of the status reports, each when its time has come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from monitor import logs
from monitor.bell import Bell
from monitor.clock import Clock
from monitor.config import Source
from monitor.house import House
from monitor.scribe import Scribe
from monitor.sources import Report, sweep
from monitor.store import Store, StoreFault

LOOKS_EVERY_S = 1.0
log = logs.of("sources")


async def collect(house: Callable[[], House], scribe: Scribe, clock: Clock, bell: Bell) -> None:
    """Read what agencies' systems have dropped, for ever; a folder that fails is told and tried again."""
    due: dict[str, float] = {}
    while True:
        for source in house().config.source:
            now = clock.monotonic()
            if due.get(source.name, now) <= now:
                due[source.name] = now + source.every.total_seconds()
                await _collected(house(), source, scribe, clock, bell)
        await clock.sleep(LOOKS_EVERY_S)


async def _collected(house: House, source: Source, scribe: Scribe, clock: Clock, bell: Bell) -> None:
    try:
        swept = await scribe.run(partial(_sweep, house, source, clock.now()))
    except (OSError, StoreFault) as fault:
        log.error("a source cannot be read", source=source.name, reason=str(fault))
    else:
        if swept:
            bell.ring("reports")


def _sweep(house: House, source: Source, moment: datetime, store: Store) -> tuple[Report, ...]:
    return sweep(store, house, source, moment)
