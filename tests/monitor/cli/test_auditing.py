"""Who has the right to read the database, and none to write, can look: an auditor, or anybody on a read-only mount."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import pytest

from monitor.store import Store, StoreFault, still
from tests.monitor.cli.console import Office, an_office

ROOT = Path(__file__).parents[3]
LOOKS = (
    "list",
    "list --json",
    "show 1",
    "explain 1",
    "status",
    "verify",
    "history --json",
    "outbox --state all",
    "check --changes",
    "db check",
)
# Everything is imported by a first run: what lies in root's own folders cannot be imported any more afterwards.
AUDITOR = """
import json, os, sys
from contextlib import redirect_stdout, redirect_stderr
from io import StringIO
from monitor.cli.root import duewatch
def run(words):
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            duewatch.main(words, prog_name="duewatch")
        except SystemExit as end:
            return end.code, out.getvalue(), err.getvalue()
commands = json.loads(sys.argv[1])
for words in commands:
    run([*words, "--config", sys.argv[2]])
if os.geteuid() == 0:
    os.setegid(65534), os.seteuid(65534)
found = [run([*words, "--config", sys.argv[3]]) for words in commands]
print(json.dumps(found))
"""


@pytest.fixture
def office(opened: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """An office that others may come to: each run of pytest closes the folders of all runs to them as it begins."""
    with TemporaryDirectory(prefix="audited-") as place:
        ours = an_office(Path(place) / "office", monkeypatch)
        shutil.copytree(opened, ours.folder, dirs_exist_ok=True)
        yield ours


@contextmanager
def closed_to_writers(folder: Path) -> Iterator[None]:
    """Nobody but root may write here, and everybody may read."""
    for beneath in (folder, *takewhile(lambda parent: parent != Path(gettempdir()), folder.parents)):
        beneath.chmod(0o755)
    for file in folder.rglob("*"):
        file.chmod(0o555 if file.is_dir() else 0o444)
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


def audited(office: Office, *commands: str) -> list[tuple[int, str, str]]:
    """What an auditor is told: the exit code, standard output and standard error of each command."""
    twin = office.folder.with_name("twin")
    shutil.copytree(office.folder, twin)
    words = json.dumps([command.split() for command in commands])
    files = [str(folder / "config.toml") for folder in (twin, office.folder)]
    done = subprocess.run(
        [sys.executable, "-c", AUDITOR, words, *files],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "SUDO_USER": "root"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return [(code, out, err) for code, out, err in json.loads(done.stdout)]


def names(office: Office) -> list[str]:
    return sorted(path.name for path in office.folder.iterdir())


def test_an_auditor_can_look_at_everything_and_leaves_no_trace(office: Office) -> None:
    before = names(office)
    with closed_to_writers(office.folder):
        found = audited(office, *LOOKS)
    assert {command: err for command, (code, _, err) in zip(LOOKS, found, strict=True) if code} == {}
    told = dict(zip(LOOKS, found, strict=True))
    assert [row["case"] for row in json.loads(told["list --json"][1])] == [
        row["case"] for row in office.rows("list")
    ]
    assert told["verify"][1].startswith("ok: ")
    assert "No daemon is running" in told["status"][1]
    assert names(office) == before


def test_an_auditor_sees_what_a_running_daemon_wrote_last(office: Office) -> None:
    file = office.folder / "duewatch.db"
    file.chmod(0o644)
    with closing(Store.open(f"sqlite:///{file}")) as store, store.daemon_lock():
        with store.writing() as ledger:
            ledger.set_mark("load-refused", "x")
        office.done("close", "nq-9-2016/1@bo-tt-tt", "--evidence", "VB 1", "--on", "2016-06-01")
        assert (office.folder / "duewatch.db-wal").stat().st_size > 0
        (office.folder / "duewatch.db.lock").chmod(0o600)
        with closed_to_writers(office.folder):
            (office.folder / "duewatch.db.lock").chmod(0o600)
            (code, out, err), (alive, status, _), (sound, _, _) = audited(
                office, "list --json", "status", "verify"
            )
    assert (code, err, alive, sound) == (0, "", 0, 0)
    (row,) = [row for row in json.loads(out) if row["case"] == "nq-9-2016/1@bo-tt-tt"]
    assert row["status"] == "done-in-time"
    assert "The daemon is alive" in status


def test_an_auditor_before_a_log_that_was_left_behind_is_told_what_to_do(office: Office) -> None:
    file = office.folder / "duewatch.db"
    with closing(Store.open(f"sqlite:///{file}")) as store:
        with store.writing() as ledger:
            ledger.set_mark("a", "b")
        log = (office.folder / "duewatch.db-wal").read_bytes()
    (office.folder / "duewatch.db-wal").write_bytes(log)
    with closed_to_writers(office.folder):
        ((code, out, err),) = audited(office, "list")
    assert (code, out) == (75, "")
    assert "look at a backup (`duewatch db backup`)" in err
    assert len(err.splitlines()) == 1


def test_an_auditor_changes_nothing(office: Office) -> None:
    with closed_to_writers(office.folder):
        ((code, out, err),) = audited(office, "close nq-9-2016/1@bo-tt-tt --evidence VB")
    assert (code, out) == (75, "")
    assert "is read-only" in err


def test_a_file_that_is_written_while_somebody_reads_it_without_a_lock_is_read_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = office.folder / "duewatch.db"
    with monkeypatch.context() as only_reading:
        only_reading.setattr("monitor.store.store.may_be_written", lambda _path: False)
        store = Store.open(f"sqlite:///{file}", create=False)
    with closing(store):
        with store.reading() as ledger:
            ledger.mark("a")
        with pytest.raises(StoreFault, match="written while it was read") as fault:
            _read_while_somebody_closes_a_case(store, office)
    assert fault.value.exit_code == 75


def _read_while_somebody_closes_a_case(store: Store, office: Office) -> None:
    with store.reading() as ledger:
        ledger.mark("a")
        office.done("close", "nq-9-2016/1@bo-tt-tt", "--evidence", "VB 1")


def test_who_may_write_opens_the_file_as_ever(office: Office) -> None:
    assert still.may_be_written(office.folder / "duewatch.db")
    assert not still.may_be_written(office.folder / "nowhere" / "duewatch.db")
