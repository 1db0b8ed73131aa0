"""What the world does to a database, said in one plain sentence with an exit code."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError

WRONG_FILE = 1
TEMPORARY = 75
REFUSED = 78


class StoreFault(Exception):
    """The database cannot serve: ``sentence`` says what to do, ``exit_code`` is 75 (try again) or 78 (refused)."""

    def __init__(self, sentence: str, exit_code: int = TEMPORARY) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.exit_code = exit_code


class Unmovable(Exception):
    """``retry`` or ``drop`` was asked of an outbox row that cannot be moved; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Torn(Exception):
    """A step that several letters took together did not take for some of them: each has to take it alone."""


def emptied(name: str) -> StoreFault:
    """An empty database is never taken for a new one: all letters would go out again."""
    return StoreFault(
        f"the database {name} is empty, and only a missing one is made anew; put back a backup "
        "(`duewatch db restore FILE`), or remove the file to begin from nothing",
        REFUSED,
    )


_WORLD: dict[int, tuple[str, int]] = {
    sqlite3.SQLITE_BUSY: ("is locked by another program; try again in a moment", TEMPORARY),
    sqlite3.SQLITE_LOCKED: ("is locked by another program; try again in a moment", TEMPORARY),
    sqlite3.SQLITE_READONLY: ("is read-only; give this user the right to write it and its folder", TEMPORARY),
    sqlite3.SQLITE_PERM: ("may not be opened; give this user the right to read and write it", TEMPORARY),
    sqlite3.SQLITE_FULL: ("cannot grow: the disk is full; make room, nothing was half written", TEMPORARY),
    sqlite3.SQLITE_IOERR: ("cannot be read or written; look at the disk (full or failing)", TEMPORARY),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened; look at its path, its folder and their rights", TEMPORARY),
    sqlite3.SQLITE_CORRUPT: (
        "is damaged; stop, and put back a backup (`duewatch db check` shows more)",
        REFUSED,
    ),
    sqlite3.SQLITE_NOTADB: ("is not a database; name another file, or put back a backup", REFUSED),
}


def fault_of(error: BaseException | None, name: str) -> StoreFault | None:
    """The fault behind an SQLite error; None where the error is no doing of the world but a bug."""
    if not isinstance(error, sqlite3.Error):
        return None
    code = getattr(error, "sqlite_errorcode", None)
    kind = code & 0xFF if isinstance(code, int) else 0
    if kind == sqlite3.SQLITE_CANTOPEN and Path(name).is_file() and not os.access(Path(name).parent, os.W_OK):
        kind = sqlite3.SQLITE_READONLY  # the files beside it, which a write-ahead log needs, cannot be made
    known = _WORLD.get(kind)
    named = name if kind == sqlite3.SQLITE_NOTADB else f"the database {name}"
    return StoreFault(f"{named} {known[0]}", known[1]) if known else None


@contextmanager
def about_a_named_file() -> Iterator[None]:
    """What is refused here is a file that somebody has named (1), not the database that is used (78)."""
    try:
        yield
    except StoreFault as fault:
        if fault.exit_code != REFUSED:
            raise
        raise StoreFault(fault.sentence, WRONG_FILE) from fault


Reading = Callable[[BaseException | None, str], StoreFault | None]


@contextmanager
def plain_faults(name: str, read: Reading = fault_of) -> Iterator[None]:
    """Turn locked, full, read-only, damaged and vanished into ``StoreFault``; anything else goes through.

    ``read`` knows the driver's errors. A violated constraint is a bug of ours and stays an ``IntegrityError``.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        fault = read(error.orig, name)
        if fault is None:
            raise
        raise fault from error
    except sqlite3.Error as error:
        fault = fault_of(error, name)
        if fault is None:
            raise
        raise fault from error
