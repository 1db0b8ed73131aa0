"""The store: opens the database, begins and ends transactions, and says plainly what the world did to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from monitor.store import revisions, sqlite, tables
from monitor.store.briefs import Shelf
from monitor.store.faults import REFUSED, StoreFault, plain_faults
from monitor.store.ledger import Ledger


class Store:
    """One database. Used by one thread at a time, except ``changes``, which any thread may call."""

    def __init__(self, engine: Engine, path: Path | None) -> None:
        self._engine = engine
        self._path = path
        self._shelf = Shelf()
        self._commits = 0
        self._watcher: sqlite3.Connection | None = None

    @classmethod
    def open(
        cls,
        url: str,
        *,
        base: Path | None = None,
        create: bool = True,
        upgrade: bool = True,
        patience_s: float = sqlite.PATIENCE_S,
    ) -> Store:
        """The store at ``url``; relative SQLite paths count from ``base``.

        Makes folder and database at first use (``create``) and brings an older one up after a copy of its
        file (``upgrade``). Waits ``patience_s`` seconds for a lock. Raises StoreFault: 75 where the database
        cannot be reached or written, 78 where it is newer, damaged or not ours.
        """
        path = _path_of(url, base)
        if path is None:
            return cls.scratch()
        if create:
            sqlite.prepare_file(path)
        elif not path.is_file():
            raise StoreFault(f"there is no database {path} yet; `duewatch run` or `duewatch tick` makes it")
        store = cls(sqlite.file_engine(path, patience_s), path)
        try:
            store._settle_revision(upgrade=upgrade)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def scratch(cls) -> Store:
        """An empty store in memory."""
        store = cls(sqlite.memory_engine(), None)
        with sqlite.transaction(store._engine, writing=True) as connection:
            revisions.make(connection)
        return store

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return "in memory" if self._path is None else str(self._path)

    @property
    def single_daemon(self) -> bool:
        """Whether a daemon has this store to itself, so that nobody else can hold a lease."""
        return True

    def close(self) -> None:
        """Let go of every connection."""
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
        self._engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """One transaction, committed at the end, rolled back on any exception."""
        try:
            with plain_faults(self.name), sqlite.transaction(self._engine, writing=True) as connection:
                yield Ledger(connection, self._shelf)
        except BaseException:
            self._shelf.clear()
            raise
        self._commits += 1

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """A view of one moment; writing in it fails."""
        with plain_faults(self.name), sqlite.transaction(self._engine, writing=False) as connection:
            yield Ledger(connection, self._shelf)

    def daemon_lock(self) -> AbstractContextManager[None]:
        """Held by the one daemon of this file; raises StoreFault (75) where another holds it."""
        return nullcontext() if self._path is None else sqlite.lock(self._path)

    def changes(self) -> int:
        """A number that is another one whenever anybody, this store too, has committed meanwhile."""
        if self._path is None:
            return self._commits
        with plain_faults(self.name):
            if self._watcher is None:
                self._watcher = sqlite.raw(self._engine)
            return sqlite.data_version(self._watcher)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the database, a sentence each; empty when it is sound."""
        try:
            with plain_faults(self.name), sqlite.transaction(self._engine, writing=False) as connection:
                found = sqlite.faults(connection)
                revision = revisions.revision_of(connection)
        except StoreFault as fault:
            return (fault.sentence,)
        if revision != tables.REVISION:
            return (*found, f"the database is at revision {revision}, this program wants {tables.REVISION}")
        return found

    def revision(self) -> str | None:
        """The revision of the database's tables."""
        with plain_faults(self.name), sqlite.transaction(self._engine, writing=False) as connection:
            return revisions.revision_of(connection)

    def backup(self, path: Path) -> None:
        """A consistent copy into a new file; raises StoreFault where it stands already or cannot be written."""
        with plain_faults(str(path)):
            sqlite.copy_to_file(self._engine, path)

    def copy_into(self, scratch: Store) -> None:
        """Everything, as of this moment, into another store, whose own content is lost."""
        with plain_faults(self.name):
            source = sqlite.raw(self._engine)
            try:
                sqlite.copy(source, sqlite.raw(scratch._engine))
            finally:
                if self._path is not None:
                    source.close()
        scratch._shelf.clear()
        scratch._commits += 1

    def upgrade(self) -> bool:
        """Bring an older database up, after a copy of its file; False where there was nothing to do."""
        with plain_faults(self.name):
            with sqlite.transaction(self._engine, writing=False) as connection:
                revision = revisions.revision_of(connection)
            if revision is None or revision == tables.REVISION:
                return False
            revisions.refuse_newer(revision)
            self._keep_copy(revision)
            with sqlite.transaction(self._engine, writing=True) as connection:
                if revisions.revision_of(connection) != tables.REVISION:
                    revisions.bring_up(connection)
        return True

    def _keep_copy(self, revision: str) -> None:
        """A copy beside the file; one that an interrupted upgrade left is replaced: the file is still the old one."""
        if self._path is not None:
            beside = self._path.with_name(f"{self._path.name}.before-{revision}")
            beside.unlink(missing_ok=True)
            sqlite.copy_to_file(self._engine, beside)

    def _settle_revision(self, *, upgrade: bool) -> None:
        with plain_faults(self.name):
            with sqlite.transaction(self._engine, writing=False) as connection:
                revision = revisions.revision_of(connection)
            if revision is None:
                with sqlite.transaction(self._engine, writing=True) as connection:
                    if revisions.revision_of(connection) is None:
                        revisions.make(connection)
                return
        if revision == tables.REVISION:
            return
        revisions.refuse_newer(revision)
        if not upgrade:
            raise StoreFault(
                f"the database {self.name} is of an older revision; run `duewatch db upgrade`", REFUSED
            )
        self.upgrade()


def _path_of(url: str, base: Path | None) -> Path | None:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreFault(
            f"[store] url cannot be read: {url!r}; write sqlite:///path/to/file.db", REFUSED
        ) from None
    if parsed.get_backend_name() != "sqlite":
        raise StoreFault(
            f"[store] url names {parsed.get_backend_name()}, which this version cannot use; "
            "write sqlite:///path/to/file.db",
            REFUSED,
        )
    return sqlite.file_of(parsed, base)
