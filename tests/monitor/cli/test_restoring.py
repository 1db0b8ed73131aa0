"""db restore: an old backup comes back, and no month of old mail goes out."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import threading
from collections import Counter
from collections.abc import Sequence
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from monitor.store import Store, replacing
from tests.cluster import Cluster, programs
from tests.monitor.cli.console import CONFIG, Office, Row, an_office

TT_TT, Y_TE = "nq-9-2016/1@bo-tt-tt", "nq-9-2016/1@bo-y-te"


def letters(office: Office) -> Counter[str]:
    """What has arrived, by Message-ID."""
    files = (office.folder / "letters").glob("*.eml")
    return Counter(
        str(message_from_bytes(file.read_bytes(), policy=policy.default)["Message-ID"]) for file in files
    )


def lives(office: Office, *moments: str) -> None:
    """One pass of the daemon at each of these moments."""
    for moment in moments:
        office.at(moment)
        office.done("tick")


def states(rows: Sequence[Row], kind: str = "") -> Counter[object]:
    return Counter(row["state"] for row in rows if not kind or row["letter"] == kind)


@pytest.fixture(scope="session")
def aged(opened: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a backup of the evening of 1 June, after which the office has lived on to 22 June."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        office = an_office(tmp_path_factory.mktemp("aged") / "office", monkeypatch)
        shutil.copytree(opened, office.folder, dirs_exist_ok=True)
        office.at("2016-06-01T18:00")
        office.done("db", "backup", str(office.folder / "old.db"))
        lives(office, "2016-06-02T08:00", "2016-06-21T07:30", "2016-06-21T08:00")
        office.at("2016-06-21T09:00")
        office.done("close", TT_TT, "--evidence", "12/TT", "--as", "lan")
        lives(office, "2016-06-21T09:01", "2016-06-22T08:00")
        return office.folder


@pytest.fixture
def backup(office: Office, aged: Path) -> Path:
    shutil.rmtree(office.folder)
    shutil.copytree(aged, office.folder)
    office.at("2016-06-22T10:00")
    return office.folder / "old.db"


def held(office: Office, kind: str) -> Sequence[Row]:
    return [row for row in office.rows("outbox", "--state", "held") if row["letter"] == kind]


def spoil(office: Office) -> None:
    """The disk has eaten the database."""
    for beside in office.folder.glob("duewatch.db-*"):
        beside.unlink()
    (office.folder / "duewatch.db").write_bytes(b"nothing that anybody can read" * 400)


def content(office: Office) -> dict[str, bytes]:
    """The office's files as they lie there, but for the lock that is taken to look at them."""
    return {
        file.name: file.read_bytes()
        for file in office.folder.iterdir()
        if file.is_file() and not file.name.endswith((".lock", "-shm"))
    }


@pytest.mark.contract(2, 3)
def test_letters_that_are_known_to_have_arrived_are_neither_held_nor_sent_again(
    office: Office, backup: Path
) -> None:
    before = letters(office)
    said = office.done("db", "restore", str(backup), "--yes", "--as", "minh")
    assert "rows of the outbox that are held: 0" in said
    assert "letters that are known to have arrived since: 9" in said
    assert "letters that arrived since and speak of what is lost: 1" in said
    rows = office.rows("outbox", "--state", "all")
    assert states(rows) == {"accepted": 12}
    assert {str(row["message_id"]) for row in rows} <= set(before)
    assert office.done("verify").startswith("ok: ")
    office.done("tick")
    assert letters(office) == before


@pytest.mark.contract(1, 2)
def test_what_fell_due_while_nobody_knows_what_was_sent_is_held_and_not_sent(
    office: Office, backup: Path
) -> None:
    before = letters(office)
    spoil(office)
    office.done("db", "restore", str(backup), "--yes")
    stages, digests = held(office, "stage"), held(office, "digest")
    assert {(row["officer"], *row["cases"]) for row in stages if isinstance(row["cases"], list)} == {
        ("lan", TT_TT),
        ("huong", Y_TE),
        ("minh", "nq-9-2016/1@bo-noi-vu"),
    }
    assert len(digests) == 3 * 15  # an officer and working day from 2 to 22 June
    assert {row["last_answer"] for row in (*stages, *digests)} == {
        "restored: may have been sent between 2016-06-01 09:00 and 2016-06-22 10:00"
    }
    assert office.done("verify").startswith("ok: ")
    lives(office, "2016-06-22T10:01", "2016-06-24T08:00")
    assert letters(office).keys() - before.keys() == {
        str(row["message_id"])
        for row in office.rows("outbox", "--state", "accepted")
        if row["letter"] == "digest"
    }
    assert len(held(office, "stage")) == 3
    assert office.done("verify").startswith("ok: ")


def test_what_is_held_moves_when_a_person_says_so(office: Office, backup: Path) -> None:
    spoil(office)
    office.done("db", "restore", str(backup), "--yes")
    mine, theirs, *_ = held(office, "stage")
    office.done("outbox", "drop", str(mine["number"]), "--reason", "told by telephone")
    office.done("outbox", "retry", str(theirs["number"]))
    office.done("tick")
    now = {row["number"]: row["state"] for row in office.rows("outbox", "--state", "all")}
    assert (now[mine["number"]], now[theirs["number"]]) == ("dropped", "accepted")
    assert office.done("verify").startswith("ok: ")


def test_a_case_closed_after_a_restore_is_told_to_those_who_may_have_heard_of_it(
    office: Office, backup: Path
) -> None:
    spoil(office)
    office.done("db", "restore", str(backup), "--yes")
    said = office.done("close", "nq-9-2016/1@bo-noi-vu", "--evidence", "7/BNV", "--as", "lan")
    assert "letters to minh" in said


@pytest.mark.contract(2, 5)
@pytest.mark.parametrize("moved", [(), ("drop", "--reason", "told by telephone"), ("retry",)])
@pytest.mark.parametrize("spoken", [False, True])
def test_who_may_have_heard_of_a_case_in_what_is_lost_hears_how_it_ends_whatever_becomes_of_what_is_held(
    new_office: Office, spoken: bool, moved: Sequence[str]
) -> None:
    """``spoken``: the letter was on its way in the backup; else it fell due afterwards."""
    office, old = new_office, new_office.folder / "old.db"
    if spoken:
        office.environ["DUEWATCH_FOLDER__PATH"] = str(office.folder / "config.toml")
    else:
        office.at("2016-05-20T09:00")
    office.done("tick")
    office.done("db", "backup", str(old))
    office.environ.pop("DUEWATCH_FOLDER__PATH", None)
    office.at("2016-06-01T10:00")
    spoil(office)
    office.done("db", "restore", str(old), "--yes")
    (row,) = (row for row in held(office, "stage") if row["officer"] == "huong")
    assert row["was_uncertain"] is spoken
    if moved:
        office.done("outbox", moved[0], str(row["number"]), *moved[1:])
    assert "letters to huong" in office.done("close", Y_TE, "--evidence", "7/YT", "--as", "lan")
    office.done("tick")
    assert "letters to huong" in office.done("reopen", Y_TE, "--reason", "too early", "--as", "lan")
    assert office.done("verify").startswith("ok: ")


def test_letters_that_arrived_and_were_forgotten_for_their_age_are_taken_over_without_their_bytes(
    office: Office, backup: Path
) -> None:
    config = office.folder / "config.toml"
    config.write_text(f'keep = "1d"\n{CONFIG}', encoding="utf-8")
    lives(office, "2016-06-27T08:00")
    config.write_text(CONFIG, encoding="utf-8")
    assert "known to have arrived since: 11" in office.done("db", "restore", str(backup), "--yes")
    assert office.done("verify").startswith("ok: ")
    lives(office, "2016-06-28T08:00")
    assert office.done("verify").startswith("ok: ")


def test_no_number_of_a_digest_is_used_twice(office: Office, backup: Path) -> None:
    office.done("db", "restore", str(backup), "--yes")
    lives(office, "2016-06-23T08:00")
    drawn = [row for row in office.rows("history") if row["fact"] == "DigestDrawn"]
    assert [len(drawn), Counter(row["actor"] for row in drawn)["duewatch"]] == [9, 9]
    subjects = [row["subject"] for row in office.rows("outbox", "--state", "all") if row["officer"] == "lan"]
    assert [subject for subject in subjects if str(subject).startswith("[Duewatch] Digest No. 3")]


def test_the_journal_tells_who_restored_it_when_and_from_which_moment(office: Office, backup: Path) -> None:
    office.done("db", "restore", str(backup), "--yes", "--as", "minh")
    (told,) = (row for row in office.rows("history") if row["fact"] == "Restored")
    assert (told["actor"], told["login"], told["via"]) == ("minh", "root", "cli")
    assert (told["recorded"], told["since"], told["until"]) == (
        "2016-06-22T10:00:00+07:00",
        "2016-06-01T09:00:00+07:00",
        "2016-06-22T08:00:00+07:00",
    )
    assert (told["backup"], told["replaced"]) == ("old.db", "duewatch.db.replaced-20160622T100000")


def test_what_is_lost_is_listed_and_lies_in_the_copy(office: Office, backup: Path) -> None:
    result = office.run("db", "restore", str(backup), "--yes")
    assert f"lost: 2016-06-21 09:00  lan  {TT_TT}  Closed, evidence 12/TT" in result.stderr
    assert "may not be" not in result.stderr
    assert office.row(TT_TT)["status"] == "open-in-time"
    (kept,) = office.folder.glob("duewatch.db.replaced-*")
    assert str(kept) in result.stdout
    assert kept.stat().st_mode & 0o077 == 0
    office.environ["DUEWATCH_STORE__URL"] = f"sqlite:///{kept}"
    assert office.row(TT_TT)["status"] == "done-in-time"
    assert office.done("verify").startswith("ok: ")


def test_a_damaged_file_is_moved_aside_as_it_is(office: Office, backup: Path) -> None:
    spoil(office)
    was = (office.folder / "duewatch.db").read_bytes()
    result = office.run("db", "restore", str(backup), "--yes")
    assert "cannot be read, so what is lost cannot be listed" in result.stderr
    (kept,) = office.folder.glob("duewatch.db.replaced-*")
    assert kept.read_bytes() == was
    assert len(office.rows("list")) == 5


def test_a_file_with_one_damaged_page_is_moved_aside_too(office: Office, backup: Path) -> None:
    file = office.folder / "duewatch.db"
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'journal'").fetchone()
    connection.close()
    raw = bytearray(file.read_bytes())
    raw[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(raw)
    office.done("db", "restore", str(backup), "--yes")
    (kept,) = office.folder.glob("duewatch.db.replaced-*")
    assert kept.read_bytes() == raw
    assert office.done("verify").startswith("ok: ")


@pytest.mark.parametrize("damaged", [True, False])
def test_the_database_belongs_to_whom_it_belonged_before(office: Office, backup: Path, damaged: bool) -> None:
    file = office.folder / "duewatch.db"
    if damaged:
        spoil(office)
    if os.geteuid() == 0:
        os.chown(file, 65534, 65534)
    owner = file.stat().st_uid, file.stat().st_gid
    office.done("db", "restore", str(backup), "--yes")
    (kept,) = office.folder.glob("duewatch.db.replaced-*")
    assert {(path.stat().st_uid, path.stat().st_gid) for path in (file, kept)} == {owner}


@pytest.mark.contract(7)
def test_a_command_that_waits_for_the_restore_writes_into_what_was_restored(
    office: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says ok, so it must not have written into a file that is gone."""
    written = replacing._write_over
    said: list[str] = []

    def beside() -> None:
        store = Store.open("sqlite:///duewatch.db", base=office.folder)
        try:
            with store.writing() as ledger:
                ledger.set_mark("somebody", "was here")
            said.append("ok")
        finally:
            store.close()

    somebody = threading.Thread(target=beside)

    def slowly(connection: sqlite3.Connection, ready: Path) -> None:
        somebody.start()
        somebody.join(0.3)
        assert said == [], "nobody writes while the file is replaced"
        written(connection, ready)

    monkeypatch.setattr(replacing, "_write_over", slowly)
    office.done("db", "restore", str(backup), "--yes")
    somebody.join(20)
    assert said == ["ok"]
    store = Store.open("sqlite:///duewatch.db", base=office.folder)
    with store.reading() as ledger:
        assert ledger.mark("somebody") == "was here"
    store.close()
    assert office.done("verify").startswith("ok: ")


def test_where_the_database_is_gone_the_backup_takes_its_place(office: Office, backup: Path) -> None:
    for file in office.folder.glob("duewatch.db*"):
        file.unlink()
    said = office.done("db", "restore", str(backup), "--yes")
    assert "what stood there" not in said
    assert len(held(office, "stage")) == 3
    assert list(office.folder.glob("duewatch.db.*")) == [office.folder / "duewatch.db.lock"]


def test_while_a_daemon_runs_nothing_is_restored(office: Office, backup: Path) -> None:
    store = Store.open("sqlite:///duewatch.db", base=office.folder)
    before = office.rows("history")
    with store.daemon_lock():
        result = office.run("db", "restore", str(backup), "--yes")
    store.close()
    assert result.exit_code == 75
    assert "stop it first" in result.stderr
    assert office.rows("history") == before


def test_without_a_terminal_nothing_is_restored_unless_it_is_asked_for(office: Office, backup: Path) -> None:
    before = content(office)
    result = office.run("db", "restore", str(backup))
    assert result.exit_code == 2
    assert "--yes" in result.stderr
    assert "lost: 2016-06-21 09:00" in result.stderr
    assert content(office) == before


@pytest.mark.parametrize(
    "what", ["text", "empty", "foreign", "damaged", "newer", "missing", "folder", "itself"]
)
def test_what_is_no_sound_backup_is_refused_in_a_sentence_and_nothing_changes(
    office: Office, backup: Path, what: str
) -> None:
    bad = office.folder / "bad.db"
    match what:
        case "text":
            bad.write_text("not a database at all, but long enough to be read" * 99)
        case "empty":
            bad.touch()
        case "foreign":
            with sqlite3.connect(bad) as connection:
                connection.execute("CREATE TABLE addresses (name TEXT)")
        case "damaged":
            raw = bytearray(backup.read_bytes())
            raw[4096 * 3 : 4096 * 40] = b"\xff" * (4096 * 37)
            bad.write_bytes(raw)
        case "newer":
            shutil.copy(backup, bad)
            with sqlite3.connect(bad) as connection:
                connection.execute("UPDATE alembic_version SET version_num = '9999'")
        case "folder":
            bad.mkdir()
        case "itself":
            bad = office.folder / "duewatch.db"
    before = content(office)
    result = office.run("db", "restore", str(bad), "--yes")
    assert result.exit_code == 1, result.output
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.output
    assert content(office) == before


def test_a_restore_that_fails_half_way_leaves_everything_as_it_was(
    office: Office, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(office)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("monitor.store.replacing._fill", full)
    assert office.run("db", "restore", str(backup), "--yes").exit_code != 0
    monkeypatch.undo()
    office.at("2016-06-22T10:00")
    assert content(office).keys() == before.keys()
    assert office.row(TT_TT)["status"] == "done-in-time"
    assert office.done("verify").startswith("ok: ")


@pytest.mark.contract(2, 3)
def test_a_letter_that_waited_in_the_backup_is_settled_by_what_became_of_it(office: Office) -> None:
    lives(office, "2016-06-21T08:00")
    office.at("2016-06-21T09:00")
    office.done("close", TT_TT, "--evidence", "12/TT", "--as", "minh")
    (waiting,) = office.rows("outbox")
    office.done("db", "backup", str(office.folder / "old.db"))
    before = letters(office)
    office.at("2016-06-21T09:30")
    office.done("db", "restore", str(office.folder / "old.db"), "--yes")
    assert office.rows("outbox") == [waiting], "it is known that nobody sent it"
    lives(office, "2016-06-21T10:00")
    assert len(letters(office) - before) == 1
    office.done("db", "restore", str(office.folder / "old.db"), "--yes")
    assert office.rows("outbox") == []
    lives(office, "2016-06-21T10:30")
    assert sum((letters(office) - before).values()) == 1
    spoil(office)
    office.done("db", "restore", str(office.folder / "old.db"), "--yes")
    assert [row["state"] for row in office.rows("outbox")] == ["held"]
    assert office.done("verify").startswith("ok: ")


def test_another_history_than_the_backups_tells_of_letters_but_not_when_the_lapse_ended(
    office: Office, backup: Path
) -> None:
    """Somebody began anew on an empty database before the backup was found."""
    for file in office.folder.glob("duewatch.db*"):
        file.unlink()
    lives(office, "2016-06-22T10:00")
    office.at("2016-06-22T12:00")
    said = office.done("db", "restore", str(backup), "--yes")
    assert "letters that are known to have arrived since: 6" in said
    (told,) = (row for row in office.rows("history") if row["fact"] == "Restored")
    assert told["until"] == "2016-06-22T12:00:00+07:00"
    assert states(office.rows("outbox", "--state", "all"), "stage") == {"accepted": 6}
    assert office.done("verify").startswith("ok: ")


def test_a_backup_of_an_older_revision_is_brought_up_to_date(office: Office, backup: Path) -> None:
    for statement in (
        "DROP TABLE seals",
        "ALTER TABLE journal DROP COLUMN hash",
        "ALTER TABLE cases DROP COLUMN head",
        "ALTER TABLE notices DROP COLUMN perhaps_sent",
        "UPDATE alembic_version SET version_num = '0001'",
    ):
        with sqlite3.connect(backup) as connection:
            connection.execute(statement)
    connection.close()
    was = backup.read_bytes()
    office.done("db", "restore", str(backup), "--yes")
    assert backup.read_bytes() == was
    assert office.done("db", "check").startswith("ok")
    assert office.done("verify").startswith("ok: ")
    assert not list(office.folder.glob("*.ready*"))


MORE = """
[[obligation]]
id = "4"
task = "Việc mới."
lead = ["bo-tt-tt"]
deadline = "trước ngày 28/6/2016"
"""


def test_what_the_rules_have_opened_since_is_held_too(office: Office, backup: Path) -> None:
    with (office.folder / "catalogue" / "nq.toml").open("a", encoding="utf-8") as file:
        file.write(MORE)
    spoil(office)
    office.at("2016-06-22T22:00")  # at night nothing speaks, and in the morning it must not either
    office.done("db", "restore", str(backup), "--yes")
    assert "nq-9-2016/4@bo-tt-tt" in [case for row in held(office, "stage") for case in _cases(row)]
    before = letters(office)
    lives(office, "2016-06-23T07:00", "2016-06-23T08:00")
    new = [
        row for row in office.rows("outbox", "--state", "accepted") if str(row["message_id"]) not in before
    ]
    assert {row["letter"] for row in new} == {"digest"}
    assert office.done("verify").startswith("ok: ")


def _cases(row: Row) -> Sequence[str]:
    cases = row["cases"]
    assert isinstance(cases, list)
    return [str(case) for case in cases]


def test_rules_that_would_move_deadlines_of_the_backup_wait_for_a_word(office: Office, backup: Path) -> None:
    file = office.folder / "catalogue" / "nq.toml"
    text = file.read_text(encoding="utf-8").replace("trước ngày 1/7/2016", "trước ngày 1/8/2016")
    file.write_text(text, encoding="utf-8")
    refused = office.run("db", "restore", str(backup), "--yes")
    assert refused.exit_code == 1
    assert "3 open deadlines would move" in refused.stderr
    assert "--accept" in refused.stderr
    assert office.row(TT_TT)["status"] == "done-in-time"
    office.done("db", "restore", str(backup), "--yes", "--accept")
    assert office.row(TT_TT)["last_day"] == "2016-07-31"
    assert {row["letter"] for row in office.rows("outbox", "--state", "held")} >= {"change"}
    before = letters(office)
    office.done("tick")
    assert letters(office) == before
    assert office.done("verify").startswith("ok: ")


def test_rules_that_the_replaced_database_had_taken_over_need_no_second_word(
    office: Office, backup: Path
) -> None:
    file = office.folder / "catalogue" / "nq.toml"
    text = file.read_text(encoding="utf-8").replace("trước ngày 1/7/2016", "trước ngày 1/8/2016")
    file.write_text(text, encoding="utf-8")
    office.done("accept")
    office.done("tick")
    office.done("db", "restore", str(backup), "--yes")
    assert office.row(TT_TT)["last_day"] == "2016-07-31"


def test_a_server_is_put_back_by_its_own_tool_and_then_marked(
    office: Office, backup: Path, cluster: Cluster
) -> None:
    url = cluster.empty_database()
    old = f"sqlite:///{backup}"
    office.done("db", "copy", old, url)
    text = CONFIG.replace("sqlite:///duewatch.db", url)
    (office.folder / "config.toml").write_text(text, encoding="utf-8")
    program = programs()
    assert program is not None
    dump = office.folder / "dump"
    _order(program / "pg_dump", "--format=custom", f"--file={dump}", url)
    lives(office, "2016-06-22T10:00")
    before = letters(office)
    refused = office.run("db", "restore", str(dump), "--yes")
    assert refused.exit_code == 1
    for word in ("pg_restore", "duewatch db restored", cluster.name_of(url)):
        assert word in refused.stderr
    _order(
        program / "pg_restore", "--clean", "--if-exists", "--single-transaction", f"--dbname={url}", str(dump)
    )
    office.at("2016-06-22T11:00")
    assert office.run("db", "restored").exit_code == 2
    office.done("db", "restored", "--yes", "--as", "minh")
    assert len(held(office, "stage")) == 3
    (told,) = (row for row in office.rows("history") if row["fact"] == "Restored")
    assert (told["actor"], told["backup"]) == ("minh", "")
    assert office.done("verify").startswith("ok: ")
    office.done("tick")
    assert letters(office) == before


def _order(program: Path, *words: str) -> None:
    done = subprocess.run([str(program), *words], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def test_a_server_on_which_a_daemon_runs_is_not_marked(office: Office, server_url: str) -> None:
    text = CONFIG.replace("sqlite:///duewatch.db", server_url)
    (office.folder / "config.toml").write_text(text, encoding="utf-8")
    office.done("tick")
    before = office.rows("history")
    daemon = Store.open(server_url)
    with daemon.daemon_lock():
        refused = office.run("db", "restored", "--yes")
    daemon.close()
    assert refused.exit_code == 75
    assert office.rows("history") == before


def test_a_file_that_was_copied_back_by_hand_is_marked_the_same_way(office: Office, backup: Path) -> None:
    for file in office.folder.glob("duewatch.db*"):
        file.unlink()
    shutil.copy(backup, office.folder / "duewatch.db")
    office.done("db", "restored", "--yes")
    assert len(held(office, "stage")) == 3
    before = letters(office)
    office.done("tick")
    assert letters(office) == before
