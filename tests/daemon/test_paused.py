"""Rows 20 and 28 of the fault matrix: a daemon stands still (SIGSTOP) for longer than its lease, and wakes up."""

from __future__ import annotations

import signal
from collections import Counter
from contextlib import ExitStack
from datetime import timedelta

import pytest

from tests.cluster import Cluster
from tests.daemon.installation import TO_A_SERVER, Installation, until
from tests.daemon.shared import LEASE_TWICE_OVER, Shared
from tests.daemon.sink import Sink
from tests.daemon.test_killed import MINISTRIES
from tests.daemon.turned import Turned, local
from tests.smtp_server import HOLD

pytestmark = pytest.mark.timeout(300)  # whole lives of real processes, on a machine that may be busy

MORNING = local("2016-06-28T09:00")


@pytest.mark.contract(3)
def test_a_daemon_that_wakes_after_its_lease_sends_no_text_that_another_has_sent(
    office: Installation, turned: Turned, cluster: Cluster, sink: Sink
) -> None:
    shared = Shared(office, turned(MORNING), cluster, sink)
    sink.behave({"RCPT": [HOLD]})
    with office.daemon() as sleeper:
        until(lambda: sink.reached("RCPT"), "the daemon waits for the answer to RCPT")
        sleeper.send(signal.SIGSTOP)
        shared.clock.jump(LEASE_TWICE_OVER)
        with office.daemon() as other:
            shared.settles()
            sink.release()
            sleeper.send(signal.SIGCONT)
            sleeper.waits_until_said("letter deferred")
            assert "the machine stood still" in sleeper.said
            assert [sleeper.stopped(), other.stopped()] == [0, 0]
    ((state, was_uncertain, message_id),) = shared.letters()
    assert (state, was_uncertain) == ("accepted", True)
    assert shared.copies() == [message_id]
    assert shared.findings() == ()


@pytest.mark.contract(2, 3)
def test_of_three_daemons_one_sleeps_and_every_letter_comes_once(
    office: Installation, turned: Turned, cluster: Cluster, sink: Sink
) -> None:
    shared = Shared(office, turned(MORNING), cluster, sink, MINISTRIES)
    with ExitStack() as stack:
        sink.behave({"DATA": [HOLD] * 4})  # as many letters as the first daemon has connections
        sleeper = stack.enter_context(office.daemon())
        until(lambda: sum(line == "DATA" for line in sink.commands) == 4, "four letters are on their way")
        sleeper.send(signal.SIGSTOP)
        others = [stack.enter_context(office.daemon()) for _ in range(2)]
        for other in others:
            other.waits_until_said("watching")
        shared.clock.jump(LEASE_TWICE_OVER)
        shared.wakes()
        shared.settles()
        sink.release()
        sleeper.send(signal.SIGCONT)
        sleeper.waits_until_said("letter deferred")
        assert "the machine stood still" in sleeper.said
        assert [daemon.stopped() for daemon in (sleeper, *others)] == [0, 0, 0]
    uncertain = [message for _, was_uncertain, message in shared.letters() if was_uncertain]
    assert len(uncertain) == 4, "what the sleeper had handed over"
    assert Counter(shared.copies()) == Counter(message for _, _, message in shared.letters())
    assert shared.findings() == ()


def test_a_machine_that_was_suspended_over_a_moment_speaks_when_it_wakes(
    office: Installation, turned: Turned, sink: Sink
) -> None:
    office.furnish(TO_A_SERVER.format(port=sink.port, security="none"))
    clock = turned(local("2016-06-28T20:00"))
    with office.daemon() as daemon:
        until(lambda: len(sink.arrivals) == 1, "the reminder")
        daemon.send(signal.SIGSTOP)
        clock.jump(timedelta(hours=14))  # over the last call, at 08:00 on the 29th
        daemon.send(signal.SIGCONT)
        office.wake()
        until(lambda: len(sink.arrivals) == 2, "the last call goes out at ten")
        assert daemon.stopped() == 0
    with office.store() as store, store.reading() as ledger:
        rows = ledger.rows("SELECT state, was_uncertain FROM letters")
        assert [tuple(row) for row in rows] == [("accepted", 0)] * 2
