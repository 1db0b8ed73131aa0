"""A backup in the place of an SQLite file: made ready beside it, put in, and what stood there kept."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from glob import escape
from pathlib import Path

from sqlalchemy import inspect

from monitor.store import revisions, sqlite_file, tables
from monitor.store.beginning import on_disk
from monitor.store.faults import REFUSED, WRONG_FILE, StoreFault, about_a_named_file, plain_faults
from monitor.store.still import still_engine
from monitor.store.store import Store

_BESIDE = ("", "-wal", "-shm")
_NAME_ONE = "name one that `duewatch db backup` has written"
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_MADE = "SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"


@contextmanager
def made_ready(backup: Path, path: Path) -> Iterator[Store]:
    """The backup's content in a store of this program's revision, beside ``path``; the backup stays as it is.

    Raises StoreFault (1) where it is damaged, newer, or no database of ours, or is not there.
    """
    if not backup.is_file():
        raise StoreFault(f"there is no file {backup}; {_NAME_ONE}", WRONG_FILE)
    if path.exists() and path.samefile(backup):
        raise StoreFault(f"{backup} is the database itself; name a backup of it", WRONG_FILE)
    ready = ready_beside(path)
    if backup.resolve() in _working_files(ready.resolve()):
        raise StoreFault(f"{backup} bears a name under which a restore works; rename it first", WRONG_FILE)
    with about_a_named_file():
        _refuse_unsound(backup)
    _remove(ready)
    try:
        with plain_faults(str(ready)):
            engine = still_engine(backup)
            try:
                sqlite_file.copy_to_file(engine, ready)
            finally:
                engine.dispose()
            with closing(Store.open(f"sqlite:///{ready}", create=False)) as store:
                yield store
    finally:
        _remove(ready)


def ready_beside(path: Path) -> Path:
    """Where ``made_ready`` puts it."""
    return path.with_name(f"{path.name}.ready")


def _refuse_unsound(backup: Path) -> None:
    engine = still_engine(backup)
    try:
        with plain_faults(str(backup)), sqlite_file.transaction(engine, writing=False) as connection:
            try:
                revision = revisions.revision_of(connection)
            except StoreFault:
                revision = None
            if revision is None:
                raise StoreFault(f"{backup} is not a database of Duewatch; {_NAME_ONE}", REFUSED)
            revisions.refuse_newer(revision)
            wrong = list(sqlite_file.faults(connection))
            names = set(inspect(connection).get_table_names())
            if revision == tables.REVISION:
                wrong += [
                    f"the table {name} is missing" for name in tables.metadata.tables if name not in names
                ]
            if wrong:
                raise StoreFault(f"the backup {backup} is damaged ({wrong[0]}); name another one", REFUSED)
    finally:
        engine.dispose()


def _working_files(ready: Path) -> tuple[Path, ...]:
    """What a restore that was ended on its way may have left: its content, what SQLite keeps beside it, older copies."""
    beside = tuple(ready.with_name(ready.name + ending) for ending in (*_BESIDE, "-journal"))
    return (*beside, *ready.parent.glob(f"{escape(ready.name)}.before-*"))


def _remove(ready: Path) -> None:
    for file in _working_files(ready):
        file.unlink(missing_ok=True)


class Place:
    """The file that is replaced, held still until it is let go. ``kept``: where it lies afterwards.

    ``is_sound``: it could be read and copied; a damaged file is moved aside as it is.
    """

    def __init__(self, path: Path, kept: Path) -> None:
        self.path = path
        self.kept = kept
        self.is_there = path.is_file() and path.stat().st_size > 0
        self.is_sound = False
        self._held: sqlite3.Connection | None = None
        self._copied = False  # the copy is ours, and nothing has been put in yet

    def hold(self, patience_s: float = sqlite_file.PATIENCE_S) -> None:
        """Let nobody write any more, and keep a copy; raises StoreFault (75) where somebody does not let go."""
        if not self.is_there:
            return
        with plain_faults(str(self.path)):
            self._held = sqlite3.connect(self.path, timeout=patience_s, isolation_level=None)
            try:
                self._held.execute("BEGIN IMMEDIATE")
                self.is_sound = self._held.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DAMAGED:
                    raise
            if self.is_sound:
                self._keep_copy()
            else:
                self.let_go()

    def _keep_copy(self) -> None:
        if not sqlite_file.prepare_file(self.kept):
            raise StoreFault(f"{self.kept} stands already; try again in a moment")
        try:
            with (
                closing(sqlite3.connect(self.path)) as source,
                closing(sqlite3.connect(self.kept)) as target,
            ):
                source.backup(target)
                target.execute("PRAGMA journal_mode=DELETE")
            _give_to(self.kept, self.path)
            self._copied = True
        except BaseException:
            self.kept.unlink(missing_ok=True)
            raise

    def put_in(self, ready: Path) -> None:
        """Let the content of another file stand here; what stood here is kept, also where this fails."""
        with plain_faults(str(self.path)):
            if self._held is not None:
                _write_over(self._held, ready)
                self._copied = False
                with suppress(
                    sqlite3.Error
                ):  # the content stands already; the log is copied at the next start
                    self._held.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return
        try:
            _give_to(ready, self.path if self.path.exists() else self.path.parent)
            _move(self.path, self.kept)
            try:
                ready.rename(self.path)
            except OSError:
                _move(self.kept, self.path)
                raise
            on_disk(self.path.parent)
        except OSError as error:
            raise StoreFault(
                f"{self.path} cannot be replaced: {error.strerror}; look at its folder"
            ) from error

    def let_go(self, *, unchanged: bool = False) -> None:
        """Let others write again; ``unchanged``: nothing was put in, so the copy is not needed."""
        if self._held is not None:
            self._held.close()
            self._held = None
            if unchanged and self._copied:
                self.kept.unlink(missing_ok=True)


def _move(path: Path, to: Path) -> None:
    """A file with its log, as it is; nothing where there is none."""
    for ending in _BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(to.with_name(to.name + ending))


def _write_over(connection: sqlite3.Connection, ready: Path) -> None:
    """All content of ``ready`` in place of the connection's own, in the transaction that it has begun.

    In place, and not by a rename: whoever has the file open, or waits for it, must not write into a file that is
    gone. The file, its owner and its log stay the same.
    """
    with closing(sqlite3.connect(ready)) as source:
        for name, _ in connection.execute(_MADE, ("table",)).fetchall():
            connection.execute(f'DROP TABLE "{name}"')
        for kind in ("table", "index"):
            for name, making in source.execute(_MADE, (kind,)).fetchall():
                connection.execute(making)
                if kind == "table":
                    _fill(connection, source, name)
        connection.execute("DELETE FROM sqlite_sequence")
        _fill(connection, source, "sqlite_sequence")
    connection.execute("COMMIT")


def _fill(connection: sqlite3.Connection, source: sqlite3.Connection, table: str) -> None:
    rows = source.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (the name is the schema's own)
    holes = ", ".join("?" for _ in rows.description)
    connection.executemany(f'INSERT INTO "{table}" VALUES ({holes})', rows)  # noqa: S608


def _give_to(path: Path, like: Path) -> None:
    """Whoever owns ``like`` owns ``path``, where this user may say so."""
    owner = like.stat()
    if os.geteuid() == 0:
        os.chown(path, owner.st_uid, owner.st_gid)
