"""Calendar periods and month arithmetic: their first and last days, their labels, how a month is added."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from rules.term import Period

MONTHS_OF: dict[Period, int] = {"month": 1, "quarter": 3, "year": 12}


def clamped(year: int, month: int, day: int) -> date:
    """The day of a month; 0, or a day that the month does not have, is its last day."""
    longest = monthrange(year, month)[1]
    return date(year, month, min(day or longest, longest))


def plus_months(day: date, count: int) -> date:
    """The same day number ``count`` months on or back, else that month's last (Civil Code, art. 148.3)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return clamped(year, month + 1, day.day)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One whole week, month, quarter or year, numbered so that the next one has the next ``index``."""

    period: Period
    index: int

    @staticmethod
    def holding(period: Period, day: date) -> Stretch:
        """The stretch that a day lies in; weeks begin on Monday (ISO 8601)."""
        if period == "week":
            return Stretch(period, (day.toordinal() - 1) // 7)
        return Stretch(period, (day.year * 12 + day.month - 1) // MONTHS_OF[period])

    def on(self, count: int) -> Stretch:
        return Stretch(self.period, self.index + count)

    @property
    def first(self) -> date:
        if self.period == "week":
            return date.fromordinal(self.index * 7 + 1)
        year, month = divmod(self.index * MONTHS_OF[self.period], 12)
        return date(year, month + 1, 1)

    @property
    def last(self) -> date:
        if self.period == "week":
            return self.first + timedelta(days=6)
        return clamped(self.first.year, self.first.month + MONTHS_OF[self.period] - 1, 0)

    @property
    def label(self) -> str:
        """How a case's key names it: 2018, 2025-Q2, 2025-06 or 2025-W23."""
        first = self.first
        match self.period:
            case "year":
                return f"{first.year:04}"
            case "quarter":
                return f"{first.year:04}-Q{(first.month + 2) // 3}"
            case "month":
                return f"{first.year:04}-{first.month:02}"
            case "week":
                iso = first.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}"
            case _:
                assert_never(self.period)

    def day(self, day: int, month: int | None) -> date:
        """The day that a rule names in it; without a month, in its last one; in a week, an ISO weekday."""
        if self.period == "week":
            return self.first + timedelta(days=(day or 7) - 1)
        return clamped(self.first.year, self.first.month + (month or MONTHS_OF[self.period]) - 1, day)
