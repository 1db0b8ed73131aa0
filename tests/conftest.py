"""What all tests share: properties are not timed; an SQLite file and one PostgreSQL server to run on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.cluster import Cluster, running_cluster

# A property is not timed: a machine is slow now and then. All else is as hypothesis has it, here or under CI.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")

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
