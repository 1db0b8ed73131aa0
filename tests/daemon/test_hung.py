"""Rows 7 and 8 of the fault matrix: what hangs is noticed, ended and started anew, and no letter is lost by it."""

from __future__ import annotations

import signal

import pytest

from tests.daemon.installation import Installation, until
from tests.daemon.sink import Sink
from tests.daemon.test_signals import listening
from tests.smtp_server import HANG, HOLD

BEAT_S = 0.2
WATCHED = {"WATCHDOG_USEC": str(int(2 * BEAT_S * 1_000_000))}


@pytest.fixture
def faulty(mailing: Installation) -> Installation:
    """The mailing office, whose program can be made to hang."""
    mailing.module = "tests.daemon.mortal"
    return mailing


@pytest.mark.contract(2, 10)
def test_a_loop_that_hangs_gives_no_sign_of_life_and_is_started_anew(
    faulty: Installation, sink: Sink
) -> None:
    sink.behave({"RCPT": HOLD})
    with listening(faulty.folder / "notify") as heard:
        environ = {"NOTIFY_SOCKET": str(faulty.folder / "notify"), **WATCHED}
        with faulty.daemon(**environ) as daemon:
            until(lambda: sink.reached("RCPT"), "a letter is on its way")
            heard.until("WATCHDOG=1")
            daemon.send(signal.SIGUSR1)
            heard.until_silence(5 * BEAT_S)
            daemon.send(signal.SIGABRT)  # as systemd does then (WatchdogSignal of the unit)
            assert daemon.ended() == -signal.SIGABRT
    assert_the_next_start_sends_it(faulty, sink)


@pytest.mark.contract(2, 10)
def test_a_store_that_answers_no_more_ends_the_signs_of_life_too(faulty: Installation, sink: Sink) -> None:
    with listening(faulty.folder / "notify") as heard:
        environ = {"NOTIFY_SOCKET": str(faulty.folder / "notify"), **WATCHED}
        with faulty.daemon(STICKS_AT="before decided", PATIENCE_S="1.0", **environ) as daemon:
            heard.until("WATCHDOG=1")
            heard.until_silence(5 * BEAT_S)
            daemon.killed()
    assert sink.arrivals == []
    assert_the_next_start_sends_it(faulty, sink)


@pytest.mark.contract(3)
def test_a_server_that_never_answers_does_not_hold_up_the_end_for_ever(
    faulty: Installation, sink: Sink
) -> None:
    sink.behave({"dot": HANG})
    with faulty.daemon(PATIENCE_S="0.5") as daemon:
        until(lambda: sink.has_a_whole_letter, "the server has the letter and does not answer")
        assert daemon.stopped() == 0
    (row,) = faulty.rows("outbox")
    assert row["state"] == "handed-over", "nobody knows what became of it"
    assert_the_next_start_sends_it(faulty, sink)


def assert_the_next_start_sends_it(office: Installation, sink: Sink) -> None:
    sink.behave({})
    office.module = "monitor"
    assert "1 accepted" in office.done("tick")
    assert len({arrival.letter.content for arrival in sink.arrivals}) == 1
