"""Where an officer's command is carried out: one transaction, all cases (or letters) or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from monitor.store import Ledger, OutboxRow, Store
from monitor.timing import note_command
from rules.commands import Answer, Refusal
from rules.effect import effect
from rules.facts import Fact, Snoozed, Unsnoozed
from rules.model import Actor, Case
from rules.notices import Change
from rules.plain_facts import LetterDropped, LetterRetried
from rules.setting import Setting

Command = Callable[[Case], Answer]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did: the cases afterwards and the officers who will be told of it."""

    cases: tuple[Case, ...]
    officers: tuple[str, ...]
    facts: tuple[Fact, ...]
    moment: datetime


class RefusedError(Exception):
    """Rolls the transaction back: nothing is half done."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.sentence)
        self.refusal = refusal


def carry_out(
    store: Store, setting: Setting, moment: datetime, actor: Actor, keys: Sequence[str], command: Command
) -> Outcome | Refusal:
    """Apply ``command`` to each case and record what follows, all or none; committed when this returns."""
    try:
        with store.writing() as ledger:
            return apply(ledger, setting, moment, actor, keys, command)
    except RefusedError as refused:
        return refused.refusal


def apply(
    ledger: Ledger, setting: Setting, moment: datetime, actor: Actor, keys: Sequence[str], command: Command
) -> Outcome:
    """As ``carry_out``, inside the caller's transaction; raises to undo it when one case refuses."""
    told = ledger.told(keys)
    changes: list[Change] = []
    for case in ledger.cases(keys):
        answer = command(case)
        if isinstance(answer, Refusal):
            raise RefusedError(answer)
        changes.append(effect(case, answer, told.get(case.key, ()), moment, setting))
    ledger.record(changes, moment, actor)
    for change in changes:
        for fact in change.facts:
            _move_waiting_notices(ledger, change.case, fact, moment, setting)
    note_command(ledger, setting, {change.case.brief.instrument for change in changes}, moment)
    officers = dict.fromkeys(notice.officer for change in changes for notice in change.notices)
    cases = tuple(change.case for change in changes)
    return Outcome(cases, tuple(officers), tuple(fact for change in changes for fact in change.facts), moment)


def retry(ledger: Ledger, numbers: Sequence[int], moment: datetime, today: date, actor: Actor) -> None:
    """Let rows of the outbox be tried again, and journal who says so; all or none, raises Unmovable."""
    rows = ledger.outbox_rows(numbers)
    ledger.retry(numbers)
    tried = [LetterRetried(None, today, *_outlines(row), cases=row.cases) for row in rows]
    ledger.write_facts(tried, moment, actor)


def drop(
    ledger: Ledger, numbers: Sequence[int], reason: str, moment: datetime, today: date, actor: Actor
) -> None:
    """Give rows of the outbox up for good, and journal who says so and why; all or none, raises Unmovable."""
    rows = ledger.outbox_rows(numbers)
    ledger.drop(numbers, f"{reason} ({actor.name})")
    dropped = [LetterDropped(None, today, *_outlines(row), reason, row.cases) for row in rows]
    ledger.write_facts(dropped, moment, actor)


def _outlines(row: OutboxRow) -> tuple[int, str, str, str]:
    return row.number, row.letter, row.officer, row.state


def _move_waiting_notices(
    ledger: Ledger, case: Case, fact: object, moment: datetime, setting: Setting
) -> None:
    """A snooze moves notices that wait, too; ending it brings them back."""
    match fact:
        case Snoozed():
            stages = case.brief.ladder.stages if case.brief.ladder is not None else ()
            names = [stage.name for stage in stages if stage.snoozable]
            ledger.defer_notices(case.key, names, fact.ends)
        case Unsnoozed():
            ledger.release_notices(case.key, setting.next_speaking(moment))
        case _:
            pass
