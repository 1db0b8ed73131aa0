"""When a letter is tried again."""

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
