"""Lengths of time as the configuration writes them: "5y" by the calendar, "36h" by the clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from rules.period import plus_months

SpanUnit = Literal["d", "w", "m", "y"]
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


def span_of(text: str) -> Span:
    """Read "400d", "8w", "18m" (months) or "5y"; raises ValueError with a plain reason."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise ValueError('must be a length like "400d", "8w", "18m" (months) or "5y"')
    for unit in ("d", "w", "m", "y"):
        if found[2] == unit:
            return Span(int(found[1]), unit)
    raise AssertionError(found[2])


def wait_of(text: str) -> timedelta:
    """Read "30s", "5m" (minutes), "36h" or "2d"; raises ValueError with a plain reason."""
    found = _WAIT.fullmatch(text)
    if found is None:
        raise ValueError('must be a length like "30s", "5m" (minutes), "36h" or "2d"')
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]])
