"""A PostgreSQL server of the tests' own: made in a temporary folder, reached by a socket there, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from shutil import which

import psycopg
import pytest

from monitor.store import Store

TEMPLATE = "tables"
# A test's database dies with the test: nothing of it need survive a power cut.
QUICK = (
    "fsync=off",
    "synchronous_commit=on",
    "full_page_writes=off",
    "max_connections=60",
    "listen_addresses=",
)


def missing(what: str) -> None:
    """Skip the test for want of something; where everything has been installed for the tests, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"not run: {what}")
    pytest.skip(f"not run: {what}")


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    known = which("initdb")
    return Path(known).resolve().parent if known is not None else None


class Cluster:
    """A running server; every test asks it for a database of its own."""

    def __init__(self, folder: Path, programs: Path, port: int = 5432) -> None:
        self.folder = folder
        self.port = port
        self.programs = programs
        self._numbers = count(1)

    @property
    def _content(self) -> Path:
        return self.folder / "content"

    def url(self, database: str) -> str:
        return f"postgresql://duewatch@/{database}?host={self.folder}&port={self.port}"

    def make(self, *settings: str) -> None:
        self._order(
            "initdb",
            "--username=duewatch",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        lines = [*settings, f"unix_socket_directories={self.folder}", f"port={self.port}"]
        with (self._content / "postgresql.conf").open("a") as file:
            file.writelines(
                f"{name} = '{value}'\n" for name, _, value in (line.partition("=") for line in lines)
            )

    def start(self) -> None:
        self._order("pg_ctl", "--wait", f"--log={self.folder / 'log'}", "start")

    def stop(self, how: str = "fast") -> None:
        """``how`` "immediate": as a crash does."""
        self._order("pg_ctl", "--wait", f"--mode={how}", "stop")

    def stop_if_running(self) -> None:
        """As a crash does; a server that has been stopped already is left alone."""
        if (self._content / "postmaster.pid").exists():
            self.stop("immediate")

    def restart(self, how: str = "fast") -> None:
        self.stop(how)
        self.start()

    def copy(self, server: Cluster) -> None:
        """Become a standby of that server: a copy of it, which follows it from then on."""
        words = (
            f"--host={server.folder}",
            f"--port={server.port}",
            "--username=duewatch",
            "--checkpoint=fast",
        )
        self._order("pg_basebackup", *words, "--write-recovery-conf", "--no-sync")
        with (self._content / "postgresql.conf").open("a") as file:
            file.write(f"unix_socket_directories = '{self.folder}'\nport = '{self.port}'\n")

    def promote(self) -> None:
        """Take over: from now on this one takes writes."""
        self._order("pg_ctl", "--wait", "promote")

    def waits_for_its_standby(self) -> None:
        """From now on a commit is acknowledged once a standby has it on its disk."""
        with self._ask() as asked:
            asked.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
            asked.execute("SELECT pg_reload_conf()")

    def database(self) -> str:
        """The URL of a new database that has our tables and nothing in them."""
        return self._new(TEMPLATE)

    def empty_database(self, *words: str) -> str:
        """The URL of a new database without any table."""
        return self._new("template0", *words)

    def drop(self, url: str) -> None:
        with self._ask() as asked:
            asked.execute(f"DROP DATABASE IF EXISTS {self.name_of(url)} WITH (FORCE)")

    @staticmethod
    def name_of(url: str) -> str:
        return url.partition("@/")[2].partition("?")[0]

    def make_template(self) -> None:
        with self._ask() as asked:
            asked.execute(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
        Store.open(self.url(TEMPLATE), by_hand=True).close()

    def _new(self, template: str, *words: str) -> str:
        name = f"t{next(self._numbers)}"
        with self._ask() as asked:
            asked.execute(f"CREATE DATABASE {name} TEMPLATE {template} {' '.join(words)}")
        return self.url(name)

    @contextmanager
    def _ask(self) -> Iterator[psycopg.Connection]:
        conninfo = f"host={self.folder} port={self.port} user=duewatch dbname=postgres"
        with psycopg.connect(conninfo, autocommit=True) as connection:
            yield connection

    def _order(self, program: str, *words: str) -> None:
        """Give an order as the server's own user: it refuses to be root."""
        order = [str(self.programs / program), f"--pgdata={self._content}", *words]
        if os.geteuid() == 0:
            order = ["runuser", "-u", "postgres", "--", *order]
        done = subprocess.run(
            order,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"


@contextmanager
def running_cluster(*settings: str) -> Iterator[Cluster]:
    """A server that runs until the end of the block."""
    home = programs()
    if home is None:
        missing("PostgreSQL is not installed")
        raise AssertionError
    with _folder() as folder:
        cluster = Cluster(folder, home)
        cluster.make(*(settings or QUICK))
        cluster.start()
        cluster.make_template()
        yield cluster
        cluster.stop_if_running()


@contextmanager
def running_standby(server: Cluster) -> Iterator[Cluster]:
    """A standby that follows the server until the end of the block."""
    with _folder() as folder:
        standby = Cluster(folder, server.programs)
        standby.copy(server)
        standby.start()
        yield standby
        standby.stop_if_running()


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that the server's own user may write into."""
    folder = Path(tempfile.mkdtemp(prefix="duewatch-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
