"""What surrounds a decision and does not change while it is made: calendar, agencies, people, hour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from rules.kept import Kept
from rules.library import Directory
from rules.model import Ladder, Stage
from rules.moments import legal_day, moment_of
from rules.people import Agency
from rules.stage_facts import Plan
from rules.workdays import Workdays


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Calendar, agencies, directory, time zone and the local hour at which stages speak."""

    workdays: Workdays
    agencies: Mapping[str, Agency]
    directory: Directory
    zone: ZoneInfo
    send_at: time
    # What the ladders have reckoned under it: nothing in there leads back here, so it goes at once with its setting.
    firsts: Kept[tuple[Ladder, date, date], tuple[datetime, ...]] = field(default_factory=Kept, repr=False)
    plans: Kept[tuple[Ladder, date, date], Plan] = field(default_factory=Kept, repr=False)
    repeats: Kept[tuple[Stage, int, date], datetime] = field(default_factory=Kept, repr=False)

    def legal_day(self, moment: datetime) -> date:
        return legal_day(moment, self.zone)

    def speaks(self, day: date) -> datetime:
        """``send_at`` on that day, as a moment."""
        return moment_of(day, self.send_at, self.zone)

    def next_speaking(self, moment: datetime) -> datetime:
        """When a belated stage may speak: now on a working day after ``send_at``, else at the next one's ``send_at``."""
        today = self.legal_day(moment)
        if self.workdays.includes(today):
            opening = self.speaks(today)
            return max(moment, opening)
        return self.speaks(self.workdays.on_or_after(today))
