"""The dead man's signal: called while all is well; where letters do not go out, a command tells a person."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from datetime import datetime, timedelta

from monitor import logs
from monitor.census import FAILING_AFTER, Post, post_of
from monitor.clock import Clock
from monitor.house import House
from monitor.outward import called, told_by
from monitor.scribe import Scribe
from monitor.store import Ledger, Store, StoreFault
from monitor.ticker import SAFETY_S
from monitor.vitals import Vitals

TOLD = "trouble-told"
AGAIN_AFTER = timedelta(hours=1)
# What has waited while the daemon was down goes out within seconds of its start: that is no trouble yet.
SURE_AFTER_S = 60.0
log = logs.of("heartbeat")


class Heartbeat:
    """Looks at the vitals and the outbox every few seconds, and reaches outward by the address and the command."""

    def __init__(self, house: Callable[[], House], scribe: Scribe, vitals: Vitals, clock: Clock) -> None:
        self._house = house
        self._scribe = scribe
        self._vitals = vitals
        self._clock = clock
        self._called: float | None = None
        self._fault: str | None = None
        self._since: float | None = None
        self._told: datetime | None = None

    async def run(self) -> None:
        """Beat until cancelled."""
        while True:
            await self.beat()
            every = self._house().config.heartbeat.every.total_seconds()
            await self._clock.sleep(min(every, SAFETY_S))

    async def beat(self) -> None:
        """One look: call the address if its time has come and all is well, or tell of trouble."""
        settings = self._house().config.heartbeat
        if not settings.ping and not settings.command:
            return
        trouble = await self._trouble()
        if trouble is None:
            self._since = None
            await self._call(settings.ping.get_secret_value(), settings.every)
        elif settings.command and self._is_certain():
            await self._tell(settings.command, trouble)

    async def _call(self, address: str, every: timedelta) -> None:
        now = self._clock.monotonic()
        soon = self._called is not None and now - self._called < every.total_seconds()
        if not address or soon or not self._vitals.is_clean():
            return
        fault = await asyncio.to_thread(called, address)
        if fault is None:
            self._called = now
            self._vitals.heartbeat = self._clock.now()
        if fault != self._fault:
            if fault is not None:
                log.warning("the heartbeat is not heard", sentence=fault)
            else:
                log.info("the heartbeat is heard again")
            self._fault = fault

    async def _trouble(self) -> str | None:
        """What a person must hear of although letters cannot say it; None while letters go out."""
        now = self._clock.now()
        if self._vitals.seconds_since_clean() >= FAILING_AFTER.total_seconds():
            return f"no look of the daemon on {socket.gethostname()} has ended well for an hour; see `duewatch status`"
        try:
            post = await self._scribe.run(lambda store: _post(store, now))
        except StoreFault:
            return None  # the looks meet it too, and are counted
        return self._sentence(post) if post.has_failed(now) else None

    def _sentence(self, post: Post) -> str:
        since = (post.failing or self._clock.now()).astimezone(self._house().setting.zone)
        return (
            f"no letter of the daemon on {socket.gethostname()} has been accepted since {since:%Y-%m-%d %H:%M}, "
            f"and {post.waiting} wait; see `duewatch status` and `duewatch outbox`"
        )

    def _is_certain(self) -> bool:
        now = self._clock.monotonic()
        if self._since is None:
            self._since = now
        return now - self._since >= SURE_AFTER_S

    async def _tell(self, command: tuple[str, ...], trouble: str) -> None:
        """Once an hour, also across restarts as far as the store can be asked."""
        now = self._clock.now()
        if self._is_recent(self._told, now):
            return
        self._told = now
        try:
            if not await self._scribe.run(lambda store: _take_turn(store, now)):
                return
        except StoreFault:
            log.warning("the store does not say when a person was last told")
        log.error("letters do not go out", sentence=trouble)
        fault = await told_by(command, f"Duewatch: {trouble}.")
        if fault is not None:
            log.error("the heartbeat's command failed", sentence=fault)

    def _is_recent(self, moment: datetime | None, now: datetime) -> bool:
        return moment is not None and timedelta(0) <= now - moment < AGAIN_AFTER


def _post(store: Store, moment: datetime) -> Post:
    with store.reading() as ledger:
        return post_of(ledger, moment)


def _take_turn(store: Store, now: datetime) -> bool:
    """Whether nobody has been told within the hour, by this daemon or another; if so, from now on somebody has."""
    with store.writing(deciding=False) as ledger:
        if (last := _last_told(ledger)) is not None and timedelta(0) <= now - last < AGAIN_AFTER:
            return False
        ledger.set_mark(TOLD, now.isoformat())
        return True


def _last_told(ledger: Ledger) -> datetime | None:
    written = ledger.mark(TOLD)
    return datetime.fromisoformat(written) if written is not None else None
