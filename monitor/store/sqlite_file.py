"""SQLite's files: where one lies, how a connection to it is set up, and how it is copied whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import PoolProxiedConnection, QueuePool, StaticPool

from monitor.store.faults import StoreFault, fault_of

PATIENCE_S = 10.0
_JOURNAL_LIMIT = 64 * 1024 * 1024
# In pages of 4 kB. A look at cases that lie far apart changes thousands of pages: with SQLite's own limit of a
# thousand every such look would copy them into the database before it ends.
_CHECKPOINT_PAGES = 8000
# A daemon holds two connections. Five times as much made no look at a million cases faster: the system keeps pages too.
_CACHE_KB = 12_288


def file_of(url: URL, base: Path | None) -> Path | None:
    """The database's file, relative paths counted from ``base``; None for a database in memory."""
    if url.database in {None, "", ":memory:"}:
        return None
    path = Path(str(url.database))
    return path if path.is_absolute() else (base or Path.cwd()) / path


def prepare_file(path: Path) -> bool:
    """Make the folder and an empty file that only its owner may read; True if the file is new."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unmade(path, error) from error
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        return False
    except OSError as error:
        raise unmade(path, error) from error
    return True


def unmade(path: Path, error: OSError) -> StoreFault:
    """The fault of a file or folder that the system will not make."""
    return StoreFault(f"the database {path} cannot be made: {error.strerror}; look at its folder")


def file_engine(path: Path, patience_s: float) -> Engine:
    """An engine on a file; its connections may be opened in one thread and used in another."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": patience_s},
    )
    _set_up(engine, durable=True)
    return engine


def memory_engine() -> Engine:
    """An engine on one connection that lives in memory."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, hide_parameters=True, connect_args={"check_same_thread": False}
    )
    _set_up(engine, durable=False)
    return engine


def _set_up(engine: Engine, *, durable: bool) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _record: object) -> None:
        # We begin transactions ourselves: the driver would begin them late and never as IMMEDIATE.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys=ON")
        if durable:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(f"PRAGMA journal_size_limit={_JOURNAL_LIMIT}")
            connection.execute(f"PRAGMA wal_autocheckpoint={_CHECKPOINT_PAGES}")
        connection.execute("PRAGMA temp_store=MEMORY")
        connection.execute(f"PRAGMA cache_size=-{_CACHE_KB}")


@contextmanager
def transaction(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """One transaction: committed at the end when ``writing``, rolled back on any exception, else read only."""
    with engine.connect() as connection, connection.begin() as begun:
        # Here and not in a listener: an engine with listeners asks for them around each statement. By the driver: the
        # engine's care for what it executes takes longer than to begin.
        say = _driver(connection.connection).execute
        say("BEGIN IMMEDIATE" if writing else "BEGIN")
        if writing:
            yield connection
            return
        say("PRAGMA query_only=ON")
        try:
            yield connection
        finally:
            say("PRAGMA query_only=OFF")
            begun.rollback()


def _driver(pooled: PoolProxiedConnection) -> sqlite3.Connection:
    driver = pooled.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("the driver of this engine is not sqlite3")
    return driver


def raw(engine: Engine) -> sqlite3.Connection:
    """A connection of the driver itself, taken out of the pool for good."""
    fairy = engine.raw_connection()
    driver = _driver(fairy)
    if isinstance(engine.pool, QueuePool):
        fairy.detach()
    return driver


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes whenever any other connection has committed."""
    row = connection.execute("PRAGMA data_version").fetchone()
    return int(row[0])


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """The whole database, as of one moment, into another connection."""
    source.backup(target)


def copy_to_file(engine: Engine, path: Path) -> None:
    """A consistent copy into a new file for its owner only; raises StoreFault where the file stands already."""
    if not prepare_file(path):
        raise StoreFault(f"{path} stands already; name a file that does not")
    source = raw(engine)
    try:
        target = sqlite3.connect(path)
        try:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        finally:
            target.close()
    except sqlite3.Error as error:
        path.unlink(missing_ok=True)
        raise fault_of(error, str(path)) or error from error
    finally:
        source.close()


def faults(connection: Connection) -> tuple[str, ...]:
    """What the database's own checks find; empty when sound."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    broken = [
        f"a row of {row[0]} points to a row of {row[2]} that is not there"
        for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return tuple([text for text in found if text != "ok"] + broken)
