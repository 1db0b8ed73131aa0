"""kill -9 while a letter is on its way: nothing is lost, and what may have come twice is known and counted."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import partial

import pytest

from tests.daemon.installation import DIRECTORY, INSTRUMENT, TO_A_SERVER, Installation, until
from tests.daemon.post import read
from tests.daemon.sink import Sink
from tests.smtp_server import HANG, HOLD

MINISTRIES = (
    *("bo-quoc-phong", "bo-cong-an", "bo-ngoai-giao", "bo-noi-vu", "bo-tu-phap", "bo-kh-dt", "bo-tai-chinh"),
    *("bo-cong-thuong", "bo-nn-ptnt", "bo-gtvt", "bo-xay-dung", "bo-tn-mt", "bo-tt-tt", "bo-ld-tb-xh"),
)


@pytest.mark.contract(3)
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


@pytest.mark.contract(2, 3)
def test_a_daemon_killed_again_and_again_loses_nothing_and_counts_every_copy(
    mailing: Installation, sink: Sink
) -> None:
    officer = DIRECTORY.replace('"lan', '"{0}').replace("bo-tt-tt", "{0}")
    mailing.furnish(
        TO_A_SERVER.format(port=sink.port, security="none"),
        "".join(officer.format(agency) for agency in MINISTRIES),
        INSTRUMENT.replace('["bo-tt-tt"]', json.dumps(MINISTRIES)),
    )
    for _ in range(3):
        before = len(sink.arrivals)
        # Two letters are answered; of the next ones the server has the text, and its answer never comes.
        sink.behave({"dot": ["250 2.0.0 queued"] * 2 + [HANG] * 20})
        with mailing.daemon() as daemon:
            until(partial(more_than, sink, before + 2), "letters without an answer are on their way")
            daemon.killed()
    sink.behave({})
    mailing.done("tick")
    came: dict[str, list[bytes]] = defaultdict(list)
    for arrival in sink.arrivals:
        came[read(arrival.letter.content).message_id].append(arrival.letter.content)
    rows = {str(row["message_id"]): row for row in mailing.rows("outbox", "--state", "all")}
    assert len(rows) == len(MINISTRIES)
    assert len(sink.arrivals) > len(rows)
    assert set(came) == set(rows)
    for name, copies in came.items():
        assert len(set(copies)) == 1
        assert rows[name]["state"] == "accepted"
        assert len(copies) == 1 or rows[name]["was_uncertain"] is True


def more_than(sink: Sink, letters: int) -> bool:
    return len(sink.arrivals) > letters
