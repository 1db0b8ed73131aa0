"""What facts do to a case: the case afterwards, when to look again, and who must be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from rules.audience import audience
from rules.decide import looking_ahead
from rules.facts import AnchorSet, Assigned, CaseFact, DeadlineMoved, Extended, Fact, PromiseBroken, Reopened
from rules.life import evolve
from rules.model import Case
from rules.notices import Change, Notice, change_notice, stage_notice, tells_of_change
from rules.setting import Setting
from rules.stage_facts import StageHeld, StageReached


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
    """Who must hear of the facts: stages that speak, and changes, of which ``_readers`` says who hears."""
    held = tuple(
        dict.fromkeys(f.stage for f in facts if isinstance(f, StageHeld) and f.reason.startswith("snoozed"))
    )
    for fact in facts:
        if isinstance(fact, StageReached):
            yield stage_notice(fact, held, moment)
        elif tells_of_change(fact):
            for officer, role in _readers(fact, case, told, moment, setting).items():
                yield change_notice(fact, case, officer, role, moment)


def _readers(
    fact: Fact, case: Case, told: Sequence[str], moment: datetime, setting: Setting
) -> Mapping[str, str]:
    """Who hears of a change, and as what: those who were told before, and whoever the case is assigned to.

    Whoever had promised hears that the promise ends; of one that was not kept, owner and head hear too. Of an
    assignment whom it is given to, who had it before, and the agency's own owners if they were told.
    """
    today = setting.legal_day(moment)
    if isinstance(fact, Assigned):
        owners = audience(replace(case, assigned=None), ("owner",), today, setting)
        knew = [person.officer for person in owners if person.officer in told]
        if fact.was is not None and fact.was in setting.directory.officers:
            knew.insert(0, fact.was)
        return {**dict.fromkeys(knew, "told"), fact.officer: "owner"}
    readers = dict.fromkeys(told, "told")
    if isinstance(fact, DeadlineMoved | Extended | AnchorSet | Reopened):
        for promise in fact.lapsed:
            readers.setdefault(promise.officer, "promised")
    if case.assigned is not None and case.assigned in setting.directory.officers:
        readers.setdefault(case.assigned, "owner")
    if isinstance(fact, PromiseBroken):
        people = audience(case, ("owner", "head"), today, setting)
        readers = {**readers, **{person.officer: person.role for person in people}}
    return readers
