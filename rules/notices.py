"""Somebody must be told: what a fact causes, and whether it is still wanted when the courier comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, assert_never

from rules.facts import (
    AnchorSet,
    Assigned,
    Closed,
    DeadlineMoved,
    Extended,
    Fact,
    PromiseBroken,
    Reopened,
    Withdrawn,
)
from rules.model import Case, Role
from rules.stage_facts import StageReached

LetterKind = Literal["stage", "bundle", "register", "change", "closing", "digest", "failure"]
NoticeKind = Literal["stage", "register", "change", "closing", "digest", "failure"]


@dataclass(frozen=True, slots=True)
class Notice:
    """One officer must be told of one case (or of a digest, or a failure) at ``moment``.

    ``key`` stands once in the outbox for ever. ``group`` gathers register, change and closing notices of one
    deciding transaction into one letter; stage notices are gathered by officer when they are claimed.
    ``fact`` is what happened (None for register and failure); ``role`` says why this officer: owner, head …,
    "told" for somebody who had a letter before. ``text`` is a failure's sentence. ``snoozed``: it waited, and a
    snooze has put it off.
    """

    key: str
    kind: NoticeKind
    officer: str
    moment: datetime
    case: str | None = None
    round: int = 0
    stage: str | None = None
    occurrence: int = 0
    role: str = ""
    instead: str | None = None
    held: tuple[str, ...] = ()
    group: str = ""
    fact: Fact | None = None
    day: date | None = None
    number: int | None = None
    text: str = ""
    snoozed: bool = False


def stage_notice(fact: StageReached, held: tuple[str, ...], spoken_at: datetime) -> Notice:
    """The notice of a stage that speaks; ``held`` names what a snooze had kept back."""
    return Notice(
        key=f"{fact.case}|{fact.round}|{fact.stage}|{fact.occurrence}|{fact.officer}",
        kind="stage",
        officer=fact.officer,
        moment=spoken_at,
        case=fact.case,
        round=fact.round,
        stage=fact.stage,
        occurrence=fact.occurrence,
        role=fact.role,
        instead=fact.instead,
        held=held,
        fact=fact,
    )


def register_notice(case: Case, officer: str, role: Role, moment: datetime) -> Notice:
    """The owner hears that a late case is on the register; all of one load stand in one letter."""
    return Notice(
        key=f"{case.key}|register|{officer}",
        kind="register",
        officer=officer,
        moment=moment,
        case=case.key,
        round=case.round,
        role=role,
        group=f"register|{moment.isoformat()}",
    )


def change_notice(fact: Fact, case: Case, officer: str, role: str, moment: datetime) -> Notice:
    """Whoever has been told is told of a change, at once; one letter per officer and command."""
    closing = isinstance(fact, Closed)
    name = type(fact).__name__
    if isinstance(fact, PromiseBroken | Assigned):
        # Two officers' promises may break at one moment, and one may be assigned right after another.
        name += f" {fact.officer}"
    return Notice(
        key=f"{case.key}|{name}|{case.round}|{fact.effective}|{moment.isoformat()}|{officer}",
        kind="closing" if closing else "change",
        officer=officer,
        moment=moment,
        case=case.key,
        round=case.round,
        role=role,
        group=f"{'closing' if closing else 'change'}|{moment.isoformat()}",
        fact=fact,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What one transaction does to one case: the case afterwards (with its next look), facts and notices.

    A case whose number is 0 is new.
    """

    case: Case
    facts: tuple[Fact, ...] = ()
    notices: tuple[Notice, ...] = ()


CHANGES = (Closed, Extended, DeadlineMoved, AnchorSet, Withdrawn, Reopened, PromiseBroken, Assigned)


def tells_of_change(fact: Fact) -> bool:
    """Whether the fact is one of those that somebody must hear of at once: rules.effect says who."""
    return isinstance(fact, CHANGES)


def unwanted(notice: Notice, case: Case | None, today: date) -> str | None:
    """Why a notice that waits need not be sent any more; None while it is still wanted.

    Closing, re-dating, withdrawing, reopening a case beat every letter that has not been handed over (contract, line 5).
    """
    match notice.kind:
        case "failure":
            return None
        case "digest":
            superseded = notice.day is not None and notice.day < today
            return "the next day's digest supersedes it" if superseded else None
        case "change" | "closing":
            return None if case is None else _outdated(notice.fact, notice.round, case)
        case "stage" | "register":
            return "the case is unknown" if case is None else _moot(notice, case)
        case _:
            assert_never(notice.kind)


def _moot(notice: Notice, case: Case) -> str | None:
    """Why nobody need be reminded any more."""
    over = _over(case)
    if over is not None:
        return over
    if case.round != notice.round:
        return "the deadline was moved first"
    if case.unconfirmed and _is_late(notice, case):
        return "unconfirmed: only a count covers this case"
    if _overtaken(notice, case):
        return "snoozed, and a higher stage has spoken meanwhile"
    return None


def _outdated(fact: Fact | None, told_round: int, case: Case) -> str | None:
    """Why what happened is no longer so: whatever undid it has a letter of its own."""
    match fact:
        case Closed():
            is_so = case.closed_on is not None and case.round == told_round
            return None if is_so else "the case was reopened first"
        case Withdrawn():
            is_so = case.withdrawn and case.round == told_round
            return None if is_so else "the case was reopened first"
        case Extended() | DeadlineMoved() | AnchorSet():
            return _over(case) or (None if fact.last_day == case.last_day else "the deadline was moved first")
        case Assigned():
            is_so = case.assigned == fact.officer
            return _over(case) or (None if is_so else "the case was assigned to another first")
        case _:
            return _over(case)


def _over(case: Case) -> str | None:
    if case.closed_on is not None:
        return "the case was closed first"
    return "the case was withdrawn first" if case.withdrawn else None


def _is_late(notice: Notice, case: Case) -> bool:
    ladder = case.brief.ladder
    stages = ladder.stages if ladder is not None else ()
    return any(stage.name == notice.stage and stage.at.after for stage in stages)


def _overtaken(notice: Notice, case: Case) -> bool:
    """A notice that a snooze kept back, while a higher stage has spoken."""
    ladder = case.brief.ladder
    if not notice.snoozed or case.spoken is None or ladder is None:
        return False
    names = [stage.name for stage in ladder.stages]
    return notice.stage in names and case.spoken > (names.index(notice.stage), notice.occurrence)


def still_wanted(notice: Notice, case: Case | None, today: date) -> bool:
    """Whether the courier should still send it (contract, line 5)."""
    return unwanted(notice, case, today) is None


OPERATOR = "operator"


def failure_notice(key: str, moment: datetime, text: str) -> Notice:
    """The operator hears of something that a person must mend; ``key`` makes it stand once."""
    return Notice(key=f"failure|{key}", kind="failure", officer=OPERATOR, moment=moment, text=text)


def digest_notice(officer: str, day: date, number: int, moment: datetime) -> Notice:
    """The digest of one officer and local day; its content is gathered when it is claimed."""
    return Notice(
        key=f"digest|{officer}|{day}", kind="digest", officer=officer, moment=moment, day=day, number=number
    )
