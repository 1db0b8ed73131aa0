"""Every fact that the journal can hold, in the past tense; a fact's key is made from its content.

``case`` is the case's key, None for a fact of no case. ``effective`` is the legal day a fact counts from;
the moment it was written belongs to the journal, not to the fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import get_args

from rules.model import Figure, Step
from rules.plain_facts import PlainFact
from rules.stage_facts import Plan, StageHeld, StageReached, StageSkipped


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A promise that had not been broken and ends with its round: ``officer`` had promised to be done by ``until``."""

    officer: str
    until: date


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """A case begins; ``late`` when it was first seen after its last day: then ``quiet_until`` is set.

    ``done_on`` and ``evidence``: known at load time to be done. ``figure``: only a count covers it.
    """

    case: str
    effective: date
    agency: str
    last_day: date | None
    safe_day: date | None
    original_last_day: date | None = None
    late: bool = False
    quiet_until: datetime | None = None
    figure: Figure | None = None
    waits_for: str | None = None
    plan: Plan = ()


@dataclass(frozen=True, slots=True)
class DeadlineMoved:
    """The catalogue or the calendar gave the case another day: a new round."""

    case: str
    effective: date
    round: int
    was: date | None
    last_day: date | None
    safe_day: date | None
    reason: str
    because: tuple[Step, ...] = ()
    waits_for: str | None = None
    plan: Plan = ()
    lapsed: tuple[Lapsed, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseVanished:
    """The catalogue no longer names the case; it is watched on. ``returned``: it names it again."""

    case: str
    effective: date
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Snoozed:
    case: str
    effective: date
    until: date
    ends: datetime
    reason: str
    officer: str


@dataclass(frozen=True, slots=True)
class Unsnoozed:
    case: str
    effective: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """``officer`` promises to be done by ``until``; ``due`` is when a broken promise is told."""

    case: str
    effective: date
    officer: str
    until: date
    due: datetime
    note: str = ""
    quiet_until: datetime | None = None
    plan: Plan = ()


@dataclass(frozen=True, slots=True)
class PromiseBroken:
    """The promised day has passed and the case is open; ``held`` is the highest stage the promise held."""

    case: str
    effective: date
    officer: str
    until: date
    held: str | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """``effective`` is the result document's day: it decides in time or late."""

    case: str
    effective: date
    evidence: str
    file_name: str | None = None
    file_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Reopened:
    """A closing or withdrawal is undone: a new round. Late: the highest passed stage speaks at ``quiet_until``."""

    case: str
    effective: date
    round: int
    reason: str
    quiet_until: datetime | None = None
    plan: Plan = ()
    lapsed: tuple[Lapsed, ...] = ()


@dataclass(frozen=True, slots=True)
class Extended:
    """A document grants another last day: a new round; the original day stays visible."""

    case: str
    effective: date
    round: int
    was: date | None
    last_day: date
    safe_day: date
    authority: str
    reason: str
    plan: Plan = ()
    lapsed: tuple[Lapsed, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The issuer took the obligation back, or a later instrument continues it (``by_instrument``)."""

    case: str
    effective: date
    authority: str
    by_instrument: str | None = None


@dataclass(frozen=True, slots=True)
class ProgressReported:
    """``percent`` below 100 (or None with a note) confirms that an unconfirmed case is open."""

    case: str
    effective: date
    percent: int | None
    note: str = ""
    quiet_until: datetime | None = None
    plan: Plan = ()


@dataclass(frozen=True, slots=True)
class AnchorSet:
    """The event a counted period waits for has a day; the days that follow from it."""

    case: str
    effective: date
    round: int
    name: str
    day: date
    evidence: str
    last_day: date | None
    safe_day: date | None
    because: tuple[Step, ...] = ()
    quiet_until: datetime | None = None
    plan: Plan = ()
    lapsed: tuple[Lapsed, ...] = ()


@dataclass(frozen=True, slots=True)
class Assigned:
    """``officer`` stands for the owner of this case; ``was``: who did before, None for the agency's owners."""

    case: str
    effective: date
    officer: str
    reason: str
    was: str | None = None


CaseFact = (
    CaseOpened
    | DeadlineMoved
    | CaseVanished
    | StageReached
    | StageSkipped
    | StageHeld
    | Snoozed
    | Unsnoozed
    | Acknowledged
    | PromiseBroken
    | Closed
    | Reopened
    | Extended
    | Withdrawn
    | ProgressReported
    | AnchorSet
    | Assigned
)
Fact = CaseFact | PlainFact

KINDS: tuple[type[Fact], ...] = get_args(Fact)
