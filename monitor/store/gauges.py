"""What a watcher of the watcher reads: how much is due, how long something has waited, when letters last went."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select

from monitor.store.cases import READ, Cases
from monitor.store.outbox import IN_HAND
from monitor.store.part import chunks
from monitor.store.tables import cases, is_accepted, is_alone, is_waiting, letters, looked_at, notices
from rules.model import Case

UNSERVED = ("waiting", "uncertain", *IN_HAND)


@dataclass(frozen=True, slots=True)
class Rows:
    """How many there are, and the moment since which the oldest has been there."""

    count: int
    since: datetime | None

    def with_those(self, others: Rows | None) -> Rows:
        """Both together."""
        if others is None:
            return self
        moments = [moment for moment in (self.since, others.since) if moment is not None]
        return Rows(self.count + others.count, min(moments, default=None))


class Gauges(Cases):
    """Counts and ages; each from an index, so that looking often costs little."""

    def due(self, moment: datetime) -> Rows:
        """The open cases whose moment to be looked at has come."""
        wanted = select(func.count(), func.min(cases.c.next_look)).where(
            looked_at, cases.c.next_look <= moment
        )
        many, oldest = self.connection.execute(wanted).one()
        return Rows(int(many), oldest)

    def unsettled(self, moment: datetime) -> Mapping[str, Rows]:
        """By state, the rows of the outbox that are not over; notices for a moment still to come do not count."""
        formed = (
            select(letters.c.state, func.count(), func.min(letters.c.formed))
            .where(letters.c.state.in_((*UNSERVED, "held", "refused")))
            .group_by(letters.c.state)
        )
        found = {str(state): Rows(int(many), since) for state, many, since in self.connection.execute(formed)}
        for state, which in (
            ("waiting", (is_waiting, notices.c.not_before <= moment)),
            ("held", (notices.c.state == "held", is_alone)),
        ):
            alone = self._notices(*which)
            if alone.count:
                found[state] = alone.with_those(found.get(state))
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

    def _notices(self, *which: ColumnElement[bool]) -> Rows:
        wanted = select(func.count(), func.min(notices.c.not_before)).where(and_(*which))
        many, since = self.connection.execute(wanted).one()
        return Rows(int(many), since)
