"""What may happen to the place where the database lies: a small disk that fills up, another program's lock."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tests.daemon.turned import missing


class Disk:
    """A small file system of its own."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def be(self, rights: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{rights}", str(self.place)], check=True)

    def fill(self) -> None:
        with suppress(OSError), (self.place / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(bytes(4096))

    def make_room(self) -> None:
        (self.place / "filler").unlink()


@contextmanager
def small_disk(place: Path) -> Iterator[Disk]:
    """Two megabytes, mounted at ``place`` until the end of the block."""
    if os.geteuid() != 0:
        missing("only root may mount a small disk")
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        missing("a small disk cannot be mounted here")
    try:
        yield Disk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Another program writes, and does not come to an end."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


@contextmanager
def being_read(database: Path) -> Iterator[None]:
    """Another program reads, and does not come to an end."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM journal").fetchone()
        yield
        connection.execute("ROLLBACK")
