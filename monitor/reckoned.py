"""What the letters of one day and language share: how late each last day is, and which stages come next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, datetime

from monitor.views import Tone
from rules.coming import Coming, coming, footing
from rules.kept import Kept
from rules.model import Case, Ladder
from rules.setting import Setting


@dataclass(frozen=True, slots=True)
class Standing:
    """How late a case is: ``days`` counts working days, negative while some are left; None where none count."""

    tone: Tone
    text: str
    days: int | None


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next stages as they were at a moment; the ladder is held, for it is known by its identity."""

    since: datetime
    stages: tuple[Coming, ...]
    ladder: Ladder | None

    def holds(self, now: datetime) -> bool:
        """Until the first of them speaks nothing else comes sooner on this day; where none comes, a night may bring one."""
        return now == self.since or bool(self.stages and self.since < now < self.stages[0].moment)


class Reckoned:
    """Reckoned once on ``day``, a legal day of ``setting``: many agencies ask the same of an obligation."""

    def __init__(self, day: date, setting: Setting) -> None:
        self.day = day
        self._setting = setting
        self._running: Kept[date, Standing] = Kept()
        self._ahead: Kept[Hashable, Ahead] = Kept()

    def running(self, last_day: date, make: Callable[[], Standing]) -> Standing:
        """How late a case with this last day is while it is open."""
        return self._running.of(last_day, make)

    def upcoming(self, case: Case, now: datetime, limit: int) -> tuple[Coming, ...]:
        """At most ``limit`` stages that speak after ``now``, a moment of the day."""
        asked = footing(case), limit
        known = self._ahead.get(asked)
        if known is None or not known.holds(now):
            known = Ahead(now, coming(case, now, self._setting, limit), case.brief.ladder)
            self._ahead.put(asked, known)
        return known.stages
