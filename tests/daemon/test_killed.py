"""kill -9 while a letter is on its way: nothing is lost, and what may have come twice is known and counted."""

from __future__ import annotations

from tests.daemon.installation import Installation, until
from tests.daemon.post import read
from tests.daemon.sink import Sink
from tests.smtp_server import HOLD


def test_a_letter_whose_answer_died_with_the_daemon_goes_again_byte_for_byte(
    mailing: Installation, sink: Sink
) -> None:
    sink.behave({"dot": HOLD})
    with mailing.daemon() as daemon:
        until(lambda: sink.has_a_whole_letter, "the server has the whole letter and does not answer")
        daemon.killed()
    sink.release()
    until(lambda: len(sink.arrivals) == 1, "the server has the letter all the same")
    sink.behave({})
    with mailing.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        assert daemon.stopped() == 0
    first, second = (arrival.letter for arrival in sink.arrivals)
    assert first == second
    (row,) = mailing.rows("outbox", "--state", "all")
    assert row["message_id"] == read(first.content).message_id
    assert (row["state"], row["was_uncertain"], row["attempts"]) == ("accepted", True, 2)


def test_a_letter_that_never_left_is_counted_as_uncertain_too_once_it_was_handed_over(
    mailing: Installation, sink: Sink
) -> None:
    sink.behave({"MAIL": HOLD})
    with mailing.daemon() as daemon:
        until(lambda: sink.saw("MAIL"), "the daemon names the sender")
        daemon.killed()
    (row,) = mailing.rows("outbox")
    assert row["state"] == "handed-over"
    handed = row["message_id"]
    sink.behave({})
    with mailing.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
    (arrival,) = sink.arrivals
    assert read(arrival.letter.content).message_id == handed
    (row,) = mailing.rows("outbox", "--state", "all")
    assert (row["state"], row["was_uncertain"]) == ("accepted", True)


def test_what_a_killed_daemon_held_does_not_wait_for_its_lease(mailing: Installation, sink: Sink) -> None:
    sink.behave({"RCPT": HOLD})
    with mailing.daemon() as daemon:
        until(lambda: sink.saw("RCPT"), "the daemon names the recipient")
        daemon.killed()
    sink.behave({})
    assert "1 accepted" in mailing.done("tick")
    assert len(sink.arrivals) == 1
