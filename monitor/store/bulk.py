"""Many rows in one statement, as plain sequences: SQLAlchemy's own way looks at each value of each row by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Boolean, Connection, Table
from sqlalchemy.engine import Dialect

Row = Sequence[object]
Binder = Callable[[object], object]


def insert_rows(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert rows; each holds the values of ``names`` in their order."""
    if not rows:
        return
    quote = connection.dialect.identifier_preparer.quote
    columns, marks = ", ".join(map(quote, names)), ", ".join([_mark(connection.dialect)] * len(names))
    statement = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"  # noqa: S608  (names of our schema)
    connection.exec_driver_sql(statement, list(_bound(connection.dialect, table, names, rows)))


def update_rows(
    connection: Connection, table: Table, names: Sequence[str], at: str, rows: Sequence[Row]
) -> int:
    """Set ``names`` in the rows whose column ``at`` has the last value of each; returns how many there were."""
    if not rows:
        return 0
    quote, mark = connection.dialect.identifier_preparer.quote, _mark(connection.dialect)
    wanted = ", ".join(f"{quote(name)}={mark}" for name in names)
    statement = f"UPDATE {quote(table.name)} SET {wanted} WHERE {quote(at)}={mark}"  # noqa: S608
    bound = list(_bound(connection.dialect, table, (*names, at), rows))
    return connection.exec_driver_sql(statement, bound).rowcount


def _mark(dialect: Dialect) -> str:
    return "?" if dialect.paramstyle == "qmark" else "%s"


@dataclass(slots=True)
class _Column:
    """A column whose values the driver wants in another form; the last is remembered, for rows share many."""

    place: int
    binder: Binder
    last: object = None
    bound: object = None

    def bind(self, values: list[object]) -> None:
        value = values[self.place]
        if value is not self.last:
            self.last, self.bound = value, None if value is None else self.binder(value)
        values[self.place] = self.bound


def _bound(
    dialect: Dialect, table: Table, names: Sequence[str], rows: Sequence[Row]
) -> Iterator[tuple[object, ...]]:
    columns = [
        _Column(place, binder)
        for place, name in enumerate(names)
        if (binder := _binder(dialect, table, name)) is not None
    ]
    for row in rows:
        values = list(row)
        for column in columns:
            column.bind(values)
        yield tuple(values)


def _binder(dialect: Dialect, table: Table, name: str) -> Binder | None:
    kind = table.c[name].type
    if isinstance(kind, Boolean):
        return None  # every driver takes it as it is
    return kind.dialect_impl(dialect).bind_processor(dialect)
