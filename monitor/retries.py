"""When a letter is tried again, and how long a server that takes nothing is left alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

STEPS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60))
JITTER = 0.1
GIVES_UP_AFTER = timedelta(days=5)


def next_try(attempts: int, formed: datetime, moment: datetime, random: Random) -> datetime | None:
    """After 1, 5, 15, 60 minutes, then hourly with jitter; None when five days have passed (RFC 5321, 4.5.4.1).

    ``attempts`` counts those that have failed, at least 1.
    """
    if moment - formed > GIVES_UP_AFTER:
        return None
    step = STEPS[min(attempts, len(STEPS)) - 1]
    return moment + step * (1 + JITTER * random.random())


class ServerRest:
    """A server that takes nothing is left alone for 1, 5, then 15 minutes, whatever waits."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._failures = 0
        self.until: datetime | None = None

    def is_on(self, moment: datetime) -> bool:
        return self.until is not None and moment < self.until

    def begin(self, moment: datetime) -> datetime:
        """It took nothing; gives the end of the rest. Letters that failed side by side count once."""
        if self.until is not None and moment < self.until:
            return self.until
        self._failures += 1
        step = STEPS[min(self._failures, len(STEPS) - 1) - 1]
        self.until = moment + step * (1 + JITTER * self._random.random())
        return self.until

    def succeed(self) -> None:
        """It took a letter: the next rest is a short one."""
        self._failures = 0

    def end(self) -> None:
        """Try at once: a person asks for it, or it is another server."""
        self._failures, self.until = 0, None
