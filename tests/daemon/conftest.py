"""What the daemon's tests stand on: the preload, a turned clock, an installation in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from monitor.config import BUILTIN
from monitor.library import load_library
from rules.workdays import Workdays
from tests.daemon.installation import Installation
from tests.daemon.turned import WallClock, built

Turned = Callable[[datetime], WallClock]


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


@pytest.fixture(scope="session")
def workdays() -> Workdays:
    """The built-in calendar."""
    return load_library((BUILTIN,), None, "vi").catalogue.workdays
