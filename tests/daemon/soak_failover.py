"""Row 17 of the fault matrix: the server dies, its synchronous standby takes over, and nothing that was said is lost.

Part of ``make soak``: `pytest tests/daemon/soak_failover.py`.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from types import TracebackType
from typing import Self

import pytest

from monitor.config import load_config
from monitor.desk import carry_out
from monitor.house import House
from monitor.library import load_library
from monitor.store import Store, StoreFault
from rules.commands import progress
from tests.cluster import Cluster, running_cluster, running_standby
from tests.daemon.installation import Installation, until
from tests.daemon.shared import Shared
from tests.daemon.sink import Sink
from tests.daemon.test_killed import MINISTRIES, more_than
from tests.daemon.test_server_restarts import all_accepted, all_accepted_later
from tests.daemon.turned import Turned, local
from tests.stories.world import LAWYER

CASE = "nq-9-2016/1@bo-tt-tt"
FIRST, NEXT = local("2016-06-20T09:00"), local("2016-06-21T08:00")
ENOUGH = 100


class Clerk:
    """Writes one fact after the other, and remembers which ones were acknowledged."""

    def __init__(self, office: Installation, url: str) -> None:
        self.acknowledged: list[str] = []
        self._url = url
        config = load_config(office.folder / "config.toml", {})
        self._setting = House.of(config, load_library(config.catalogue, config.directory)).setting
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._write, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def has_more_than(self, many: int) -> bool:
        return len(self.acknowledged) > many

    def _write(self) -> None:
        store = Store.open(self._url)
        number = 0
        while not self._over.is_set():
            number += 1
            note = f"fact {number}"
            command = partial(progress, percent=number % 100, note=note, moment=FIRST, setting=self._setting)
            try:
                carry_out(store, self._setting, FIRST, LAWYER, (CASE,), command)
            except StoreFault:
                self._over.wait(0.05)
            else:
                self.acknowledged.append(note)
        store.close()


@contextmanager
def pair() -> Iterator[tuple[Cluster, Cluster]]:
    """A server, and a standby that has every commit on its disk before the commit is acknowledged."""
    with running_cluster() as server, running_standby(server) as standby:
        server.waits_for_its_standby()
        yield server, standby


@pytest.mark.timeout(300)
def test_a_standby_that_takes_over_has_every_fact_that_was_acknowledged(
    office: Installation, turned: Turned, sink: Sink
) -> None:
    with pair() as (server, standby):
        name = server.name_of(server.database())
        url = f"postgresql://duewatch@/{name}?host={server.folder}&host={standby.folder}&connect_timeout=2"
        shared = Shared(office, turned(FIRST), server, sink, MINISTRIES, url)
        with office.daemon() as daemon, office.daemon() as other:
            until(partial(all_accepted, shared), "the first letters are accepted", 60)
            with Clerk(office, url) as clerk:
                until(partial(clerk.has_more_than, ENOUGH), "facts are acknowledged")
                shared.clock.turn(NEXT)
                shared.wakes()
                until(partial(more_than, sink, len(sink.arrivals)), "letters arrive")
                server.stop("immediate")
                standby.promote()
                until(
                    partial(clerk.has_more_than, len(clerk.acknowledged) + ENOUGH),
                    "the standby takes facts",
                    60,
                )
                until(partial(all_accepted_later, shared), "every letter is accepted", 90)
            assert [daemon.stopped(), other.stopped()] == [0, 0]
        letters = shared.letters()
        with shared.store() as store, store.reading() as ledger:
            rows = ledger.rows("SELECT body FROM journal WHERE fact = 'ProgressReported'")
            written = "\n".join(str(row[0]) for row in rows)
        lost = [note for note in clerk.acknowledged if f'"{note}"' not in written]
        assert lost == [], f"of {len(clerk.acknowledged)} acknowledged facts"
        arrived = Counter(shared.copies())
        uncertain = {message for _, was_uncertain, message in letters if was_uncertain}
        assert set(arrived) == {message for _, _, message in letters}
        assert {message for message, copies in arrived.items() if copies > 1} <= uncertain
        assert len(letters) == 2 * len(MINISTRIES)
        assert shared.findings() == ()
