"""The journal: every fact in the order in which it was written, append-only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, insert, select

from monitor.store import codec
from monitor.store.part import Part
from monitor.store.tables import journal
from rules.facts import Fact, unique_key
from rules.model import Actor


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact as the journal holds it: its number, the moment it was written, and who acted."""

    number: int
    recorded: datetime
    actor: Actor
    fact: Fact


_latest = select(journal.c.recorded).order_by(journal.c.number.desc()).limit(1)


class Journal(Part):
    """Facts, written and read."""

    def write_facts(self, facts: Sequence[Fact], recorded: datetime, actor: Actor) -> None:
        """Append facts; raises IntegrityError for one whose key stands already."""
        rows = [
            {
                "recorded": recorded,
                "effective": fact.effective,
                "actor": actor.name,
                "login": actor.login,
                "via": actor.via,
                "fact": type(fact).__name__,
                "case_key": fact.case,
                "unique_key": unique_key(fact),
                "body": codec.dumps(codec.fact_fields(fact)),
            }
            for fact in facts
        ]
        if rows:
            self.connection.execute(insert(journal), rows)

    def write_fact(self, fact: Fact, recorded: datetime, actor: Actor) -> None:
        """Append one fact, such as one of no case."""
        self.write_facts((fact,), recorded, actor)

    def history(
        self,
        case: str | None = None,
        since: date | None = None,
        facts: Collection[str] | None = None,
        limit: int | None = None,
        newest_first: bool = False,
        *,
        after: datetime | None = None,
    ) -> tuple[Recorded, ...]:
        """Facts in the order of writing: of one case, effective on or after ``since``, of these names,
        recorded later than ``after``; at most ``limit``, counted from the end that comes first.
        """
        wanted = select(journal).order_by(journal.c.number.desc() if newest_first else journal.c.number)
        if case is not None:
            wanted = wanted.where(journal.c.case_key == case)
        if since is not None:
            wanted = wanted.where(journal.c.effective >= since)
        if facts is not None:
            wanted = wanted.where(journal.c.fact.in_(sorted(facts)))
        if after is not None:
            wanted = wanted.where(journal.c.recorded > after)
        if limit is not None:
            wanted = wanted.limit(limit)
        return tuple(
            [
                Recorded(
                    number=row.number,
                    recorded=row.recorded,
                    actor=Actor(row.actor, row.login, row.via),
                    fact=codec.fact_of(row.fact, row.case_key, row.effective, codec.loads(row.body)),
                )
                for row in self.connection.execute(wanted)
            ]
        )

    def last_number(self) -> int:
        """The number of the journal's last fact; 0 where it is empty."""
        return self.connection.execute(select(func.max(journal.c.number))).scalar() or 0

    def last_recorded(self) -> datetime | None:
        """The moment at which the last fact was written."""
        return self.connection.execute(_latest).scalar()
