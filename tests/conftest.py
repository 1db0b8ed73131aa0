"""The databases that tests run on: an SQLite file, and a PostgreSQL server that all of them share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster import Cluster, running_cluster

KINDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The server, started when the first test asks for it."""
    with running_cluster() as running:
        yield running


@pytest.fixture
def server_url(cluster: Cluster) -> Iterator[str]:
    """A PostgreSQL database with our tables and nothing in them."""
    url = cluster.database()
    yield url
    cluster.drop(url)


@pytest.fixture(params=KINDS)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same test on a new database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'duewatch.db'}"
    url: str = request.getfixturevalue("server_url")
    return url
