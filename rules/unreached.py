"""Stages that would reach nobody, found while there is still time to name somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from rules.audience import EVERYWHERE, LINE, accountable, audience, present
from rules.coming import coming
from rules.digest import HORIZON_WORKING_DAYS
from rules.model import Case, Ladder, Role
from rules.setting import Setting

# More occurrences than any ladder has within the horizon; `coming` wants a bound because repeats never end.
MOST_STAGES = 20


@dataclass(frozen=True, slots=True)
class Unreached:
    """One stage of one case that nobody in the directory would receive."""

    case: str
    stage: str
    moment: datetime
    roles: tuple[Role, ...]


def horizon(moment: datetime, setting: Setting) -> datetime:
    """The last moment that is looked ahead to: ``send_at`` of the tenth working day after today."""
    return setting.speaks(setting.workdays.shift(setting.legal_day(moment), HORIZON_WORKING_DAYS))


def unreached(case: Case, moment: datetime, setting: Setting) -> Iterator[Unreached]:
    """The stages of the case up to the horizon, if nothing changes, for which the directory names nobody."""
    until = horizon(moment, setting)
    for stage in coming(case, moment, setting, MOST_STAGES):
        if stage.moment > until:
            return
        if _is_held(case, stage.stage):
            continue
        if not audience(case, stage.roles, setting.legal_day(stage.moment), setting):
            yield Unreached(case.key, stage.stage, stage.moment, stage.roles)


def _is_held(case: Case, name: str) -> bool:
    """A stage after the deadline of a case that only a count covers is held, whoever could read it."""
    ladder = case.brief.ladder
    stages = ladder.stages if case.unconfirmed and ladder is not None else ()
    return any(stage.name == name and stage.at.after for stage in stages)


def silent_agencies(ladders: Iterable[Ladder], day: date, setting: Setting) -> frozenset[str]:
    """The agencies for which some stage of these ladders would find no accountable officer and no watch.

    Only their cases need to be looked at. Their cooperating agencies may still be reached.
    """
    watched = bool(setting.directory.holders(EVERYWHERE, "watch"))
    wanted = {frozenset(stage.to) for ladder in ladders for stage in ladder.stages}
    unwatched = [roles for roles in wanted if not (watched and "watch" in roles)]
    return frozenset(
        agency
        for agency in setting.agencies
        if any(_is_silent(present(agency, day, setting), roles, setting) for roles in unwatched)
    )


def _is_silent(agency: str, roles: Iterable[Role], setting: Setting) -> bool:
    return not any(role in LINE and accountable(agency, role, setting) for role in roles)
