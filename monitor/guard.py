"""The clock's guard: a clock that jumps too far must not send a year of letters at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

# The calendar begins here: an earlier clock is a dead battery, not a past that somebody replays.
EARLIEST = datetime(2010, 1, 1, tzinfo=UTC)
RELEASED = date(2026, 11, 1)
LATEST = datetime(RELEASED.year + 20, RELEASED.month, RELEASED.day, tzinfo=UTC)
BEHIND = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """Sending is held since ``since`` because the wall clock jumped or stands ``by`` this much off."""

    cause: Literal["forward", "behind"]
    since: datetime
    by: timedelta

    def __str__(self) -> str:
        if self.cause == "forward":
            what = f"the clock jumped {_spoken(self.by)} forward"
        else:
            what = f"the clock stands {_spoken(self.by)} behind the last recorded moment"
        return f'{what} ({self.since:%Y-%m-%d %H:%M} UTC): nothing is sent until "duewatch clock accept"'


class Guard:
    """Compares the wall clock with the monotonic one at each look, and with what the journal has seen.

    ``limit`` None lets the wall clock jump forward as it likes. A hold stays until it is accepted,
    also when the clock comes right again by itself: what was decided meanwhile wants a person's eye.
    """

    def __init__(
        self, limit: timedelta | None, last_recorded: datetime | None = None, held: Held | None = None
    ) -> None:
        self.limit = limit
        self._last_recorded = last_recorded
        self._last_look: tuple[datetime, float] | None = None
        self._held = held

    @property
    def held(self) -> Held | None:
        """Why sending is held; None while it is not."""
        return self._held

    def recorded(self, moment: datetime) -> None:
        """Something has been written into the journal at this moment."""
        if self._last_recorded is None or moment > self._last_recorded:
            self._last_recorded = moment

    def look(self, wall: datetime, monotonic: float) -> Held | None:
        """Whether sending is held; called at most 15 s after the look before."""
        jump = self._drift(wall, monotonic)
        self._last_look = (wall, monotonic)
        if self._held is not None:
            return self._held
        if self.limit is not None and jump > self.limit:
            self._held = Held("forward", wall, jump)
        elif self._last_recorded is not None and self._last_recorded - wall > BEHIND:
            self._held = Held("behind", wall, self._last_recorded - wall)
        return self._held

    def jumped(self, wall: datetime, monotonic: float) -> timedelta:
        """How far the wall clock has gone ahead of the monotonic one since the last look; behind: negative."""
        return self._drift(wall, monotonic)

    def accept(self, wall: datetime, monotonic: float) -> None:
        """A person has looked at the clock: it is right as it stands, and counts from here."""
        self._held = None
        self._last_recorded = wall
        self._last_look = (wall, monotonic)

    def _drift(self, wall: datetime, monotonic: float) -> timedelta:
        if self._last_look is None:
            return timedelta()
        before_wall, before_monotonic = self._last_look
        return (wall - before_wall) - timedelta(seconds=monotonic - before_monotonic)


def impossible(wall: datetime, last_recorded: datetime | None) -> str | None:
    """Why a daemon must not start under this clock (exit 75, so that systemd tries again); None if it may.

    ``last_recorded`` is the journal's last moment; where a person has accepted the clock since that was
    written, the moment of the acceptance.
    """
    if wall < EARLIEST:
        return f"the clock says {wall:%Y-%m-%d %H:%M} UTC, before {EARLIEST:%Y}: set it, then start again"
    if wall > LATEST:
        return f"the clock says {wall:%Y-%m-%d %H:%M} UTC, after {LATEST:%Y}: set it, then start again"
    if last_recorded is not None and last_recorded - wall > BEHIND:
        return (
            f"the clock says {wall:%Y-%m-%d %H:%M} UTC, but the journal was last written at "
            f'{last_recorded:%Y-%m-%d %H:%M} UTC: set the clock, or "duewatch clock accept" if it is right'
        )
    return None


def _spoken(length: timedelta) -> str:
    hours = round(length / timedelta(hours=1))
    return f"{hours // 24} days {hours % 24} hours" if hours >= 48 else f"{hours} hours"
