"""The office that the tests of commands sit in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.monitor.cli.console import Office, an_office


@pytest.fixture
def new_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Files without a store."""
    return an_office(tmp_path / "office", monkeypatch)


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the cases were opened on 1 June 2016; opening them once is enough."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        office = an_office(tmp_path_factory.mktemp("opened") / "office", monkeypatch)
        office.done("tick")
        return office.folder


@pytest.fixture
def office(new_office: Office, opened: Path) -> Office:
    """An office whose cases were opened on 1 June 2016."""
    shutil.copytree(opened, new_office.folder, dirs_exist_ok=True)
    return new_office
