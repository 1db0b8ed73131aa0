"""What systemd hears, over a real socket."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.systemd import Systemd


class Manager:
    """The service manager's end of the socket."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(address.replace("@", "\0", 1))
        self._socket.settimeout(10)
        self.address = address

    def hears(self) -> list[str]:
        return self._socket.recv(65536).decode().split("\n")

    def close(self) -> None:
        self._socket.close()


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Manager]:
    address = str(tmp_path / "notify") if request.param == "path" else f"@duewatch-test-{os.getpid()}"
    manager = Manager(address)
    yield manager
    manager.close()


def test_it_hears_every_step_of_a_life(manager: Manager) -> None:
    systemd = Systemd({"NOTIFY_SOCKET": manager.address})
    systemd.extend(90.5)
    assert manager.hears() == ["EXTEND_TIMEOUT_USEC=90500000"]
    systemd.ready("5 cases, 1 late")
    assert manager.hears() == ["READY=1", "STATUS=5 cases, 1 late"]
    systemd.alive()
    assert manager.hears() == ["WATCHDOG=1"]
    systemd.status("6 cases")
    assert manager.hears() == ["STATUS=6 cases"]
    systemd.stopping()
    assert manager.hears() == ["STOPPING=1"]


def test_a_reload_carries_its_moment(manager: Manager) -> None:
    before = time.monotonic_ns() // 1000
    Systemd({"NOTIFY_SOCKET": manager.address}).reloading()
    first, second = manager.hears()
    assert first == "RELOADING=1"
    assert before <= int(second.removeprefix("MONOTONIC_USEC=")) <= time.monotonic_ns() // 1000


def test_a_status_cannot_smuggle_in_another_message(manager: Manager) -> None:
    Systemd({"NOTIFY_SOCKET": manager.address}).status("late: Bộ Y tế\nSTOPPING=1\x0b\u2028X")
    assert manager.hears() == ["STATUS=late: Bộ Y tế STOPPING=1 X"]


def test_without_systemd_nothing_is_said() -> None:
    systemd = Systemd({"WATCHDOG_USEC": "1000000"})
    systemd.ready()
    systemd.alive()
    assert systemd.beat_every is None


@pytest.mark.parametrize("address", ["/no/such/socket", "vsock:2:1", "relative", "@", "/" + "x" * 300])
def test_a_socket_that_is_gone_or_strange_harms_nobody(address: str) -> None:
    Systemd({"NOTIFY_SOCKET": address}).alive()


def test_the_sign_of_life_comes_twice_as_often_as_it_is_awaited() -> None:
    environ = {"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "90000000", "WATCHDOG_PID": str(os.getpid())}
    assert Systemd(environ).beat_every == 45.0


@pytest.mark.parametrize(
    "environ",
    [{}, {"WATCHDOG_USEC": "0"}, {"WATCHDOG_USEC": "x"}, {"WATCHDOG_USEC": "1000000", "WATCHDOG_PID": "1"}],
)
def test_no_sign_of_life_is_awaited_from_this_process(environ: dict[str, str]) -> None:
    assert Systemd({"NOTIFY_SOCKET": "/x", **environ}).beat_every is None
