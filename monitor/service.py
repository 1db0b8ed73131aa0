"""The daemon: the only wiring. Two loops turn, one decides and one carries; everything else rings their bells."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random

from monitor import logs
from monitor.bell import Bell
from monitor.clock import Clock, SystemClock
from monitor.collector import collect
from monitor.courier import Courier
from monitor.guard import Guard, Held, impossible
from monitor.herald import Herald
from monitor.hold import heed, last_seen, stored_hold
from monitor.house import House
from monitor.lookout import look_out
from monitor.reloading import Reloading
from monitor.scribe import Scribe
from monitor.store import Ledger, Store, StoreFault
from monitor.systemd import Systemd
from monitor.ticker import SAFETY_S, Ticker
from monitor.turning import Turning
from monitor.vitals import Counted, Loop, Vitals
from monitor.watch import tick
from notifiers import CHANNELS
from notifiers.base import Notifier
from rules.notices import failure_notice

TEMPORARY = 75
DRAIN_S = 40.0
SHORTEST_REST_S = 0.2
CLOCK_SLIP = timedelta(seconds=2)
log = logs.of("service")
Turn = Callable[[], Awaitable[float]]


def open_channels(house: House) -> tuple[Notifier, ...]:
    """The channels that the configuration names, the first of which carries the letters."""
    settings = {"folder": house.config.folder, "email": house.config.email}
    return tuple(CHANNELS[name].open(settings[name]) for name in house.config.channels)


class Service:
    """One daemon over one store. ``reload`` builds a new house, or raises ReloadRefusedError."""

    def __init__(
        self,
        house: House,
        store: Store,
        reload: Callable[[], House],
        clock: Clock | None = None,
        environ: Mapping[str, str] | None = None,
        random: Random | None = None,
    ) -> None:
        self._house = house
        self._store = store
        self._clock = clock or SystemClock()
        self._systemd = Systemd(os.environ if environ is None else environ)
        self._random = random or Random()  # noqa: S311  (jitter, no secret)
        self._watch_bell = Bell(self._clock)
        self._courier_bell = Bell(self._clock)
        self._ticker = Ticker(self._watch_bell, house.config.digest.at, house.setting.zone)
        self._guard = Guard(house.config.clock_guard)
        self._stopping = asyncio.Event()
        self._seen_changes = self._retries = 0
        self._turns = Turning(self._clock, self._systemd)
        self._herald = Herald(self._clock, self._systemd)
        self._reloading = Reloading(reload, self._herald, self._systemd)
        self._vitals = Vitals(self._clock)

    async def run(self) -> int:
        """Run until stopped; gives the exit code. 75: the clock cannot be right, try again."""
        self._scribe = Scribe(self._store)
        try:
            self._seen_changes = (
                self._store.changes()
            )  # before anything is read: a change during the start is news
            last, held, self._retries = await self._scribe.run(_before)
            if (sentence := impossible(self._clock.now(), last)) is not None:
                log.error("the clock cannot be right", sentence=sentence)
                return TEMPORARY
            self._guard = Guard(self._house.config.clock_guard, last, held)
            await self._serve()
        finally:
            await self._scribe.close()
        return 0

    def stop(self) -> None:
        """End politely, as SIGTERM does: the letters in hand finish."""
        self._stopping.set()

    def reload_soon(self) -> None:
        """Read all files anew at the next turn, as SIGHUP does."""
        self._reloading.is_asked_for = True
        self._watch_bell.ring("reload")

    async def _serve(self) -> None:
        self._courier = Courier(
            self._scribe,
            self._channels(),
            self._clock,
            self._store.holder,
            self._random,
            self._house.config.email.connections,
            lambda: self._guard.held is not None,
        )
        await self._courier.rescue(everything=self._store.single_daemon)
        self._ticker.start()
        loop = asyncio.get_running_loop()
        for number, heard in (
            (signal.SIGTERM, self.stop),
            (signal.SIGINT, self.stop),
            (signal.SIGHUP, self.reload_soon),
        ):
            loop.add_signal_handler(number, heard)
        try:
            async with asyncio.TaskGroup() as group:
                carrying = group.create_task(self._turning("courier", self._carry, self._courier_bell))
                loops = (
                    self._turning("watch", self._watch, self._watch_bell),
                    self._listen(),
                    collect(lambda: self._house, self._scribe, self._clock, self._watch_bell),
                    self._turns.beat(),
                    look_out(lambda: self._house, self._scribe, self._vitals, self._clock),
                )
                others = [group.create_task(loop) for loop in loops]
                await self._stopping.wait()
                await self._wind_down(carrying, others)
        finally:
            self._ticker.stop()
            await self._courier.close()
            log.info("stopped")

    async def _wind_down(self, carrying: asyncio.Task[None], others: Sequence[asyncio.Task[None]]) -> None:
        log.info("stopping")
        self._systemd.stopping("finishing the letters in hand")
        self._courier.stop()
        self._courier_bell.ring("stop")
        for task in others:
            task.cancel()
        await asyncio.wait([carrying], timeout=DRAIN_S)
        carrying.cancel()

    def _channels(self) -> tuple[Notifier, ...]:
        return tuple(Counted(channel, self._vitals, self._clock) for channel in open_channels(self._house))

    async def _turning(self, name: Loop, turn: Turn, bell: Bell) -> None:
        """Turn until stopped; what fails is told and tried again, and the other loop goes on."""
        while not self._stopping.is_set():
            wait = float(SAFETY_S)
            try:
                wait = await turn()
                self._vitals.turned(name)
            except StoreFault as fault:
                self._vitals.failed(name)
                self._herald.fault(fault.sentence)
                log.error("the store does not serve", sentence=fault.sentence)
            except Exception as error:  # a bug in one turn must not silence the next
                self._vitals.failed(name)
                self._herald.fault(f"{type(error).__name__}: {error}")
                log.exception("a turn failed")
            if not self._stopping.is_set():
                await bell.wait(wait)

    async def _watch(self) -> float:
        """One look: everything due is decided, and the alarm set to the next look."""
        self._turns.watching()
        if self._reloading.is_asked_for:
            await self._reloading.run(self._move_into)
        await self._heed_retries()
        if abs(self._guard.jumped(self._clock.now(), self._clock.monotonic())) > CLOCK_SLIP:
            self._ticker.revive()
        held = await heed(self._guard, self._clock, self._scribe, self._tell_operator)
        if held is None:
            house, now, began = self._house, self._clock.now(), self._clock.monotonic()
            seen = await self._scribe.run(lambda store: tick(store, house, now))
            self._guard.recorded(now)
            self._ticker.wake_at(seen.next_look)
            await self._herald.seen(seen, house, self._scribe)
            self._vitals.passed(self._clock.monotonic() - began, seen)
            self._courier_bell.ring("watch")
        else:
            await self._herald.held(str(held), self._scribe)
            self._vitals.held()
        return float(SAFETY_S)

    async def _heed_retries(self) -> None:
        """Somebody who says "try again" does not wait until the server's rest is over."""
        asked = await self._scribe.run(_retries)
        if asked != self._retries:
            self._retries = asked
            await self._begin_anew()

    async def _begin_anew(self) -> None:
        """Fresh connections, certificates read anew, and no rest of a server that took nothing."""
        config = self._house.config
        await self._courier.use(self._channels(), config.email.connections)

    def _tell_operator(self, ledger: Ledger, sentence: str) -> None:
        """A letter to the operator, where there is one; it goes out although all other sending is held."""
        if self._house.config.operator.email:
            now = self._clock.now()
            ledger.post([failure_notice(f"clock|{now.isoformat()}", now, sentence)])
            self._courier_bell.ring("failure")

    async def _carry(self) -> float:
        """One round of deliveries, then rest until there is something to carry."""
        with self._turns.carrying():
            await self._courier.round(self._house)
        moment = await self._courier.next_moment()
        if moment is None or self._guard.held is not None:
            return float(SAFETY_S)
        return min(max((moment - self._clock.now()).total_seconds(), SHORTEST_REST_S), float(SAFETY_S))

    async def _listen(self) -> None:
        """A change made by the command line is noticed within ``poll_s``."""
        while True:
            await self._clock.sleep(self._house.config.daemon.poll_s)
            try:
                now = self._store.changes()
            except StoreFault:
                continue  # the loops meet the same fault, and tell it
            if now != self._seen_changes:
                self._seen_changes = now
                self._watch_bell.ring("changed")

    async def _move_into(self, house: House) -> None:
        self._house = house
        self._guard.limit = house.config.clock_guard
        self._ticker.digest_at(house.config.digest.at, house.setting.zone)
        await self._begin_anew()


def _before(store: Store) -> tuple[datetime | None, Held | None, int]:
    with store.reading() as ledger:
        return last_seen(ledger), stored_hold(ledger), ledger.retries()


def _retries(store: Store) -> int:
    with store.reading() as ledger:
        return ledger.retries()
