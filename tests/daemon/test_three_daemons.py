"""Three daemons on one PostgreSQL server: one is killed, the server is restarted, and every letter comes once."""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from functools import partial
from random import Random

import pytest
from sqlalchemy import text

from monitor.config import BUILTIN
from monitor.library import load_library
from monitor.store import Store, StoreFault
from tests.cluster import Cluster
from tests.daemon.installation import Daemon, Installation, until
from tests.daemon.post import read
from tests.daemon.sink import Sink
from tests.daemon.turned import WallClock, local

# `make soak` sets these higher.
OBLIGATIONS = int(os.environ.get("DUEWATCH_TEST_OBLIGATIONS", "12"))
RESTING = int(os.environ.get("DUEWATCH_TEST_RESTING", "0"))  # obligations of which nothing is due
OWNERS = 4  # of each province: more letters than one courier claims at once
SEED = int(os.environ.get("DUEWATCH_TEST_SEED", "4"))
PATIENCE_S = 60 + OBLIGATIONS * 2 + RESTING / 2
Turned = Callable[[datetime], WallClock]
LEASE_OVER = timedelta(minutes=20)
LOOKS = threading.Event()
CONFIG = """
catalogue = ["catalogue"]
directory = "directory.toml"
channels = ["email"]

[operator]
email = "truc@example.org"

[store]
url = "{url}"

[email]
host = "127.0.0.1"
port = {port}
security = "none"

[daemon]
poll_s = 0.1
clock_guard = "off"
"""


def _instrument() -> str:
    head = (
        '[instrument]\nid = "nq-9-2016"\nnumber = "9/NQ-CP"\nkind = "resolution"\ntitle = "Một nghị quyết để thử"\n'
        'issuer = "chinh-phu"\nissued = 2016-05-25\nsource = "a test"\n'
    )
    tasks = (
        f'\n[[obligation]]\nid = "{n}"\ntask = "Việc thứ {n}."\nlead = ["@provinces"]\nladder = "standard"\n'
        f'deadline = "trước ngày 1/7/{2016 if n <= OBLIGATIONS else 2026}"\n'
        for n in range(1, OBLIGATIONS + RESTING + 1)
    )
    return head + "".join(tasks)


def _directory(provinces: Sequence[str]) -> str:
    return "".join(
        f'[[officer]]\nid = "o-{n}-{agency}"\nname = "Nguyễn Thị Lan"\nemail = "{agency}-{n}@example.org"\n'
        f'agency = "{agency}"\nrole = "owner"\nlanguage = "vi"\ndigest = false\n\n'
        for agency in provinces
        for n in range(OWNERS)
    )


class Party:
    """The daemons, their clock, their server and the mail server, in one pair of hands."""

    def __init__(self, office: Installation, clock: WallClock, cluster: Cluster, sink: Sink) -> None:
        self.clock = clock
        url = cluster.database()
        self.store = Store.open(url)
        self.sink = sink
        self._office = office
        catalogue = load_library((BUILTIN,), None, "vi").catalogue
        self.provinces = catalogue.expand(("@provinces",), local("2016-05-25").date())
        config = CONFIG.format(url=url, port=sink.port)
        office.furnish(config, _directory(self.provinces), _instrument())

    @contextmanager
    def daemons(self, how_many: int) -> Iterator[list[Daemon]]:
        with ExitStack() as stack:
            begun = [stack.enter_context(self._office.daemon()) for _ in range(how_many)]
            for daemon in begun:
                until(partial(daemon.has_said, "watching"), "all daemons watch", PATIENCE_S)
            yield begun

    def goes_to(self, moment: str) -> None:
        """Turn the clock to just before it, and let everybody look at it."""
        self.clock.turn(local(moment) - timedelta(seconds=1))
        self._wake()

    def first_letter_after(self, before: int) -> None:
        until(lambda: len(self.sink.arrivals) > before, "letters begin to arrive", PATIENCE_S)

    def settles(self, dead: int | None = None) -> None:
        """Everything due is decided; what a daemon that died had handed over goes when its lease ends."""
        until(partial(self._rests, dead), "the living have done their part", PATIENCE_S)
        self.clock.jump(LEASE_OVER)
        self._wake()
        until(partial(self._rests, None), "every letter is accepted", PATIENCE_S)

    def _wake(self) -> None:
        with self.store.writing() as ledger:
            ledger.set_mark("a commit from outside", self.clock.now().isoformat())

    def _rests(self, dead: int | None) -> bool:
        """Nothing is left to do, except with letters in the hand of the process that is ``dead``."""
        LOOKS.wait(0.1)  # the daemons want the machine
        try:
            with self.store.reading() as ledger:
                look = ledger.earliest_look()
                rows = ledger.connection.execute(
                    text(
                        "SELECT state, holder FROM letters UNION ALL SELECT state, '' FROM notices WHERE letter IS NULL"
                    )
                ).all()
        except StoreFault:  # it is being restarted
            return False
        left = [holder for state, holder in rows if state != "accepted"]
        return (
            bool(rows)
            and (look is None or look > self.clock.now())
            and all(dead is not None and f"-{dead}-" in holder for holder in left)
        )

    def letters(self) -> list[tuple[str, str, int, str, bool]]:
        """Officer, stage, how many notices, message id, whether an answer was lost: of each letter in the outbox."""
        with self.store.reading() as ledger:
            rows = ledger.connection.execute(
                text(
                    "SELECT l.officer, min(n.stage), count(*), l.message_id, l.was_uncertain, count(DISTINCT n.stage)"
                    " FROM letters l JOIN notices n ON n.letter = l.number GROUP BY l.number"
                )
            ).all()
        assert all(row[5] == 1 for row in rows), "one moment, one stage"
        return [(str(row[0]), str(row[1]), int(row[2]), str(row[3]), bool(row[4])) for row in rows]


@pytest.mark.timeout(900 + 8 * PATIENCE_S)
def test_three_daemons_share_the_work_and_no_letter_is_lost_or_doubled(
    office: Installation, turned: Turned, cluster: Cluster, sink: Sink
) -> None:
    party = Party(office, turned(local("2016-05-30T09:00")), cluster, sink)
    chance = Random(SEED)
    with party.daemons(3) as daemons:
        party.goes_to("2016-05-31T08:00")
        party.first_letter_after(0)
        victim, some = chance.randrange(3), chance.randrange(150)
        until(lambda: len(sink.arrivals) > some, "the work is under way", PATIENCE_S)
        daemons[victim].killed()
        party.settles(daemons[victim].pid)
        with party.daemons(1):
            before = len(sink.arrivals)
            party.goes_to("2016-06-21T08:00")
            party.first_letter_after(before)
            cluster.restart()
            party.settles()
            survivors = [daemon for number, daemon in enumerate(daemons) if number != victim]
            carriers = [daemon for daemon in daemons if daemon.has_said("letter accepted")]
            assert [daemon.stopped() for daemon in survivors] == [0, 0]
    officers = [f"o-{n}-{agency}" for agency in party.provinces for n in range(OWNERS)]
    wanted = {(officer, stage) for officer in officers for stage in ("notice", "reminder")}
    letters = party.letters()
    assert Counter((officer, stage) for officer, stage, _, _, _ in letters) == Counter(wanted)
    assert {many for _, _, many, _, _ in letters} == {OBLIGATIONS}, "one officer, one moment, one letter"
    arrived = Counter(read(arrival.letter.content).message_id for arrival in sink.arrivals)
    uncertain = {message for _, _, _, message, was_uncertain in letters if was_uncertain}
    assert set(arrived) == {message for _, _, _, message, _ in letters}
    assert {message for message, times in arrived.items() if times > 1} <= uncertain
    assert len(carriers) > 1, "they shared the letters"
    party.store.close()
