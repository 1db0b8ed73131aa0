"""The wall clock leaps under a running daemon: what may heal heals, what may not waits for a person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.daemon.installation import TO_A_FOLDER, Installation, until
from tests.daemon.turned import Turned, local


def letters(office: Installation) -> int:
    return len(list((office.folder / "letters").glob("*.eml")))


def to_the_operator(office: Installation) -> int:
    return len(list((office.folder / "letters").glob("*-truc-example-org-*.eml")))


@pytest.mark.contract(4, 10)
def test_a_jump_of_forty_hours_holds_sending_until_a_person_accepts_the_clock(
    office: Installation, turned: Turned
) -> None:
    office.furnish(TO_A_FOLDER + '\n[operator]\nemail = "truc@example.org"\n')
    clock = turned(local("2016-06-28T20:00"))
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")  # the reminder, whose moment has passed
        clock.jump(timedelta(hours=40))  # over the last call, at 08:00 on the 29th
        daemon.waits_until_said("sending is held")
        held = str(office.status()["clock_held"])
        assert "40 hours forward" in held
        assert "duewatch clock accept" in held
        assert "CLOCK HELD" in office.done("status")
        until(lambda: letters(office) == 2, "the operator hears of it")
        assert to_the_operator(office) == 1
        office.done("clock", "accept")
        until(lambda: letters(office) == 3, "the last call goes out")
        assert to_the_operator(office) == 1
        assert office.status()["clock_held"] is None
        assert office.run("clock", "accept").code == 1
        assert daemon.stopped() == 0


def test_a_hold_outlives_the_daemon(office: Installation, turned: Turned) -> None:
    office.furnish(TO_A_FOLDER)
    clock = turned(local("2016-06-28T20:00"))
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        clock.jump(timedelta(hours=40))
        office.wake()
        until(lambda: office.status()["clock_held"], "sending is held")
        daemon.killed()
    tick = office.run("tick")
    assert (tick.code, letters(office)) == (1, 1)
    assert "40 hours forward" in tick.sentence
    with office.daemon() as daemon:
        until(lambda: office.status()["alive"], "the daemon is up")
        office.done("clock", "accept")
        until(lambda: letters(office) == 2, "the last call goes out")
        assert daemon.stopped() == 0


def test_a_jump_of_a_day_heals_by_itself(office: Installation, turned: Turned) -> None:
    office.furnish(TO_A_FOLDER)
    clock = turned(local("2016-06-28T20:00"))
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        clock.jump(timedelta(hours=14))
        # Nobody tells the daemon: it looks at the clock itself, at the latest every fifteen seconds.
        until(lambda: letters(office) == 2, "the last call of 08:00 goes out at ten")
        assert office.status()["clock_held"] is None
        assert daemon.stopped() == 0


@pytest.mark.parametrize(
    ("day", "shown"), [("1970-01-02", "1970-01-01 16:00"), ("2100-01-02", "2100-01-01 17:00")]
)
def test_a_clock_of_1970_or_2100_starts_no_daemon(
    office: Installation, turned: Turned, day: str, shown: str
) -> None:
    office.furnish(TO_A_FOLDER)
    turned(local(f"{day}T00:00"))
    for command in ("run", "tick"):
        ended = office.run(command)
        assert ended.code == 75
        assert f"the clock says {shown} UTC" in ended.sentence
    assert not (office.folder / "letters").exists()


def test_a_clock_behind_the_journal_starts_no_daemon_until_it_is_accepted(
    office: Installation, turned: Turned
) -> None:
    office.furnish(TO_A_FOLDER)
    clock = turned(local("2016-06-28T20:00"))
    office.done("tick")
    clock.turn(local("2016-06-26T08:00"))
    ended = office.run("run")
    assert ended.code == 75
    assert "the journal was last written" in ended.sentence
    office.done("clock", "accept")
    with office.daemon() as daemon:
        daemon.waits_until_said("watching")
        assert daemon.stopped() == 0
