"""Times of day and lengths of time as the configuration writes them: "08:00", "5y", "36h"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from rules.period import plus_months

SpanUnit = Literal["d", "w", "m", "y"]
_UNITS: tuple[SpanUnit, ...] = ("d", "w", "m", "y")
_HOUR = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])", re.ASCII)
_SPAN = re.compile(r"([1-9][0-9]{0,4})([dwmy])", re.ASCII)
_WAIT = re.compile(r"([1-9][0-9]{0,6})([smhd])", re.ASCII)
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@dataclass(frozen=True, slots=True)
class Span:
    """A length by the calendar: days, weeks, months or years."""

    count: int
    unit: SpanUnit

    def before(self, moment: datetime) -> datetime:
        """The same time of day, this length earlier; a month too short gives its last day.

        The earliest moment there is where the length reaches back beyond it.
        """
        try:
            match self.unit:
                case "d":
                    return moment - timedelta(days=self.count)
                case "w":
                    return moment - timedelta(weeks=self.count)
                case "m" | "y":
                    months = self.count * (12 if self.unit == "y" else 1)
                    day = plus_months(moment.date(), -months)
                    return datetime.combine(day, moment.timetz())
        except (OverflowError, ValueError):
            return datetime.min.replace(tzinfo=moment.tzinfo)

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


def hour_of(written: object) -> object:
    """Read "08:00"; raises ValueError with a plain reason. What is a time already stays."""
    if isinstance(written, time):
        return written
    found = _HOUR.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        raise ValueError('must be a time of day like "08:00"')
    return time(int(found[1]), int(found[2]))


def span_of(written: object) -> object:
    """Read "400d", "8w", "18m" (months) or "5y"; raises ValueError. What is a Span already stays."""
    if isinstance(written, Span):
        return written
    found = _SPAN.fullmatch(written) if isinstance(written, str) else None
    for unit in _UNITS:
        if found is not None and found[2] == unit:
            return Span(int(found[1]), unit)
    raise ValueError('must be a length like "400d", "8w", "18m" (months) or "5y"')


def wait_of(written: object) -> object:
    """Read "30s", "5m" (minutes), "36h" or "2d"; raises ValueError. What is a timedelta already stays."""
    if isinstance(written, timedelta):
        return written
    found = _WAIT.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        raise ValueError('must be a length like "30s", "5m" (minutes), "36h" or "2d"')
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]])


def wait_or_off(written: object) -> object:
    """The same, and None for "off"."""
    return None if written == "off" or written is None else wait_of(written)
