"""``python -m tests.daemon.mortal``: the program itself, which a SIGKILL ends at the point that $DIES_AT names.

The points lie around the commits: "before claimed" is the last moment at which the letter's claim is not yet
written, "after claimed" the first at which it is. The names are told from what the transaction has changed.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from monitor.store import Ledger, Store

AT = "DIES_AT"
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
    if any(os.environ[AT] == f"{side} {name}" for name in done):
        die()


if __name__ == "__main__":
    from monitor.__main__ import main

    Store.writing = writing  # type: ignore[method-assign]
    main()
