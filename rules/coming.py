"""The stages that are still ahead of a case, as letters and forecasts announce them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime

from rules.ladder import Rung, speaks_from, timetable, undecided
from rules.model import Case, Role
from rules.setting import Setting


@dataclass(frozen=True, slots=True)
class Coming:
    """A stage that is still ahead of a case."""

    stage: str
    occurrence: int
    moment: datetime
    roles: tuple[Role, ...]


def footing(case: Case) -> Hashable:
    """All of a case that decides what is still ahead of it: cases alike in this have the same stages to come."""
    return (
        id(case.brief.ladder),
        case.last_day,
        case.safe_day,
        case.decided,
        case.quiet_until,
        case.snooze,
        case.is_open,
    )


def coming(case: Case, after: datetime, setting: Setting, limit: int = 3) -> tuple[Coming, ...]:
    """The next stages that will speak if nothing changes, soonest first; of those that fall together the highest."""
    table = timetable(case, setting)
    if table is None or not case.is_open:
        return ()
    stages = table.ladder.stages
    found: dict[datetime, Rung] = {}
    for index, first in enumerate(table.firsts):
        if len(found) >= limit and sorted(found)[limit - 1] < first:
            break  # no stage speaks before its first moment, and these grow with the stages
        taken, start = 0, undecided(case, index)
        if start and stages[index].every is None:
            continue
        for rung in table.rungs(index, start):
            moment = _will_speak(case, rung, after, setting)
            if moment is None:
                continue
            found[moment] = max(found.get(moment, rung), rung)
            taken += 1
            if taken >= limit:
                break
    return tuple(
        Coming(stages[rung.index].name, rung.occurrence, moment, stages[rung.index].to)
        for moment, rung in sorted(found.items())[:limit]
    )


def _will_speak(case: Case, rung: Rung, after: datetime, setting: Setting) -> datetime | None:
    moment = speaks_from(case, rung)
    if case.quiet_until is not None and moment < case.quiet_until:
        moment = case.quiet_until
    if moment > after:
        return moment
    belated = setting.next_speaking(after)
    return belated if belated > after else None
