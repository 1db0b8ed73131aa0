"""A country, a store, one or more real daemons that look at it, and the server that they send to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from monitor.clock import SystemClock
from monitor.house import House
from monitor.store import Store
from rules.model import Brief, Case
from tests.bench.arrivals import Arrivals, arrivals
from tests.bench.daemon import Daemon, away_from, running, write_config
from tests.bench.world import (
    ROLES,
    Size,
    fill,
    house_of,
    mark_loaded,
    office_hours,
    officer_address,
    speaking_at,
    write_country,
)

# A daemon hears of new cases within ``poll_s`` of a second; what follows is measured from when they are due.
AHEAD = timedelta(seconds=3)
PATIENCE_S = 300.0
AT_ONCE = timedelta()


@dataclass(frozen=True, slots=True)
class Scene:
    """What runs, and how far its clock is from this machine's."""

    house: House
    store: Store
    daemons: Sequence[Daemon]
    heard: Arrivals
    shift: timedelta

    def waits(self, brief: Brief, count: int, gap: timedelta = AT_ONCE) -> list[float]:
        """Seconds from due to arrival of the obligation's cases at so many agencies, each ``gap`` after another."""
        begin = SystemClock().now() + self.shift + AHEAD + timedelta(microseconds=50 * count)
        due = [begin + agency * gap for agency in range(count)]
        self.heard.moments.clear()
        cases = (speaking_at(brief, agency, self.house.setting, moment) for agency, moment in enumerate(due))
        fill(self.store, cases)
        arrived = self._arrived(count, (due[-1] - begin).total_seconds() + PATIENCE_S)
        found = [
            (moment + self.shift - planned).total_seconds()
            for moment, planned in zip(arrived, due, strict=True)
        ]
        if min(found) < 0:
            raise AssertionError(f"a letter came {-min(found)} s before it was due")
        return found

    def _arrived(self, count: int, seconds: float) -> list[datetime]:
        """When the owners of so many agencies got their letters; raises AssertionError where some never do."""
        names = [officer_address("owner", agency) for agency in range(count)]
        ends = time.monotonic() + seconds
        while any(name not in self.heard.moments for name in names):
            if time.monotonic() > ends:
                raise AssertionError(f"{len(self.heard.moments)} of {count} letters came in {seconds} s")
            time.sleep(0.02)
        return [self.heard.moments[name] for name in names]


@contextmanager
def scene(
    folder: Path,
    agencies: int,
    *,
    url: str | None = None,
    resting: Callable[[House], Iterable[Case]] = lambda house: (),
    roles: Sequence[str] = ROLES,
    daemons: int = 1,
) -> Iterator[Scene]:
    """Daemons over a new store that holds the ``resting`` cases, in office hours of a working day."""
    place = url or f"sqlite:///{folder / 'store.db'}"
    write_country(folder, Size(0, agencies), roles)
    house = house_of(folder)
    moment = office_hours(house.setting)
    store = Store.open(place)
    with ExitStack() as stack:
        stack.callback(store.close)
        heard = stack.enter_context(arrivals())
        config = write_config(folder, place, heard.port)
        fill(store, resting(house))
        mark_loaded(store, house, moment)
        shift = away_from(moment)
        running_ones = tuple(stack.enter_context(running(config, shift)) for _ in range(daemons))
        yield Scene(house, store, running_ones, heard, shift)
