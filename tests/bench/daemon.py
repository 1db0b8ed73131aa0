"""A real daemon in a process of its own, on a clock that runs as the machine's does but stands at another day.

As a program: `python -m tests.bench.daemon SECONDS run --config FILE` is `duewatch run --config FILE`, so many seconds
away from now.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from monitor.clock import SystemClock

ROOT = Path(__file__).parents[2]
STARTS_S, ENDS_S = 180.0, 90.0
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
CONFIG = """catalogue = ["{folder}/catalogue"]
directory = "{folder}/directory.toml"
channels = ["email"]

[operator]
email = "operator@example.org"

[store]
url = "{url}"

[email]
host = "127.0.0.1"
port = {port}
security = "none"

[digest]
quiet = "never"
"""


@dataclass(frozen=True, slots=True)
class Daemon:
    """A running daemon, as the kernel sees it."""

    pid: int

    def resident(self) -> float:
        """Megabytes of memory that it holds now."""
        return self._status("VmRSS")

    def peak(self) -> float:
        """The most megabytes that it has held since ``forget_peak``."""
        return self._status("VmHWM")

    def forget_peak(self) -> None:
        Path(f"/proc/{self.pid}/clear_refs").write_text("5", "ascii")

    def cpu(self) -> float:
        """Seconds of processor time that all its threads have used."""
        words = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / TICKS_A_SECOND

    def _status(self, name: str) -> float:
        text = Path(f"/proc/{self.pid}/status").read_text("ascii")
        line = next(line for line in text.splitlines() if line.startswith(f"{name}:"))
        return int(line.split()[1]) * 1024 / 1e6


def write_config(folder: Path, url: str, port: int) -> Path:
    """A configuration over a written country; ``url`` is the store's."""
    path = folder / "config.toml"
    path.write_text(CONFIG.format(folder=folder, url=url, port=port), "utf-8")
    return path


def away_from(moment: datetime) -> timedelta:
    """How far a clock that shows ``moment`` now is from this machine's."""
    return moment - SystemClock().now()


@contextmanager
def running(config: Path, shift: timedelta) -> Iterator[Daemon]:
    """A daemon that has looked once; it ends by itself when it is asked to, or the bench fails."""
    seconds = str(shift.total_seconds())
    command = (sys.executable, "-m", "tests.bench.daemon", seconds, "run", "--config", str(config))
    log = config.parent / "log"
    with _ear() as (ear, address), log.open("ab") as said:
        environ = {**os.environ, "NOTIFY_SOCKET": address}
        with subprocess.Popen(command, cwd=ROOT, env=environ, stdout=said, stderr=said) as process:
            try:
                while b"READY=1" not in ear.recv(4096):
                    pass
                yield Daemon(process.pid)
                process.send_signal(signal.SIGTERM)
                if process.wait(ENDS_S) != 0:
                    raise AssertionError(f"the daemon ended with {process.returncode}: see {log}")
            finally:
                process.kill()


@contextmanager
def _ear() -> Iterator[tuple[socket.socket, str]]:
    """Where systemd would listen."""
    with (
        tempfile.TemporaryDirectory() as place,
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear,
    ):
        ear.bind(f"{place}/notify")
        ear.settimeout(STARTS_S)
        yield ear, f"{place}/notify"


def main() -> None:
    """The command line on the other clock."""
    shift, now = timedelta(seconds=float(sys.argv.pop(1))), SystemClock.now
    with patch.object(SystemClock, "now", lambda clock: now(clock) + shift):
        from monitor.__main__ import main as duewatch

        duewatch()


if __name__ == "__main__":
    main()
