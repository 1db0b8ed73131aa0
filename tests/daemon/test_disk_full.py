"""Rows 10 to 14 of the fault matrix: a disk without room, a database that vanishes or rots, a reader that never ends."""

from __future__ import annotations

import shutil
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.daemon.disk import Disk, being_read
from tests.daemon.installation import TO_A_FOLDER, TO_A_SERVER, Daemon, Installation, until
from tests.daemon.sink import Sink
from tests.daemon.test_watchers import WEB, page
from tests.daemon.turned import Turned, WallClock, local
from tests.smtp_server import HOLD

pytestmark = pytest.mark.timeout(300)  # whole lives of real processes, on a machine that may be busy

EVENING, LAST_CALL = local("2016-06-28T20:00"), local("2016-06-29T08:00:01")
CLOSE = ("close", "nq-9-2016/1@bo-tt-tt", "--evidence", "Quyết định 5/QĐ", "--on", "2016-06-28")


@pytest.fixture
def evening(office: Installation, turned: Turned, sink: Sink) -> WallClock:
    """The reminder is due at once, the last call in the morning."""
    office.furnish(TO_A_SERVER.format(port=sink.port, security="none"))
    return turned(EVENING)


def on(disk: Disk, office: Installation) -> Path:
    """Move the database to the small disk; where it lies then."""
    config = office.folder / "config.toml"
    config.write_text(config.read_text().replace("duewatch.db", "disk/duewatch.db") + WEB)
    return disk.place / "duewatch.db"


def looks(daemon: Daemon) -> None:
    """Let it look at everything at once, without a commit from outside."""
    daemon.send(signal.SIGHUP)


def states(database: Path) -> list[tuple[str, bool]]:
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT state, was_uncertain FROM letters ORDER BY number")
        return [(str(state), bool(uncertain)) for state, uncertain in rows]


@pytest.mark.contract(1, 10)
def test_on_a_full_disk_nothing_goes_that_is_not_written_and_all_goes_when_there_is_room(
    office: Installation, evening: WallClock, sink: Sink, disk: Disk
) -> None:
    database = on(disk, office)
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        disk.fill()
        evening.turn(LAST_CALL)
        looks(daemon)
        until(lambda: page(office, "/readyz")[0] == 503, "it says that it cannot be relied on")
        daemon.waits_until_said("the store does not serve")
        assert "full" in daemon.said
        assert len(sink.arrivals) == 1
        disk.make_room()
        looks(daemon)
        until(lambda: len(sink.arrivals) == 2, "the last call")
        until(lambda: page(office, "/readyz")[0] == 200, "it is well again")
        assert daemon.stopped() == 0
    assert states(database) == [("accepted", False)] * 2


@pytest.mark.contract(2, 3)
def test_an_answer_that_finds_no_room_is_written_down_when_there_is_some(
    office: Installation, evening: WallClock, sink: Sink, disk: Disk
) -> None:
    database = on(disk, office)
    sink.behave({"dot": HOLD})
    with office.daemon() as daemon:
        until(lambda: sink.has_a_whole_letter, "the server has the letter and does not answer")
        disk.fill()
        sink.release()
        daemon.waits_until_said("the store does not serve")
        disk.make_room()
        evening.turn(LAST_CALL)  # the next letter; the courier writes down first what it still knows
        looks(daemon)
        until(lambda: len(sink.arrivals) == 2, "the last call")
        assert daemon.stopped() == 0
    assert states(database) == [("accepted", False)] * 2


def test_killed_with_much_unsaved_and_started_on_a_full_disk_it_loses_nothing(
    office: Installation, evening: WallClock, sink: Sink, disk: Disk
) -> None:
    database = on(disk, office)
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        daemon.killed()
    assert (disk.place / "duewatch.db-wal").stat().st_size > 100_000, (
        "what was written lies beside the database"
    )
    disk.fill()
    evening.turn(LAST_CALL)
    ended = office.run("tick")
    assert (ended.code, "full" in ended.err) == (75, True), ended
    assert len(sink.arrivals) == 1
    disk.make_room()
    assert "1 accepted" in office.done("tick")
    assert states(database) == [("accepted", False)] * 2


def test_a_log_that_has_no_room_stops_no_letter(office: Installation, evening: WallClock, sink: Sink) -> None:
    assert evening.now() >= EVENING
    office.log = Path("/dev/full")
    with office.daemon() as daemon:
        until(lambda: len(sink.arrivals) == 1, "the reminder")
        assert daemon.stopped() == 0
    assert states(office.folder / "duewatch.db") == [("accepted", False)]


@pytest.mark.contract(1, 10)
def test_a_database_that_vanishes_stops_all_sending_until_it_is_back(
    office: Installation, evening: WallClock, sink: Sink
) -> None:
    database = office.folder / "duewatch.db"
    aside = office.folder / "aside.db"
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        database.rename(aside)
        evening.turn(LAST_CALL)
        looks(daemon)
        until(lambda: "has vanished" in daemon.said, "it says what is missing")
        ended = office.run(*CLOSE)
        assert (ended.code, "There is no database" in ended.err) == (75, True), ended
        shutil.copy(aside, database)
        looks(daemon)
        until(lambda: "another file lies in the place" in daemon.said, "a copy is not what it has open")
        assert len(sink.arrivals) == 1
        aside.replace(database)
        looks(daemon)
        until(lambda: len(sink.arrivals) == 2, "the last call")
        assert daemon.stopped() == 0
    assert states(database) == [("accepted", False)] * 2


@pytest.mark.contract(10)
def test_damage_in_a_page_that_nobody_has_read_yet_starts_no_daemon(office: Installation) -> None:
    office.furnish(TO_A_FOLDER)
    office.done("tick")
    database = office.folder / "duewatch.db"
    with closing(sqlite3.connect(database)) as connection:
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'files'").fetchone()
    with database.open("r+b") as file:
        file.seek((root - 1) * page_size)
        file.write(b"\xa5" * page_size)
    ended = office.run("run")
    assert ended.code == 78
    assert "is damaged" in ended.sentence
    assert "put back a backup" in ended.sentence


def test_a_reader_that_never_ends_holds_nothing_up(
    office: Installation, evening: WallClock, sink: Sink
) -> None:
    with office.daemon() as daemon:
        daemon.waits_until_said("letter accepted")
        with being_read(office.folder / "duewatch.db"):
            evening.turn(LAST_CALL)
            looks(daemon)
            until(lambda: len(sink.arrivals) == 2, "the last call")
            assert daemon.stopped() == 0
    assert states(office.folder / "duewatch.db") == [("accepted", False)] * 2
