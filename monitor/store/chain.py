"""The journal's chains: each fact's hash covers the fact and the hash of its case's fact before it.

Whoever changes, deletes or inserts a row breaks its case's chain. Facts of no case form a chain of their own. The
hash is SHA-256 of a JSON array, in hexadecimal; monitor/verify.py computes it again without this program.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection, bindparam, insert, select, update

from monitor.store.columns import EPOCH, MICROSECOND
from monitor.store.part import CHUNK
from monitor.store.tables import cases, journal, marks

# Where the head of the chain of no case is kept; those of cases stand in their rows.
NO_CASE = "journal-head"
_canonical = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode

Row = dict[str, object]


def link(before: str, row: Row) -> str:
    """The hash of a fact's row behind the row whose hash is ``before`` (empty: it is the first)."""
    recorded, effective = row["recorded"], row["effective"]
    content = (
        before,
        (recorded - EPOCH) // MICROSECOND if isinstance(recorded, datetime) else recorded,
        effective.isoformat() if isinstance(effective, date) else effective,
        row["actor"],
        row["login"],
        row["via"],
        row["fact"],
        row["case_key"],
        row["unique_key"],
        row["body"],
    )
    return sha256(_canonical(content).encode()).hexdigest()


def chain_all(connection: Connection) -> None:
    """Give every fact of an older database its hash, in the order in which the facts were written."""
    heads: dict[str | None, str] = {}
    last = 0
    while portion := _portion(connection, last):
        hashes = []
        for row in portion:
            key = row["case_key"]
            name = key if isinstance(key, str) else None
            heads[name] = link(heads.get(name, ""), row)
            hashes.append({"at": row["number"], "new": heads[name]})
        connection.execute(
            update(journal).where(journal.c.number == bindparam("at")).values(hash=bindparam("new")), hashes
        )
        last = int(str(portion[-1]["number"]))
    if None in heads:
        connection.execute(insert(marks).values(name=NO_CASE, value=heads.pop(None)))
    write_heads(connection, {key: head for key, head in heads.items() if key is not None})


def _portion(connection: Connection, after: int) -> list[Row]:
    wanted = [column for column in journal.c if column.name != "hash"]
    found = select(*wanted).where(journal.c.number > after).order_by(journal.c.number).limit(CHUNK)
    return [dict(row) for row in connection.execute(found).mappings()]


def write_heads(connection: Connection, heads: dict[str, str]) -> None:
    """Put the hashes of their last facts into the cases' rows."""
    if heads:
        connection.execute(
            update(cases).where(cases.c.key == bindparam("at")).values(head=bindparam("new")),
            [{"at": key, "new": head} for key, head in heads.items()],
        )
