"""Everything that holds for SQLite only: where the file lies, how a connection is set up, locked and copied."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import QueuePool, StaticPool

from monitor.store.database import Database
from monitor.store.faults import REFUSED, StoreFault, emptied, fault_of, plain_faults
from monitor.store.locks import is_locked, lock

PATIENCE_S = 10.0
_JOURNAL_LIMIT = 64 * 1024 * 1024
# In pages of 4 kB. A look at cases that lie far apart changes thousands of pages: with SQLite's own limit of a
# thousand every such look would copy them into the database before it ends.
_CHECKPOINT_PAGES = 8000


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
        connection.execute("PRAGMA cache_size=-65536")


@contextmanager
def transaction(engine: Engine, *, writing: bool) -> Iterator[Connection]:
    """One transaction: committed at the end when ``writing``, rolled back on any exception, else read only."""
    with engine.connect() as connection, connection.begin() as begun:
        # Here and not in a listener: an engine with listeners asks for them around each statement.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
        if writing:
            yield connection
            return
        connection.exec_driver_sql("PRAGMA query_only=ON")
        try:
            yield connection
        finally:
            connection.exec_driver_sql("PRAGMA query_only=OFF")
            begun.rollback()


def raw(engine: Engine) -> sqlite3.Connection:
    """A connection of the driver itself, taken out of the pool for good."""
    fairy = engine.raw_connection()
    driver = fairy.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("the driver of this engine is not sqlite3")
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


class SqliteDatabase(Database):
    """A database in a file, or in memory (``path`` None). Whoever writes has it alone, so turns take themselves."""

    single_daemon = True
    upgrades_itself = True

    def __init__(self, engine: Engine, path: Path | None, *, is_steady: bool = False) -> None:
        """``is_steady``: the engine trusts that nobody writes meanwhile, and is checked in that."""
        self.engine = engine
        self.path = path
        self._is_steady = is_steady
        self.name = "in memory" if path is None else str(path)
        self._watcher: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def transaction(
        self, *, writing: bool, deciding: bool = False, alone: bool = False
    ) -> AbstractContextManager[Connection]:
        if self.path is not None:
            self._refuse_another_file(self.path)
            if self._is_steady:
                return self._undisturbed(self.path)
        return transaction(self.engine, writing=writing)

    @contextmanager
    def _undisturbed(self, path: Path) -> Iterator[Connection]:
        """Reading without a lock: raises StoreFault (75) afterwards where somebody wrote into the file meanwhile."""
        before = path.stat()
        try:
            with transaction(self.engine, writing=False) as connection:
                yield connection
        finally:  # also where half of an old page and half of a new one look like damage
            after = path.stat()
            if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
                raise StoreFault(f"the database {path} was written while it was read; read it again")

    def _refuse_another_file(self, path: Path) -> None:
        """A file that was deleted or replaced would swallow what we write into it; raises StoreFault."""
        try:
            status = path.stat()
        except OSError as error:
            raise StoreFault(
                f"the database {path} has vanished ({error.strerror}); stop, and put it back"
            ) from error
        file = (status.st_dev, status.st_ino)
        self._file = self._file or file
        if file != self._file:
            raise StoreFault(
                f"another file lies in the place of the database {path}; stop, and look which is the right one"
            )

    def take_alone(self, connection: Connection) -> None:
        return

    def gone(self, connection: Connection) -> Sequence[str]:
        return ()

    def daemon_lock(self) -> AbstractContextManager[None]:
        return nullcontext() if self.path is None else lock(self.path)

    def is_served(self) -> bool:
        """A daemon holds the lock of its file as long as it lives, and the kernel lets go when it dies."""
        return self.path is not None and is_locked(self.path)

    def changes(self, commits: int) -> int:
        if self.path is None:
            return commits
        with plain_faults(self.name):
            if self._watcher is None:
                self._watcher = raw(self.engine)
            return data_version(self._watcher)

    def holder_mark(self) -> str:
        return ""

    def refuse_unfit(self, connection: Connection) -> None:
        return

    def refuse_empty(self, *, by_hand: bool) -> None:
        raise emptied(self.name)

    def refuse_damaged(self, connection: Connection) -> None:
        found = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar())
        if found != "ok":
            raise StoreFault(
                f"the database {self.name} is damaged ({' '.join(found.split())}); "
                "stop, and put back a backup (`duewatch db check` shows more)",
                REFUSED,
            )

    def faults(self, connection: Connection) -> tuple[str, ...]:
        return faults(connection)

    def fault_of(self, error: BaseException | None, name: str) -> StoreFault | None:
        return fault_of(error, name)

    def keep_copy(self, revision: str) -> None:
        """A copy beside the file; one that an interrupted upgrade left is replaced: the file is still the old one."""
        if self.path is not None:
            beside = self.path.with_name(f"{self.path.name}.before-{revision}")
            beside.unlink(missing_ok=True)
            copy_to_file(self.engine, beside)

    def backup(self, path: Path) -> None:
        copy_to_file(self.engine, path)

    def last_numbers(self, connection: Connection) -> Mapping[str, int]:
        found = connection.exec_driver_sql("SELECT name, seq FROM sqlite_sequence")
        return {str(name): int(number) for name, number in found}

    def go_on_from(self, connection: Connection, last: Mapping[str, int]) -> None:
        for name, number in last.items():
            connection.exec_driver_sql("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
            connection.exec_driver_sql(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, number)
            )

    def copy_into(self, other: SqliteDatabase) -> None:
        """Everything, as of this moment, into another database of this kind, whose own content is lost."""
        source = raw(self.engine)
        try:
            copy(source, raw(other.engine))
        finally:
            if self.path is not None:
                source.close()

    def close(self) -> None:
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
        self._file = None
        self.engine.dispose()
