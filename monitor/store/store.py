"""The store: opens the database, begins and ends transactions, and says plainly what the world did to it."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Engine

from monitor.store import beginning, copying, revisions, sqlite, sqlite_file, tables
from monitor.store.briefs import Shelf
from monitor.store.database import Database
from monitor.store.faults import REFUSED, StoreFault, about_a_named_file, plain_faults
from monitor.store.ledger import Ledger
from monitor.store.still import may_be_written, reading_engine, still_engine
from monitor.store.urls import parsed_url, server_of


class Store:
    """One database. Used by one thread at a time, except ``changes``, which any thread may call."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._shelf = Shelf()
        self._commits = 0

    @classmethod
    def open(
        cls,
        url: str,
        *,
        base: Path | None = None,
        create: bool = True,
        upgrade: bool = True,
        by_hand: bool = False,
        patience_s: float = sqlite_file.PATIENCE_S,
    ) -> Store:
        """The store at ``url``; relative SQLite paths count from ``base``.

        Makes folder and database at first use (``create``) and brings an older one up after a copy of its
        file (``upgrade``); on PostgreSQL tables are made and upgraded only ``by_hand``. Waits ``patience_s``
        seconds for a lock. Who may not write the file (and does not make it) can still read. Raises StoreFault:
        75 where the database cannot be reached or written, 78 where it is newer, damaged, not ours, or waits for
        `duewatch db upgrade`.
        """
        parsed = parsed_url(url)
        if parsed.get_backend_name() == "postgresql":
            store = cls(server_of(parsed, patience_s))
        else:
            path = sqlite_file.file_of(parsed, base)
            if path is None:
                return cls.scratch()
            if create:
                beginning.begin(path, patience_s)
            elif not path.is_file():
                raise StoreFault(
                    f"there is no database {path} yet; `duewatch run` or `duewatch tick` makes it"
                )
            beginning.refuse_emptied(path)
            if create or by_hand or may_be_written(path):
                store = cls(sqlite.SqliteDatabase(sqlite_file.file_engine(path, patience_s), path))
            else:
                engine, is_steady = reading_engine(path)
                store = cls(sqlite.SqliteDatabase(engine, path, is_steady=is_steady))
        try:
            store._settle_revision(by_hand=by_hand, upgrade=upgrade and store._database.upgrades_itself)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def still(cls, path: Path) -> Store:
        """A file of this program's revision that nobody writes meanwhile, for reading only.

        Raises StoreFault (1: another file is meant) where it is damaged, newer, older or not ours.
        """
        store = cls(sqlite.SqliteDatabase(still_engine(path), path))
        try:
            with about_a_named_file():
                store._settle_revision(by_hand=False, upgrade=False)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def scratch(cls) -> Store:
        """An empty store in memory."""
        store = cls(sqlite.SqliteDatabase(sqlite_file.memory_engine(), None))
        with store._database.transaction(writing=True) as connection:
            revisions.make(connection)
        return store

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return self._database.name

    @property
    def single_daemon(self) -> bool:
        """Whether a daemon has this store to itself, so that nobody else can hold a lease."""
        return self._database.single_daemon

    @property
    def holder(self) -> str:
        """What this program calls itself where it claims letters; no two programs that run have the same name."""
        parts = (socket.gethostname(), str(os.getpid()), self._database.holder_mark())
        return "-".join(part for part in parts if part)

    @property
    def commits(self) -> int:
        """How many changes this store has committed since it was opened."""
        return self._commits

    @property
    def _engine(self) -> Engine:
        return self._database.engine

    def close(self) -> None:
        """Let go of every connection."""
        self._database.close()

    @contextmanager
    def writing(self, *, deciding: bool = True, alone: bool = False) -> Iterator[Ledger]:
        """One transaction, committed at the end, rolled back on any exception.

        ``deciding`` False: it changes no case and nothing that waits, only letters that this program holds, and
        marks of its own. ``alone``: nobody else decides or claims meanwhile.
        """
        database = self._database
        try:
            with (
                self._plain_faults(),
                database.transaction(writing=True, deciding=deciding, alone=alone) as connection,
            ):
                yield Ledger(connection, self._shelf, database, deciding=deciding)
        except BaseException:
            self._shelf.clear()
            raise
        self._commits += 1

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """A view of one moment; writing in it fails."""
        with self._plain_faults(), self._database.transaction(writing=False) as connection:
            yield Ledger(connection, self._shelf, self._database, deciding=False)

    def daemon_lock(self) -> AbstractContextManager[None]:
        """Held by a running daemon; raises StoreFault (75) where only one may run and another does."""
        return self._database.daemon_lock()

    def is_served(self) -> bool:
        """Whether a daemon, or one pass of one, runs on this database at this moment."""
        with self._plain_faults():
            return self._database.is_served()

    def changes(self) -> int:
        """A number that is another one whenever somebody has committed a change meanwhile."""
        return self._database.changes(self._commits)

    def check(self) -> tuple[str, ...]:
        """What is wrong with the database, a sentence each; empty when it is sound."""
        try:
            with self._plain_faults(), self._database.transaction(writing=False) as connection:
                found = self._database.faults(connection)
                revision = revisions.revision_of(connection)
        except StoreFault as fault:
            return (fault.sentence,)
        if revision != tables.REVISION:
            return (*found, f"the database is at revision {revision}, this program wants {tables.REVISION}")
        return found

    def refuse_damaged(self) -> None:
        """Raises StoreFault (78) where a quick look through the whole file finds damage."""
        with self._plain_faults(), self._database.transaction(writing=False) as connection:
            self._database.refuse_damaged(connection)

    def revision(self) -> str | None:
        """The revision of the database's tables."""
        with self._plain_faults(), self._database.transaction(writing=False) as connection:
            return revisions.revision_of(connection)

    def backup(self, path: Path) -> None:
        """A consistent copy into a new file; raises StoreFault where it stands already or cannot be written."""
        with plain_faults(str(path)):
            self._database.backup(path)

    def copy_into(self, scratch: Store) -> None:
        """Everything, as of this moment, into a scratch store, whose own content is lost."""
        source, target = self._database, scratch._database
        with self._plain_faults():
            if isinstance(source, sqlite.SqliteDatabase) and isinstance(target, sqlite.SqliteDatabase):
                source.copy_into(target)
            else:
                copying.copy(source, target)
        scratch._shelf.clear()
        scratch._commits += 1

    def move_into(self, other: Store) -> int:
        """Everything into an empty store, compared row by row before it is committed; returns how many rows.

        Raises StoreFault where the other one is not empty, or a row does not come back as it was written.
        """
        with self._plain_faults(), other._plain_faults():
            return copying.copy(self._database, other._database, checked=True)

    def upgrade(self) -> bool:
        """Bring an older database up, after a copy of its file; False where there was nothing to do."""
        with self._plain_faults():
            with self._database.transaction(writing=False) as connection:
                revision = revisions.revision_of(connection)
            if revision is None or revision == tables.REVISION:
                return False
            revisions.refuse_newer(revision)
            self._database.keep_copy(revision)
            with self._database.transaction(writing=True, alone=True) as connection:
                if revisions.revision_of(connection) != tables.REVISION:
                    revisions.bring_up(connection)
        return True

    def _settle_revision(self, *, by_hand: bool, upgrade: bool) -> None:
        """Only a person has tables made in an empty database; ``upgrade``: an older one is brought up unasked."""
        with self._plain_faults():
            with self._database.transaction(writing=False) as connection:
                self._database.refuse_unfit(connection)
                revision = revisions.revision_of(connection)
            if revision is None:
                self._database.refuse_empty(by_hand=by_hand)
                with self._database.transaction(writing=True, alone=True) as connection:
                    if revisions.revision_of(connection) is None:
                        revisions.make(connection)
                return
        if revision == tables.REVISION:
            return
        revisions.refuse_newer(revision)
        if not (by_hand or upgrade):
            raise StoreFault(
                f"the database {self.name} is of an older revision; run `duewatch db upgrade`", REFUSED
            )
        self.upgrade()

    def _plain_faults(self) -> AbstractContextManager[None]:
        return plain_faults(self.name, self._database.fault_of)
