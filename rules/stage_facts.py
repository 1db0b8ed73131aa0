"""What the journal holds of a ladder's stages: as they were planned, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Planned:
    """One stage of a round as it stood when the round began: its first moment, and its interval if it repeats.

    The journal keeps it beside the fact that begins a round, so that whoever checks needs neither calendar nor ladder.
    """

    stage: str
    moment: datetime
    every: str | None = None
    snoozable: bool = True


Plan = tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class StageReached:
    """A stage speaks to ``officer``, addressed in ``role`` (``instead`` of a role that nobody fills)."""

    case: str
    effective: date
    round: int
    stage: str
    occurrence: int
    officer: str
    moment: datetime
    reason: str
    role: str = "owner"
    instead: str | None = None


@dataclass(frozen=True, slots=True)
class StageSkipped:
    """A stage whose moment passed does not speak to ``officer`` ("" where nobody would have been told)."""

    case: str
    effective: date
    round: int
    stage: str
    occurrence: int
    officer: str
    moment: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class StageHeld:
    """A stage is held for good: by a snooze, a promise, a count without names, or because nobody would get it."""

    case: str
    effective: date
    round: int
    stage: str
    occurrence: int
    officer: str
    moment: datetime
    reason: str


StageOutcome = StageReached | StageSkipped | StageHeld
