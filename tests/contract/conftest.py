"""The worlds in which the contract is tried: a story's world, an office at a command line, an installation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.daemon.installation import Installation
from tests.monitor.cli.console import Office, an_office
from tests.stories.world import World


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    told = World(tmp_path)
    try:
        yield told
    finally:
        await told.close_down()


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Files without a store, on 1 June 2016."""
    return an_office(tmp_path / "office", monkeypatch)


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """A folder for real processes, without files yet."""
    return Installation(tmp_path)
