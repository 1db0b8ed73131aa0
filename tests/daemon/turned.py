"""The wall clock of whole processes, turned from outside: they run as always, only their day is another."""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import which
from zoneinfo import ZoneInfo

import pytest

HERE = Path(__file__).parent
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_COUNT = struct.Struct("=Q")
_HANDS = struct.Struct("=qqd")


def missing(what: str) -> None:
    """Skip the test for want of something; where everything has been installed for the tests, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"not run: {what}")
    pytest.skip(f"not run: {what}")


def built(folder: Path) -> Path:
    """The preload, compiled into ``folder``."""
    compiler = which("gcc")
    if compiler is None:
        missing("there is no gcc to build the preload that turns the clock")
    library = folder / "preload.so"
    order = [compiler or "gcc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", str(library)]
    subprocess.run([*order, str(HERE / "preload.c")], check=True, capture_output=True, text=True)
    return library


class WallClock:
    """A clock that goes at ``pace`` from the moment it was last set to; only processes with ``environ`` see it."""

    def __init__(self, library: Path, folder: Path, start: datetime) -> None:
        file = folder / "clock"
        file.write_bytes(bytes(_COUNT.size + _HANDS.size))
        with file.open("r+b") as handle:
            self._dial = mmap.mmap(handle.fileno(), 0)
        self._settings = 0
        self._hands = (time.monotonic_ns(), 0, 1.0)
        self.environ: Mapping[str, str] = {"LD_PRELOAD": str(library), "TURNED_CLOCK": str(file)}
        self.turn(start)

    def now(self) -> datetime:
        """What the processes see now."""
        monotonic, wall, pace = self._hands
        return EPOCH + timedelta(microseconds=(wall + (time.monotonic_ns() - monotonic) * pace) / 1000)

    def turn(self, moment: datetime, pace: float = 1.0) -> None:
        """Set the clock to ``moment``, from where it goes on ``pace`` times as fast as time does."""
        wall = (moment - EPOCH) // timedelta(microseconds=1) * 1000
        self._hands = (time.monotonic_ns(), wall, pace)
        self._count()
        self._dial[_COUNT.size :] = _HANDS.pack(*self._hands)
        self._count()

    def jump(self, by: timedelta) -> None:
        """As a wrong time server does."""
        self.turn(self.now() + by, self._hands[2])

    def _count(self) -> None:
        self._settings += 1
        self._dial[: _COUNT.size] = _COUNT.pack(self._settings)


def local(text: str) -> datetime:
    """A moment of the office's zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


Turned = Callable[[datetime], WallClock]
