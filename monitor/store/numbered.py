"""Notices as they lie in the outbox: which are ripe, which lie in a letter, each with its case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Row, and_, or_, select

from monitor.store import codec
from monitor.store.letters import Letters
from monitor.store.part import chunks
from monitor.store.tables import is_waiting, notices
from rules.model import Case
from rules.notices import Notice, NoticeKind

Columns = Row[*tuple[object, ...]]
_READ = (
    notices.c.number,
    notices.c.officer,
    notices.c.gathering,
    notices.c.snoozed,
    notices.c.letter,
    notices.c.body,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A notice as it lies in the outbox, with the case it speaks of."""

    number: int
    letter: int | None
    gathering: tuple[str, str]
    notice: Notice
    case: Case | None

    @property
    def urgency(self) -> tuple[bool, bool, date, int]:
        """Sorts the worst first: the longest overdue, then the soonest due, then those without a day.

        On a register, which tells of late cases, those that only a count covers come last: nobody knows them to be late.
        """
        last_day = None if self.case is None else self.case.last_day
        unsure = self.notice.kind == "register" and self.case is not None and self.case.unconfirmed
        return unsure, last_day is None, last_day or date.max, self.number


class Ripe(Letters):
    """Reads what the courier may take up."""

    def _inside(self, numbers: Sequence[int]) -> Mapping[int, list[Numbered]]:
        """The notices in each letter."""
        found: dict[int, list[Numbered]] = defaultdict(list)
        for portion in chunks(numbers):
            query = select(*_READ).where(notices.c.letter.in_(portion), notices.c.state == "lettered")
            for numbered in self._numbered(self.connection.execute(query).all()):
                found[numbered.letter or 0].append(numbered)
        return found

    def _ripe(self, moment: datetime, only: NoticeKind | None) -> ColumnElement[bool]:
        """Notices whose moment has come; stages only of moments before any look that is still to be done."""
        come = and_(is_waiting, notices.c.not_before <= moment)
        if only is not None:
            return and_(come, notices.c.kind == only)
        look = self.earliest_look()
        return (
            come if look is None else and_(come, or_(notices.c.kind != "stage", notices.c.not_before < look))
        )

    def _ripe_gatherings(self, ripe: ColumnElement[bool], limit: int) -> list[tuple[str, str]]:
        """Officer and gathering of the notices that have waited longest, at most ``limit``."""
        query = select(notices.c.officer, notices.c.gathering).where(ripe)
        first = query.order_by(notices.c.not_before, notices.c.number).limit(limit)
        return list(dict.fromkeys((row.officer, row.gathering) for row in self.connection.execute(first)))

    def _gathered(self, wanted: list[tuple[str, str]], ripe: ColumnElement[bool]) -> list[list[Numbered]]:
        """All ripe notices of these gatherings, in their order."""
        found: dict[tuple[str, str], list[Numbered]] = {pair: [] for pair in wanted}
        for portion in chunks(list(dict.fromkeys(officer for officer, _ in wanted))):
            query = select(*_READ).where(ripe, notices.c.officer.in_(portion))
            rows = [
                row for row in self.connection.execute(query).all() if (row.officer, row.gathering) in found
            ]
            for numbered in self._numbered(rows):
                found[numbered.gathering].append(numbered)
        return list(found.values())

    def _numbered(self, rows: Iterable[Columns]) -> list[Numbered]:
        decoded = [(row, codec.notice_of(row.body, row.snoozed)) for row in rows]
        known = self.cases_by_key([notice.case for _, notice in decoded if notice.case is not None])
        numbered = [
            Numbered(
                row.number,
                row.letter,
                (row.officer, row.gathering),
                notice,
                None if notice.case is None else known.get(notice.case),
            )
            for row, notice in decoded
        ]
        return sorted(numbered, key=lambda each: each.urgency)
