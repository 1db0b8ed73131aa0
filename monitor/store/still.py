"""A database file that this program only reads: a backup, a kept copy, or one that this user may not write."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import QueuePool

from monitor.store.faults import StoreFault


def still_engine(path: Path) -> Engine:
    """An engine that reads the file and leaves no trace. One whose log still lies beside it is read with that."""
    return _engine(path, immutable=not _has_log(path))


def may_be_written(path: Path) -> bool:
    """Whether this user could write the file, and what a write-ahead log needs beside it."""
    index = path.with_name(f"{path.name}-shm")
    needed = (path, index if index.exists() else path.parent)
    return all(os.access(place, os.W_OK, effective_ids=True) for place in needed)


def reading_engine(path: Path) -> tuple[Engine, bool]:
    """An engine for who may only read, and whether it takes no lock, so that somebody might write meanwhile.

    Where the log's index lies beside the file, somebody has it open, and is read along with. Without it only a file
    without a log can be read: raises StoreFault (75) where one was left behind, since its index cannot be made.
    """
    if path.with_name(f"{path.name}-shm").exists():
        return _engine(path, immutable=False), False
    if _has_log(path):
        raise StoreFault(
            f"the database {path} cannot be read without the right to write its folder, for what was written last lies "
            "in a log beside it; ask as the user of its daemon, or look at a backup (`duewatch db backup`)"
        )
    return _engine(path, immutable=True), True


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _engine(path: Path, *, immutable: bool) -> Engine:
    uri = f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if immutable else ''}"
    return create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None),
        poolclass=QueuePool,
        hide_parameters=True,
    )
