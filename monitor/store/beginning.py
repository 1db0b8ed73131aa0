"""The first use of an SQLite file: it appears under its name only once its tables are committed in it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from monitor.store import revisions, sqlite_file
from monitor.store.faults import StoreFault, emptied, plain_faults


def begin(path: Path, patience_s: float) -> None:
    """Make the database where there is none.

    An empty file under its name would look like one whose content is lost: so it is made under another name. A program
    that is killed meanwhile leaves only that, and the next one begins it anew.
    """
    if path.exists():
        return
    path = path.resolve()  # where a link leads
    draft = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(draft) as handle:
            if path.exists():
                draft.unlink(missing_ok=True)  # another one has been quicker
                return
            os.ftruncate(handle, 0)
            for ending in ("-wal", "-shm", "-journal"):
                draft.with_name(draft.name + ending).unlink(missing_ok=True)
            _fill(draft, patience_s)
            draft.rename(path)
            on_disk(path.parent)
    except OSError as error:
        raise sqlite_file.unmade(path, error) from error


@contextmanager
def _alone(draft: Path) -> Iterator[int]:
    """Only one program at a time fills the draft; the kernel lets go of it even if that is killed."""
    handle = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


def _fill(draft: Path, patience_s: float) -> None:
    with plain_faults(str(draft)):
        engine = sqlite_file.file_engine(draft, patience_s)
        try:
            with sqlite_file.transaction(engine, writing=True) as connection:
                revisions.make(connection)
        finally:
            engine.dispose()  # the last one out copies the log into the file, and takes it away


def on_disk(folder: Path) -> None:
    """The names in a folder are what they are even after a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def refuse_emptied(path: Path) -> None:
    """Raises StoreFault (78) for a file of no bytes, before SQLite takes away the log that lies beside it.

    And for a folder in its place.
    """
    if path.is_dir():
        raise StoreFault(f"{path} is a folder; name a file for the database")
    if path.is_file() and path.stat().st_size == 0:
        raise emptied(str(path))
