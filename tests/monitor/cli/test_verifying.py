"""verify: on a database that somebody has tampered with it names the row, on a sound one it says ok."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir

import psycopg
import pytest

import monitor.verify
from monitor.packing import unpack
from monitor.store import Store
from tests.cluster import Cluster
from tests.conftest import KINDS
from tests.monitor.cli.console import CONFIG, Office, an_office

TT_TT, Y_TE, NOI_VU = "nq-9-2016/1@bo-tt-tt", "nq-9-2016/1@bo-y-te", "nq-9-2016/1@bo-noi-vu"


@pytest.fixture(scope="session")
def weeks(opened: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three weeks of an office: letters, digests that tell seals, a closing, an extension, a letter dropped."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        office = an_office(tmp_path_factory.mktemp("weeks") / "office", monkeypatch)
        shutil.copytree(opened, office.folder, dirs_exist_ok=True)
        for moment in ("2016-06-02T08:00", "2016-06-21T08:00"):
            office.at(moment)
            office.done("tick")
        office.at("2016-06-21T09:00")
        office.done("close", TT_TT, "--evidence", "12/TT", "--as", "lan")
        (row,) = office.rows("outbox")
        office.done("outbox", "drop", str(row["number"]), "--reason", "told in person", "--as", "lan")
        office.done(
            "extend", Y_TE, "--to", "2016-09-30", "--authority", "5/VPCP", "--reason", "chờ", "--as", "lan"
        )
        office.done("progress", NOI_VU, "--percent", "40", "--as", "minh")
        for moment in ("2016-06-21T09:01", "2016-06-22T08:00", "2016-06-24T08:00"):
            office.at(moment)
            office.done("tick")
        return office.folder


@dataclass(frozen=True, slots=True)
class Records:
    """The office's database as somebody with the rights to write it can open it."""

    office: Office
    url: str

    @contextmanager
    def opened(self) -> Iterator[Callable[[str, Sequence[object]], Sequence[Sequence[object]]]]:
        """Asks and changes by plain SQL, ``?`` for each value."""
        if self.url.startswith("sqlite"):
            with closing(sqlite3.connect(self.office.folder / "duewatch.db")) as file:
                yield lambda text, values: file.execute(text, values).fetchall()
                file.commit()
            return
        with psycopg.connect(self.url) as server:

            def ask(text: str, values: Sequence[object]) -> Sequence[Sequence[object]]:
                found = server.execute(text.replace("?", "%s").encode(), values)
                return found.fetchall() if found.description else ()

            yield ask

    def alter(self, text: str, *values: object) -> None:
        with self.opened() as ask:
            ask(text, values)

    def the(self, text: str, *values: object) -> str:
        """The one value that the question finds."""
        with self.opened() as ask:
            ((value,),) = ask(text, values)
        return str(value)

    def findings(self, *words: str) -> list[str]:
        """What ``verify`` says of it, a line each; it must find something."""
        result = self.office.run("verify", *words)
        assert result.exit_code == 1, result.output
        assert result.stderr == ""
        told = json.loads(self.office.run("verify", *words, "--json").stdout)["findings"]
        assert result.stdout.splitlines() == told
        return result.stdout.splitlines()


@pytest.fixture(params=KINDS)
def records(
    request: pytest.FixtureRequest, new_office: Office, weeks: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Records]:
    shutil.copytree(weeks, new_office.folder, dirs_exist_ok=True)
    new_office.at("2016-06-24T09:00")
    if request.param == "sqlite":
        yield Records(new_office, "sqlite:///duewatch.db")
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    url = cluster.empty_database()
    new_office.done("db", "copy", "sqlite:///duewatch.db", url)
    (new_office.folder / "config.toml").write_text(
        CONFIG.replace("sqlite:///duewatch.db", url), encoding="utf-8"
    )
    yield Records(new_office, url)
    cluster.drop(url)


def test_a_sound_database_is_ok(records: Records) -> None:
    assert records.office.done("verify").startswith("ok: ")
    told = json.loads(records.office.done("verify", "--json"))
    assert list(told) == ["facts", "cases", "letters", "seals", "findings"]
    assert (told["cases"], told["seals"], told["findings"]) == (5, 4, [])


def number_of(records: Records, fact: str, case: str | None = None) -> str:
    if case is None:
        return records.the("SELECT min(number) FROM journal WHERE fact = ?", fact)
    return records.the("SELECT min(number) FROM journal WHERE fact = ? AND case_key = ?", fact, case)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("actor", "huong"),
        ("login", "nobody"),
        ("effective", "2016-06-20"),
        ("body", '{"evidence":"13/TT"}'),
        ("body", "not JSON at all"),
        ("recorded", 1466475300000000),
    ],
)
def test_a_fact_that_was_changed_is_named(records: Records, column: str, value: object) -> None:
    number = number_of(records, "Closed")
    records.alter(f"UPDATE journal SET {column} = ? WHERE number = ?", value, int(number))
    assert any(found.startswith(f"journal row {number} (Closed, {TT_TT})") for found in records.findings())


def test_the_fact_after_one_that_was_taken_out_is_named(records: Records) -> None:
    gone = int(number_of(records, "StageReached", Y_TE))
    after = records.the("SELECT min(number) FROM journal WHERE case_key = ? AND number > ?", Y_TE, gone)
    records.alter("DELETE FROM journal WHERE number = ?", gone)
    assert any(found.startswith(f"journal row {after} (") for found in records.findings())


def test_a_last_fact_that_was_taken_out_is_missed(records: Records) -> None:
    gone = int(number_of(records, "Closed"))
    before = records.the("SELECT max(number) FROM journal WHERE case_key = ? AND number < ?", TT_TT, gone)
    records.alter("DELETE FROM journal WHERE number = ?", gone)
    said = records.findings()
    assert f"journal row {before}: it was not the last fact of {TT_TT}: one was taken out" in said
    assert f"{TT_TT}: its row has closed_on 2016-06-21, and its facts say nothing" in said


def test_a_fact_that_was_put_in_is_named(records: Records) -> None:
    records.alter(
        "INSERT INTO journal (number, recorded, effective, actor, login, via, fact, case_key, unique_key, body, hash) "
        "SELECT 9000, recorded, effective, actor, login, via, fact, ?, NULL, body, hash FROM journal WHERE fact = ?",
        NOI_VU,
        "Closed",
    )
    assert any(found.startswith(f"journal row 9000 (Closed, {NOI_VU})") for found in records.findings())


@pytest.mark.parametrize(
    ("case", "column", "value", "was"),
    [
        (NOI_VU, "last_day", "2016-12-30", "2016-06-30"),
        (NOI_VU, "safe_day", "2016-12-30", "2016-06-30"),
        (Y_TE, "last_day", "2016-06-30", "2016-09-30"),
        (Y_TE, "original_last_day", "2016-09-30", "2016-06-30"),
        (TT_TT, "closed_on", "2016-06-01", "2016-06-21"),
        (NOI_VU, "progress", 100, "40"),
        (NOI_VU, "assigned", "lan", "nothing"),
    ],
)
def test_a_case_whose_row_says_other_than_its_facts_is_named(
    records: Records, case: str, column: str, value: object, was: str
) -> None:
    records.alter(f"UPDATE cases SET {column} = ? WHERE key = ?", value, case)
    assert records.findings() == [f"{case}: its row has {column} {value}, and its facts say {was}"]


def test_a_case_that_was_withdrawn_in_its_row_alone_is_named(records: Records) -> None:
    records.alter(
        f"UPDATE cases SET withdrawn = {'1' if records.url.startswith('sqlite') else 'true'} WHERE key = ?",
        Y_TE,
    )
    assert records.findings() == [f"{Y_TE}: its row has withdrawn 1, and its facts say 0"]


def test_a_case_whose_row_is_gone_is_named(records: Records) -> None:
    records.alter("DELETE FROM cases WHERE key = ?", NOI_VU)
    assert records.findings() == [f"{NOI_VU}: its facts are in the journal, and its row is gone"]


def test_a_notice_that_was_deleted_is_named(records: Records) -> None:
    key = f"{Y_TE}|1|reminder|0|huong"
    records.alter("DELETE FROM notices WHERE key = ?", key)
    assert records.findings() == [f"{key}: it spoke, and has no notice"]


def test_a_letter_that_was_deleted_with_its_notices_is_named(records: Records) -> None:
    letter = records.the("SELECT letter FROM notices WHERE key = ?", f"{Y_TE}|1|reminder|0|huong")
    records.alter("DELETE FROM notices WHERE letter = ?", int(letter))
    records.alter("DELETE FROM letters WHERE number = ?", int(letter))
    said = records.findings()
    assert f"{Y_TE}|1|reminder|0|huong: it spoke, and has no notice" in said
    assert any(
        found.startswith(f"letter {letter}: journal row ") and "is not there" in found for found in said
    )


@pytest.mark.parametrize(
    "content",
    [
        zlib.compress(b"Subject: another\r\n\r\n"),
        b"\0" + zlib.compress(b"20\nSubject: another\r\n\r\n"),
        b"\0" + zlib.compress(b"no length\nSubject: another\r\n\r\n"),
        b"no letter at all",
    ],
)
def test_a_letter_whose_bytes_were_changed_is_named(records: Records, content: bytes) -> None:
    letter = records.the("SELECT letter FROM notices WHERE key = ?", f"{Y_TE}|1|reminder|0|huong")
    records.alter("UPDATE letters SET content = ? WHERE number = ?", content, int(letter))
    (found,) = records.findings()
    assert found.startswith(f"letter {letter}: its bytes are not those that journal row ")


def test_a_letter_that_was_packed_whole_is_none_that_was_changed(records: Records) -> None:
    with records.opened() as ask:
        kept = ask("SELECT number, content FROM letters WHERE accepted_at IS NOT NULL", ())
        for number, content in kept:
            assert isinstance(content, bytes)
            ask("UPDATE letters SET content = ? WHERE number = ?", (zlib.compress(unpack(content)), number))
    assert kept
    assert records.office.done("verify").startswith("ok: ")


def test_a_letter_whose_bytes_were_erased_is_named(records: Records) -> None:
    letter = records.the("SELECT letter FROM notices WHERE key = ?", f"{Y_TE}|1|reminder|0|huong")
    records.alter("UPDATE letters SET content = NULL WHERE number = ?", int(letter))
    assert records.findings() == [f"letter {letter}: its bytes are gone, and nothing says why"]


def test_a_letter_whose_bytes_were_erased_before_a_sealing_covered_them_is_named(records: Records) -> None:
    letter = int(records.the("SELECT max(number) FROM letters WHERE accepted_at IS NOT NULL"))
    records.alter("UPDATE letters SET content = NULL WHERE number = ?", letter)
    named = [f"letter {letter}: its bytes are gone, and nothing says why"]
    assert records.findings() == named
    records.office.at("2016-06-28T08:00")
    records.office.done("tick")
    assert records.findings() == named


def test_letters_that_were_forgotten_for_their_age_are_no_finding(records: Records) -> None:
    config = records.office.folder / "config.toml"
    config.write_text(f'keep = "1d"\n{config.read_text(encoding="utf-8")}', encoding="utf-8")
    records.office.at("2016-06-27T08:00")
    records.office.done("tick")
    told = [row for row in records.office.rows("history") if row["fact"] == "LettersForgotten"]
    assert len(told) == 1
    assert records.office.done("verify").startswith("ok: ")


def test_a_letter_that_was_put_in_later_is_named(records: Records) -> None:
    records.alter(
        "INSERT INTO letters (number, key, kind, officer, state, attempts, failures, was_uncertain, formed, "
        "accepted_at, content) SELECT 9000, ?, kind, officer, state, attempts, failures, was_uncertain, formed, "
        "accepted_at, content FROM letters WHERE number = 1",
        "forged",
    )
    (found,) = records.findings()
    assert found == "letter 9000: accepted 2016-06-01 02:00 UTC, and no sealing since covers it"


def test_a_dropped_letter_that_was_brought_back_is_named(records: Records) -> None:
    row = json.loads(records.the("SELECT body FROM journal WHERE fact = ?", "LetterDropped"))["row"]
    records.alter("UPDATE notices SET state = 'superseded' WHERE number = ?", row)
    (found,) = records.findings()
    assert found.startswith(f"letter {row}: superseded, and journal row ")


@pytest.mark.parametrize(("column", "value"), [("hash", "0" * 64), ("facts", 1)])
def test_a_seal_that_was_changed_is_named(records: Records, column: str, value: object) -> None:
    records.alter(f"UPDATE seals SET {column} = ? WHERE day = ?", value, "2016-06-02")
    assert any(found.startswith("seal of 2016-06-02: ") for found in records.findings())


def test_a_journal_written_anew_from_end_to_end_differs_from_a_seal_that_came_by_mail(
    records: Records,
) -> None:
    received = records.the("SELECT hash FROM seals WHERE day = ?", "2016-06-22")
    assert "the seal is this journal's" in records.office.done("verify", "--seal", received)
    assert "the seal is this journal's" in records.office.done("verify", "--seal", received[:16].upper())
    forge(records, "12/TT", "99/TT")
    assert records.office.done("verify").startswith("ok: ")
    (found,) = records.findings("--seal", received)
    assert found.startswith(f"the seal {received} is none of this journal's: what it covers was written anew")


def forge(records: Records, old: str, new: str) -> None:
    """Somebody with time: a fact is changed, and all hashes, heads, seals and digests' told seals are made to fit."""
    with records.opened() as ask:
        ask("UPDATE journal SET body = replace(body, ?, ?)", (old, new))
        seals = [list(row) for row in ask("SELECT day, number, hash FROM seals ORDER BY day", ())]
        heads: dict[object, str] = {}
        renamed: dict[str, str] = {}
        digest = sha256(str(seals[0][0]).encode())
        text = "SELECT number, recorded, effective, actor, login, via, fact, case_key, unique_key, body FROM journal"
        for number, recorded, effective, *rest in ask(f"{text} ORDER BY number", ()):
            while seals and int(str(number)) > int(str(seals[0][1])):
                day, _, was = seals.pop(0)
                renamed[str(was)] = made = digest.hexdigest()
                ask("UPDATE seals SET hash = ? WHERE day = ?", (made, day))
                digest = sha256((made + (str(seals[0][0]) if seals else "")).encode())
            case, body = rest[4], str(rest[6])
            for was, made in renamed.items():
                body = body.replace(was, made)
            content = [heads.get(case, ""), recorded, str(effective), *rest[:6], body]
            link = sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
            heads[case] = link
            digest.update(link.encode())
            ask("UPDATE journal SET hash = ?, body = ? WHERE number = ?", (link, body, number))
        for case, link in heads.items():
            if case is None:
                ask("UPDATE marks SET value = ? WHERE name = 'journal-head'", (link,))
            else:
                ask("UPDATE cases SET head = ? WHERE key = ?", (link, case))


def test_after_a_restore_an_older_seal_that_is_gone_says_so(records: Records) -> None:
    """Not on a server, whose backups are its own tools' business."""
    if not records.url.startswith("sqlite"):
        old = records.office.folder / "duewatch.db"
        assert records.office.done("verify", str(old)).startswith("ok: ")
        return
    office = records.office
    office.done("db", "backup", str(office.folder / "old.db"))
    office.at("2016-06-27T08:00")
    office.done("tick")
    received = records.the("SELECT hash FROM seals WHERE day = ?", "2016-06-27")
    office.at("2016-06-27T10:00")
    office.done("db", "restore", str(office.folder / "old.db"), "--yes")
    assert office.done("verify").startswith("ok: ")
    (found,) = records.findings("--seal", received)
    assert "(or it was set in what the restore of 2016-06-27 took out)" in found


@pytest.mark.parametrize(
    "words",
    [
        ("--seal", "abc"),
        ("--seal", "z" * 16),
        ("--seal", "0" * 65),
        ("--seal",),
        ("nowhere.db",),
        ("--deep",),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(office: Office, words: tuple[str, ...]) -> None:
    result = office.run("verify", *words)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_seal_that_nobody_ever_told_is_a_finding(office: Office) -> None:
    result = office.run("verify", "--seal", "0" * 64)
    assert result.exit_code == 1
    assert result.stdout == (
        f"the seal {'0' * 64} is none of this journal's: what it covers was written anew, or it is another journal's\n"
    )


@pytest.mark.parametrize("what", ["text", "foreign", "older"])
def test_a_file_that_is_no_database_of_this_version_is_refused_in_a_sentence(
    office: Office, what: str
) -> None:
    file = office.folder / "other.db"
    if what == "text":
        file.write_text("nothing that anybody can read" * 99)
    else:
        with closing(sqlite3.connect(file)) as connection:
            connection.execute(
                "CREATE TABLE alembic_version (version_num TEXT)" if what == "older" else "CREATE TABLE t (x)"
            )
            if what == "older":
                connection.execute("INSERT INTO alembic_version VALUES ('0001')")
            connection.commit()
    result = office.run("verify", str(file))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_it_looks_while_a_daemon_runs_and_somebody_is_writing(records: Records) -> None:
    store = Store.open(records.url, base=records.office.folder)
    try:
        with store.daemon_lock(), store.writing() as ledger:
            ledger.set_mark("half", "done")
            assert records.office.done("verify").startswith("ok: ")
    finally:
        store.close()


def test_all_questions_see_one_moment_whoever_writes_meanwhile(new_office: Office, weeks: Path) -> None:
    shutil.copytree(weeks, new_office.folder, dirs_exist_ok=True)
    store = Store.open("sqlite:///duewatch.db", base=new_office.folder)
    try:
        with store.writing() as ledger:
            ledger.set_mark("log", "there is one beside the file")
        rows = monitor.verify.file_rows(new_office.folder / "duewatch.db")
        before = list(rows("SELECT count(*) FROM journal"))
        new_office.at("2016-06-24T09:00")
        new_office.done("progress", NOI_VU, "--percent", "50", "--as", "minh")
        assert list(rows("SELECT count(*) FROM journal")) == before
        assert monitor.verify.verify(rows).findings == ()
    finally:
        store.close()


def test_an_inspector_with_a_read_only_copy_and_nothing_of_ours_can_look(weeks: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    folder.mkdir()
    file, program = folder / "duewatch.db", folder / "verify.py"
    with closing(sqlite3.connect(weeks / "duewatch.db")) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)
        assert target.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    shutil.copy(monitor.verify.__file__, program)
    for above in (tmp_path, *takewhile(lambda path: path != Path(gettempdir()), tmp_path.parents)):
        above.chmod(0o755)
    file.chmod(0o444)
    program.chmod(0o444)
    folder.chmod(0o555)
    try:
        looked = _alone(program, str(file))
        assert (looked.returncode, looked.stderr) == (0, "")
        assert looked.stdout.startswith("ok: ")
        assert {path.name for path in folder.iterdir()} == {"duewatch.db", "verify.py"}
        wrong = _alone(program, str(file), "0" * 64)
        assert wrong.returncode == 1
        assert wrong.stdout.startswith("the seal 000")
        assert _alone(program).returncode == 1
        assert "cannot be read" in _alone(program, str(program)).stderr
    finally:
        folder.chmod(0o755)


# The rights of files say nothing to root; what another user may not read of the library is imported before.
AS_NOBODY = """
import __future__, base64, collections.abc, dataclasses, datetime, hashlib, json, os, pathlib, sqlite3, sys, zlib
if os.geteuid() == 0:
    os.seteuid(65534)
sys.argv = sys.argv[1:]
exec(compile(pathlib.Path(sys.argv[0]).read_text(encoding="utf-8"), sys.argv[0], "exec"))
"""


def _alone(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run by an interpreter that sees nothing but its own library."""
    order = [sys.executable, "-I", "-B", "-S", "-c", AS_NOBODY, str(program), *words]
    return subprocess.run(order, capture_output=True, text=True, check=False, timeout=60, cwd="/")
