"""One pass of what the daemon does all day: reports, decisions, deliveries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from random import Random

from monitor.cli.paper import of
from monitor.clock import Clock, SystemClock
from monitor.courier import Courier
from monitor.herald import Herald
from monitor.house import House
from monitor.scribe import Scribe
from monitor.service import open_channels
from monitor.settling import Round
from monitor.sources import sweep
from monitor.store import Store
from monitor.systemd import Systemd
from monitor.watch import Tick
from monitor.watch import tick as look


class _StandingClock(SystemClock):
    """Shows one moment for the whole pass."""

    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment


@dataclass(frozen=True, slots=True)
class Passed:
    """What one pass did."""

    seen: Tick
    carried: Round

    @property
    def refused(self) -> str | None:
        """Why the catalogue was not taken over."""
        return self.seen.loaded.refused if self.seen.loaded is not None else None

    @property
    def sentence(self) -> str:
        seen, carried = self.seen, self.carried
        waiting = carried.deferred + carried.uncertain
        return (
            f"ok: {_brought_in(seen)}looked at {of(seen.read, 'case')}, wrote {of(seen.notices, 'notice')} and "
            f"{of(seen.digests, 'digest')}; "
            f"letters: {carried.accepted} accepted, {waiting} to be tried again, {carried.refused} refused"
        )


def _brought_in(seen: Tick) -> str:
    """What the catalogue brought: cases opened, deadlines moved, entries lost; empty where nothing came of it."""
    loaded = seen.loaded
    if loaded is None or loaded.refused is not None:
        return ""
    deeds = (
        (len(loaded.opened), "opened", "case"),
        (loaded.days_moved, "moved", "deadline"),
        (len(loaded.vanished), "lost", "case"),
    )
    told = [f"{deed} {of(count, what)}" for count, deed, what in deeds if count]
    return f"{', '.join(told)}; " if told else ""


async def one_pass(house: House, store: Store, moment: datetime) -> Passed:
    """Reads the sources, decides what is due at ``moment``, carries out what may go."""
    clock: Clock = _StandingClock(moment)
    scribe = Scribe(store)
    courier = Courier(
        scribe,
        open_channels(house),
        clock,
        store.holder,
        Random(),  # noqa: S311  (jitter, no secret)
        house.config.email.connections,
        lambda: False,
    )
    try:
        await courier.rescue(everything=store.single_daemon)
        seen = await scribe.run(lambda store: _decided(store, house, moment))
        await Herald(clock, Systemd({})).seen(seen, house, scribe)
        carried = await courier.round(house)
    finally:
        await courier.close()
        await scribe.close()
    return Passed(seen, carried)


def _decided(store: Store, house: House, moment: datetime) -> Tick:
    for source in house.config.source:
        sweep(store, house, source, moment)
    return look(store, house, moment)
