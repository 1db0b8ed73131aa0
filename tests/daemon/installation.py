"""One installation in a folder: its files, its daemon as a real process, and commands given beside it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from monitor.store import Store

Json = Mapping[str, object]
PATIENCE_S: Final = 25.0
DIRECTORY = """
[[officer]]
id = "lan"
name = "Nguyễn Thị Lan"
email = "lan@example.org"
agency = "bo-tt-tt"
role = "leader"
language = "vi"
digest = false
"""
INSTRUMENT = """
[instrument]
id = "nq-9-2016"
number = "9/NQ-CP"
kind = "resolution"
title = "Một nghị quyết để thử"
issuer = "chinh-phu"
issued = 2016-03-30
source = "a test"

[[obligation]]
id = "1"
task = "Kết nối phần mềm quản lý văn bản."
lead = ["bo-tt-tt"]
deadline = "trước ngày 1/7/2016"
"""
TO_A_SERVER = """
catalogue = ["catalogue"]
directory = "directory.toml"
channels = ["email"]

[operator]
email = "truc@example.org"

[store]
url = "sqlite:///duewatch.db"

[email]
host = "127.0.0.1"
port = {port}
security = "{security}"

[daemon]
poll_s = 0.1
"""
TO_A_FOLDER = """
catalogue = ["catalogue"]
directory = "directory.toml"

[store]
url = "sqlite:///duewatch.db"

[folder]
path = "letters"

[daemon]
poll_s = 0.1
"""


def until(true: Callable[[], object], what: str, seconds: float = PATIENCE_S) -> None:
    """Come back as soon as ``true()`` is; fails with ``what`` was waited for when it never is."""
    ends = time.monotonic() + seconds
    while not true():
        if time.monotonic() > ends:
            raise AssertionError(f"waited {seconds} s in vain: {what}")
        time.sleep(0.01)


@dataclass(frozen=True, slots=True)
class Ended:
    """A command that has ended."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """What it said on standard error, if that is one line."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


class Daemon:
    """A running ``duewatch run``; what it says lies in ``log``."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self._process = process
        self._log = log

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def events(self) -> tuple[Json, ...]:
        """The log's lines; fails where one is no JSON object."""
        whole = self.said.rpartition("\n")[0]
        return tuple(_object(line) for line in whole.splitlines())

    def has_said(self, message: str) -> bool:
        return any(message in str(event["message"]) for event in self.events())

    def waits_until_said(self, message: str) -> None:
        until(lambda: self.has_said(message) or self._is_over(), f"the daemon says {message!r}: {self.said}")
        assert self.has_said(message), self.said

    def send(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def ended(self, seconds: float = PATIENCE_S) -> int:
        """The exit code, once it has ended by itself."""
        return self._process.wait(seconds)

    def is_over_within(self, seconds: float) -> bool:
        """Whether it ends by itself in that time."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self._is_over()

    def stopped(self) -> int:
        """Ask it to stop; the exit code."""
        self.send(signal.SIGTERM)
        return self.ended()

    def killed(self) -> None:
        """As a power cut does."""
        self._process.kill()
        self._process.wait()

    def _is_over(self) -> bool:
        return self._process.poll() is not None


@dataclass
class Installation:
    """The folder of one installation; ``environ`` is added to the environment of all its processes.

    ``module`` is the program that they run, ``before`` what stands before it on the command line, ``log`` where
    daemons speak to; None: each into a file of its own.
    """

    folder: Path
    environ: dict[str, str] = field(default_factory=dict)
    module: str = "monitor"
    before: tuple[str, ...] = ()
    log: Path | None = None
    _daemons: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def furnish(self, config: str, directory: str = DIRECTORY, instrument: str = INSTRUMENT) -> None:
        """Write configuration, directory and one instrument."""
        self.write("config.toml", config)
        self.write("directory.toml", directory)
        self.write("catalogue/nq.toml", instrument)

    def run(self, *words: str, seconds: float = 60.0) -> Ended:
        """Give a command and wait for its end."""
        ended = subprocess.run(
            self.order(*words),
            env=self.env(),
            cwd=self.folder,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def done(self, *words: str) -> str:
        """Give a command that must succeed; what it printed."""
        ended = self.run(*words)
        assert ended.code == 0, ended.err
        return ended.out

    def rows(self, *words: str) -> Sequence[Json]:
        """The array of a command's ``--json``."""
        return tuple(json.loads(self.done(*words, "--json")))

    def status(self) -> Json:
        return _object(self.done("status", "--json"))

    @contextmanager
    def daemon(self, **environ: str) -> Iterator[Daemon]:
        """A daemon that runs until it is stopped, at the latest until the end of the block."""
        log = self.log or self.folder / f"daemon-{len(self._daemons)}.log"
        with log.open("wb") as said:
            process = subprocess.Popen(
                self.order("run"), env=self.env() | environ, cwd=self.folder, stdout=said, stderr=said
            )
        self._daemons.append(process)
        try:
            yield Daemon(process, log)
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The daemon's own store, looked into from this process."""
        store = Store.open("sqlite:///duewatch.db", base=self.folder, create=False, upgrade=False)
        try:
            yield store
        finally:
            store.close()

    def wake(self) -> None:
        """Commit something that means nothing: the daemon looks at once, as after any command."""
        with self.store() as store, store.writing() as ledger:
            ledger.set_mark("a commit from outside", str(time.monotonic()))

    def order(self, *words: str) -> list[str]:
        """The command line that gives this command."""
        program = [*self.before, sys.executable, "-m", self.module]
        return [*program, "--config", str(self.folder / "config.toml"), *words]

    def env(self) -> dict[str, str]:
        """The environment of its processes."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
        return {"HOME": str(self.folder), **kept, **self.environ}


def _object(line: str) -> Json:
    read: object = json.loads(line)
    assert isinstance(read, dict), line
    return {str(name): value for name, value in read.items()}


def words_of(text: str) -> str:
    """The text with every run of white space as one space."""
    return re.sub(r"\s+", " ", text).strip()
