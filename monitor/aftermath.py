"""What a command has ended besides what it was meant to do: promises, and stages that will not speak any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from monitor.desk import Outcome
from rules.coming import coming
from rules.facts import AnchorSet, DeadlineMoved, Extended, Fact, Reopened
from rules.model import Case
from rules.setting import Setting
from rules.stage_facts import StageSkipped

BEGINS = (AnchorSet, DeadlineMoved, Extended, Reopened)


def aftermath(outcome: Outcome, setting: Setting) -> tuple[str, ...]:
    """A sentence each, in the order of the cases."""
    return tuple(line for case in outcome.cases for line in _of(case, outcome, setting))


def _of(case: Case, outcome: Outcome, setting: Setting) -> Iterator[str]:
    facts = [fact for fact in outcome.facts if fact.case == case.key]
    begun = [fact for fact in facts if isinstance(fact, BEGINS)]
    for promise in (promise for fact in begun for promise in fact.lapsed):
        yield f"{case.key}: the promise of {promise.officer} for {promise.until} no longer holds"
    if begun and (silent := _silent(case, facts)):
        yield f"{case.key}: not sent, as the moment has passed: {', '.join(silent)}; {_next(case, outcome, setting)}"


def _silent(case: Case, facts: Sequence[Fact]) -> tuple[str, ...]:
    """Stages of the present round that are over without having spoken."""
    skipped = (fact for fact in facts if isinstance(fact, StageSkipped) and fact.round == case.round)
    return tuple(dict.fromkeys(fact.stage for fact in skipped))


def _next(case: Case, outcome: Outcome, setting: Setting) -> str:
    for stage in coming(case, outcome.moment, setting, 1):
        local = stage.moment.astimezone(setting.zone)
        return f"next is {stage.stage}, {local:%Y-%m-%d %H:%M}"
    return "no further stage is planned"
