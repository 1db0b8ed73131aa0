"""What the world does to a database: locked, read-only, full, damaged, killed, newer, older."""

from __future__ import annotations

import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import takewhile
from pathlib import Path
from tempfile import gettempdir

import pytest
from sqlalchemy.exc import IntegrityError

from monitor.store import Store, StoreFault, revisions, tables
from tests.monitor.store.samples import MINUTE, NOW, a_case, a_stage, spoken, stored, write

URL = "sqlite:///duewatch.db"
ROOT = Path(__file__).parents[3]


def opened_at(folder: Path, *, create: bool = True, upgrade: bool = True) -> Store:
    return Store.open(URL, base=folder, create=create, upgrade=upgrade, patience_s=0.2)


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Another program, with ``store`` open on the database in ``folder``."""
    opening = f"from monitor.store import Store\nstore = Store.open({f'sqlite:///{folder}/duewatch.db'!r})\n"
    return subprocess.run(
        [sys.executable, "-c", "import os, sys\n" + opening + code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_first_use_makes_folder_and_file_for_their_owner_only(tmp_path: Path) -> None:
    store = Store.open("sqlite:///var/lib/duewatch.db", base=tmp_path)
    stored(store, a_case())
    for file in (tmp_path / "var" / "lib").iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert (tmp_path / "var" / "lib" / "duewatch.db").is_file()
    assert store.check() == ()
    assert store.revision() == tables.REVISION
    store.close()


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize("log", [b"", b"what was committed last"])
def test_an_emptied_file_is_not_taken_for_a_new_one_nor_is_its_log_taken_away(
    tmp_path: Path, create: bool, log: bytes
) -> None:
    (tmp_path / "duewatch.db").touch()
    (tmp_path / "duewatch.db-wal").write_bytes(log)
    with pytest.raises(StoreFault, match="is empty") as fault:
        opened_at(tmp_path, create=create)
    assert fault.value.exit_code == 78
    assert "put back a backup" in fault.value.sentence
    assert "remove the file" in fault.value.sentence
    assert (tmp_path / "duewatch.db").stat().st_size == 0
    assert (tmp_path / "duewatch.db-wal").read_bytes() == log


def test_a_database_without_tables_is_not_taken_for_a_new_one(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "duewatch.db")) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
    assert (tmp_path / "duewatch.db").stat().st_size > 0
    with pytest.raises(StoreFault, match="is empty") as fault:
        opened_at(tmp_path)
    assert fault.value.exit_code == 78


@pytest.mark.parametrize("step", ["revisions.make", "beginning._fill", "Path.rename", "os.ftruncate"])
@pytest.mark.parametrize("after", [False, True])
def test_who_is_killed_at_the_first_use_is_not_in_the_way_of_the_next_one(
    tmp_path: Path, step: str, after: bool
) -> None:
    module, _, name = step.partition(".")
    code = (
        f"import os\nfrom pathlib import Path\nfrom monitor.store import Store, beginning, revisions\nreal = {step}\n"
        "def killed(*words):\n"
        f"    if {after}:\n        real(*words)\n"
        "    os.kill(os.getpid(), 9)\n"
        f"{module}.{name} = killed\n"
        f"Store.open({f'sqlite:///{tmp_path}/duewatch.db'!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    store = opened_at(tmp_path)
    stored(store, a_case())
    assert store.check() == ()
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == ["duewatch.db"]


def test_two_that_begin_at_the_same_moment_have_one_database(tmp_path: Path) -> None:
    code = "with store.writing() as ledger:\n    ledger.set_mark(f'begun-{os.getpid()}', 'yes')\n"
    with ThreadPoolExecutor(4) as beginners:
        done = list(beginners.map(lambda _: python(code, tmp_path), range(4)))
    assert [each.returncode for each in done] == [0] * 4, [each.stderr for each in done]
    store = opened_at(tmp_path)
    with store.reading() as ledger:
        assert len(list(ledger.rows("SELECT name FROM marks WHERE name LIKE 'begun-%'"))) == 4
    store.close()
    assert [file.name for file in tmp_path.iterdir()] == ["duewatch.db"]


def test_a_link_that_leads_nowhere_yet_has_its_database_made_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "duewatch.db").symlink_to(tmp_path / "disk" / "real.db")
    opened_at(tmp_path).close()
    assert (tmp_path / "duewatch.db").is_symlink()
    assert (tmp_path / "disk" / "real.db").stat().st_size > 0


def test_an_absolute_path_does_not_count_from_the_base(tmp_path: Path) -> None:
    Store.open(f"sqlite:///{tmp_path}/a.db", base=Path("/nowhere")).close()
    assert (tmp_path / "a.db").is_file()


def test_without_leave_to_create_a_missing_database_is_a_plain_fault(tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="there is no database") as fault:
        opened_at(tmp_path, create=False)
    assert fault.value.exit_code == 75
    assert list(tmp_path.iterdir()) == []


@pytest.mark.contract(8)
@pytest.mark.parametrize("url", ["nonsense", "mysql://u:secret@h/db"])
def test_a_url_that_cannot_serve_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(StoreFault) as fault:
        Store.open(url)
    assert fault.value.exit_code == 78
    assert "secret" not in fault.value.sentence


def test_a_folder_in_the_databases_place_is_a_plain_fault(tmp_path: Path) -> None:
    (tmp_path / "duewatch.db").mkdir()
    with pytest.raises(StoreFault, match="is a folder"):
        opened_at(tmp_path)


def test_a_file_in_the_folders_place_is_a_plain_fault(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("x")
    with pytest.raises(StoreFault, match="cannot be made") as fault:
        Store.open("sqlite:///var/duewatch.db", base=tmp_path)
    assert fault.value.exit_code == 75


@pytest.mark.contract(7)
def test_what_was_committed_is_there_after_opening_anew(tmp_path: Path) -> None:
    store = opened_at(tmp_path)
    (case,) = stored(store, a_case())
    store.close()
    again = opened_at(tmp_path)
    with again.reading() as ledger:
        assert ledger.case(case.number) == case
    again.close()


def test_an_exception_undoes_the_whole_transaction(store: Store) -> None:
    with pytest.raises(RuntimeError, match="halfway"):
        _write_and_fail(store)
    with store.reading() as ledger:
        assert ledger.matching("*") == ()
        assert ledger.outbox("all") == ()


def _write_and_fail(store: Store) -> None:
    with store.writing() as ledger:
        write(ledger, a_case())
        raise RuntimeError("halfway")


def test_reading_cannot_write_and_leaves_writing_possible(store: Store) -> None:
    with pytest.raises(StoreFault, match="read-only"), store.reading() as ledger:
        write(ledger, a_case())
    assert len(stored(store, a_case())) == 1


def test_reading_sees_one_moment(tmp_path: Path, file_store: Store) -> None:
    other = opened_at(tmp_path)
    with file_store.reading() as ledger:
        assert ledger.matching("*") == ()
        stored(other, a_case())
        assert ledger.matching("*") == ()
    with file_store.reading() as ledger:
        assert len(ledger.matching("*")) == 1
    other.close()


def test_two_writers_lose_no_increment(tmp_path: Path) -> None:
    def count(store: Store) -> None:
        for _ in range(200):
            with store.writing() as ledger:
                ledger.set_mark("count", str(int(ledger.mark("count") or 0) + 1))

    stores = [Store.open(URL, base=tmp_path) for _ in range(2)]
    threads = [threading.Thread(target=count, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with stores[0].reading() as ledger:
        assert ledger.mark("count") == "400"
    for store in stores:
        store.close()


def test_a_connection_may_be_opened_in_one_thread_and_used_in_another(store: Store) -> None:
    stored(store, a_case("here"))
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(stored(store, a_case("there"))[0].number))
    thread.start()
    thread.join()
    assert found == [2]
    assert stored(store, a_case("again"))[0].number == 3


def test_a_locked_database_is_a_fault_that_passes(tmp_path: Path, file_store: Store) -> None:
    other = sqlite3.connect(tmp_path / "duewatch.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFault, match="locked") as fault:
        stored(file_store, a_case())
    assert fault.value.exit_code == 75
    with file_store.reading() as ledger:
        assert ledger.matching("*") == ()
    other.execute("ROLLBACK")
    other.close()
    assert len(stored(file_store, a_case())) == 1


def test_a_full_disk_undoes_the_transaction_and_passes(file_store: Store) -> None:
    (case,) = stored(file_store, a_case())
    with file_store.writing() as ledger:
        ledger.connection.exec_driver_sql("PRAGMA max_page_count=60")
    with pytest.raises(StoreFault, match="disk is full") as fault:
        stored(file_store, *[a_case(f"a-{n}") for n in range(5000)])
    assert fault.value.exit_code == 75
    with file_store.reading() as ledger:
        assert ledger.matching("*") == (case,)
    with file_store.writing() as ledger:
        ledger.connection.exec_driver_sql("PRAGMA max_page_count=100000")
    assert len(stored(file_store, *[a_case(f"a-{n}") for n in range(5000)])) == 5000
    assert file_store.check() == ()


def test_a_read_only_database_says_so(tmp_path: Path) -> None:
    opened_at(tmp_path).close()
    code = (
        "store.close()\n"
        "from monitor.store import StoreFault\n"
        "import monitor.store.store, sqlalchemy.dialects.sqlite, sqlalchemy.dialects.sqlite.pysqlite\n"
        "os.seteuid(65534) if os.geteuid() == 0 else None\n"
        "try:\n"
        f"    store = Store.open('sqlite:///{tmp_path}/duewatch.db')\n"
        "    with store.writing() as ledger:\n"
        "        ledger.set_mark('a', 'b')\n"
        "except StoreFault as fault:\n"
        "    print(fault.sentence)\n"
        "    sys.exit(fault.exit_code)\n"
    )
    beneath = takewhile(lambda folder: folder != Path(gettempdir()), tmp_path.parents)
    for folder in (tmp_path, *beneath):
        folder.chmod(0o755)
    (tmp_path / "duewatch.db").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        done = python(code, tmp_path)
    finally:
        tmp_path.chmod(0o755)
    assert done.returncode == 75, done.stderr
    assert "read-only" in done.stdout or "cannot be opened" in done.stdout


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "duewatch.db"
    file.write_bytes(b"a letter to a friend" * 500)
    with pytest.raises(StoreFault, match="is not a database") as fault:
        opened_at(tmp_path)
    assert fault.value.exit_code == 78
    assert file.read_bytes() == b"a letter to a friend" * 500


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "duewatch.db")
    other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    with pytest.raises(StoreFault, match="not one of Duewatch's") as fault:
        opened_at(tmp_path)
    assert fault.value.exit_code == 78
    left = sqlite3.connect(tmp_path / "duewatch.db")
    assert left.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]
    left.close()


def test_damaged_pages_are_found_and_said_plainly(tmp_path: Path) -> None:
    store = opened_at(tmp_path)
    stored(store, *[a_case(f"a-{n}") for n in range(2000)])
    store.close()
    file = tmp_path / "duewatch.db"
    content = bytearray(file.read_bytes())
    pages = len(content) // 4096
    for page in range(pages // 2, pages, 3):
        content[page * 4096 : page * 4096 + 512] = b"\xff" * 512
    file.write_bytes(content)
    damaged = opened_at(tmp_path)
    assert damaged.check() != ()
    with pytest.raises(StoreFault, match="damaged") as fault, damaged.reading() as ledger:
        ledger.matching("*")
    assert fault.value.exit_code == 78
    damaged.close()


@pytest.mark.contract(1)
@pytest.mark.parametrize("end", ["os._exit(9)", "os.kill(os.getpid(), 9)"])
def test_a_program_killed_in_the_middle_leaves_nothing_half_done(tmp_path: Path, end: str) -> None:
    store = opened_at(tmp_path)
    stored(store, a_case())
    code = (
        "from tests.monitor.store.samples import *\n"
        "with store.writing() as ledger:\n"
        "    write(ledger, *[a_case(f'a-{n}') for n in range(3000)])\n"
        "    ledger.set_mark('half', 'done')\n"
        f"    {end}\n"
    )
    done = python(code, tmp_path)
    assert done.returncode in {9, -signal.SIGKILL}, done.stderr
    with store.reading() as ledger:
        assert len(ledger.matching("*")) == 1
        assert ledger.mark("half") is None
    assert store.check() == ()
    assert stored(store, a_case("next"))[0].number == 2
    store.close()


def test_one_daemon_holds_a_file_and_the_kernel_frees_it(tmp_path: Path, file_store: Store) -> None:
    other = opened_at(tmp_path)
    with file_store.daemon_lock():
        with pytest.raises(StoreFault, match="another daemon is running") as fault, other.daemon_lock():
            pass
        assert fault.value.exit_code == 75
        stored(other, a_case())
    with other.daemon_lock():
        pass
    code = "lock = store.daemon_lock()\nlock.__enter__()\nos.kill(os.getpid(), 9)\n"
    assert python(code, tmp_path).returncode == -signal.SIGKILL
    with file_store.daemon_lock():
        pass
    other.close()


def test_another_programs_change_is_noticed(tmp_path: Path, file_store: Store) -> None:
    other = opened_at(tmp_path)
    before = file_store.changes()
    assert file_store.changes() == before
    with other.reading() as ledger:
        ledger.matching("*")
    assert file_store.changes() == before
    stored(other, a_case())
    after = file_store.changes()
    assert after != before
    assert file_store.changes() == after
    other.close()


def test_changes_may_be_asked_from_another_thread_while_this_one_writes(file_store: Store) -> None:
    before = file_store.changes()
    with file_store.writing() as ledger:
        write(ledger, a_case())
        found: list[int] = []
        thread = threading.Thread(target=lambda: found.append(file_store.changes()))
        thread.start()
        thread.join()
        assert found == [before]


def test_a_backup_is_a_store_of_its_own_and_never_overwrites(tmp_path: Path, file_store: Store) -> None:
    (case,) = stored(file_store, a_case())
    file_store.backup(tmp_path / "copy" / "a.db")
    assert stat.S_IMODE((tmp_path / "copy" / "a.db").stat().st_mode) == 0o600
    copy = Store.open("sqlite:///a.db", base=tmp_path / "copy", create=False)
    with copy.reading() as ledger:
        assert ledger.case(case.number) == case
    copy.close()
    with pytest.raises(StoreFault, match="stands already"):
        file_store.backup(tmp_path / "copy" / "a.db")


def test_a_scratch_store_takes_everything_over_and_gives_nothing_back(file_store: Store) -> None:
    (case,) = stored(file_store, a_case(next_look=NOW))
    spoken(file_store, case, a_stage(case))
    scratch = Store.scratch()
    stored(scratch, a_case("lost"))
    file_store.copy_into(scratch)
    with scratch.reading() as ledger:
        assert ledger.matching("*") == (case,)
        assert len(ledger.outbox()) == 1
    stored(scratch, a_case("only here"))
    with file_store.reading() as ledger:
        assert len(ledger.matching("*")) == 1
    assert scratch.check() == ()
    assert scratch.changes() != scratch.changes() + 1
    with scratch.daemon_lock():
        pass
    scratch.close()


def test_a_scratch_store_undoes_and_goes_on_like_a_file() -> None:
    scratch = Store.scratch()
    with pytest.raises(RuntimeError, match="halfway"):
        _write_and_fail(scratch)
    before = scratch.changes()
    stored(scratch, a_case())
    assert scratch.changes() != before
    with pytest.raises(IntegrityError):
        stored(scratch, a_case())
    with scratch.reading() as ledger:
        assert len(ledger.matching("*")) == 1
    scratch.close()


@pytest.mark.contract(8)
def test_an_error_shows_no_values(store: Store) -> None:
    stored(store, a_case("bo-y-te"))
    with pytest.raises(IntegrityError) as error:
        stored(store, a_case("bo-y-te"))
    assert "Liên thông" not in str(error.value)
    assert "bo-y-te" not in str(error.value)


@pytest.mark.contract(7)
def test_every_commit_is_flushed_to_the_disk(file_store: Store) -> None:
    with file_store.writing() as ledger:
        asked = {
            name: ledger.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 200}


def test_a_reading_program_imports_no_migrations(tmp_path: Path) -> None:
    opened_at(tmp_path).close()
    code = (
        "with store.reading() as ledger:\n    ledger.matching('*')\n"
        "print(sorted({'alembic', 'mako', 'pydantic_settings', 'jinja2', 'aiosmtplib'} & set(sys.modules)))\n"
    )
    done = python(code, tmp_path)
    assert done.stdout.strip() == "[]", done.stderr


def test_two_programs_may_make_the_database_at_once(tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def make() -> None:
        try:
            Store.open(URL, base=tmp_path).close()
        except (StoreFault, OSError) as fault:
            faults.append(fault)

    threads = [threading.Thread(target=make) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    store = opened_at(tmp_path)
    assert store.check() == ()
    store.close()


def test_a_database_that_vanishes_while_open_is_a_plain_fault(tmp_path: Path) -> None:
    store = opened_at(tmp_path)
    stored(store, a_case())
    store.close()
    for file in tmp_path.iterdir():
        file.unlink()
    tmp_path.rmdir()
    with pytest.raises(StoreFault) as fault:
        stored(store, a_case("next"))
    assert fault.value.exit_code == 75


def test_a_moment_later_than_now_is_only_a_number(store: Store) -> None:
    stored(store, a_case(next_look=NOW + 10**7 * MINUTE))
    with store.reading() as ledger:
        assert ledger.earliest_look() == NOW + 10**7 * MINUTE


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    store = opened_at(tmp_path)
    with store.writing() as ledger:
        ledger.connection.exec_driver_sql("UPDATE alembic_version SET version_num='0999'")
    store.close()
    with pytest.raises(StoreFault, match="newer Duewatch") as fault:
        opened_at(tmp_path)
    assert fault.value.exit_code == 78
    assert "0999" in fault.value.sentence
    assert [file.name for file in tmp_path.iterdir() if "before" in file.name] == []


@pytest.fixture
def next_revision(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program one revision ahead; the folder of its migrations."""
    folder = tmp_path_factory.mktemp("migrations")
    (folder / "versions").mkdir()
    for source in [revisions.MIGRATIONS / "env.py", *(revisions.MIGRATIONS / "versions").glob("*.py")]:
        target = folder / source.relative_to(revisions.MIGRATIONS)
        target.write_text(source.read_text())
    (folder / "versions" / "r0005_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        "revision = '0005'\ndown_revision = '0004'\n"
        "def upgrade():\n    op.create_table('addresses', sa.Column('officer', sa.Text(), primary_key=True))\n"
    )
    monkeypatch.setattr(revisions, "MIGRATIONS", folder)
    monkeypatch.setattr(tables, "REVISION", "0005")
    return folder


def names_in(file: Path) -> set[str]:
    connection = sqlite3.connect(file)
    names = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    connection.close()
    return names


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A database of the present revision, soon to be the older one."""
    store = opened_at(tmp_path)
    stored(store, a_case())
    store.close()
    return tmp_path / "duewatch.db"


def test_an_older_database_is_brought_up_after_a_copy(older: Path, next_revision: Path) -> None:
    assert next_revision.is_dir()
    store = opened_at(older.parent)
    assert store.revision() == "0005"
    assert "addresses" in names_in(older)
    with store.reading() as ledger:
        assert len(ledger.matching("*")) == 1
    store.close()
    copy = older.with_name("duewatch.db.before-0004")
    assert "addresses" not in names_in(copy)
    assert "cases" in names_in(copy)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_an_older_database_is_left_alone_without_leave_to_upgrade(older: Path, next_revision: Path) -> None:
    assert next_revision.is_dir()
    with pytest.raises(StoreFault, match="db upgrade") as fault:
        opened_at(older.parent, upgrade=False)
    assert fault.value.exit_code == 78
    assert "addresses" not in names_in(older)


def test_an_upgrade_that_breaks_leaves_the_older_database_and_can_be_repeated(
    older: Path, next_revision: Path
) -> None:
    broken = next_revision / "versions" / "r0005_next.py"
    good = broken.read_text()
    broken.write_text(good + "    raise RuntimeError('power cut')\n")
    with pytest.raises(RuntimeError, match="power cut"):
        opened_at(older.parent)
    assert "addresses" not in names_in(older)
    broken.write_text(good)
    store = opened_at(older.parent)
    assert store.revision() == "0005"
    assert not store.upgrade()
    store.close()


def test_the_migrations_lead_to_the_tables_that_the_program_uses(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(revisions.MIGRATIONS))
    assert script.get_heads() == [tables.REVISION]

    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///{tmp_path}/migrated.db")
    with engine.begin() as connection:
        revisions.bring_up(connection)
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
        migrated = schema_of(connection.connection.driver_connection)
    engine.dispose()
    made = opened_at(tmp_path)
    with made.reading() as ledger:
        direct = schema_of(ledger.connection.connection.driver_connection)
    made.close()
    assert migrated == direct


def schema_of(connection: object) -> set[str]:
    """Every index and table as SQLite holds it, without the spelling of constraints."""
    assert isinstance(connection, sqlite3.Connection)
    found: set[str] = set()
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        if name.startswith(("sqlite_", "alembic_version")):
            continue
        if kind == "index":
            found.add(sql)
            continue
        found.add(f"{name} autoincrement={'AUTOINCREMENT' in sql}")
        for column in connection.execute(f"PRAGMA table_info({name})"):
            found.add(f"{name} {tuple(column)[1:]}")
        for key in connection.execute(f"PRAGMA foreign_key_list({name})"):
            found.add(f"{name} foreign {tuple(key)[2:5]}")
        for index in connection.execute(f"PRAGMA index_list({name})"):
            if index[3] == "u":
                columns = [row[2] for row in connection.execute(f"PRAGMA index_info({index[1]})")]
                found.add(f"{name} unique {columns}")
    return found
