"""What a watcher of the watcher reads: how much is due, how long something has waited, when letters last went."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select

from monitor.store.cases import READ, Cases
from monitor.store.outbox import IN_HAND
from monitor.store.part import chunks
from monitor.store.tables import cases, is_accepted, is_alone, is_waiting, letters, looked_at, notices
from rules.model import Case

OVER = ("accepted", "superseded", "dropped")
UNSERVED = ("waiting", "uncertain", *IN_HAND)


@dataclass(frozen=True, slots=True)
class Due:
    """Cases whose moment to be looked at has come, and the earliest such moment."""

    cases: int
    oldest: datetime | None


class Gauges(Cases):
    """Counts and ages; each from an index, so that looking often costs little."""

    def due(self, moment: datetime) -> Due:
        """How many open cases wait to be looked at."""
        wanted = select(func.count(), func.min(cases.c.next_look)).where(
            looked_at, cases.c.next_look <= moment
        )
        many, oldest = self.connection.execute(wanted).one()
        return Due(int(many), oldest)

    def oldest_in_outbox(self, moment: datetime) -> Mapping[str, datetime]:
        """By state, the moment since which the oldest row that is not over has been there.

        A notice that waits for a moment still to come does not count.
        """
        formed = (
            select(letters.c.state, func.min(letters.c.formed))
            .where(letters.c.state.not_in(OVER))
            .group_by(letters.c.state)
        )
        found = {str(state): since for state, since in self.connection.execute(formed)}
        for state, since in (
            ("waiting", self._oldest_notice(is_waiting, notices.c.not_before <= moment)),
            ("held", self._oldest_notice(notices.c.state == "held", is_alone)),
        ):
            if since is not None:
                found[state] = min(since, found.get(state, since))
        return found

    def last_accepted(self) -> datetime | None:
        """When a letter was last accepted."""
        return self.connection.execute(select(func.max(letters.c.accepted_at)).where(is_accepted)).scalar()

    def refused_to(self, since: datetime) -> tuple[str, ...]:
        """The officers with a letter refused that was formed since then."""
        wanted = (
            select(letters.c.officer)
            .where(letters.c.state == "refused", letters.c.formed >= since)
            .distinct()
            .order_by(letters.c.officer)
        )
        return tuple(self.connection.execute(wanted).scalars())

    def looked_at_by(self, until: datetime, agencies: Collection[str]) -> Iterator[Case]:
        """The cases led by these agencies that will be looked at by then, the earliest look of a portion first."""
        for portion in chunks(sorted(agencies)):
            wanted = (
                select(*READ)
                .where(looked_at, cases.c.next_look <= until, cases.c.agency.in_(portion))
                .order_by(cases.c.next_look, cases.c.number)
            )
            for row in self.connection.execute(wanted):
                yield self._case(row)

    def _oldest_notice(self, *which: ColumnElement[bool]) -> datetime | None:
        return self.connection.execute(select(func.min(notices.c.not_before)).where(and_(*which))).scalar()


def unserved_since(due: Due, oldest: Mapping[str, datetime]) -> datetime | None:
    """The oldest moment that nobody has been told of yet: a case to be looked at, or a letter not yet accepted."""
    waiting: Sequence[datetime | None] = (due.oldest, *(oldest.get(state) for state in UNSERVED))
    return min((moment for moment in waiting if moment is not None), default=None)
