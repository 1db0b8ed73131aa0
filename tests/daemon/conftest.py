"""What the daemon's tests stand on: the preload, a turned clock, an installation in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from monitor.clock import SystemClock
from monitor.config import BUILTIN
from monitor.library import load_library
from rules.workdays import Workdays
from tests.daemon.disk import Disk, small_disk
from tests.daemon.installation import TO_A_SERVER, Installation
from tests.daemon.sink import Sink
from tests.daemon.turned import Turned, WallClock, built


@pytest.fixture(scope="session")
def preload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that turns a process's wall clock."""
    return built(tmp_path_factory.mktemp("preload"))


@pytest.fixture
def office(tmp_path: Path) -> Installation:
    """An installation without files yet, on the true clock."""
    return Installation(tmp_path)


@pytest.fixture
def turned(preload: Path, office: Installation) -> Turned:
    """Puts the office on a clock that the test turns."""

    def turn(start: datetime) -> WallClock:
        clock = WallClock(preload, office.folder, start)
        office.environ.update(clock.environ)
        return clock

    return turn


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A mail server on the true clock."""
    with Sink(SystemClock().now) as server:
        yield server


@pytest.fixture
def mailing(office: Installation, sink: Sink) -> Installation:
    """An office that writes to the mail server; its one case is long overdue and makes one letter at the first look."""
    office.furnish(TO_A_SERVER.format(port=sink.port, security="none"))
    return office


@pytest.fixture
def disk(office: Installation) -> Iterator[Disk]:
    """A small disk in the office's folder."""
    with small_disk(office.folder / "disk") as disk:
        yield disk


@pytest.fixture(scope="session")
def workdays() -> Workdays:
    """The built-in calendar."""
    return load_library((BUILTIN,), None, "vi").catalogue.workdays
