"""Rows 23 and 24 of the fault matrix: a clock that is set right, or wrong, under a running daemon."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.daemon.installation import TO_A_SERVER, Installation, until
from tests.daemon.sink import Sink
from tests.daemon.turned import ZONE, Turned, WallClock, local

CASE = "nq-9-2016/1@bo-tt-tt"
HOUR = timedelta(hours=1)


@pytest.fixture
def morning(office: Installation, turned: Turned, sink: Sink) -> WallClock:
    """The last call is due as soon as a daemon looks."""
    office.furnish(TO_A_SERVER.format(port=sink.port, security="none"))
    return turned(local("2016-06-29T08:00:30"))


def has_seen(office: Installation, clock: WallClock) -> bool:
    """Whether the daemon has looked at the catalogue of this day."""
    with office.store() as store, store.reading() as ledger:
        return ledger.mark("loaded-day") == clock.now().astimezone(ZONE).date().isoformat()


def stages(office: Installation) -> list[str]:
    """Every stage that spoke, in order."""
    with office.store() as store, store.reading() as ledger:
        return [
            str(row[0])
            for row in ledger.rows("SELECT stage FROM notices WHERE kind = 'stage' ORDER BY number")
        ]


@pytest.mark.contract(1, 4)
def test_a_moment_that_a_clock_leaps_over_is_told_once_and_at_once(
    office: Installation, morning: WallClock, sink: Sink
) -> None:
    with office.daemon() as daemon:
        until(lambda: len(sink.arrivals) == 1, "the last call")
        for leap in (HOUR, 24 * HOUR, 30 * HOUR):  # to 15:00 on 1 July: "overdue" was to speak at 08:00
            morning.jump(leap)
            office.wake()
            until(lambda: has_seen(office, morning), "the daemon sees the new day")
        until(lambda: len(sink.arrivals) == 2, "late, but at once")
        morning.jump(HOUR)
        office.wake()
        assert daemon.stopped() == 0
    assert stages(office) == ["last-call", "overdue"]
    assert len(sink.arrivals) == 2


@pytest.mark.contract(3, 4)
def test_an_hour_that_comes_twice_brings_no_letter_twice_and_holds_none_up(
    office: Installation, morning: WallClock, sink: Sink
) -> None:
    with office.daemon() as daemon:
        until(lambda: len(sink.arrivals) == 1, "the last call")
        morning.jump(-HOUR)
        office.done("close", CASE, "--evidence", "Quyết định 5/QĐ", "--on", "2016-06-28")
        until(lambda: len(sink.arrivals) == 2, "the closing letter, although the clock went back", seconds=15)
        morning.turn(local("2016-06-29T07:59:59"))
        until(lambda: morning.now() > local("2016-06-29T08:00:01"), "eight o'clock comes once more")
        office.wake()
        morning.turn(local("2016-06-29T09:00:00"))
        office.wake()
        assert daemon.stopped() == 0
    assert stages(office) == ["last-call"]
    assert len(sink.arrivals) == 2


@pytest.mark.contract(10)
def test_a_clock_that_goes_back_by_more_than_a_day_holds_sending_and_nothing_comes_twice(
    office: Installation, morning: WallClock, sink: Sink
) -> None:
    with office.daemon() as daemon:
        until(lambda: len(sink.arrivals) == 1, "the last call")
        morning.jump(-25 * HOUR)
        office.wake()
        daemon.waits_until_said("sending is held")
        until(lambda: len(sink.arrivals) == 2, "the operator hears of it")
        held = str(office.status()["clock_held"])
        assert "behind the last recorded moment" in held
        office.done("clock", "accept")
        daemon.waits_until_said("the clock was accepted")
        morning.turn(local("2016-06-29T08:00:00"))
        office.wake()
        assert daemon.stopped() == 0
    assert stages(office) == ["last-call"]
    assert [arrival.letter.rcpt for arrival in sink.arrivals] == ["lan@example.org", "truc@example.org"]
