"""A database in one SQLite file: one daemon at a time, whose lock the kernel keeps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Connection, Engine

from monitor.store import sqlite_file
from monitor.store.database import Database
from monitor.store.faults import REFUSED, StoreFault, emptied, fault_of, plain_faults
from monitor.store.locks import is_locked, lock


class SqliteDatabase(Database):
    """A database in a file, or in memory (``path`` None). Whoever writes has it alone, so turns take themselves."""

    single_daemon = True
    upgrades_itself = True
    claimed_at_once = 256

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
        return sqlite_file.transaction(self.engine, writing=writing)

    @contextmanager
    def _undisturbed(self, path: Path) -> Iterator[Connection]:
        """Reading without a lock: raises StoreFault (75) afterwards where somebody wrote into the file meanwhile."""
        before = path.stat()
        try:
            with sqlite_file.transaction(self.engine, writing=False) as connection:
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
                self._watcher = sqlite_file.raw(self.engine)
            return sqlite_file.data_version(self._watcher)

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
        return sqlite_file.faults(connection)

    def fault_of(self, error: BaseException | None, name: str) -> StoreFault | None:
        return fault_of(error, name)

    def keep_copy(self, revision: str) -> None:
        """A copy beside the file; one that an interrupted upgrade left is replaced: the file is still the old one."""
        if self.path is not None:
            beside = self.path.with_name(f"{self.path.name}.before-{revision}")
            beside.unlink(missing_ok=True)
            sqlite_file.copy_to_file(self.engine, beside)

    def backup(self, path: Path) -> None:
        sqlite_file.copy_to_file(self.engine, path)

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
        source = sqlite_file.raw(self.engine)
        try:
            sqlite_file.copy(source, sqlite_file.raw(other.engine))
        finally:
            if self.path is not None:
                source.close()

    def close(self) -> None:
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
        self._file = None
        self.engine.dispose()
