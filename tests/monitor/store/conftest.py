from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store on a real file."""
    opened = Store.open("sqlite:///duewatch.db", base=tmp_path, patience_s=0.2)
    yield opened
    opened.close()
