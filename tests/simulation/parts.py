"""Stand-ins at the edges of the daemon: clock, alarms, the store's thread and its disk, and the mail server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from queue import SimpleQueue
from typing import TypeVar
from zoneinfo import ZoneInfo

from monitor.clock import SystemClock
from monitor.scribe import Scribe, _Order
from monitor.store import Ledger, Store, StoreFault
from monitor.ticker import SAFETY_S, Ringable
from monitor.verify import Delivery, whole
from notifiers.base import Accepted, Deferred, Letter, Receipt, Refused, Uncertain
from rules.moments import legal_day, moment_of
from tests.simulation.fate import Fate

Result = TypeVar("Result")
DAY = timedelta(days=1)


class SimClock(SystemClock):
    """Wall clock = the beginning + virtual time + jumps; ``seconds`` reads the loop that lives now."""

    def __init__(self, start: datetime, seconds: Callable[[], float]) -> None:
        self._start = start
        self._seconds = seconds
        self.jumped = timedelta()
        self.highest = start

    def now(self) -> datetime:
        now = self._start + timedelta(seconds=self._seconds()) + self.jumped
        self.highest = max(self.highest, now)
        return now

    def monotonic(self) -> float:
        return self._seconds()


class SimTicker:
    """Rings when the real one would."""

    def __init__(self, bell: Ringable, digest_at: time, zone: ZoneInfo, clock: SimClock) -> None:
        self._bell, self._clock = bell, clock
        self._digest = (digest_at, zone)
        self._alarms: dict[str, asyncio.TimerHandle] = {}
        self._wake: datetime | None = None

    def start(self) -> None:
        self._safety()
        self._next_digest()

    def wake_at(self, moment: datetime | None) -> None:
        self._wake = moment
        self._cancel("due")
        if moment is not None:
            self._set("due", moment, lambda: self._bell.ring("due"))

    def digest_at(self, at: time, zone: ZoneInfo) -> None:
        self._digest = (at, zone)
        self._next_digest()

    def revive(self) -> None:
        self._next_digest()
        self.wake_at(self._wake)

    def stop(self) -> None:
        for name in tuple(self._alarms):
            self._cancel(name)

    def _safety(self) -> None:
        self._bell.ring("safety")
        self._alarms["safety"] = asyncio.get_running_loop().call_later(SAFETY_S, self._safety)

    def _next_digest(self) -> None:
        at, zone = self._digest
        today = legal_day(self._clock.now(), zone)
        moments = (moment_of(today + DAY * n, at, zone) for n in (0, 1))
        self._set("digest", next(m for m in moments if m > self._clock.now()), self._ring_digest)

    def _ring_digest(self) -> None:
        self._bell.ring("digest")
        self._next_digest()

    def _set(self, name: str, moment: datetime, ring: Callable[[], None]) -> None:
        self._cancel(name)
        # Never at once: a daemon that is due for ever must not keep virtual time from passing.
        wait = max(0.05, (moment - self._clock.now()).total_seconds())
        self._alarms[name] = asyncio.get_running_loop().call_later(wait, ring)

    def _cancel(self, name: str) -> None:
        if (alarm := self._alarms.pop(name, None)) is not None:
            alarm.cancel()


class SimScribe(Scribe):
    """The real scribe without its thread: what was ordered is done, batches and all, at the loop's next turn."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._gathered: list[_Order[object]] = []
        self._beside = 0
        self._alarm: asyncio.TimerHandle | None = None
        self._orders: SimpleQueue[Sequence[_Order[object]] | None] = SimpleQueue()

    def _hand_on(self) -> None:
        super()._hand_on()
        self._orders.put(None)
        self._serve()

    async def close(self) -> None:
        self._hand_on()


class SimStore(Store):
    """The real store on a disk that can be full, a file that others lock, and a machine that can die."""

    fate: Fate
    handed: dict[tuple[int, int], int]

    @contextmanager
    def writing(self, *, deciding: bool = True, alone: bool = False) -> Iterator[Ledger]:
        self.fate.touch()
        if self.fate.strikes("locked", 0.2):
            raise StoreFault("the database is locked by another program; try again in a moment")
        with super().writing(deciding=deciding, alone=alone) as ledger:
            before = _changes(ledger)
            yield ledger
            changed = _changes(ledger) > before
            if changed:
                # Where nothing was written, a power cut leaves what the one before it left.
                self.fate.point("commit")
                if self.fate.strikes("full", 0.2):
                    raise StoreFault("the database cannot grow: the disk is full")
                self._note_handed_over(ledger)
        if changed:
            self.fate.point("committed")

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        self.fate.touch()
        with super().reading() as ledger:
            yield ledger

    def changes(self) -> int:
        self.fate.touch()
        return super().changes()

    def _note_handed_over(self, ledger: Ledger) -> None:
        """What the journal had said when a letter was handed over: nothing later can call it back."""
        rows = ledger.rows("SELECT number, attempts FROM letters WHERE state = 'handed-over'")
        for number, attempts in rows:
            key = (whole(number), whole(attempts))
            if key not in self.handed:
                self.handed[key] = ledger.last_number()


def _changes(ledger: Ledger) -> int:
    """How many rows this connection has ever changed."""
    (row,) = ledger.rows("SELECT total_changes()")
    return whole(row[0])


@dataclass(slots=True)
class SimServer:
    """A mail server, step by step; what it has accepted is the truth, whatever the daemon believes."""

    fate: Fate
    clock: SimClock
    store: Callable[[], SimStore]
    slow: float = 0.2
    accepted: list[Delivery] = field(default_factory=list)

    async def deliver(self, letter: Letter) -> Receipt:
        after = self._handed_after(letter)
        if (failed := await self._step("connect", Deferred("no route", scope="host"))) is not None:
            return failed
        refused = Refused("550 no such user", scope="recipient")
        if (
            failed := await self._step("rcpt", Deferred("450 later", scope="recipient"), refused)
        ) is not None:
            return failed
        lost = Uncertain("the connection broke after the data")
        if (failed := await self._step("data", Deferred("451 later", scope="letter"), lost)) is not None:
            return failed
        self.fate.touch()
        now = self.clock.now()
        latest = max(
            now, self.clock.highest
        )  # a clock that went back has not undone the moments that it showed
        self.accepted.append(Delivery(letter.message_id, letter.content, latest, after))
        # From here on the server has it: only the answer can be lost.
        if (failed := await self._step("250", lost)) is not None:
            return failed
        return Accepted("250 ok")

    def forgo(self, letter: Letter) -> None:
        """Nothing was said ahead."""

    async def close(self) -> None:
        """Nothing is held open."""

    async def _step(self, name: str, *failures: Receipt) -> Receipt | None:
        self.fate.point(name)
        slow = 300.0 if self.fate.strikes("slow", 0.1) else self.slow
        await asyncio.sleep(self.fate.random.random() * slow)
        self.fate.touch()
        return self.fate.choice(failures) if self.fate.strikes(name) else None

    def _handed_after(self, letter: Letter) -> int:
        with self.store().reading() as ledger:
            text = f"SELECT attempts FROM letters WHERE number = {letter.number}"
            (attempts,) = [whole(row[0]) for row in ledger.rows(text)]
        return self.store().handed[letter.number, attempts]
