"""The heart: what has become true of a case by a moment, and when to look again. The same answer twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from operator import attrgetter
from typing import TypeVar

from rules.audience import Addressee, audience
from rules.facts import CaseFact, PromiseBroken
from rules.ladder import Rung, next_moment, passed, snoozed, speaks_from
from rules.life import PROMISED, evolve, promise_of
from rules.model import Case, Ladder, Role, Stage
from rules.setting import Setting
from rules.stage_facts import StageHeld, StageOutcome, StageReached, StageSkipped

NOBODY = "nobody fills any of its roles"
UNCONFIRMED = "unconfirmed: only a count covers this case"
Silent = TypeVar("Silent", StageHeld, StageSkipped)
_NAMES = tuple(field.name for field in fields(Case))
_values: Callable[[Case], tuple[object, ...]] = attrgetter(*_NAMES)
_LOOK = _NAMES.index("next_look")
_case: Callable[..., Case] = Case


@dataclass(frozen=True, slots=True)
class Decision:
    """New facts in order, the case they make, and when ``decide`` can next say anything new (None: never)."""

    facts: tuple[CaseFact, ...]
    case: Case
    next_look: datetime | None


def decide(case: Case, moment: datetime, setting: Setting) -> Decision:
    """Facts that have become true by ``moment`` and are not yet in the journal, and when to look again.

    Pure: every due key of the ladder gets exactly one outcome, a stage that speaks, or is skipped or held with
    its reason (contract, line 1).
    """
    if not case.is_open:
        return Decision((), case, None)
    facts: list[CaseFact] = []
    for outcome in _outcomes(case, moment, setting):
        facts.append(outcome)
        case = evolve(case, outcome)
    # After the stages, so that a promise broken while nobody looked names what it held.
    for broken in _broken_promises(case, moment, setting):
        facts.append(broken)
        case = evolve(case, broken)
    return Decision(tuple(facts), case, next_look(case, moment, setting))


def next_look(case: Case, moment: datetime, setting: Setting) -> datetime | None:
    """The earliest moment after which ``decide`` may have something new to say; None for a case that is over."""
    if not case.is_open:
        return None
    # A promise that broke unseen is told on a working day, like a stage that is late.
    moments = [_ahead(promise.due, moment, setting) for promise in case.promises if not promise.broken]
    stage = next_moment(case, setting)
    if stage is not None:
        moments.append(_may_speak(case, stage, moment, setting))
    return min(moments, default=None)


def looking_ahead(case: Case, moment: datetime, setting: Setting) -> Case:
    """The case with its next look as of this moment."""
    look = next_look(case, moment, setting)
    if look == case.next_look:
        return case
    # dataclasses.replace does the same, six times slower: a load opens a hundred thousand cases.
    values = _values(case)
    return _case(*values[:_LOOK], look, *values[_LOOK + 1 :])


def _may_speak(case: Case, stage: datetime, moment: datetime, setting: Setting) -> datetime:
    if case.quiet_until is not None and stage < case.quiet_until:
        stage = case.quiet_until
    return _ahead(stage, moment, setting)


def _ahead(due: datetime, moment: datetime, setting: Setting) -> datetime:
    return due if due > moment else setting.next_speaking(moment)


def _broken_promises(case: Case, moment: datetime, setting: Setting) -> tuple[PromiseBroken, ...]:
    if setting.next_speaking(moment) > moment:
        return ()
    today = setting.legal_day(moment)
    due = [promise for promise in case.promises if not promise.broken and promise.due <= moment]
    return tuple(
        PromiseBroken(case.key, today, promise.officer, promise.until, promise.held) for promise in due
    )


def _outcomes(case: Case, moment: datetime, setting: Setting) -> tuple[StageOutcome, ...]:
    ladder = case.brief.ladder
    if ladder is None or (case.quiet_until is not None and moment < case.quiet_until):
        return ()
    if setting.next_speaking(moment) > moment:
        return ()
    rungs = passed(case, moment, setting)
    if not rungs:
        return ()
    scene = _Scene(case, ladder, moment, setting)
    if case.unconfirmed:
        held = tuple(rung for rung in rungs if ladder.stages[rung.index].at.after)
        spoken = scene.spoken(tuple(rung for rung in rungs if rung not in held))
        return (*spoken, *(fact for rung in held for fact in scene.hold(rung, UNCONFIRMED)))
    return scene.spoken(rungs)


@dataclass(frozen=True, slots=True)
class _Scene:
    """One look at the stages of one case."""

    case: Case
    ladder: Ladder
    moment: datetime
    setting: Setting

    @property
    def today(self) -> date:
        return self.setting.legal_day(self.moment)

    def spoken(self, rungs: tuple[Rung, ...]) -> tuple[StageOutcome, ...]:
        """Only the highest speaks; what a snooze kept back is held, the rest is skipped."""
        if not rungs:
            return ()
        top = rungs[-1]
        facts: list[StageOutcome] = []
        meanwhile = self._has_been_overtaken(top)
        speaker = self.case.spoken[0] if self.case.spoken is not None and meanwhile else top.index
        for rung in rungs if meanwhile else rungs[:-1]:
            facts.extend(self._silent(rung, self.ladder.stages[speaker].name))
        if not meanwhile:
            facts.extend(self._speak(top, self._roles(rungs)))
        return tuple(facts)

    def _has_been_overtaken(self, rung: Rung) -> bool:
        return self.case.spoken is not None and self.case.spoken > (rung.index, rung.occurrence)

    def _silent(self, rung: Rung, speaker: str) -> tuple[StageOutcome, ...]:
        snooze = self.case.snooze
        if snooze is not None and snoozed(self.case, rung):
            return self.hold(rung, f"snoozed until {snooze.until}")
        return self.skip(rung, f"{speaker} spoke instead")

    def _roles(self, rungs: tuple[Rung, ...]) -> tuple[Role, ...]:
        """The highest stage's audience and that of the lower ones it speaks for."""
        roles: list[Role] = list(self.ladder.stages[rungs[-1].index].to)
        quiet = self.case.quiet_until
        # What passed before the case was watched, or in its quiet days, lends no audience, but for the one that
        # was to speak at their end.
        before = [rung for rung in rungs if quiet is not None and rung.moment <= quiet]
        for rung in rungs[:-1]:
            if rung not in before[:-1] and not self._has_been_overtaken(rung):
                roles.extend(self.ladder.stages[rung.index].to)
        return tuple(roles)

    def _speak(self, rung: Rung, roles: tuple[Role, ...]) -> tuple[StageOutcome, ...]:
        people = audience(self.case, roles, self.today, self.setting)
        stage = self.ladder.stages[rung.index]
        if not people:
            return self.hold(rung, NOBODY)
        return tuple(self._tell(rung, stage, person) for person in people)

    def _tell(self, rung: Rung, stage: Stage, person: Addressee) -> StageOutcome:
        promise = promise_of(self.case, person.officer, self._day_of(rung))
        if promise is not None:
            return self._outcome(StageHeld, rung, person.officer, f"{PROMISED} {promise.until}")
        return StageReached(
            case=self.case.key,
            effective=self.today,
            round=self.case.round,
            stage=stage.name,
            occurrence=rung.occurrence,
            officer=person.officer,
            moment=rung.moment,
            reason=rule_of(stage, rung.occurrence),
            role=person.role,
            instead=person.instead,
        )

    def _day_of(self, rung: Rung) -> date:
        """The day of the moment at which the rung was to speak: a snooze and quiet days have moved it."""
        quiet, speaks = self.case.quiet_until, speaks_from(self.case, rung)
        return self.setting.legal_day(max(speaks, quiet) if quiet is not None else speaks)

    def hold(self, rung: Rung, reason: str) -> tuple[StageHeld, ...]:
        return tuple(self._outcome(StageHeld, rung, officer, reason) for officer in self._intended(rung))

    def skip(self, rung: Rung, reason: str) -> tuple[StageSkipped, ...]:
        return tuple(self._outcome(StageSkipped, rung, officer, reason) for officer in self._intended(rung))

    def _intended(self, rung: Rung) -> Sequence[str]:
        people = audience(self.case, self.ladder.stages[rung.index].to, self.today, self.setting)
        return [person.officer for person in people] or [""]

    def _outcome(self, kind: type[Silent], rung: Rung, officer: str, reason: str) -> Silent:
        stage = self.ladder.stages[rung.index].name
        return kind(
            self.case.key, self.today, self.case.round, stage, rung.occurrence, officer, rung.moment, reason
        )


def left_behind(case: Case, moment: datetime, setting: Setting, reason: str) -> tuple[StageSkipped, ...]:
    """Stages that had passed, but were not yet decided, when something else ended the case's round."""
    ladder = case.brief.ladder
    if ladder is None or not case.is_open:
        return ()
    scene = _Scene(case, ladder, moment, setting)
    return tuple(fact for rung in passed(case, moment, setting) for fact in scene.skip(rung, reason))


def passed_over(
    case: Case, moment: datetime, setting: Setting, reason: str, keep: Rung | None = None
) -> tuple[StageSkipped, ...]:
    """Stages that had passed when a round began: they are journalled and do not speak.

    Of a repeating stage only the last occurrence is named. ``keep`` and higher rungs stay undecided.
    """
    ladder = case.brief.ladder
    if ladder is None:
        return ()
    scene = _Scene(case, ladder, moment, setting)
    facts: list[StageSkipped] = []
    last = {rung.index: rung for rung in passed(case, moment, setting) if keep is None or rung < keep}
    for rung in last.values():
        facts.extend(scene.skip(rung, reason))
    return tuple(facts)


def rule_of(stage: Stage, occurrence: int) -> str:
    """The rule in the ladder's own notation: "+10wd", "+10wd, every 5wd, occurrence 3"."""
    sign = "+" if stage.at.after else "-"
    rule = f"{sign}{stage.at.count}{stage.at.unit}"
    if stage.every is not None:
        rule += f", every {stage.every.count}{stage.every.unit}, occurrence {occurrence + 1}"
    return rule
