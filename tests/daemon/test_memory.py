"""Row 15 of the fault matrix: the kernel ends a daemon that takes too much memory, and the next start loses nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.daemon.installation import Daemon, Installation, until
from tests.daemon.sink import Sink
from tests.daemon.turned import missing
from tests.smtp_server import HOLD

GROUPS = Path("/sys/fs/cgroup")
TOO_LITTLE = 256 * 1024


@contextmanager
def confined(daemon: Daemon) -> Iterator[None]:
    """From now on the daemon gets hardly any further memory, as under a MemoryMax= that it has reached."""
    old, new = GROUPS / "memory", GROUPS / "cgroup.controllers"
    if os.geteuid() != 0 or not (old.is_dir() or new.exists()):
        missing("only root may limit a process's memory, and only with control groups")
    group = (old if old.is_dir() else GROUPS) / f"duewatch-{daemon.pid}"
    if not old.is_dir():
        (GROUPS / "cgroup.subtree_control").write_text("+memory")
    group.mkdir()
    try:
        (group / "cgroup.procs").write_text(str(daemon.pid))
        (group / ("memory.limit_in_bytes" if old.is_dir() else "memory.max")).write_text(str(TOO_LITTLE))
        yield
    finally:
        until(lambda: not (group / "cgroup.procs").read_text().strip(), "the group is empty")
        group.rmdir()


@pytest.mark.contract(2, 3)
def test_a_daemon_that_takes_too_much_memory_is_ended_and_the_next_one_loses_nothing(
    mailing: Installation, sink: Sink
) -> None:
    sink.behave({"RCPT": HOLD})
    with mailing.daemon() as daemon:
        until(lambda: sink.reached("RCPT"), "a letter is on its way")
        with confined(daemon):
            sink.release()
            for _ in range(50):  # whatever it does, it wants memory for it
                daemon.send(signal.SIGHUP)
                if daemon.is_over_within(0.5):
                    break
            assert daemon.ended() == -signal.SIGKILL
    sink.behave({})
    mailing.done("tick")
    assert len({arrival.letter.content for arrival in sink.arrivals}) == 1
    (row,) = mailing.rows("outbox", "--state", "all")
    assert row["state"] == "accepted"
    assert len(sink.arrivals) == 1 or row["was_uncertain"] is True
