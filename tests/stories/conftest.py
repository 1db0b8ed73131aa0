"""The world that stories are told in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.stories.world import World


@pytest_asyncio.fixture
async def world(tmp_path: Path, store_url: str) -> AsyncIterator[World]:
    told = World(tmp_path, store_url)
    try:
        yield told
    finally:
        await told.close_down()
