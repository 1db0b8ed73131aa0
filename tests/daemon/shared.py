"""Several daemons of one office on one PostgreSQL database, on a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from monitor.store import Store, StoreFault
from monitor.verify import verify
from tests.cluster import Cluster
from tests.daemon.installation import DIRECTORY, INSTRUMENT, Installation, until
from tests.daemon.post import read
from tests.daemon.sink import Sink
from tests.daemon.turned import WallClock

LEASE_TWICE_OVER = timedelta(minutes=31)
CONFIG = """
catalogue = ["catalogue"]
directory = "directory.toml"
channels = ["email"]

[operator]
email = "truc@example.org"

[store]
url = "{url}"

[email]
host = "{host}"
port = {port}
security = "{security}"

[daemon]
poll_s = 0.1
clock_guard = "off"
"""


class Shared:
    """The office, its database and its clock; ``agencies``: how many owe the one task, each with an officer."""

    def __init__(
        self,
        office: Installation,
        clock: WallClock,
        cluster: Cluster,
        sink: Sink,
        agencies: Sequence[str] = ("bo-tt-tt",),
        url: str | None = None,
    ) -> None:
        self.clock = clock
        self.sink = sink
        self.url = url or cluster.database()
        self.agencies = agencies
        officer = DIRECTORY.replace('"lan', '"o-{0}').replace("bo-tt-tt", "{0}").replace("lan@", "o-{0}@")
        office.furnish(
            CONFIG.format(
                url=self.url,
                host=sink.host,
                port=sink.port,
                security="none" if sink.host == "127.0.0.1" else "starttls",
            ),
            "".join(officer.format(agency) for agency in agencies),
            INSTRUMENT.replace('["bo-tt-tt"]', str(list(agencies)).replace("'", '"')),
        )

    @contextmanager
    def store(self) -> Iterator[Store]:
        store = Store.open(self.url)
        try:
            yield store
        finally:
            store.close()

    def letters(self) -> Sequence[tuple[str, bool, str]]:
        """State, whether its answer was once lost, and message id of each letter in the outbox."""
        with self.store() as store, store.reading() as ledger:
            rows = ledger.rows("SELECT state, was_uncertain, message_id FROM letters ORDER BY number")
            return tuple((str(row[0]), bool(row[1]), str(row[2])) for row in rows)

    def count(self, question: str) -> int:
        """The one number that answers this SQL."""
        with self.store() as store, store.reading() as ledger:
            (row,) = ledger.rows(question)
            return int(str(row[0]))

    def wakes(self) -> None:
        """Let every daemon look at the clock and at what is due."""
        with self.store() as store, store.writing() as ledger:
            ledger.set_mark("a commit from outside", self.clock.now().isoformat())

    def settles(self) -> None:
        """Wait until every agency's letter is accepted."""
        until(self._is_settled, "every letter is accepted", 60)

    def _is_settled(self) -> bool:
        try:
            states = [state for state, _, _ in self.letters()]
        except StoreFault:
            return False
        return states == ["accepted"] * len(self.agencies)

    def findings(self) -> Sequence[str]:
        """What the independent checker says."""
        with self.store() as store, store.reading() as ledger:
            return verify(ledger.rows, as_of=self.clock.now()).findings

    def copies(self) -> Sequence[str]:
        """The message id of everything that arrived, each as often as it came."""
        return [read(arrival.letter.content).message_id for arrival in self.sink.arrivals]
