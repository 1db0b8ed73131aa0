"""Why this date, why the last letter, and what goes out next, when and to whom: a view, nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rules.audience import audience, stand_in
from rules.coming import Coming, coming
from rules.decide import UNCONFIRMED
from rules.facts import CaseOpened, Fact
from rules.ladder import lateness
from rules.life import promise_of
from rules.model import Case, Role, Status, Step
from rules.setting import Setting
from rules.stage_facts import StageHeld, StageReached, StageSkipped
from rules.status import judged_by_original, status_of


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who a stage goes to: ``reader`` gets the mail while the officer is away; ``held`` says why it stays unsent."""

    officer: str
    name: str
    role: str
    instead: str | None = None
    reader: str | None = None
    held: str | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The last stage that spoke for the case, with the rule that made it speak."""

    stage: str
    occurrence: int
    at: datetime
    reason: str
    to: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """A stage still to come, if nothing changes."""

    stage: str
    occurrence: int
    at: datetime
    to: tuple[Recipient, ...]


@dataclass(frozen=True, slots=True)
class Unsent:
    """A stage that did not speak, and why."""

    stage: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that can be said about why a case speaks when it does; ``silent`` is why nothing comes next.

    ``registered``: who had the register letter, where the case was first seen late. ``meanwhile``: the stages between
    now and a moment to come, if nobody does anything.

    ``late`` counts working days: 1 on the first after the last day, negative while days are left.
    """

    case: Case
    at: datetime
    status: Status
    original_status: Status | None
    late: int
    because: tuple[Step, ...]
    last: Spoken | None
    registered: tuple[Recipient, ...]
    unsent: tuple[Unsent, ...]
    meanwhile: tuple[Ahead, ...]
    next: tuple[Ahead, ...]
    silent: str | None


def explain(
    case: Case,
    journal: Sequence[Fact],
    moment: datetime,
    setting: Setting,
    limit: int = 3,
    now: datetime | None = None,
) -> Explanation:
    """The case as it stands at ``moment``; ``journal`` holds its facts in order, until ``now`` where that is earlier."""
    today = setting.legal_day(moment)
    since = min(now, moment) if now is not None else moment
    stages = _coming(case, since, moment, setting, limit)
    meanwhile = tuple(_ahead(case, stage, setting) for stage in stages if stage.moment <= moment)
    ahead = tuple(_ahead(case, stage, setting) for stage in stages if stage.moment > moment)[:limit]
    return Explanation(
        case=case,
        at=moment,
        status=status_of(case, today),
        original_status=judged_by_original(case, today),
        late=lateness(case, case.closed_on or today, setting.workdays),
        because=case.because or case.brief.deadline.because,
        last=_last_spoken(journal, setting),
        registered=_registered(case, journal, setting),
        unsent=_unsent(case, journal),
        meanwhile=meanwhile,
        next=ahead,
        silent=None if ahead else _why_silent(case),
    )


def _coming(
    case: Case, since: datetime, moment: datetime, setting: Setting, limit: int
) -> tuple[Coming, ...]:
    """Every stage after ``since`` up to ``moment``, and ``limit`` more where the ladder has them."""
    count = limit
    while True:
        found = coming(case, since, setting, count)
        if len(found) < count or sum(stage.moment > moment for stage in found) >= limit:
            return found
        count *= 2


def _ahead(case: Case, stage: Coming, setting: Setting) -> Ahead:
    day = setting.legal_day(stage.moment)
    directory = setting.directory
    recipients = []
    for addressee in audience(case, stage.roles, day, setting):
        officer = directory.officers[addressee.officer]
        reader = stand_in(officer, day, directory)
        recipients.append(
            Recipient(
                officer.id,
                officer.name,
                addressee.role,
                addressee.instead,
                reader.name if reader is not officer else None,
                _held(case, stage, officer.id, setting),
            )
        )
    return Ahead(stage.stage, stage.occurrence, stage.moment, tuple(recipients))


def _held(case: Case, stage: Coming, officer: str, setting: Setting) -> str | None:
    day = setting.legal_day(stage.moment)
    promise = promise_of(case, officer, day)
    if promise is not None:
        return f"held: promised to be done by {promise.until}"
    if case.unconfirmed and case.last_day is not None and day > case.last_day:
        return f"held: {UNCONFIRMED}"
    return None


def _last_spoken(journal: Sequence[Fact], setting: Setting) -> Spoken | None:
    spoken = [fact for fact in journal if isinstance(fact, StageReached)]
    if not spoken:
        return None
    last = spoken[-1]
    same = [
        fact
        for fact in spoken
        if (fact.round, fact.stage, fact.occurrence) == (last.round, last.stage, last.occurrence)
    ]
    people = tuple(_told(fact.officer, fact.role, fact.instead, setting) for fact in same)
    return Spoken(last.stage, last.occurrence, last.moment, last.reason, people)


def _registered(case: Case, journal: Sequence[Fact], setting: Setting) -> tuple[Recipient, ...]:
    """Who had the register letter of a case that was first seen late."""
    opened = next((fact for fact in journal if isinstance(fact, CaseOpened) and fact.late), None)
    if opened is None:
        return ()
    owners = audience(case, ("owner",), opened.effective, setting)
    return tuple(_told(person.officer, person.role, person.instead, setting) for person in owners)


def _told(officer: str, role: Role | str, instead: str | None, setting: Setting) -> Recipient:
    known = setting.directory.officers.get(officer)
    return Recipient(officer, known.name if known is not None else officer, role, instead)


def _unsent(case: Case, journal: Sequence[Fact]) -> tuple[Unsent, ...]:
    """Skipped and held stages of the present round, each stage and reason once."""
    found: dict[Unsent, None] = {}
    for fact in journal:
        if isinstance(fact, StageSkipped | StageHeld) and fact.round == case.round:
            outcome = "held" if isinstance(fact, StageHeld) else "skipped"
            found.setdefault(Unsent(fact.stage, outcome, fact.reason))
    return tuple(found)


def _why_silent(case: Case) -> str:
    if case.withdrawn:
        return "it was withdrawn: nothing more is sent"
    if case.closed_on is not None:
        return f"it was closed, with a document of {case.closed_on}: nothing more is sent"
    if case.waits_for is not None:
        return f"its period has not begun: it waits for the day of {case.waits_for} (duewatch anchor)"
    if case.last_day is None:
        return "it has no last day, so there is nothing to be late for"
    if case.brief.ladder is None:
        return f"a {case.brief.kind} is tracked, never chased: it has no ladder"
    return "every stage of its ladder has spoken, been skipped or been held"
