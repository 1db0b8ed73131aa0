"""Seals: once a day a hash over all facts, that somebody receives by mail and can hold against the journal later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import func, insert, select

from monitor.packing import unpack
from monitor.store.part import CHUNK, Part
from monitor.store.tables import is_accepted, journal, letters, seals


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of a local day: over the ``facts`` up to ``number`` that the seal before it does not cover, and that one.

    So it covers every fact that was ever written, and with them the heads of all cases.
    """

    day: date
    number: int
    facts: int
    hash: str


class Seals(Part):
    """Seals, set and read; and plain rows for those who check."""

    def rows(self, text: str) -> Iterator[Sequence[object]]:
        """What a plain SQL text finds, for the checker, which knows tables and no records."""
        yield from self.connection.exec_driver_sql(text)

    def accepted_hashes(self, since: datetime | None) -> Iterator[tuple[int, str]]:
        """The letters accepted since then (None: ever) whose bytes are kept: number, and the hash of the bytes."""
        wanted = select(letters.c.number, letters.c.content).where(
            is_accepted, letters.c.content.is_not(None)
        )
        if since is not None:
            wanted = wanted.where(letters.c.accepted_at >= since)
        ordered = wanted.order_by(letters.c.accepted_at).execution_options(yield_per=CHUNK)
        for number, content in self.connection.execute(ordered):
            yield number, sha256(unpack(content)).hexdigest()

    def last_seal(self, until: date | None = None) -> Seal | None:
        """The latest seal, of a day not after ``until``."""
        found = select(seals).order_by(seals.c.day.desc()).limit(1)
        row = self.connection.execute(found if until is None else found.where(seals.c.day <= until)).first()
        return Seal(row.day, row.number, row.facts, row.hash) if row is not None else None

    def seal(self, day: date, recorded: datetime) -> Seal | None:
        """Seal what the journal holds now; None where this day, or a later one, is sealed or there is no fact yet.

        Nobody else may be writing facts: the transaction must be one that decides alone.
        """
        last = self.last_seal()
        until = self.connection.execute(select(func.max(journal.c.number))).scalar()
        if until is None or (last is not None and last.day >= day):
            return None
        number, digest, facts = (last.number, sha256(last.hash.encode()), 0) if last else (0, sha256(), 0)
        digest.update(day.isoformat().encode())
        while number < until:
            found = select(journal.c.number, journal.c.hash).where(journal.c.number > number)
            for row in self.connection.execute(found.order_by(journal.c.number).limit(CHUNK)):
                digest.update(row.hash.encode())
                number, facts = row.number, facts + 1
        new = Seal(day, number, facts, digest.hexdigest())
        self.connection.execute(
            insert(seals).values(day=day, number=number, facts=facts, hash=new.hash, recorded=recorded)
        )
        return new
