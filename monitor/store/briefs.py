"""Briefs: equal ones are stored once, and decoded once in the life of a store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from sqlalchemy import Connection, bindparam, insert, select

from monitor.store import codec
from monitor.store.tables import briefs
from rules.model import Brief, Ladder

_by_id = select(briefs.c.body).where(briefs.c.id == bindparam("wanted"))
_by_digest = select(briefs.c.id).where(briefs.c.digest == bindparam("wanted"))


@dataclass(slots=True)
class Shelf:
    """The briefs at hand: by row id, and the row id of each record object that stands here."""

    by_id: dict[int, Brief] = field(default_factory=dict)
    ids: dict[int, int] = field(default_factory=dict)
    _ladders: dict[Ladder, Ladder] = field(default_factory=dict)

    def put(self, row_id: int, brief: Brief) -> None:
        """Keep it; the object's identity serves as its key as long as the shelf holds it."""
        self.by_id[row_id] = brief
        self.ids[id(brief)] = row_id

    def sharing(self, brief: Brief) -> Brief:
        """The same; equal ladders are one object then: timetables are looked up by ladder for every case."""
        ladder = brief.ladder
        return brief if ladder is None else replace(brief, ladder=self._ladders.setdefault(ladder, ladder))

    def clear(self) -> None:
        """Forget all: after a rollback a row id may come to mean another brief."""
        self.by_id.clear()
        self.ids.clear()


class Briefs:
    """Reads and writes briefs inside one transaction."""

    def __init__(self, connection: Connection, shelf: Shelf) -> None:
        self._connection = connection
        self._shelf = shelf

    def brief(self, row_id: int) -> Brief:
        """The brief of that row."""
        kept = self._shelf.by_id.get(row_id)
        if kept is None:
            body = self._connection.execute(_by_id, {"wanted": row_id}).scalar_one()
            kept = self._shelf.sharing(codec.BRIEF.decode(codec.loads(body)))
            self._shelf.put(row_id, kept)
        return kept

    def row_ids(self, wanted: Iterable[Brief]) -> dict[int, int]:
        """Row ids by the identity of each brief object; unknown briefs are written."""
        found: dict[int, int] = {}
        for brief in wanted:
            if id(brief) not in found:
                kept = self._shelf.ids.get(id(brief))
                found[id(brief)] = self._row_id(brief) if kept is None else kept
        return found

    def _row_id(self, brief: Brief) -> int:
        body = codec.dumps(codec.BRIEF.encode(brief))
        digest = blake2b(body.encode(), digest_size=20).hexdigest()
        row_id = self._connection.execute(_by_digest, {"wanted": digest}).scalar()
        if row_id is None:
            written = self._connection.execute(insert(briefs).values(digest=digest, body=body))
            (row_id,) = written.inserted_primary_key or (None,)
        if not isinstance(row_id, int):
            raise TypeError("a brief's row has no number")
        return row_id
