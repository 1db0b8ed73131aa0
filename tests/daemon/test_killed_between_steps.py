"""Rows 1 to 5 of the fault matrix: kill -9 between every two steps from the look to the mark, each time a step further."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import pytest

from monitor.store import Ledger
from monitor.verify import file_rows, verify
from tests.daemon.installation import TO_A_SERVER, Installation, until
from tests.daemon.post import read
from tests.daemon.sink import Sink
from tests.daemon.turned import Turned, local
from tests.smtp_server import HOLD

pytestmark = pytest.mark.timeout(300)  # whole lives of real processes, on a machine that may be busy


class Left(NamedTuple):
    """What lies in the database: how many cases and notices, the letter's state, and how many copies have arrived."""

    cases: int
    notices: int
    letter: str | None
    copies: int = 0


# Where the daemon dies, from one start to the next, and what it leaves.
AROUND_COMMITS = {
    "before opened": Left(0, 0, None),
    "after opened": Left(1, 0, None),
    "before decided": Left(1, 0, None),
    "after decided": Left(1, 1, None),
    "before claimed": Left(1, 1, None),
    "after claimed": Left(1, 1, "claimed"),
    "before handed over": Left(1, 1, "claimed"),
    "after handed over": Left(1, 1, "handed-over"),
}
IN_CONVERSATION = ("greeting", "DATA", "text")
AROUND_THE_MARK = {
    "before marked": Left(1, 1, "handed-over", 1),
    "after marked": Left(1, 1, "accepted", 2),
}


@pytest.mark.contract(1, 2, 3)
def test_killed_at_each_step_in_turn_it_loses_nothing_and_doubles_nothing_in_secret(
    office: Installation, turned: Turned, sink: Sink
) -> None:
    office.furnish(TO_A_SERVER.format(port=sink.port, security="none"))
    clock = turned(local("2016-06-28T09:00"))
    for point, left in AROUND_COMMITS.items():
        dies(office, point)
        assert left_by(office, sink) == left, point
    for step in IN_CONVERSATION:
        sink.behave({step: HOLD})
        with office.daemon() as daemon:
            until(partial(sink.reached, step), f"the conversation comes to {step}")
            daemon.killed()
        assert left_by(office, sink) == Left(1, 1, "handed-over"), step
        sink.behave({})
        sink.forget()
    for point, left in AROUND_THE_MARK.items():
        dies(office, point)
        assert left_by(office, sink) == left, point
    office.done("tick")
    assert left_by(office, sink) == AROUND_THE_MARK["after marked"], "once marked it goes no more"
    (row,) = office.rows("outbox", "--state", "all")
    copies = {arrival.letter.content for arrival in sink.arrivals}
    assert [read(copy).message_id for copy in copies] == [row["message_id"]], "byte for byte the same"
    assert row["was_uncertain"] is True
    assert verify(file_rows(office.folder / "duewatch.db"), as_of=clock.now()).findings == ()


def dies(office: Installation, point: str) -> None:
    office.module = "tests.daemon.mortal"
    try:
        with office.daemon(DIES_AT=point) as daemon:
            assert daemon.ended() == -signal.SIGKILL, f"{point}: {daemon.said}"
    finally:
        office.module = "monitor"


def left_by(office: Installation, sink: Sink) -> Left:
    with office.store() as store, store.reading() as ledger:
        states = [str(row[0]) for row in ledger.rows("SELECT state FROM letters")]
        assert len(states) <= 1
        cases, notices = counted(ledger, "cases"), counted(ledger, "notices")
    return Left(cases, notices, states[0] if states else None, len(sink.arrivals))


def counted(ledger: Ledger, table: str) -> int:
    rows: Sequence[Sequence[object]] = tuple(ledger.rows(f"SELECT count(*) FROM {table}"))
    return int(str(rows[0][0]))
