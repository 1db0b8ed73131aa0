"""The lock beside an SQLite file, which a daemon holds as long as it lives."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from monitor.store.faults import StoreFault

_HELD = Path("/proc/locks")


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold the lock beside the database file; the kernel lets go of it even if this program is killed."""
    beside = _beside(path)
    try:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreFault(f"the lock {beside} cannot be made: {error.strerror}; look at its folder") from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreFault(f"another daemon is running on {path}; stop it first") from error
        yield
    finally:
        os.close(handle)


def is_locked(path: Path) -> bool:
    """Whether a daemon holds the lock; asked without making one, also by who may not write it."""
    try:
        handle = os.open(_beside(path), os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return False
    except PermissionError:
        return _is_in_the_systems_list(_beside(path))
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(handle)


def _is_in_the_systems_list(beside: Path) -> bool:
    """Whether the kernel lists a lock on a file that we may not open."""
    about = beside.stat()
    place = f"{os.major(about.st_dev):02x}:{os.minor(about.st_dev):02x}:{about.st_ino}"
    try:
        return any(place in line.split() for line in _HELD.read_text(encoding="ascii").splitlines())
    except OSError:
        return False
