"""What serves those who watch the watcher: the heartbeat, and the pages where they are wanted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from monitor.census import Census, CensusTaker
from monitor.clock import Clock
from monitor.heartbeat import Heartbeat
from monitor.house import House
from monitor.scribe import Scribe
from monitor.ticker import SAFETY_S
from monitor.vitals import Vitals


async def look_out(house: Callable[[], House], scribe: Scribe, vitals: Vitals, clock: Clock) -> None:
    """Beat and serve until cancelled."""
    async with asyncio.TaskGroup() as group:
        group.create_task(Heartbeat(house, scribe, vitals, clock).run())
        group.create_task(_pages(house, scribe, vitals, clock))


async def _pages(house: Callable[[], House], scribe: Scribe, vitals: Vitals, clock: Clock) -> None:
    while (
        house().config.web.place is None
    ):  # whoever wants no pages need not have, nor import, what serves them
        await clock.sleep(SAFETY_S)
    from monitor.web.front import keep_open
    from monitor.web.pages import pages_for

    taker = CensusTaker(clock)

    async def ask() -> Census:
        return await scribe.run(lambda store: taker.take(store, house()))

    await keep_open(lambda: house().config.web.place, pages_for(vitals, ask), clock)
