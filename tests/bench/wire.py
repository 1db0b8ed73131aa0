"""The wire's limit: Postfix's own generator of letters into its own sink, where they are installed."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from pathlib import Path
from shutil import which

from tests.bench.measure import Line, Table, Timing, clocked

LETTERS, CONNECTIONS, BYTES = 5_000, 4, 8_000
RUNS = 5
HEAD = "The wire's limit: Postfix's smtp-source into smtp-sink, nothing stored"
ABSENT = "not run: smtp-source and smtp-sink are not installed (apt-get install postfix)"
PATIENCE_S = 10.0
PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))


def bench(_: Path, letters: int = LETTERS, runs: int = RUNS) -> Table:
    """Letters of about the size of ours, over as many connections as the daemon uses."""
    source, sink = which("smtp-source", path=PLACES), which("smtp-sink", path=PLACES)
    if source is None or sink is None:
        return Table(HEAD, (Line(ABSENT, "-", "no run"),))
    port = _free_port()
    with subprocess.Popen((sink, *_as_whom(), f"127.0.0.1:{port}", "100")) as server:
        try:
            _wait_for(port)
            order = (
                source,
                "-d",
                "-m",
                str(letters),
                "-s",
                str(CONNECTIONS),
                "-l",
                str(BYTES),
                f"127.0.0.1:{port}",
            )
            timing = Timing(tuple(clocked(lambda: subprocess.run(order, check=True)) for _ in range(runs)))
        finally:
            server.terminate()
    name = f"{letters} letters of {BYTES // 1000} kB, {CONNECTIONS} connections"
    return Table(HEAD, (Line(name, f"{letters / timing.median:.0f} a second", timing.spread),))


def _as_whom() -> tuple[str, ...]:
    """The sink refuses to serve as root."""
    return ("-u", "nobody") if os.geteuid() == 0 else ()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    ends = time.monotonic() + PATIENCE_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.02)
        else:
            return
