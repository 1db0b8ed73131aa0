"""db restore where somebody has been at work by hand, where it is done twice, or where it is broken off."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from monitor.digests import draw_digests
from monitor.house import House
from monitor.store import Store
from tests.monitor.cli.console import Office
from tests.monitor.cli.test_restoring import TT_TT, aged, backup, held, letters, lives, spoil

__all__ = ["aged", "backup"]  # the fixtures of its neighbour


def kept(office: Office) -> list[Path]:
    return sorted(office.folder.glob("duewatch.db.replaced-*"))


@pytest.mark.contract(2, 3)
def test_over_a_copy_of_the_backup_put_there_by_hand_no_old_mail_goes(office: Office, backup: Path) -> None:
    before = letters(office)
    for file in office.folder.glob("duewatch.db*"):
        file.unlink()
    shutil.copy(backup, office.folder / "duewatch.db")
    office.done("db", "restore", str(backup), "--yes")
    assert len(held(office, "stage")) > 0
    lives(office, "2016-06-22T10:05")
    assert letters(office) == before


@pytest.mark.contract(3)
def test_restored_twice_nobody_claims_to_know_what_was_not_sent(office: Office, backup: Path) -> None:
    spoil(office)
    office.done("db", "restore", str(backup), "--yes")
    first = {(str(row["officer"]), str(row["cases"])): row["last_answer"] for row in held(office, "stage")}
    office.at("2016-06-22T10:10")
    office.done("db", "restore", str(backup), "--yes")
    again = {(str(row["officer"]), str(row["cases"])): row["last_answer"] for row in held(office, "stage")}
    assert again.keys() == first.keys()
    assert all("may have been sent" in str(answer) for answer in again.values())


def test_two_restores_in_one_second_keep_what_the_first_replaced(office: Office, backup: Path) -> None:
    office.done("db", "restore", str(backup), "--yes")
    (copy,) = kept(office)
    office.at("2016-06-22T10:00")
    office.run("db", "restore", str(backup), "--yes")
    assert copy.exists()


class FullAtTheEnd(sqlite3.Connection):
    """The disk is full when the log is to be copied back, after the commit."""

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        if "wal_checkpoint" in sql:
            raise sqlite3.OperationalError("database or disk is full")
        return super().execute(sql, *values)  # type: ignore[arg-type]


def test_what_was_replaced_is_kept_though_the_disk_is_full_after_the_commit(
    office: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect

    def connect(*given: object, **named: object) -> sqlite3.Connection:
        return real(*given, **{"factory": FullAtTheEnd, **named})  # type: ignore[call-overload,no-any-return]

    with monkeypatch.context() as patched:
        patched.setattr("monitor.store.replacing.sqlite3.connect", connect)
        office.done("db", "restore", str(backup), "--yes")
    assert len(kept(office)) == 1
    assert office.row(TT_TT)["status"] == "open-in-time"


def test_a_backup_that_bears_the_name_of_a_working_file_is_not_destroyed(
    office: Office, backup: Path
) -> None:
    ready = office.folder / "duewatch.db.ready"
    shutil.copy(backup, ready)
    answer = office.run("db", "restore", str(ready), "--yes")
    assert (answer.exit_code, "rename it first" in answer.output) == (1, True)
    assert ready.read_bytes() == backup.read_bytes()


def test_a_stranger_whose_name_begins_like_a_working_file_stays(office: Office, backup: Path) -> None:
    stranger = office.folder / "duewatch.db.ready-to-restore-june"
    shutil.copy(backup, stranger)
    office.done("db", "restore", str(backup), "--yes")
    assert stranger.exists()


def digests_of_lan(office: Office, title: str) -> dict[str, bytes]:
    """Whole letters by Message-ID."""
    found: dict[str, bytes] = {}
    for file in sorted((office.folder / "letters").glob("*.eml")):
        letter = message_from_bytes(file.read_bytes(), policy=policy.default)
        if title in str(letter["Subject"]) and "lan" in str(letter["To"]):
            found[f"{letter['Message-ID']} {file.name}"] = file.read_bytes()
    return found


@pytest.mark.contract(3)
@pytest.mark.parametrize("spoilt", [False, True])
def test_a_backup_taken_in_the_middle_of_a_tick_doubles_no_digest(office: Office, spoilt: bool) -> None:
    lives(office, "2016-06-02T08:00", "2016-06-20T08:00")
    middle = office.folder / "middle.db"

    def copied_before(store: Store, house: House, moment: datetime) -> object:
        if not middle.exists():
            store.backup(middle)
        return draw_digests(store, house, moment)

    office.at("2016-06-21T08:00")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("monitor.watch.draw_digests", copied_before)
        office.done("tick")
    first = digests_of_lan(office, "Digest No. 2")
    if spoilt:
        spoil(office)
    office.at("2016-06-21T09:00")
    office.done("db", "restore", str(middle), "--yes")
    lives(office, "2016-06-21T09:01")
    assert len(first) == 1
    assert digests_of_lan(office, "Digest No. 2") == first
