"""How a case lives: each fact turns it into the next one; a case is what its facts make of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import assert_never

from rules.facts import (
    Acknowledged,
    AnchorSet,
    Assigned,
    CaseFact,
    CaseOpened,
    CaseVanished,
    Closed,
    DeadlineMoved,
    Extended,
    Lapsed,
    ProgressReported,
    PromiseBroken,
    Reopened,
    Snoozed,
    Unsnoozed,
    Withdrawn,
)
from rules.model import Brief, Case, Ladder, Promise, Snooze, Step
from rules.stage_facts import StageHeld, StageOutcome, StageReached, StageSkipped
from rules.workdays import in_vietnamese

PROMISED = "promised by"


def born(brief: Brief, fact: CaseOpened, moment: datetime) -> Case:
    """The case that ``fact`` opens at ``moment``."""
    return Case(
        key=fact.case,
        agency=fact.agency,
        brief=brief,
        last_day=fact.last_day,
        safe_day=fact.safe_day,
        because=brief.deadline.because,
        opened=moment,
        original_last_day=fact.original_last_day,
        quiet_until=fact.quiet_until,
        figure=fact.figure,
        waits_for=fact.waits_for,
        anchors=brief.anchors,
    )


def evolve(case: Case, fact: CaseFact) -> Case:
    """The case after ``fact``; a closed union, so a new fact does not type-check until it is answered here."""
    match fact:
        case CaseOpened():
            return case
        case StageReached() | StageSkipped() | StageHeld():
            return _decided(case, fact)
        case Snoozed():
            snooze = Snooze(fact.until, fact.ends, fact.reason, fact.officer)
            return replace(case, snooze=snooze, snoozes=case.snoozes + 1)
        case Unsnoozed():
            return replace(case, snooze=None)
        case Acknowledged():
            return _confirmed(_promised(case, fact), fact.quiet_until)
        case PromiseBroken():
            return replace(case, promises=tuple(_broken(promise, fact) for promise in case.promises))
        case Closed():
            return replace(case, closed_on=fact.effective, evidence=fact.evidence, snooze=None)
        case Withdrawn():
            by = () if fact.by_instrument is None else (fact.by_instrument,)
            return replace(case, withdrawn=True, snooze=None, folded_by=(*case.folded_by, *by))
        case ProgressReported():
            progress = case.progress if fact.percent is None else fact.percent
            shown = replace(case, progress=progress)
            return shown if fact.percent == 100 else _confirmed(shown, fact.quiet_until)
        case Assigned():
            return replace(case, assigned=fact.officer)
        case CaseVanished():
            return replace(case, vanished=not fact.returned)
        case DeadlineMoved() | Reopened() | Extended() | AnchorSet():
            return _new_round(case, fact)
        case _:
            assert_never(fact)


def _new_round(case: Case, fact: DeadlineMoved | Reopened | Extended | AnchorSet) -> Case:
    fresh = replace(
        case, round=fact.round, decided=(), spoken=None, snooze=None, snoozes=0, promises=(), quiet_until=None
    )
    match fact:
        case Reopened():
            return replace(
                fresh, closed_on=None, evidence=None, withdrawn=False, quiet_until=fact.quiet_until
            )
        case Extended():
            original = case.original_last_day or case.last_day
            return replace(
                fresh,
                last_day=fact.last_day,
                safe_day=fact.safe_day,
                because=(*(case.because or case.brief.deadline.because), _granted(fact)),
                original_last_day=original,
                figure=None,
            )
        case DeadlineMoved():
            return replace(
                fresh,
                last_day=fact.last_day,
                safe_day=fact.safe_day,
                because=fact.because or case.because,
                waits_for=fact.waits_for,
            )
        case AnchorSet():
            anchors = (*(pair for pair in case.anchors if pair[0] != fact.name), (fact.name, fact.day))
            return replace(
                fresh,
                last_day=fact.last_day,
                safe_day=fact.safe_day,
                because=fact.because or case.because,
                anchors=anchors,
                waits_for=None,
                quiet_until=fact.quiet_until,
            )
        case _:
            assert_never(fact)


def _granted(fact: Extended) -> Step:
    """The document that has moved the last day, as one more reason for it."""
    by = f"{fact.authority}: {fact.reason}"
    return Step(
        f"extended to {fact.last_day} by {by}", f"được gia hạn đến {in_vietnamese(fact.last_day)} theo {by}"
    )


def _promised(case: Case, fact: Acknowledged) -> Case:
    """One promise an officer; one that replaces another before it broke answers for what that one held."""
    mine = [old for old in case.promises if old.officer == fact.officer and not old.broken]
    held = mine[0].held if mine else None
    others = tuple(old for old in case.promises if old.officer != fact.officer)
    return replace(case, promises=(*others, Promise(fact.officer, fact.until, fact.due, fact.note, held)))


def _confirmed(case: Case, quiet_until: datetime | None) -> Case:
    """Somebody has said that the case is open, so the count without names no longer covers it.

    ``quiet_until`` set: it is late, stages were held meanwhile, and a new round lets the highest speak.
    """
    known = replace(case, figure=None)
    if quiet_until is None:
        return known
    return replace(known, round=case.round + 1, decided=(), spoken=None, quiet_until=quiet_until)


def _decided(case: Case, fact: StageOutcome) -> Case:
    ladder = case.brief.ladder
    if ladder is None or fact.round != case.round:
        return case
    index = stage_index(ladder, fact.stage)
    counts = list(case.decided) + [0] * (len(ladder.stages) - len(case.decided))
    counts[index] = max(counts[index], fact.occurrence + 1)
    spoken = case.spoken
    if isinstance(fact, StageReached):
        spoken = max(spoken or (0, 0), (index, fact.occurrence))
    promises = case.promises
    if isinstance(fact, StageHeld) and fact.reason.startswith(PROMISED):
        promises = tuple(_holding(promise, fact, ladder) for promise in promises)
    return replace(case, decided=tuple(counts), spoken=spoken, promises=promises)


def _holding(promise: Promise, fact: StageHeld, ladder: Ladder) -> Promise:
    """The promise names the highest stage that it holds, in whatever order they are decided."""
    names = [stage.name for stage in ladder.stages]
    before = names.index(promise.held) if promise.held in names else -1
    stage = names[max(before, names.index(fact.stage))]
    return replace(promise, held=stage) if promise.officer == fact.officer else promise


def _broken(promise: Promise, fact: PromiseBroken) -> Promise:
    mine = promise.officer == fact.officer and promise.until == fact.until
    return replace(promise, broken=True) if mine else promise


def stage_index(ladder: Ladder, name: str) -> int:
    """Where the stage stands in its ladder; raises KeyError for a name it does not have."""
    for index, stage in enumerate(ladder.stages):
        if stage.name == name:
            return index
    raise KeyError(name)


def rebriefed(case: Case, brief: Brief) -> Case:
    """The case under the catalogue's present words; outcomes stay with the stages of the same name."""
    before, after = case.brief.ladder, brief.ladder
    decided, spoken = case.decided, case.spoken
    if before != after:
        counts = dict(zip((s.name for s in before.stages), case.decided, strict=False)) if before else {}
        names = tuple(stage.name for stage in after.stages) if after else ()
        decided = tuple(counts.get(name, 0) for name in names)
        spoken = _same_stage(spoken, before, names)
    return replace(case, brief=brief, decided=decided, spoken=spoken)


def _same_stage(
    spoken: tuple[int, int] | None, before: Ladder | None, names: tuple[str, ...]
) -> tuple[int, int] | None:
    if spoken is None or before is None or before.stages[spoken[0]].name not in names:
        return None
    return names.index(before.stages[spoken[0]].name), spoken[1]


def lapsing(case: Case) -> tuple[Lapsed, ...]:
    """The promises that end with the case's round: a promise was given for the day that held then."""
    return tuple(Lapsed(promise.officer, promise.until) for promise in case.promises if not promise.broken)


def promise_of(case: Case, officer: str, day: date) -> Promise | None:
    """The officer's promise that holds stages whose moment is on ``day``, for good, even if they are decided late."""
    for promise in case.promises:
        if promise.officer == officer and day < promise.until:
            return promise
    return None
