"""A fact's key is made from its content: what may stand once in a journal, for ever."""

from __future__ import annotations

from rules.facts import AnchorSet, CaseOpened, DeadlineMoved, Extended, Fact, PromiseBroken, Reopened
from rules.plain_facts import DigestDrawn
from rules.stage_facts import StageHeld, StageReached, StageSkipped


def unique_key(fact: Fact) -> str | None:
    """The key that may stand once in a journal; None for facts that can truly happen twice (a snooze, a report)."""
    match fact:
        case StageReached() | StageSkipped() | StageHeld():
            return f"{fact.case}|{fact.round}|{fact.stage}|{fact.occurrence}|{fact.officer}"
        case CaseOpened():
            return f"{fact.case}|opened"
        case DeadlineMoved() | Reopened() | Extended() | AnchorSet():
            return f"{fact.case}|round|{fact.round}"
        case PromiseBroken():
            return f"{fact.case}|promise|{fact.officer}|{fact.until}"
        case DigestDrawn():
            return f"digest|{fact.officer}|{fact.effective}"
        case _:
            return None
