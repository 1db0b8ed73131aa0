"""Row 59 of the fault matrix: round after round of reloads, failing deliveries and retries leaves nothing behind."""

from __future__ import annotations

import os
import signal
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.daemon.installation import TO_A_SERVER, Daemon, Installation, until
from tests.daemon.sink import Sink
from tests.daemon.turned import Turned, WallClock, local
from tests.smtp_server import DROP

# `make soak` sets it higher: to 90, for after five days the letter would be given up.
ROUNDS = int(os.environ.get("DUEWATCH_TEST_ROUNDS", "6"))
FAULTS = ("greeting", "EHLO", "MAIL", "RCPT", "DATA", "dot")
LATER = timedelta(minutes=70)  # every hour, and up to six minutes more
# The loop's, the store's and one to spare; and as many as asyncio lends out for reading files, which it keeps.
MOST_THREADS = 3 + min(32, (os.cpu_count() or 1) + 4)
STEADY = 5  # counts that agree on the least
GROWTH_KB = 8_000 + 40 * ROUNDS


class Held(NamedTuple):
    """What a process holds on to."""

    descriptors: int
    tasks: int


@pytest.mark.timeout(120 + 3 * ROUNDS)
def test_reloads_and_failing_deliveries_leak_no_descriptor_no_thread_and_no_task(
    office: Installation, turned: Turned, sink: Sink
) -> None:
    office.module = "tests.daemon.mortal"
    office.furnish(TO_A_SERVER.format(port=sink.port, security="none"))
    clock = turned(local("2016-06-28T09:00"))
    with office.daemon(TALLY=str(office.folder / "tally")) as daemon:
        daemon.waits_until_said("watching")
        for number in range(6):
            go_round(office, daemon, clock, sink, number)
        before, memory = at_rest(office, daemon), resident_kb(daemon)
        for number in range(ROUNDS):
            go_round(office, daemon, clock, sink, number)
        assert at_rest(office, daemon) == before
        assert threads(daemon) <= MOST_THREADS
        assert resident_kb(daemon) - memory < GROWTH_KB
        assert daemon.stopped() == 0


def go_round(office: Installation, daemon: Daemon, clock: WallClock, sink: Sink, number: int) -> None:
    """The files are read anew, the letter is tried once more, and the server ends the connection at another step."""
    sink.behave({FAULTS[number % len(FAULTS)]: DROP})
    reloads, tries = count(daemon, "reloaded"), tried(daemon)
    daemon.send(signal.SIGHUP)
    until(partial(more, daemon, "reloaded", reloads), "the files are read anew")
    clock.jump(LATER)
    office.wake()
    until(lambda: tried(daemon) > tries, "the letter is tried once more")


def count(daemon: Daemon, message: str) -> int:
    return daemon.said.count(f'"message":"{message}"')


def more(daemon: Daemon, message: str, before: int) -> bool:
    return count(daemon, message) > before


def tried(daemon: Daemon) -> int:
    return count(daemon, "letter deferred") + count(daemon, "letter uncertain")


def held(office: Installation, daemon: Daemon) -> Held:
    tally = office.folder / "tally"
    tally.unlink(missing_ok=True)
    daemon.send(signal.SIGUSR2)
    until(lambda: tally.exists() and tally.read_text(), "the tasks are counted")
    own = Path(f"/proc/{daemon.pid}")
    return Held(len(list((own / "fd").iterdir())), int(tally.read_text()))


def at_rest(office: Installation, daemon: Daemon) -> Held:
    """What is held once nothing is under way: the least, seen again and again."""
    seen: list[Held] = []

    def is_steady() -> bool:
        seen.append(held(office, daemon))
        return len(seen) > 1 and seen.count(Held(*map(min, *seen))) >= STEADY

    until(is_steady, "nothing is under way")
    return Held(*map(min, *seen))


def threads(daemon: Daemon) -> int:
    return len(list(Path(f"/proc/{daemon.pid}/task").iterdir()))


def resident_kb(daemon: Daemon) -> int:
    status = Path(f"/proc/{daemon.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])
