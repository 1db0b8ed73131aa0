"""Everything that holds for PostgreSQL only: how it is reached, whose turn it is, and what became of a commit."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

import psycopg
from sqlalchemy import Connection, RootTransaction, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from monitor.store import tables
from monitor.store.database import Database
from monitor.store.faults import REFUSED, StoreFault
from monitor.store.listener import CHANNEL, Listener
from monitor.store.misfortunes import fault_of
from monitor.store.postgres_engine import server_engine

tables.name_conditions("postgresql")
OLDEST = 13
# Advisory locks: one for whose turn it is, one for each daemon that lives.
TURN, ALIVE = 0x64756577, 0x64756578
RECONSIDERS_S = 0.1
_NUMBERED = ("briefs", "cases", "journal", "notices")

_together = text(f"SELECT pg_advisory_xact_lock_shared({TURN}, 0)")
_alone = text(f"SELECT pg_advisory_xact_lock({TURN}, 0)")
_is_gone = text(f"SELECT pg_try_advisory_xact_lock({ALIVE}, :mark)")
_alive = text(
    "SELECT EXISTS (SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database"
    " WHERE locktype = 'advisory' AND classid = CAST(:lock AS oid) AND granted AND datname = current_database())"
)
_announce = text(
    "SELECT CAST(pg_current_xact_id_if_assigned() AS text), CASE WHEN pg_current_xact_id_if_assigned() IS NOT NULL"
    f" THEN pg_notify('{CHANNEL}', :mark) END"
)
_outcome = text("SELECT pg_xact_status(CAST(:number AS xid8))")
_holders = select(tables.letters.c.holder).where(tables.letters.c.state == "claimed").distinct()


class Server(Database):
    """A database that any number of daemons may share.

    Whoever decides does so beside others, on cases that it has locked; whoever claims letters, loads the catalogue
    or draws digests does so alone. Letters in hand are nobody else's business and need no turn.
    """

    single_daemon = False
    upgrades_itself = False
    claimed_at_once = 64

    def __init__(self, url: URL, patience_s: float) -> None:
        self.name = str(URL.create("postgresql", url.username, None, url.host, url.port, url.database))
        self.engine = server_engine(url, patience_s)
        self._patience_s = patience_s
        self._mark = secrets.randbelow(2**31)
        self._listener: Listener | None = None

    @contextmanager
    def transaction(
        self, *, writing: bool, deciding: bool = False, alone: bool = False
    ) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            if not writing:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
                with connection.begin() as begun:
                    yield connection
                    begun.rollback()
                return
            begun = connection.begin()
            try:
                if alone or deciding:
                    connection.execute(_alone if alone else _together)
                yield connection
                number = (
                    connection.execute(_announce, {"mark": str(self._mark)}).scalar() if deciding else None
                )
            except BaseException:
                with suppress(DBAPIError):  # where the connection is gone, everything is rolled back already
                    begun.rollback()
                raise
            self._commit(begun, number)

    def _commit(self, begun: RootTransaction, number: str | None) -> None:
        """Commit; where the answer is lost, ask what became of the transaction rather than do it again."""
        try:
            begun.commit()
        except DBAPIError as error:
            if number is None or not error.connection_invalidated or not self._was_committed(number):
                raise

    def _was_committed(self, number: str) -> bool:
        waiting = Event()
        for _ in range(int(self._patience_s / RECONSIDERS_S)):
            try:
                with self.engine.connect() as connection:
                    outcome = connection.execute(_outcome, {"number": number}).scalar()
            except DBAPIError as error:
                if not error.connection_invalidated and fault_of(error.orig, self.name) is None:
                    return False  # a server that took over has never heard of it
                outcome = "unknown"
            if outcome in {"committed", "aborted"}:
                return bool(outcome == "committed")
            waiting.wait(RECONSIDERS_S)
        return False

    def take_alone(self, connection: Connection) -> None:
        connection.execute(_alone)

    def gone(self, connection: Connection) -> Sequence[str]:
        """A living courier holds the lock of its mark; the server frees it when its connection ends."""
        found: list[str] = []
        for holder in connection.execute(_holders).scalars():
            mark = str(holder).rpartition("-")[2]
            other = mark.isdigit() and int(mark) != self._mark
            if other and connection.execute(_is_gone, {"mark": int(mark)}).scalar():
                found.append(str(holder))
        return found

    @contextmanager
    def daemon_lock(self) -> Iterator[None]:
        """Any number of daemons may run; each shows the others that it lives."""
        self._listen().wait_until_heard(self._patience_s)
        yield

    def is_served(self) -> bool:
        with self.transaction(writing=False) as connection:
            return bool(connection.execute(_alive, {"lock": ALIVE}).scalar())

    def changes(self, commits: int) -> int:
        return self._listen().heard

    def _listen(self) -> Listener:
        if self._listener is None:
            self._listener = Listener(self._own_connection, self._mark, ALIVE)
        return self._listener

    def _own_connection(self) -> psycopg.Connection:
        """A connection of the driver itself, taken out of the pool for good. Raises DBAPIError."""
        fairy = self.engine.raw_connection()
        driver = fairy.driver_connection
        fairy.detach()
        if not isinstance(driver, psycopg.Connection):
            raise TypeError("the driver of this engine is not psycopg")
        driver.autocommit = True
        return driver

    def holder_mark(self) -> str:
        return str(self._mark)

    def refuse_unfit(self, connection: Connection) -> None:
        version = connection.execute(text("SELECT current_setting('server_version_num')")).scalar_one()
        if int(version) < OLDEST * 10_000:
            raise StoreFault(
                f"the server of {self.name} is PostgreSQL {int(version) // 10_000}; use {OLDEST} or later",
                REFUSED,
            )
        encoding = connection.execute(text("SELECT current_setting('server_encoding')")).scalar_one()
        if encoding != "UTF8":
            raise StoreFault(
                f"the database {self.name} is encoded in {encoding}; make one with ENCODING 'UTF8'", REFUSED
            )

    def refuse_empty(self, *, by_hand: bool) -> None:
        if not by_hand:
            raise StoreFault(
                f"the database {self.name} is empty; run `duewatch db upgrade` to make its tables", REFUSED
            )

    def refuse_damaged(self, connection: Connection) -> None:
        """The server looks after its own pages."""

    def faults(self, connection: Connection) -> tuple[str, ...]:
        found = [
            f"the server runs with {setting} = off: what was committed may be lost when the power fails"
            for setting in ("fsync", "full_page_writes")
            if connection.execute(text("SELECT current_setting(:name)"), {"name": setting}).scalar() == "off"
        ]
        present = inspect(connection)
        names = set(present.get_table_names())
        for table in tables.metadata.sorted_tables:
            if table.name not in names:
                found.append(f"the table {table.name} is missing")
                continue
            indexes = {index["name"] for index in present.get_indexes(table.name)}
            found += [
                f"the index {index.name} is missing" for index in table.indexes if index.name not in indexes
            ]
            for _ in connection.execution_options(yield_per=1000).execute(select(table)):
                pass  # reading every row lets the server verify the pages' checksums
        return tuple(found)

    def fault_of(self, error: BaseException | None, name: str) -> StoreFault | None:
        return fault_of(error, name)

    def keep_copy(self, revision: str) -> None:
        """A server's backups are its administrator's business; the upgrade is one transaction."""

    def backup(self, path: Path) -> None:
        raise StoreFault(
            f"a PostgreSQL database is backed up by its own tool: pg_dump --format=custom --file={path} {self.name}",
            exit_code=1,
        )

    def last_numbers(self, connection: Connection) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for name in _NUMBERED:
            sequence = connection.execute(_sequence, {"name": name, "column": _column(name)}).scalar_one()
            last, called = connection.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608
            if called:
                found[name] = last
        return found

    def go_on_from(self, connection: Connection, last: Mapping[str, int]) -> None:
        for name in _NUMBERED:
            column = _column(name)
            highest = connection.execute(text(f"SELECT max({column}) FROM {name}")).scalar()  # noqa: S608
            number = max(last.get(name, 0), highest or 0)
            sequence = connection.execute(_sequence, {"name": name, "column": column}).scalar_one()
            connection.execute(
                text("SELECT setval(:sequence, :number, :called)"),
                {"sequence": sequence, "number": max(number, 1), "called": number > 0},
            )

    def close(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None
        self.engine.dispose()


_sequence = text("SELECT pg_get_serial_sequence(:name, :column)")


def _column(name: str) -> str:
    (column,) = tables.metadata.tables[name].primary_key.columns
    return column.name
