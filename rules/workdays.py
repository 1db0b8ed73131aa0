"""The working days of state agencies, as the law and the yearly dispatches say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from rules.model import Step

DAY = timedelta(days=1)
# The holidays whose day the law itself fixes: all that can be said of a year nobody has decided yet.
FIXED_HOLIDAYS = (
    (1, 1, "Tết Dương lịch", "New Year's Day"),
    (4, 30, "Ngày Chiến thắng", "Victory Day"),
    (5, 1, "Ngày Quốc tế lao động", "International Labour Day"),
    (9, 2, "Quốc khánh", "National Day"),
)
FIXED_SOURCE = "Bộ luật Lao động, điều 112"
GUESSED_YEARS = range(1900, 2200)
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS_VI = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year of the calendar: whether its days off are decided, and the first day of Tết (mùng 1)."""

    year: int
    decided: bool
    tet: date | None = None


@dataclass(frozen=True, slots=True)
class OffDay:
    """A weekday that is not worked: a public holiday, its substitute, or a swapped day."""

    day: date
    name: str
    name_en: str
    source: str


@dataclass(frozen=True, slots=True)
class WorkedDay:
    """A Saturday or Sunday that is worked instead of the swapped day ``instead_of``."""

    day: date
    instead_of: date
    source: str


def in_vietnamese(day: date) -> str:
    """A day as Vietnamese documents write it: 31/12/2018."""
    return f"{day.day}/{day.month}/{day.year}"


@dataclass(frozen=True, slots=True)
class Workdays:
    """Which days state agencies work; built by ``Workdays.of``.

    Outside the calendar's own years only weekends and the fixed public holidays (with their substitute days)
    are known, and nothing but weekends before 1900 and after 2199: such days are provisional.
    """

    years: tuple[CalendarYear, ...]
    off: tuple[OffDay, ...] = field(repr=False)
    worked: tuple[WorkedDay, ...] = field(repr=False)
    known_until: date
    decided: frozenset[int] = field(repr=False)
    # Ordinals of weekdays off and of weekend days worked, sorted: how many lie before a day is one bisection.
    lost: tuple[int, ...] = field(repr=False)
    won: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(
        cls, years: Iterable[CalendarYear], off: Iterable[OffDay], worked: Iterable[WorkedDay] = ()
    ) -> Workdays:
        """The calendar of these records; ``known_until`` is the end of the last decided year."""
        known = tuple(sorted(years, key=lambda year: year.year))
        decided = frozenset(year.year for year in known if year.decided)
        said = {entry.day: entry for entry in off}
        listed = {year.year for year in known}
        for guessed in GUESSED_YEARS:
            if guessed not in listed:
                said.update((entry.day, entry) for entry in fixed_holidays(guessed))
        won = {entry.day: entry for entry in worked}
        return cls(
            years=known,
            off=tuple(said[day] for day in sorted(said)),
            worked=tuple(won[day] for day in sorted(won)),
            known_until=date(max(decided, default=1), 12, 31),
            decided=decided,
            lost=tuple(day.toordinal() for day in sorted(said) if day.weekday() < 5),
            won=tuple(day.toordinal() for day in sorted(won) if day.weekday() >= 5),
        )

    def includes(self, day: date) -> bool:
        """Whether state agencies work on this day."""
        ordinal = day.toordinal()
        return not _holds(self.lost, ordinal) if day.weekday() < 5 else _holds(self.won, ordinal)

    def count(self, after: date, until: date) -> int:
        """Working days after the one day up to and with the other; negative when they stand the other way."""
        return self._up_to(until.toordinal()) - self._up_to(after.toordinal())

    def shift(self, day: date, count: int) -> date:
        """The working day ``count`` working days on (or back); ``day`` itself is not counted, 0 leaves it."""
        left, way = abs(count), DAY if count >= 0 else -DAY
        while left:
            # So many calendar days never hold more working days than that: the search cannot overshoot.
            there = day + way * left
            left -= self.count(day, there) if count > 0 else self.count(there - DAY, day - DAY)
            day = there
        return day

    def on_or_after(self, day: date) -> date:
        return day if self.includes(day) else self.next_after(day)

    def on_or_before(self, day: date) -> date:
        return day if self.includes(day) else self.shift(day, -1)

    def next_after(self, day: date) -> date:
        return self.shift(day, 1)

    def is_provisional(self, day: date) -> bool:
        """Whether the days off of this day's year are not decided, or not known to us."""
        return day.year not in self.decided

    def tet(self, year: int) -> date | None:
        """The first day of Tết (mùng 1) in a Gregorian year, None where the calendar does not say."""
        return next((known.tet for known in self.years if known.year == year), None)

    def why_off(self, day: date) -> Step | None:
        """The calendar entry that makes this day a day off; None for a working day."""
        if self.includes(day):
            return None
        spoken = in_vietnamese(day)
        swap = next((entry for entry in self.worked if entry.instead_of == day), None)
        entry = self._off_entry(day)
        if swap is not None and day.weekday() < 5:
            weekday = swap.day.weekday()
            return Step(
                f"{day} is a day off: {WEEKDAYS_EN[weekday]} {swap.day} is worked instead ({swap.source})",
                f"{spoken} là ngày nghỉ hoán đổi, làm bù {WEEKDAYS_VI[weekday]} {in_vietnamese(swap.day)} "
                f"({swap.source})",
            )
        if entry is not None:
            return Step(
                f"{day} is a day off: {entry.name_en} ({entry.source})",
                f"{spoken} là ngày nghỉ: {entry.name} ({entry.source})",
            )
        weekday = day.weekday()
        return Step(f"{day} is a {WEEKDAYS_EN[weekday]}", f"{spoken} là {WEEKDAYS_VI[weekday]}")

    def _off_entry(self, day: date) -> OffDay | None:
        place = bisect_left(self.off, day, key=lambda entry: entry.day)
        return self.off[place] if place < len(self.off) and self.off[place].day == day else None

    def _up_to(self, ordinal: int) -> int:
        """Working days from the first Monday of the calendar, 0001-01-01, up to and with this day."""
        weeks, rest = divmod(ordinal, 7)
        return 5 * weeks + min(rest, 5) - bisect_right(self.lost, ordinal) + bisect_right(self.won, ordinal)


def fixed_holidays(year: int) -> tuple[OffDay, ...]:
    """The public holidays with a fixed day, each on a weekend followed by its substitute working day."""
    days = {date(year, month, day): (name, name_en) for month, day, name, name_en in FIXED_HOLIDAYS}
    entries = [OffDay(day, *names, FIXED_SOURCE) for day, names in days.items()]
    taken = set(days)
    for day, (name, name_en) in days.items():
        if day.weekday() >= 5:
            substitute = day
            while substitute.weekday() >= 5 or substitute in taken:
                substitute += DAY
            taken.add(substitute)
            entries.append(
                OffDay(
                    substitute, f"Nghỉ bù {name}", f"{name_en} (substitute day)", "Bộ luật Lao động, điều 111"
                )
            )
    return tuple(sorted(entries, key=lambda entry: entry.day))


def _holds(ordinals: tuple[int, ...], ordinal: int) -> bool:
    place = bisect_left(ordinals, ordinal)
    return place < len(ordinals) and ordinals[place] == ordinal
