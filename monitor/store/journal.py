"""The journal: every fact in the order in which it was written, append-only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row as Columns
from sqlalchemy import bindparam, func, select

from monitor.store import codec
from monitor.store.bulk import insert_rows
from monitor.store.chain import NO_CASE, Row, link, write_heads
from monitor.store.marks import Marks
from monitor.store.part import chunks
from monitor.store.tables import cases, journal, marks
from rules.facts import Fact
from rules.keys import unique_key
from rules.model import CLOCK, Actor


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact as the journal holds it: its number, the moment it was written, and who acted."""

    number: int
    recorded: datetime
    actor: Actor
    fact: Fact


_COLUMNS = tuple(column.name for column in journal.c if column.name != "number")
_heads = (
    select(cases.c.key, cases.c.head)
    .where(cases.c.key.in_(bindparam("of", expanding=True)))
    .order_by(cases.c.key)
    .with_for_update()
)
_links = select(journal.c.number, journal.c.hash).order_by(journal.c.number).execution_options(yield_per=1000)
_earliest = select(journal.c.recorded).order_by(journal.c.number).limit(1)
_latest = select(journal.c.recorded).order_by(journal.c.number.desc()).limit(1)


class Journal(Marks):
    """Facts, written and read."""

    def write_facts(self, facts: Sequence[Fact], recorded: datetime, actor: Actor) -> None:
        """Append facts; raises IntegrityError for one whose key stands already."""
        self._read_heads([fact.case for fact in facts if fact.case is not None])
        self._append(self._linked(facts, recorded, actor))
        heads = self.reads.heads
        write_heads(self.connection, {fact.case: heads[fact.case] for fact in facts if fact.case is not None})

    def _linked(self, facts: Sequence[Fact], recorded: datetime, actor: Actor) -> list[Row]:
        """The facts as rows, each chained to the one before it; ``reads.heads`` holds the new heads."""
        rows: list[Row] = []
        heads = self.reads.heads
        alone = self._head_of_no_case() if any(fact.case is None for fact in facts) else ""
        for fact in facts:
            row: Row = {
                "recorded": recorded,
                "effective": fact.effective,
                "actor": actor.name,
                "login": actor.login,
                "via": actor.via,
                "fact": type(fact).__name__,
                "case_key": fact.case,
                "unique_key": unique_key(fact),
                "body": codec.fact_text(fact),
            }
            row["hash"] = head = link(alone if fact.case is None else heads.get(fact.case, ""), row)
            if fact.case is None:
                alone = head
            else:
                heads[fact.case] = head
            rows.append(row)
        if alone:
            self.set_mark(NO_CASE, alone)
        return rows

    def _append(self, rows: Sequence[Row]) -> None:
        insert_rows(
            self.connection, journal, _COLUMNS, [tuple(map(row.__getitem__, _COLUMNS)) for row in rows]
        )

    def _read_heads(self, keys: Sequence[str]) -> None:
        """The heads of those cases that this transaction has not read yet; nobody else adds to them meanwhile."""
        unread = [key for key in dict.fromkeys(keys) if key not in self.reads.heads]
        for portion in chunks(unread):
            self.reads.heads.update(
                (key, head) for key, head in self.connection.execute(_heads, {"of": portion})
            )

    def _head_of_no_case(self) -> str:
        held = select(marks.c.value).where(marks.c.name == NO_CASE).with_for_update()
        head: str | None = self.connection.execute(held).scalar()
        if head is None:
            # Two programs that write the first such fact at one moment must not both begin the chain.
            self._begin_mark(NO_CASE, "")
            head = self.connection.execute(held).scalar()
        return head or ""

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
        return tuple([_recorded(row) for row in self.connection.execute(wanted)])

    def facts_beyond(self, number: int) -> tuple[Recorded, ...]:
        """What persons and other systems, not the clock, have brought about after the fact of this number."""
        theirs = select(journal).where(journal.c.number > number, journal.c.via != CLOCK.via)
        return tuple([_recorded(row) for row in self.connection.execute(theirs.order_by(journal.c.number))])

    def shares_with(self, older: Journal) -> int:
        """The number of the last fact up to which this journal and the other are the same, fact by fact."""
        same = 0
        written = [part.connection.execute(_links) for part in (self, older)]
        for mine, theirs in zip(*written, strict=False):
            if tuple(mine) != tuple(theirs):
                break
            same = mine.number
        return same

    def was_restored_after(self, number: int) -> bool:
        """Whether an older state was put back after the fact of this number."""
        wanted = select(journal.c.number).where(journal.c.number > number, journal.c.fact == "Restored")
        return self.connection.execute(wanted.limit(1)).first() is not None

    def touched_since(self, number: int) -> frozenset[str]:
        """The instruments of whose cases facts have been written after that one."""
        wanted = select(cases.c.instrument).join(journal, journal.c.case_key == cases.c.key)
        found = self.connection.execute(wanted.where(journal.c.number > number).distinct())
        return frozenset(found.scalars())

    def last_number(self) -> int:
        """The number of the journal's last fact; 0 where it is empty."""
        return self.connection.execute(select(func.max(journal.c.number))).scalar() or 0

    def first_recorded(self) -> datetime | None:
        """The moment at which the first fact was written."""
        return self.connection.execute(_earliest).scalar()

    def last_recorded(self) -> datetime | None:
        """The moment at which the last fact was written."""
        return self.connection.execute(_latest).scalar()


def _recorded(row: Columns[*tuple[object, ...]]) -> Recorded:
    return Recorded(
        number=row.number,
        recorded=row.recorded,
        actor=Actor(row.actor, row.login, row.via),
        fact=codec.fact_of(row.fact, row.case_key, row.effective, codec.loads(row.body)),
    )
