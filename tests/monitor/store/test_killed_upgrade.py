"""Row 6 of the fault matrix: kill -9 at every statement of an upgrade; the database is old or new, never between."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, make_url

from monitor.store import Store, revisions, sqlite_file, tables
from tests.cluster import Cluster
from tests.conftest import KINDS


def make_older(url: str) -> None:
    """A database of the first revision with three facts."""
    with connected(url) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(revisions.MIGRATIONS))
        command.upgrade(config, "0001")
        for number in (1, 2, 3):
            connection.exec_driver_sql(
                "INSERT INTO journal (recorded, effective, actor, login, via, fact, case_key, unique_key, body)"
                f" VALUES (7, '2016-05-25', 'x', '', 'cli', 'Unsnoozed', 'a/{number}@b', NULL, '{{}}')"
            )


@pytest.fixture(params=KINDS)
def older_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of the first revision with three facts, as a file and on a server."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'duewatch.db'}"
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        url = cluster.empty_database()
    make_older(url)
    return url


@pytest.mark.contract(7)
def test_killed_at_any_statement_of_an_upgrade_it_is_old_or_new_and_can_be_repeated(older_url: str) -> None:
    deaths = 0
    while killed_while(partial(dies_at, deaths + 1), older_url):
        deaths += 1
        assert revision_and_hashes(older_url) == ("0001", None), f"killed at statement {deaths}"
    assert deaths > 5, "the upgrade has several statements"
    revision, hashes = revision_and_hashes(older_url)
    assert (revision, hashes) == (tables.REVISION, 3)


def test_killed_while_the_copy_is_written_the_next_start_writes_it_whole(tmp_path: Path) -> None:
    url, copy = f"sqlite:///{tmp_path / 'duewatch.db'}", tmp_path / "duewatch.db.before-0001"
    make_older(url)
    assert killed_while(dies_in_the_copy, url)
    assert copy.stat().st_size == 0, "killed before a page was copied"
    assert not killed_while(lambda: None, url)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    assert revision_and_hashes(url) == (tables.REVISION, 3)


def killed_while(arrange: Callable[[], None], url: str) -> bool:
    """Open and upgrade in a process of its own, where ``arrange`` has been called; whether it was killed."""
    child = os.fork()
    if child == 0:
        code = 1
        with suppress(BaseException):
            arrange()
            Store.open(url, by_hand=True).close()
            code = 0
        os._exit(code)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) == signal.SIGKILL
    assert os.waitstatus_to_exitcode(status) == 0, "the upgrade failed, and not because it was killed"
    return False


def dies_at(statement: int) -> None:
    """The process ends before this statement of the migration, counted from 1, its commit included."""
    bring_up = revisions.bring_up

    def counted(connection: Connection) -> None:
        left = statement

        def strike(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", strike)
        event.listen(Engine, "commit", strike)
        bring_up(connection)

    revisions.bring_up = counted


def dies_in_the_copy() -> None:
    def raw(engine: Engine) -> sqlite3.Connection:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError(engine)

    sqlite_file.raw = raw


@contextmanager
def connected(url: str) -> Iterator[Connection]:
    driver = "postgresql+psycopg" if url.startswith("postgresql") else "sqlite"
    engine = create_engine(make_url(url).set(drivername=driver))
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def revision_and_hashes(url: str) -> tuple[str | None, int | None]:
    """The revision, and how many facts have a hash; None where there is no place for one."""
    with connected(url) as connection:
        revision = revisions.revision_of(connection)
        columns = connection.exec_driver_sql("SELECT * FROM journal LIMIT 0").keys()
        if "hash" not in columns:
            return revision, None
        hashed = connection.exec_driver_sql("SELECT count(*) FROM journal WHERE hash <> ''").scalar()
    return revision, int(hashed or 0)
