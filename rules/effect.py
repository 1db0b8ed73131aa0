"""What facts do to a case: the case afterwards, when to look again, and who must be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from rules.audience import audience
from rules.decide import looking_ahead
from rules.facts import CaseFact, Fact, PromiseBroken, StageHeld, StageReached
from rules.life import evolve
from rules.model import Case
from rules.notices import Change, Notice, change_notice, stage_notice, tells_of_change
from rules.setting import Setting


def effect(
    case: Case, facts: Sequence[CaseFact], told: Sequence[str], moment: datetime, setting: Setting
) -> Change:
    """The change that ``facts`` make to ``case`` at ``moment``; ``told`` are the officers who have had a letter on it."""
    for fact in facts:
        case = evolve(case, fact)
    case = looking_ahead(case, moment, setting)
    return Change(case, tuple(facts), tuple(letters_for(case, facts, told, moment, setting)))


def letters_for(
    case: Case, facts: Sequence[Fact], told: Sequence[str], moment: datetime, setting: Setting
) -> Iterator[Notice]:
    """Who must hear of the facts: stages that speak, and changes to those who have been told before."""
    held = tuple(
        dict.fromkeys(f.stage for f in facts if isinstance(f, StageHeld) and f.reason.startswith("snoozed"))
    )
    for fact in facts:
        if isinstance(fact, StageReached):
            yield stage_notice(fact, held, moment)
        elif tells_of_change(fact):
            readers = dict.fromkeys(told, "told")
            if isinstance(fact, PromiseBroken):
                people = audience(case, ("owner", "head"), setting.legal_day(moment), setting)
                readers = {**readers, **{person.officer: person.role for person in people}}
            for officer, role in readers.items():
                yield change_notice(fact, case, officer, role, moment)
