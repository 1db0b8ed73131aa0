"""A daemon's vitals and store behind the pages, on a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.config import BUILTIN, Config
from monitor.house import House
from monitor.library import load_library
from monitor.store import Store
from monitor.vitals import Vitals
from tests.builders import local
from tests.fakes import TurnedClock


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(local("2016-06-21T08:00"))


@pytest.fixture
def vitals(clock: TurnedClock) -> Vitals:
    return Vitals(clock)


@pytest.fixture(scope="session")
def house() -> House:
    """The built-in rules and the sample directory."""
    return House.of(Config(), load_library((BUILTIN,), None, "vi"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path / 'duewatch.db'}")
    yield opened
    opened.close()
