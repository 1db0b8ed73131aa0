"""The preload itself: the wall clock turns, everything else stays true."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.daemon.turned import EPOCH, WallClock

SHOW = """
import ctypes, datetime, time
libc = ctypes.CDLL(None)
pair = (ctypes.c_long * 2)()
libc.gettimeofday(pair, None)
print(time.time())
print(datetime.datetime.now(datetime.timezone.utc).timestamp())
print(pair[0] + pair[1] / 1e6)
print(libc.time(None))
print(time.clock_gettime(getattr(time, "CLOCK_REALTIME_COARSE", 5)))
before = time.monotonic()
time.sleep(0.05)
print(time.monotonic() - before)
print(time.monotonic())
"""


def shown(clock: WallClock) -> list[float]:
    ran = subprocess.run(
        [sys.executable, "-c", SHOW],
        env={**os.environ, **clock.environ},
        check=True,
        capture_output=True,
        text=True,
    )
    return [float(line) for line in ran.stdout.split()]


def test_every_way_to_ask_for_the_day_gives_the_turned_one(preload: Path, tmp_path: Path) -> None:
    start = datetime(2016, 6, 21, 1, tzinfo=UTC)
    *walls, _slept, _monotonic = shown(WallClock(preload, tmp_path, start))
    assert len(walls) == 5
    assert all(0 <= wall - (start - EPOCH).total_seconds() + 1 < 30 for wall in walls)


def test_sleep_and_the_monotonic_clock_stay_true(preload: Path, tmp_path: Path) -> None:
    clock = WallClock(preload, tmp_path, datetime(2016, 6, 21, 1, tzinfo=UTC))
    clock.turn(clock.now(), pace=3600)
    before = time.monotonic()
    *_, slept, monotonic = shown(clock)
    assert 0.05 <= slept < 5
    assert before < monotonic < time.monotonic()


def test_the_clock_can_be_made_to_run(preload: Path, tmp_path: Path) -> None:
    clock = WallClock(preload, tmp_path, datetime(2016, 6, 21, 1, tzinfo=UTC))
    clock.turn(clock.now(), pace=100_000)
    first, second = shown(clock)[0], shown(clock)[0]
    # The second process starts at least the first one's 50 ms of sleep later: 5 000 turned seconds.
    assert second - first > 4_000


def test_a_jump_is_seen_at_once(preload: Path, tmp_path: Path) -> None:
    clock = WallClock(preload, tmp_path, datetime(2016, 6, 21, 1, tzinfo=UTC))
    before = shown(clock)[0]
    clock.jump(timedelta(days=-1))
    assert before - 86_400 <= shown(clock)[0] < before - 86_400 + 30
