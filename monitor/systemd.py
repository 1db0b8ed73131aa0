"""What systemd is told: ready, reloading, still alive, stopping (sd_notify(3), without a library)."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Mapping

_USEC = 1_000_000


class Systemd:
    """Speaks to the service manager over $NOTIFY_SOCKET; says nothing where there is none.

    A socket that has gone away is no reason to fail: the watchdog will show whether systemd misses us.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._address = _address(environ.get("NOTIFY_SOCKET", ""))
        self.beat_every = _beat_every(environ) if self._address is not None else None
        """Seconds between two signs of life: half of what systemd waits; None where it does not wait."""

    def ready(self, status: str = "") -> None:
        """The start or the reload is over."""
        self._tell("READY=1", *_status(status))

    def status(self, text: str) -> None:
        """One line for ``systemctl status``."""
        self._tell(*_status(text))

    def reloading(self) -> None:
        """A reload begins; ready() ends it. The time stamp is for Type=notify-reload."""
        self._tell("RELOADING=1", f"MONOTONIC_USEC={time.monotonic_ns() // 1000}")

    def alive(self) -> None:
        """A sign of life: sent by a loop that has really turned, never by a timer beside it."""
        self._tell("WATCHDOG=1")

    def stopping(self, status: str = "") -> None:
        """The end begins."""
        self._tell("STOPPING=1", *_status(status))

    def extend(self, seconds: float) -> None:
        """A long start, reload or stop asks for this much more time, counted from now."""
        self._tell(f"EXTEND_TIMEOUT_USEC={int(seconds * _USEC)}")

    def _tell(self, *lines: str) -> None:
        if self._address is None:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as speaker:
                speaker.setblocking(False)
                speaker.sendto("\n".join(lines).encode("utf-8", "replace"), self._address)
        except OSError:
            return


def _address(written: str) -> str | None:
    if written.startswith("@"):
        return "\0" + written[1:]  # an abstract socket
    return written if written.startswith("/") else None


def _beat_every(environ: Mapping[str, str]) -> float | None:
    usec, pid = environ.get("WATCHDOG_USEC", ""), environ.get("WATCHDOG_PID", "")
    if not usec.isascii() or not usec.isdigit() or int(usec) == 0:
        return None
    if pid and pid != str(os.getpid()):
        return None  # meant for another process of this service
    return int(usec) / _USEC / 2


def _status(text: str) -> tuple[str, ...]:
    return (f"STATUS={' '.join(text.split())}",) if text.strip() else ()
