"""The only bridge between the law's days and the machine's moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def legal_day(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day of ``moment`` at the place whose law counts; raises ValueError for a naive moment."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset")
    return moment.astimezone(zone).date()


def moment_of(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment (UTC) at which the clock of ``zone`` shows ``at`` on ``day``."""
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
