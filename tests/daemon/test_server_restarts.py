"""Row 16 of the fault matrix: the PostgreSQL server ends and starts again and again while letters go out."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import timedelta
from functools import partial

import pytest

from tests.cluster import Cluster
from tests.daemon.installation import Installation, until
from tests.daemon.shared import Shared
from tests.daemon.sink import Sink
from tests.daemon.test_killed import MINISTRIES, more_than
from tests.daemon.turned import Turned, local

pytestmark = pytest.mark.timeout(300)  # whole lives of real processes, on a machine that may be busy

A_WHILE = timedelta(minutes=2)
PAUSE = threading.Event()
# By the moment of a stage: how the server ends while that stage's letters go out.
ROUNDS = {"2016-06-21T08:00": "immediate", "2016-06-29T08:00": "fast", "2016-07-01T08:00": "immediate"}


@pytest.mark.contract(2, 3)
def test_a_server_that_is_restarted_in_a_loop_ends_no_daemon_and_costs_no_letter(
    office: Installation, turned: Turned, cluster: Cluster, sink: Sink
) -> None:
    shared = Shared(office, turned(local("2016-06-20T09:00")), cluster, sink, MINISTRIES)
    with office.daemon() as daemon, office.daemon() as other:
        for each in (daemon, other):
            each.waits_until_said("watching")
        until(partial(all_accepted, shared), "the first letters are accepted", 60)
        for moment, end in ROUNDS.items():
            shared.clock.turn(local(moment))
            shared.wakes()
            until(partial(more_than, sink, len(sink.arrivals)), "letters arrive")
            cluster.restart(end)
            until(partial(is_quiet, shared), "nothing is left but what an answer was lost to", 60)
            until(partial(all_accepted_later, shared), "every letter is accepted", 60)
        assert [daemon.stopped(), other.stopped()] == [0, 0]
    letters = shared.letters()
    uncertain = {message for _, was_uncertain, message in letters if was_uncertain}
    arrived = Counter(shared.copies())
    assert set(arrived) == {message for _, _, message in letters}
    assert {message for message, copies in arrived.items() if copies > 1} <= uncertain
    assert shared.findings() == ()


def is_quiet(shared: Shared) -> bool:
    """Every notice is in a letter, and no letter waits for anything but a lease's end."""
    return shared.count("SELECT count(*) FROM notices WHERE state = 'waiting'") == 0 and all(
        state in {"accepted", "handed-over", "uncertain"} for state, _, _ in shared.letters()
    )


def all_accepted(shared: Shared) -> bool:
    return is_quiet(shared) and {state for state, _, _ in shared.letters()} == {"accepted"}


def all_accepted_later(shared: Shared) -> bool:
    """The same, with time going on: leases run out, and whatever was put off is tried again."""
    if all_accepted(shared):
        return True
    shared.clock.jump(A_WHILE)
    shared.wakes()
    PAUSE.wait(0.3)
    return False
