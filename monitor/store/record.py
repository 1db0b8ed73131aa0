"""Writing what was decided: cases, facts and notices together, in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from monitor.store import codec
from monitor.store.bulk import Row, insert_rows, update_rows
from monitor.store.cases import COLD
from monitor.store.journal import Journal
from monitor.store.letters import Letters
from monitor.store.part import Cold, chunks
from monitor.store.standing import ends_of, standing_of
from monitor.store.tables import cases, co_leads
from rules.model import Actor, Case
from rules.notices import Change
from rules.stage_facts import StageHeld, StageReached, StageSkipped

_COLD_NAMES = tuple(column.name for column in COLD)
# What a stage changes; a case that could be decided has no failures any more.
_HOT_NAMES = ("round", "next_look", "life", "head", "failures", "failure", "set_aside")
_NAMED = ("instrument", "obligation", "period", "kind")
_ALL_NAMES = (*_HOT_NAMES, *_COLD_NAMES, *_NAMED)
_STAGES = (StageReached, StageSkipped, StageHeld)


class Recording(Journal, Letters):
    """The one place where cases, journal and outbox are written together."""

    def record(self, changes: Sequence[Change], recorded: datetime, actor: Actor) -> None:
        """Write all changes; new cases get their numbers.

        A fact or a notice whose key stands already is a bug and raises IntegrityError; so does a new case
        whose key is taken. Claimed letters that speak of a changed case go back to be rendered anew.
        """
        row_ids = self.briefs.row_ids(change.case.brief for change in changes)
        self._read_heads([change.case.key for change in changes if change.case.number])
        rows = self._linked([fact for change in changes for fact in change.facts], recorded, actor)
        self._write_cases([change.case for change in changes], row_ids)
        self._append(rows)
        self.post([notice for change in changes for notice in change.notices])
        told = [
            change.case.key
            for change in changes
            if change.case.number and not all(isinstance(fact, _STAGES) for fact in change.facts)
        ]
        self.recall(told, recorded)

    def _write_cases(self, wanted: Sequence[Case], row_ids: dict[int, int]) -> None:
        new: list[Row] = []
        hot: list[Row] = []
        full: list[Row] = []
        for case in wanted:
            cold = _cold(case, row_ids[id(case.brief)])
            if case.number == 0:
                new.append((*self._hot(case), *cold, *_named(case)))
            elif self.reads.cold.get(case.number) == cold:
                hot.append((*self._hot(case), case.number))
            else:
                full.append((*self._hot(case), *cold, *_named(case), case.number))
                self.reads.cold[case.number] = cold
        insert_rows(self.connection, cases, _ALL_NAMES, new)
        found = update_rows(self.connection, cases, _HOT_NAMES, "number", hot)
        found += update_rows(self.connection, cases, _ALL_NAMES, "number", full)
        if found != len(hot) + len(full):
            raise LookupError("a case to be changed is not in the store")
        self._write_co_leads(wanted, [row[-1] for row in full])

    def _hot(self, case: Case) -> Row:
        """The values of _HOT_NAMES, in their order."""
        head = self.reads.heads.get(case.key, "")
        return (case.round, case.next_look, codec.life_text(case), head, 0, None, False)

    def _write_co_leads(self, written: Sequence[Case], changed: Sequence[object]) -> None:
        for portion in chunks(changed):
            self.connection.execute(delete(co_leads).where(co_leads.c.number.in_(portion)))
        stale = set(changed)
        joint = [case for case in written if case.brief.joint and (not case.number or case.number in stale)]
        numbers = self._numbers([case.key for case in joint])
        rows = [
            (agency, numbers[case.key])
            for case in joint
            for agency in dict.fromkeys(case.brief.joint)
            if agency != case.agency
        ]
        insert_rows(self.connection, co_leads, ("agency", "number"), rows)

    def _numbers(self, keys: Sequence[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for portion in chunks(keys):
            wanted = select(cases.c.key, cases.c.number).where(cases.c.key.in_(portion))
            found.update((key, number) for key, number in self.connection.execute(wanted))
        return found


def _cold(case: Case, brief_id: int) -> Cold:
    """The values of COLD, in its order."""
    return (
        case.key,
        case.agency,
        brief_id,
        int(standing_of(case)),
        case.last_day,
        case.safe_day,
        case.original_last_day,
        case.closed_on,
        case.withdrawn,
        case.opened,
        case.progress,
        case.vanished,
        case.unconfirmed,
        case.assigned,
        ends_of(case),
    )


def _named(case: Case) -> Row:
    """The values of _NAMED, in their order."""
    brief = case.brief
    return (brief.instrument, brief.obligation, brief.period, brief.kind)
