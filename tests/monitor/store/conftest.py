from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.store import Store


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A store on a real file, and on a real server."""
    opened = Store.open(store_url, patience_s=0.2)
    yield opened
    opened.close()


@pytest.fixture
def file_store(tmp_path: Path) -> Iterator[Store]:
    """A store on a real file, for what holds only there."""
    opened = Store.open("sqlite:///duewatch.db", base=tmp_path, patience_s=0.2)
    yield opened
    opened.close()
