"""Offices whose files are spoiled one after another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.monitor.cli.console import Office, an_office


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office whose cases were opened on 1 June 2016."""
    there = an_office(tmp_path / "office", monkeypatch)
    there.done("tick")
    return there
