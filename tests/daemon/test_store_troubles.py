"""A database that is read-only, locked, full, damaged or newer: one plain sentence, the right exit code, nothing half."""

from __future__ import annotations

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.daemon.disk import Disk, locked
from tests.daemon.installation import TO_A_FOLDER, Installation, until

CASE = "nq-9-2016/1@bo-tt-tt"
CLOSE = ("close", CASE, "--evidence", "Quyết định 5/QĐ", "--on", "2016-06-30")
ON_DISK = TO_A_FOLDER.replace("duewatch.db", "disk/duewatch.db")


def a_watched_office(office: Installation, config: str = TO_A_FOLDER) -> Path:
    """An office whose case has been opened; its database."""
    office.furnish(config)
    office.done("tick")
    return office.folder / config.split("sqlite:///")[1].split('"', maxsplit=1)[0]


def is_open(office: Installation) -> bool:
    return [row["status"] for row in office.rows("list")] == ["open-late"]


@pytest.mark.contract(10)
def test_a_locked_database_ends_a_command_and_only_delays_the_daemon(office: Installation) -> None:
    database = a_watched_office(office)
    with office.daemon() as daemon:
        daemon.waits_until_said("watching")
        with locked(database):
            daemon.send(signal.SIGHUP)  # wakes it: it waits for the lock beside the command
            ended = office.run(*CLOSE)
            assert ended.code == 75
            assert (
                ended.sentence
                == f"The database {database} is locked by another program; try again in a moment."
            )
            daemon.waits_until_said("the store does not serve")
        assert is_open(office)
        office.done(*CLOSE)
        until(lambda: len(list((office.folder / "letters").iterdir())) == 2, "the closing letter")
        assert daemon.stopped() == 0


def test_a_damaged_database_is_refused(office: Installation) -> None:
    database = a_watched_office(office)
    with database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (database.stat().st_size - 4096))
    for words in (("run",), CLOSE):
        ended = office.run(*words)
        assert ended.code == 78, words
        assert f"The database {database} is damaged; stop, and put back a backup" in ended.sentence
    assert office.run("list").code != 0


def test_a_file_that_is_no_database_is_refused_and_left_alone(office: Installation) -> None:
    office.furnish(TO_A_FOLDER)
    database = office.write("duewatch.db", "Đây không phải là một cơ sở dữ liệu. " * 40)
    before = database.read_bytes()
    for words in (("run",), CLOSE):
        ended = office.run(*words)
        assert (ended.code, "is not a database" in ended.sentence) == (78, True), words
    assert database.read_bytes() == before


def test_a_database_of_a_newer_program_is_refused_and_left_alone(office: Installation) -> None:
    database = a_watched_office(office)
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    for words in (("run",), ("list",), CLOSE):
        ended = office.run(*words)
        assert ended.code == 78, words
        assert "revision 9999" in ended.sentence
        assert "install the newer Duewatch" in ended.sentence
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM cases WHERE closed_on IS NOT NULL").fetchone() == (0,)


def test_a_database_of_another_program_is_refused(office: Installation) -> None:
    office.furnish(TO_A_FOLDER)
    with closing(sqlite3.connect(office.folder / "duewatch.db")) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.commit()
    ended = office.run("run")
    assert (ended.code, "not one of Duewatch's" in ended.sentence) == (78, True)


def test_a_missing_configuration_ends_run_and_reading_commands(office: Installation) -> None:
    for words, code in ((("run",), 78), (CLOSE, 78), (("list",), 1)):
        ended = office.run(*words)
        assert ended.code == code, words
        assert "there is no such file (named by --config)" in ended.err
        assert "Traceback" not in ended.err
    assert list(office.folder.iterdir()) == []


def test_a_read_only_database_starts_nothing_changes_nothing_and_can_be_looked_at(
    office: Installation, disk: Disk
) -> None:
    a_watched_office(office, ON_DISK)
    disk.be("ro")
    assert CASE in office.done("list")
    assert office.done("verify").startswith("ok: ")
    for words in (("run",), ("tick",), CLOSE):
        ended = office.run(*words)
        assert ended.code == 75, (words, ended)
        assert "read-only" in ended.sentence.lower(), words
    disk.be("rw")
    assert is_open(office)
    office.done(*CLOSE)


@pytest.mark.contract(7, 10)
def test_a_full_disk_refuses_a_change_whole_and_takes_it_when_there_is_room(
    office: Installation, disk: Disk
) -> None:
    a_watched_office(office, ON_DISK)
    disk.fill()
    ended = office.run(*CLOSE)
    assert ended.code == 75
    assert "full" in ended.sentence
    disk.make_room()
    assert is_open(office)
    office.done(*CLOSE)
    assert not is_open(office)


@pytest.mark.contract(10)
def test_the_daemon_outlives_a_full_disk(office: Installation, disk: Disk) -> None:
    a_watched_office(office, ON_DISK)
    with office.daemon() as daemon:
        daemon.waits_until_said("watching")
        disk.fill()
        office.write(
            "catalogue/second.toml", (office.folder / "catalogue/nq.toml").read_text().replace("9", "8")
        )
        daemon.send(signal.SIGHUP)  # a new instrument: its cases must be written
        daemon.waits_until_said("the store does not serve")
        disk.make_room()
        daemon.send(signal.SIGHUP)
        until(lambda: len(office.rows("list")) == 2, "the new case is opened")
        assert daemon.stopped() == 0


@pytest.mark.contract(10)
def test_a_folder_that_cannot_be_written_defers_the_letter_and_says_why(
    office: Installation, disk: Disk
) -> None:
    office.furnish(TO_A_FOLDER.replace('path = "letters"', 'path = "disk/letters"'))
    disk.be("ro")
    with office.daemon() as daemon:
        daemon.waits_until_said("letter deferred")
        (row,) = office.rows("outbox")
        assert row["state"] == "waiting"
        assert "Read-only file system" in str(row["last_answer"])
        assert row["next_attempt"] is not None
        disk.be("rw")
        # The channel rests for a minute; a person who says "try again" is not made to wait for it.
        office.done("outbox", "retry", str(row["number"]))
        daemon.waits_until_said("letter accepted")
        assert daemon.stopped() == 0
    assert len(list((disk.place / "letters").iterdir())) == 1
