"""Signals, a second daemon, commands beside it, and what systemd is told: all with real processes."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.daemon.installation import DIRECTORY, INSTRUMENT, TO_A_FOLDER, Daemon, Installation, until
from tests.daemon.sink import Sink
from tests.smtp_server import HOLD

CASE = "nq-9-2016/1@bo-tt-tt"
SECOND = INSTRUMENT.replace("nq-9-2016", "nq-10-2016")


def test_sigterm_lets_the_letter_in_hand_finish(mailing: Installation, sink: Sink) -> None:
    sink.behave({"DATA": HOLD})
    with mailing.daemon() as daemon:
        until(lambda: sink.saw("DATA"), "the daemon wants to send the text")
        daemon.send(signal.SIGTERM)
        daemon.waits_until_said("stopping")
        assert sink.arrivals == []
        sink.release()
        assert daemon.ended() == 0
    assert len(sink.arrivals) == 1
    (row,) = mailing.rows("outbox", "--state", "all")
    assert (row["state"], row["attempts"], row["was_uncertain"]) == ("accepted", 1, False)


@pytest.mark.contract(10)
def test_a_second_daemon_says_so_and_the_first_goes_on(mailing: Installation, sink: Sink) -> None:
    with mailing.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        second = mailing.run("run")
        assert second.code == 75
        assert "Another daemon is running" in second.sentence
        tick = mailing.run("tick")
        assert (tick.code, "Another daemon" in tick.sentence) == (75, True)
        assert mailing.status()["alive"] is True
        assert daemon.stopped() == 0
    assert mailing.status()["alive"] is False


@pytest.mark.contract(4)
def test_a_change_made_by_a_command_is_noticed_at_once(mailing: Installation, sink: Sink) -> None:
    with mailing.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        mailing.done("close", CASE, "--evidence", "Quyết định 5/QĐ", "--on", "2016-06-30")
        committed = time.monotonic()
        until(lambda: len(sink.arrivals) == 2, "the closing letter", seconds=10)
        # poll_s is 0.1; the daemon's own round would come after 15 seconds.
        assert time.monotonic() - committed < 5
        assert daemon.stopped() == 0


@pytest.mark.contract(1, 4)
def test_what_a_command_reckons_by_files_that_are_not_loaded_is_put_right_at_once(
    office: Installation,
) -> None:
    office.furnish(TO_A_FOLDER, instrument=INSTRUMENT.replace("1/7/2016", "1/7/2036"))
    with office.daemon() as daemon:
        daemon.waits_until_said("watching")
        until(lambda: office.rows("list"), "the case is opened")
        (case,) = office.rows("list")
        office.write("config.toml", 'send_at = "16:30"\n' + TO_A_FOLDER)
        office.done("progress", CASE, "--percent", "40")
        office.write("config.toml", TO_A_FOLDER)
        until(
            lambda: office.rows("list") == ({**case, "progress": 40},), "its moment is as before", seconds=10
        )
        assert daemon.stopped() == 0


@pytest.mark.contract(6)
def test_a_reload_with_faulty_files_keeps_the_old_ones_and_a_good_one_applies(office: Installation) -> None:
    office.furnish('templates = ["mine"]\n' + TO_A_FOLDER)
    office.write("mine/README", "our own letters")
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        faulty = (
            ("catalogue/nq.toml", INSTRUMENT.replace("trước ngày 1/7/2016", "lúc nào cũng được"), INSTRUMENT),
            ("directory.toml", DIRECTORY.replace("bo-tt-tt", "bo-khong-co"), DIRECTORY),
            ("mine/vi/change/subject.txt", "{% if %}", None),
        )
        for number, (name, broken, good) in enumerate(faulty, start=1):
            path = office.write(name, broken)
            daemon.send(signal.SIGHUP)
            until(partial(refused, daemon, number), "the reload is refused")
            if number == 1:
                until(lambda: "reload refused" in str(office.status()["fault"]), "status shows the fault")
                shown = office.done("status")
                assert "FAULT" in shown
                assert "nq.toml:15: obligation[1].deadline" in shown
            assert name in str(last_refusal(daemon))
            path.unlink() if good is None else office.write(name, good)
        office.write("catalogue/second.toml", SECOND)
        daemon.send(signal.SIGHUP)
        daemon.waits_until_said("reloaded")
        until(lambda: len(office.rows("list")) == 2, "the new instrument's case is opened")
        until(lambda: office.status()["fault"] is None, "the fault is gone")
        assert daemon.stopped() == 0


@pytest.mark.contract(6)
def test_a_reload_that_names_no_configuration_any_more_keeps_the_old_one(office: Installation) -> None:
    office.furnish(TO_A_FOLDER)
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        (office.folder / "config.toml").unlink()
        daemon.send(signal.SIGHUP)
        daemon.waits_until_said("reload refused")
        assert "config.toml" in last_refusal(daemon)
        office.write("config.toml", TO_A_FOLDER)
        office.done("close", CASE, "--evidence", "Quyết định 5/QĐ", "--on", "2016-06-30")
        until(lambda: len(list((office.folder / "letters").glob("*.eml"))) == 2, "it goes on working")
        assert daemon.stopped() == 0


def test_systemd_hears_of_every_turn(office: Installation) -> None:
    office.furnish(TO_A_FOLDER)
    with listening(office.folder / "notify") as heard:
        environ = {"NOTIFY_SOCKET": str(office.folder / "notify"), "WATCHDOG_USEC": "400000"}
        with office.daemon(**environ) as daemon:
            heard.until("READY=1")
            heard.until("STATUS=watching 1 open cases, 1 of them late")
            heard.until("WATCHDOG=1")
            daemon.send(signal.SIGHUP)
            heard.until("RELOADING=1")
            heard.until("READY=1")
            heard.until("WATCHDOG=1")
            daemon.send(signal.SIGTERM)
            heard.until("STOPPING=1")
            assert daemon.ended() == 0
        assert heard.first.startswith("READY=1"), "nothing is said before it is ready"


def test_a_watchdog_of_another_process_is_not_answered(office: Installation) -> None:
    office.furnish(TO_A_FOLDER)
    with listening(office.folder / "notify") as heard:
        environ = {
            "NOTIFY_SOCKET": str(office.folder / "notify"),
            "WATCHDOG_USEC": "20000",
            "WATCHDOG_PID": "1",
        }
        with office.daemon(**environ) as daemon:
            daemon.waits_until_said("letter accepted")
            heard.until("READY=1")
            assert daemon.stopped() == 0
        heard.until("STOPPING=1")
    assert "WATCHDOG=1" not in heard.everything


class Listener:
    """The service manager's end of the socket."""

    def __init__(self, ear: socket.socket) -> None:
        self._ear = ear
        self.everything: list[str] = []

    @property
    def first(self) -> str:
        return self.everything[0]

    def until(self, line: str) -> None:
        """Read on until a datagram holds this line, or a line that begins so."""
        while True:
            datagram = self._ear.recv(4096).decode()
            self.everything.append(datagram)
            if any(said.startswith(line) for said in datagram.splitlines()):
                return

    def until_silence(self, seconds: float) -> None:
        """Read on until nothing has come for so long."""
        patience = self._ear.gettimeout()
        self._ear.settimeout(seconds)
        try:
            while True:
                self.everything.append(self._ear.recv(4096).decode())
        except TimeoutError:
            self._ear.settimeout(patience)


@contextmanager
def listening(path: Path) -> Iterator[Listener]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(path))
        ear.settimeout(25)
        yield Listener(ear)


def refused(daemon: Daemon, times: int) -> bool:
    return sum("reload refused" in str(event["message"]) for event in daemon.events()) == times


def last_refusal(daemon: Daemon) -> str:
    found = [event["sentence"] for event in daemon.events() if "reload refused" in str(event["message"])]
    return str(found[-1]) if found else pytest.fail(daemon.said)
