"""The office that the tests of commands sit in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.monitor.cli.console import Office, an_office


@pytest.fixture
def new_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """Files without a store."""
    return an_office(tmp_path / "office", monkeypatch)


@pytest.fixture
def office(new_office: Office) -> Office:
    """An office whose cases were opened on 1 June 2016."""
    new_office.done("tick")
    return new_office
