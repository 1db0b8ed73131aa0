"""A database file that nobody writes meanwhile: a backup, a kept copy; read without leaving a trace beside it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import QueuePool


def still_engine(path: Path) -> Engine:
    """An engine that reads the file. One whose log still lies beside it is read with that."""
    log = path.with_name(f"{path.name}-wal")
    has_log = log.exists() and log.stat().st_size > 0
    uri = f"{path.resolve().as_uri()}?mode=ro{'' if has_log else '&immutable=1'}"
    return create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None),
        poolclass=QueuePool,
        hide_parameters=True,
    )
