"""When the stages of a case speak: every moment counted from the deadline, never from the last letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from rules.deadline import shifted
from rules.model import Case, Ladder, Offset, Stage
from rules.setting import Setting
from rules.stage_facts import Plan, Planned
from rules.workdays import Workdays


@dataclass(frozen=True, slots=True, order=True)
class Rung:
    """One occurrence of a stage: ``index`` in the ladder, ``occurrence`` on its grid, its planned moment."""

    index: int
    occurrence: int
    moment: datetime


@dataclass(frozen=True, slots=True)
class Timetable:
    """The moments of one ladder for one deadline."""

    ladder: Ladder
    last_day: date
    firsts: tuple[datetime, ...]
    setting: Setting

    def moment(self, index: int, occurrence: int) -> datetime:
        """The planned moment of one occurrence; repeats lie on a grid counted from the last day."""
        if occurrence == 0:
            return self.firsts[index]
        every = self.ladder.stages[index].every
        if every is None:
            raise ValueError(f"{self.ladder.stages[index].name} does not repeat")
        stage = self.ladder.stages[index]
        return self.setting.repeats.of(
            (stage, occurrence, self.last_day),
            lambda: _repeat(stage, every, occurrence, self.last_day, self.setting),
        )

    def rungs(self, index: int, start: int) -> Iterator[Rung]:
        """The stage's occurrences from ``start`` on; endless for the last stage when it repeats."""
        occurrence = start
        ends = self.firsts[index + 1] if index + 1 < len(self.firsts) else None
        while occurrence == 0 or self.ladder.stages[index].every is not None:
            moment = self.moment(index, occurrence)
            if occurrence > 0 and ends is not None and moment >= ends:
                return
            yield Rung(index, occurrence, moment)
            occurrence += 1


def planned(case: Case, setting: Setting) -> Plan:
    """What is intended for the case's present round."""
    return plan_of(case.brief.ladder, case.last_day, case.safe_day, setting)


def timetable(case: Case, setting: Setting) -> Timetable | None:
    """The case's moments in its present round; None without a ladder or a last day."""
    ladder = case.brief.ladder
    if ladder is None or case.last_day is None or case.safe_day is None:
        return None
    return Timetable(ladder, case.last_day, _firsts(ladder, case.last_day, case.safe_day, setting), setting)


def _firsts(ladder: Ladder, last_day: date, safe_day: date, setting: Setting) -> tuple[datetime, ...]:
    """The planned moment of each stage's first occurrence."""
    return setting.firsts.of(
        (ladder, last_day, safe_day), lambda: _reckoned(ladder, last_day, safe_day, setting)
    )


def _reckoned(ladder: Ladder, last_day: date, safe_day: date, setting: Setting) -> tuple[datetime, ...]:
    moments: list[datetime] = []
    for stage in reversed(ladder.stages):
        moment = setting.speaks(_stage_day(stage, last_day, safe_day, setting.workdays))
        # Where the calendar inverts two stages, the lower moves to the higher's moment.
        moments.append(min(moment, moments[-1]) if moments else moment)
    return tuple(reversed(moments))


def plan_of(ladder: Ladder | None, last_day: date | None, safe_day: date | None, setting: Setting) -> Plan:
    """What the ladder intends for these days, for the journal; nothing without a ladder or a last day."""
    if ladder is None or last_day is None or safe_day is None:
        return ()
    return setting.plans.of((ladder, last_day, safe_day), lambda: _plan(ladder, last_day, safe_day, setting))


def _plan(ladder: Ladder, last_day: date, safe_day: date, setting: Setting) -> Plan:
    firsts = _firsts(ladder, last_day, safe_day, setting)
    return tuple(
        Planned(stage.name, moment, _interval(stage.every), stage.snoozable)
        for stage, moment in zip(ladder.stages, firsts, strict=True)
    )


def _interval(every: Offset | None) -> str | None:
    return f"{every.count}{every.unit}" if every is not None else None


def _stage_day(stage: Stage, last_day: date, safe_day: date, workdays: Workdays) -> date:
    if stage.at.after:
        return workdays.on_or_after(shifted(last_day, stage.at, workdays))
    return workdays.on_or_before(shifted(safe_day, stage.at, workdays))


def _repeat(stage: Stage, every: Offset, occurrence: int, last_day: date, setting: Setting) -> datetime:
    workdays = setting.workdays
    if every.unit == stage.at.unit and stage.at.after:
        day = shifted(last_day, Offset(stage.at.count + occurrence * every.count, every.unit, True), workdays)
    else:
        first = shifted(last_day, stage.at, workdays)
        day = shifted(first, Offset(occurrence * every.count, every.unit, True), workdays)
    return setting.speaks(workdays.on_or_after(day))


def snoozed(case: Case, rung: Rung) -> bool:
    """Whether the case's snooze moves this rung: it would have spoken before the snooze ends."""
    ladder = case.brief.ladder
    if case.snooze is None or ladder is None:
        return False
    return ladder.stages[rung.index].snoozable and rung.moment < case.snooze.ends


def moved_by_snooze(case: Case, setting: Setting) -> tuple[str, ...]:
    """The stages that the case's snooze really makes wait."""
    table = timetable(case, setting)
    if table is None:
        return ()
    firsts = (
        rung
        for index in range(len(table.firsts))
        for rung in islice(table.rungs(index, undecided(case, index)), 1)
    )
    return tuple(table.ladder.stages[rung.index].name for rung in firsts if snoozed(case, rung))


def speaks_from(case: Case, rung: Rung) -> datetime:
    """The moment from which the rung may speak: its own, or the end of a snooze that moves it."""
    if case.snooze is not None and snoozed(case, rung):
        return case.snooze.ends
    return rung.moment


def undecided(case: Case, index: int) -> int:
    """The first occurrence of the stage without an outcome in this round."""
    return case.decided[index] if index < len(case.decided) else 0


def passed(case: Case, moment: datetime, setting: Setting) -> tuple[Rung, ...]:
    """Rungs without an outcome whose moment has come, lowest first."""
    table = timetable(case, setting)
    if table is None:
        return ()
    found: list[Rung] = []
    for index in range(len(table.firsts)):
        for rung in table.rungs(index, undecided(case, index)):
            if speaks_from(case, rung) > moment:
                break
            found.append(rung)
    return tuple(found)


def next_moment(case: Case, setting: Setting) -> datetime | None:
    """The earliest moment at which a rung without an outcome may speak; it may lie in the past."""
    table = timetable(case, setting)
    if table is None:
        return None
    if not case.decided and case.snooze is None:
        return min(table.firsts, default=None)
    moments = []
    for index in range(len(table.firsts)):
        for rung in table.rungs(index, undecided(case, index)):
            moments.append(speaks_from(case, rung))
            break
    return min(moments, default=None)


def highest_passed(case: Case, moment: datetime, setting: Setting) -> Rung | None:
    """The highest rung of this round whose planned moment has passed, decided or not."""
    table = timetable(case, setting)
    if table is None:
        return None
    for index in reversed(range(len(table.firsts))):
        if table.firsts[index] <= moment:
            top = Rung(index, 0, table.firsts[index])
            for rung in table.rungs(index, max(undecided(case, index) - 1, 0)):
                if rung.moment > moment:
                    break
                top = rung
            return top
    return None


def lateness(case: Case, today: date, workdays: Workdays) -> int:
    """Working days by which the case is late, see ``late_by``; a case without a last day is 0."""
    return 0 if case.last_day is None else late_by(case.last_day, today, workdays)


def late_by(last_day: date, today: date, workdays: Workdays) -> int:
    """Working days late: 1 on the first working day after the last day; 0 on it; negative while days are left."""
    if today > last_day:
        return max(1, workdays.count(last_day, today))
    return -workdays.count(today, last_day)
