"""``python -m tests.daemon.mortal``: the program itself, with faults that nobody can cause from outside.

$DIES_AT names the point at which a SIGKILL ends it, $STICKS_AT the point at which the store's thread stands still
for ever. The points lie around the commits: "before claimed" is the last moment at which the letter's claim is not yet
written, "after claimed" the first at which it is. The names are told from what the transaction has changed.
At SIGUSR1 the event loop stands still for ever. $PATIENCE_S shortens the waits that are too long for a test: how long
a turn may take before the watchdog is left without a sign of life, and how long a letter in hand may hold up the end;
$SERVER_PATIENCE_S how long a mail server may take for each step. At SIGUSR2 the number of the loop's tasks is written
into $TALLY.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from monitor.store import Ledger, Store
from notifiers.email_settings import Timeouts

DIES_AT, STICKS_AT, PATIENCE_S = "DIES_AT", "STICKS_AT", "PATIENCE_S"
SERVER_PATIENCE_S, TALLY = "SERVER_PATIENCE_S", "TALLY"
# What is counted, and what it means when there is more of it than before.
COUNTS = {
    "opened": "SELECT count(*) FROM cases",
    "decided": "SELECT count(*) FROM notices",
    "claimed": "SELECT count(*) FROM letters WHERE state = 'claimed'",
    "handed over": "SELECT count(*) FROM letters WHERE state = 'handed-over'",
    "marked": "SELECT count(*) FROM letters WHERE state = 'accepted'",
}
_writing = Store.writing


def die() -> None:
    """As a power cut does: nothing is cleaned up, nothing is said."""
    os.kill(os.getpid(), signal.SIGKILL)


def _counted(ledger: Ledger) -> Mapping[str, int]:
    return {name: int(str(next(iter(ledger.rows(text)))[0])) for name, text in COUNTS.items()}


@contextmanager
def writing(self: Store, *, deciding: bool = True, alone: bool = False) -> Iterator[Ledger]:
    """The store's own transaction, with a point before its commit and one after it."""
    with _writing(self, deciding=deciding, alone=alone) as ledger:
        before = _counted(ledger)
        yield ledger
        after = _counted(ledger)
        done = [name for name in COUNTS if after[name] > before[name]]
        _point("before", done)
    _point("after", done)


def _point(side: str, done: list[str]) -> None:
    points = [f"{side} {name}" for name in done]
    if os.environ.get(DIES_AT) in points:
        die()
    if os.environ.get(STICKS_AT) in points:
        stand_still()


def stand_still(*_: object) -> None:
    """As a disk does that answers no more, or a loop without an end."""
    while True:
        time.sleep(60)


def count_tasks(*_: object) -> None:
    Path(os.environ[TALLY]).write_text(str(len(asyncio.all_tasks())))


if __name__ == "__main__":
    from monitor import service, turning
    from monitor.__main__ import main

    Store.writing = writing  # type: ignore[method-assign]
    signal.signal(signal.SIGUSR1, stand_still)
    signal.signal(signal.SIGUSR2, count_tasks)
    if PATIENCE_S in os.environ:
        turning.STALLED_S = service.DRAIN_S = float(os.environ[PATIENCE_S])  # type: ignore[assignment]
    if SERVER_PATIENCE_S in os.environ:
        Timeouts.__init__.__defaults__ = (float(os.environ[SERVER_PATIENCE_S]),) * 4
    main()
