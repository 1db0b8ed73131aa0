"""One database's rows into another, whatever kinds they are, and the proof that they arrived."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sqlalchemy import Connection, Row, Table, delete, func, insert, select

from monitor.store import tables
from monitor.store.database import Database
from monitor.store.faults import StoreFault
from monitor.store.part import CHUNK

REFUSED = 1
Columns = Row[*tuple[object, ...]]


def copy(source: Database, target: Database, *, checked: bool = False) -> int:
    """All rows, and the numbers that are never given twice, in one transaction of each; returns how many rows.

    ``checked``: the target must be empty, and what it then holds is compared with the source row by row. Raises
    StoreFault (1), and has changed nothing, where either is not so; unchecked, the target's own rows are lost.
    """
    with source.transaction(writing=False) as old, target.transaction(writing=True, alone=True) as new:
        if checked:
            _refuse_full(new, target.name)
        else:
            for table in reversed(_content()):
                new.execute(delete(table))
        copied = sum(_copy_table(old, new, table) for table in _content())
        target.go_on_from(new, source.last_numbers(old))
        if checked:
            for table in _content():
                _compare(old, new, table)
    return copied


def _content() -> Sequence[Table]:
    """All tables, those that others point to first; the revision is each database's own."""
    return [table for table in tables.metadata.sorted_tables if table is not tables.revisions]


def _refuse_full(new: Connection, name: str) -> None:
    for table in _content():
        if new.execute(select(func.count()).select_from(table)).scalar_one():
            raise StoreFault(
                f"{name} is not empty: something was copied or written into it before; name a new database",
                REFUSED,
            )


def _rows(connection: Connection, table: Table) -> Iterator[Columns]:
    """Every row in the order of its key, a few at a time: a journal of years must not lie in memory at once."""
    found = connection.execution_options(yield_per=CHUNK).execute(
        select(table).order_by(*table.primary_key.columns)
    )
    yield from found


def _copy_table(old: Connection, new: Connection, table: Table) -> int:
    copied = 0
    for portion in _portions(_rows(old, table)):
        new.execute(insert(table), [dict(row._mapping) for row in portion])
        copied += len(portion)
    return copied


def _portions(rows: Iterator[Columns]) -> Iterator[list[Columns]]:
    portion: list[Columns] = []
    for row in rows:
        portion.append(row)
        if len(portion) == CHUNK:
            yield portion
            portion = []
    if portion:
        yield portion


def _compare(old: Connection, new: Connection, table: Table) -> None:
    written, read = _rows(old, table), _rows(new, table)
    for number, (before, after) in enumerate(zip_longest(written, read), start=1):
        if before is None or after is None or tuple(before) != tuple(after):
            raise StoreFault(
                f"row {number} of {table.name} did not arrive as it was; nothing was copied", REFUSED
            )
