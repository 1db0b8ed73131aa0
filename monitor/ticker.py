"""APScheduler as an alarm clock and nothing more: every alarm rings the bell, none does any work.

Alarms stand in memory only. They are lost with the process and set again from the store's next look, which
is the truth; an alarm too many costs one look, an alarm lost is made good by the next safety ring.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

SAFETY_S = 15


class Ringable(Protocol):
    """What the alarms ring."""

    def ring(self, reason: str) -> None: ...


class Ticker:
    """Rings "due" at the next look, "digest" at the digest hour, and "safety" every fifteen seconds."""

    def __init__(self, bell: Ringable, digest_at: time, zone: ZoneInfo, safety_s: float = SAFETY_S) -> None:
        self._bell = bell
        self._digest = (digest_at, zone)
        self._safety_s = safety_s
        self._wake: datetime | None = None
        # Grace None: a late alarm still rings. Several missed ones ring once.
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    def start(self) -> None:
        """Set the standing alarms; needs the running loop."""
        self._set("safety", self._safety_trigger())
        self._set("digest", self._digest_trigger())
        self._scheduler.start()

    def wake_at(self, moment: datetime | None) -> None:
        """Ring "due" at this moment, at once if it has passed; None takes the alarm away."""
        self._wake = moment
        if moment is not None:
            self._set("due", DateTrigger(moment))
        elif self._scheduler.get_job("due") is not None:
            self._scheduler.remove_job("due")

    def digest_at(self, at: time, zone: ZoneInfo) -> None:
        """Ring "digest" at another hour from now on."""
        self._digest = (at, zone)
        self._set("digest", self._digest_trigger())

    def revive(self) -> None:
        """Set every alarm anew: after the wall clock jumped back, the old ones would ring too late.

        Waking the scheduler is not enough: it decides by the wall clock of the moment each alarm was set.
        """
        self._set("safety", self._safety_trigger())
        self._set("digest", self._digest_trigger())
        self.wake_at(self._wake)

    def stop(self) -> None:
        """Take all alarms away; before start() and twice it does nothing."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def _set(self, reason: str, trigger: DateTrigger | CronTrigger | IntervalTrigger) -> None:
        self._scheduler.add_job(self._ring, trigger, args=(reason,), id=reason, replace_existing=True)

    def _safety_trigger(self) -> IntervalTrigger:
        return IntervalTrigger(seconds=self._safety_s, timezone=UTC)

    def _digest_trigger(self) -> CronTrigger:
        at, zone = self._digest
        return CronTrigger(hour=at.hour, minute=at.minute, timezone=zone)

    async def _ring(self, reason: str) -> None:
        # A coroutine, because the scheduler would run a plain function in a thread of its own.
        self._bell.ring(reason)
