"""Writing what was decided: cases, facts and notices together, in bulk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime
from operator import attrgetter

from sqlalchemy import bindparam, delete, insert, select, update

from monitor.store import codec
from monitor.store.cases import COLD, ends_of, standing_of
from monitor.store.journal import Journal
from monitor.store.letters import Letters
from monitor.store.part import Cold, chunks
from monitor.store.tables import cases, co_leads, journal
from rules.facts import StageHeld, StageReached, StageSkipped
from rules.model import Actor, Case
from rules.notices import Change

Values = dict[str, object]


# Executed for many rows at once: the columns to set are the names of each row's values.
_update = update(cases).where(cases.c.number == bindparam("at"))
_CASE_FIELDS = tuple(field.name for field in fields(Case) if field.name != "number")
_but_number = attrgetter(*_CASE_FIELDS)
_make: Callable[..., Case] = Case
_COLD_NAMES = tuple(column.name for column in COLD)
_STAGES = (StageReached, StageSkipped, StageHeld)


class Recording(Journal, Letters):
    """The one place where cases, journal and outbox are written together."""

    def record(self, changes: Sequence[Change], recorded: datetime, actor: Actor) -> tuple[Case, ...]:
        """Write all changes; returns the cases with their numbers.

        A fact or a notice whose key stands already is a bug and raises IntegrityError; so does a new case
        whose key is taken. Claimed letters that speak of a changed case go back to be rendered anew.
        """
        row_ids = self.briefs.row_ids(change.case.brief for change in changes)
        self._read_heads([change.case.key for change in changes if change.case.number])
        rows = self._linked([fact for change in changes for fact in change.facts], recorded, actor)
        numbered = self._write_cases([change.case for change in changes], row_ids)
        if rows:
            self.connection.execute(insert(journal), rows)
        self.post([notice for change in changes for notice in change.notices])
        told = [
            change.case.key
            for change in changes
            if not all(isinstance(fact, _STAGES) for fact in change.facts)
        ]
        self.recall(told, recorded)
        return numbered

    def _write_cases(self, wanted: Sequence[Case], row_ids: dict[int, int]) -> tuple[Case, ...]:
        new: list[Values] = []
        hot: list[Values] = []
        full: list[Values] = []
        for case in wanted:
            cold = _cold(case, row_ids[id(case.brief)])
            if case.number == 0:
                new.append(self._hot(case) | _named(case, cold))
            elif self.reads.cold.get(case.number) == cold:
                hot.append({"at": case.number} | self._hot(case))
            else:
                full.append({"at": case.number} | self._hot(case) | _named(case, cold))
                self.reads.cold[case.number] = cold
        numbers = self._inserted(new)
        for values in (hot, full):
            if values and self.connection.execute(_update, values).rowcount != len(values):
                raise LookupError("a case to be changed is not in the store")
        numbered = tuple([case if case.number else _with_number(case, numbers[case.key]) for case in wanted])
        self._write_co_leads(numbered, [values["at"] for values in full])
        return numbered

    def _hot(self, case: Case) -> Values:
        """What a stage changes; a case that could be decided has no failures any more."""
        return {
            "round": case.round,
            "next_look": case.next_look,
            "life": codec.life_text(case),
            "failures": 0,
            "failure": None,
            "set_aside": False,
            "head": self.reads.heads.get(case.key, ""),
        }

    def _inserted(self, new: Sequence[Values]) -> dict[object, int]:
        """The numbers of new cases, by key; read back, for in bulk that is quicker than asking for each."""
        numbers: dict[object, int] = {}
        if new:
            self.connection.execute(insert(cases), new)
            for portion in chunks([values["key"] for values in new]):
                found = select(cases.c.key, cases.c.number).where(cases.c.key.in_(portion))
                numbers.update((key, number) for key, number in self.connection.execute(found))
        return numbers

    def _write_co_leads(self, written: Sequence[Case], changed: Sequence[object]) -> None:
        for portion in chunks(changed):
            self.connection.execute(delete(co_leads).where(co_leads.c.number.in_(portion)))
        stale = set(changed)
        rows = [
            {"agency": agency, "number": case.number}
            for case in written
            if case.brief.joint and (case.number in stale or case.number not in self.reads.cold)
            for agency in dict.fromkeys(case.brief.joint)
            if agency != case.agency
        ]
        if rows:
            self.connection.execute(insert(co_leads), rows)


def _with_number(case: Case, number: int) -> Case:
    """dataclasses.replace does the same, six times slower: a load opens a hundred thousand cases."""
    return _make(**dict(zip(_CASE_FIELDS, _but_number(case), strict=True)), number=number)


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


def _named(case: Case, cold: Cold) -> Values:
    brief = case.brief
    named: Values = dict(zip(_COLD_NAMES, cold, strict=True))
    named.update(
        instrument=brief.instrument, obligation=brief.obligation, period=brief.period, kind=brief.kind
    )
    return named
