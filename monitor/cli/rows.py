"""One case on one line: its machine form, and its state in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from monitor.cli.machine_forms import Json
from rules.ladder import highest_passed, lateness
from rules.model import COUNTED_KINDS
from rules.status import status_of

if TYPE_CHECKING:
    from rules.model import Case
    from rules.setting import Setting

VANISHED = "The catalogue no longer names it: its file or its entry has vanished. It is watched on as before."


@dataclass(frozen=True, slots=True)
class View:
    """The day and moment that cases are looked at, with the calendar that counts."""

    today: date
    moment: datetime
    setting: Setting

    def machine(self, case: Case) -> Mapping[str, Json]:
        """The object of ``list --json`` (interface.md, section 3)."""
        brief = case.brief
        return {
            "number": case.number,
            "case": case.key,
            "instrument": brief.instrument,
            "obligation": brief.obligation,
            "agency": case.agency,
            "period": brief.period,
            "task": brief.task,
            "kind": brief.kind,
            "last_day": _day(case.last_day),
            "safe_day": _day(case.safe_day),
            "original_last_day": _day(case.original_last_day),
            "status": status_of(case, self.today),
            "unconfirmed": case.unconfirmed,
            "stage": self.stage(case),
            "snoozed_until": _day(self.snoozed_until(case)),
            "acknowledged_until": _day(self.promised(case)),
            "progress": case.progress,
            "closed_on": _day(case.closed_on),
            "next_look": self._local(case.next_look),
        }

    def words(self, case: Case) -> str:
        """Where the case stands, as a person says it: "5 working days late"."""
        match status_of(case, self.today):
            case "open-late":
                if case.unconfirmed:
                    return "unconfirmed, only a count"
                days = counted(lateness(case, self.today, self.setting.workdays))
                return f"{days} late" if case.brief.kind in COUNTED_KINDS else f"passed {days} ago"
            case "open-in-time":
                return self._left(case)
            case "done-in-time":
                return "done in time"
            case "done-late" if case.closed_on is not None:
                return f"done {counted(lateness(case, case.closed_on, self.setting.workdays))} late"
            case "not-running":
                return f"waits for {case.waits_for}"
            case other:
                return other.replace("-", ", ")

    def is_late(self, case: Case) -> bool:
        """Whether this is one that the official two-by-two counts as open and late."""
        counts = case.brief.kind in COUNTED_KINDS and not case.unconfirmed
        return counts and status_of(case, self.today) == "open-late"

    def stage(self, case: Case) -> str | None:
        """The highest stage whose moment has passed in this round of an open case."""
        top = highest_passed(case, self.moment, self.setting) if case.is_open else None
        ladder = case.brief.ladder
        return ladder.stages[top.index].name if top is not None and ladder is not None else None

    def snoozed_until(self, case: Case) -> date | None:
        """The day of a snooze that still runs."""
        return case.snooze.until if case.snooze is not None and case.snooze.ends > self.moment else None

    def promised(self, case: Case) -> date | None:
        """The latest promised day among promises that are not broken."""
        return max((promise.until for promise in case.promises if not promise.broken), default=None)

    def _left(self, case: Case) -> str:
        if case.last_day == self.today:
            return "due today"
        left = -lateness(case, self.today, self.setting.workdays)
        return f"{counted(left)} left" if left else f"due on {case.last_day}, no working day left"

    def _local(self, moment: datetime | None) -> str | None:
        return moment.astimezone(self.setting.zone).isoformat() if moment is not None else None


def counted(days: int) -> str:
    return f"{days} working day{'' if days == 1 else 's'}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def in_words(day: date) -> str:
    """A day as nobody misreads it: "1 June 2016"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def before_its_instrument(case: Case, day: date) -> str | None:
    """A sentence where nothing of this case can have happened on the day yet: its instrument was issued later."""
    issued = case.brief.issued
    if issued is None or day >= issued:
        return None
    years = f"{(issued - day).days // 365} years " if (issued - day).days >= 730 else ""
    return f"{in_words(day)} ({day}) lies {years}before its instrument was issued, on {in_words(issued)}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
