"""A whole machine with a systemd of its own, in systemd-nspawn, on which Duewatch is installed as its README says."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from tests.daemon.installation import until
from tests.daemon.turned import missing

HERE = Path(__file__).resolve().parents[2]
PACKAGES = "systemd,systemd-sysv,dbus,python3,procps,libnss-systemd"
PROGRAM = """#!/bin/sh
PYTHONPATH=/opt/src:/opt/site exec /usr/bin/python3 -m monitor "$@"
"""
# Stands for the mail program with which packaging/duewatch-failed@.service tells root.
MAIL = """#!/bin/sh
{ echo "$@"; cat; } >> /var/told
"""
DROP_IN = "/etc/systemd/system/duewatch.service.d/test.conf"


class Machine:
    """It runs; ``does`` gives it an order."""

    def __init__(self, leader: int) -> None:
        self._leader = leader

    def does(self, *order: str, given: str = "", succeeds: bool = True) -> str:
        """What the order printed."""
        done = subprocess.run(
            ["nsenter", "--target", str(self._leader), "--all", "--wd=/", *order],
            input=given,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"},
        )
        assert done.returncode == 0 or not succeeds, f"{order}: {done.stdout}{done.stderr}{self.log()}"
        return done.stdout

    def write(self, path: str, text: str, mode: str = "644") -> None:
        self.does(
            "sh", "-c", f"mkdir -p $(dirname {path}) && cat > {path} && chmod {mode} {path}", given=text
        )

    def copy(self, name: str, path: str) -> None:
        """Put a file of the packaging folder in its place."""
        self.write(path, (HERE / "packaging" / name).read_text(encoding="utf-8"))

    def install(self) -> None:
        """The program, its user, its configuration and its unit."""
        self.write("/opt/duewatch/bin/duewatch", PROGRAM, "755")
        self.write("/usr/bin/mail", MAIL, "755")
        self.copy("config.toml", "/etc/duewatch/config.toml")
        self.copy("sysusers.d/duewatch.conf", "/usr/lib/sysusers.d/duewatch.conf")
        self.copy("duewatch.service", "/etc/systemd/system/duewatch.service")
        self.copy("duewatch-failed@.service", "/etc/systemd/system/duewatch-failed@.service")
        self.copy("examples/on-failure.conf", "/etc/systemd/system/duewatch.service.d/on-failure.conf")
        self.does("systemd-sysusers")
        self.does("systemctl", "daemon-reload")

    def adjust(self, *settings: str) -> None:
        """Settings of [Service] beside the unit's own, until the next call."""
        self.write(DROP_IN, "\n".join(("[Service]", *settings)) + "\n")
        self.does("systemctl", "daemon-reload")
        self.does("systemctl", "reset-failed", "duewatch", succeeds=False)

    def ctl(self, *words: str, succeeds: bool = True) -> str:
        return self.does("systemctl", *words, "duewatch", succeeds=succeeds)

    def shows(self, name: str) -> str:
        """A property of the unit."""
        return self.ctl("show", f"--property={name}", "--value").strip()

    def log(self) -> str:
        """What the unit has said lately."""
        order = [
            "nsenter",
            "--target",
            str(self._leader),
            "--all",
            "journalctl",
            "--unit=duewatch",
            "--lines=40",
        ]
        return subprocess.run(order, capture_output=True, text=True, check=False).stdout

    def letters(self) -> int:
        return len(
            self.does("find", "/var/lib/duewatch/letters", "-name", "*.eml", succeeds=False).splitlines()
        )


@contextmanager
def machine(folder: Path) -> Iterator[Machine]:
    """Made in ``folder`` from Debian's packages, or from the folder that $DUEWATCH_TEST_ROOT names; gone afterwards."""
    if os.geteuid() != 0:
        missing("only root may run a container")
    for tool in ("mmdebstrap", "systemd-nspawn", "nsenter"):
        if which(tool) is None:
            missing(f"there is no {tool} to make and run a container with")
    if sys.version_info[:2] != (3, 11):
        missing("the container's Python is 3.11, and its libraries come from here")
    root = Path(os.environ.get("DUEWATCH_TEST_ROOT", folder / "root"))
    if not root.exists():
        order = ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}", "bookworm", str(root)]
        subprocess.run(order, check=True, capture_output=True, text=True, timeout=400)
    (root / "etc/hosts").write_text("127.0.0.1 localhost\n")
    with (folder / "console").open("wb") as console:
        process = subprocess.Popen(
            [
                *("systemd-nspawn", "--quiet", "--register=no", "--keep-unit", "--volatile=overlay"),
                *("--directory", str(root), "--private-network", "--boot", "--console=pipe"),
                *(f"--bind-ro={HERE}:/opt/src", f"--bind-ro={sysconfig.get_path('purelib')}:/opt/site"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=console,
        )
    try:
        yield _booted(process)
    finally:
        process.terminate()  # nspawn asks its systemd to power off
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _booted(process: subprocess.Popen[bytes]) -> Machine:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")

    def is_up() -> bool:
        assert process.poll() is None, "the container did not start"
        leader = children.read_text().split()
        if not leader:
            return False
        order = ["nsenter", "--target", leader[0], "--all", "systemctl", "is-system-running"]
        said = subprocess.run(order, capture_output=True, text=True, check=False).stdout.strip()
        return said in {"running", "degraded"}

    until(is_up, "the container is up", 60)
    return Machine(int(children.read_text().split()[0]))
