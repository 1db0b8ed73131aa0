"""Line 4: nothing goes out before its moment, and while the daemon runs no notice is a minute late, alarm or not."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from monitor.config import Config, DigestSettings, StoreSettings
from monitor.house import House
from monitor.library import load_library
from monitor.service import Service
from monitor.store import Ledger, Store
from notifiers.folder import FolderSettings
from rules.stage_facts import StageReached
from tests.builders import local
from tests.fakes import TurnedClock
from tests.monitor.cli.console import DIRECTORY, INSTRUMENT

Result = TypeVar("Result")
Step = TypeVar("Step")


class InlineScribe:
    """The daemon's writing thread, without the thread: the turned clock stands still while it works."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def run(self, work: Callable[[Store], Result]) -> Result:
        return work(self._store)

    async def write(self, write: Callable[[Ledger], Result]) -> Result:
        with self._store.writing() as ledger:
            return write(ledger)

    async def write_each(
        self, write: Callable[[Ledger, Sequence[Step]], Sequence[Result]], step: Step
    ) -> Result:
        with self._store.writing() as ledger:
            return write(ledger, [step])[0]

    def side_by_side(self) -> AbstractContextManager[None]:
        """Nobody waits for anybody."""
        return nullcontext()

    async def close(self) -> None:
        """Nothing is held."""


class DeafTicker:
    """An alarm clock that never rings: the daemon has only its own rhythm."""

    def __init__(self, *_words: object) -> None:
        pass

    def start(self) -> None:
        """Rings nothing."""

    def stop(self) -> None:
        """Was never wound."""

    def revive(self) -> None:
        """Stays deaf."""

    def wake_at(self, *_words: object) -> None:
        """Forgets it."""

    def digest_at(self, *_words: object) -> None:
        """Forgets it."""


def a_house(folder: Path) -> House:
    (folder / "catalogue").mkdir()
    (folder / "catalogue" / "nq.toml").write_text(INSTRUMENT, "utf-8")
    (folder / "directory.toml").write_text(DIRECTORY, "utf-8")
    config = Config(
        catalogue=(str(folder / "catalogue"),),
        directory=folder / "directory.toml",
        store=StoreSettings(url=f"sqlite:///{folder / 'duewatch.db'}"),
        folder=FolderSettings(path=folder / "letters"),
        digest=DigestSettings(quiet="never"),
    )
    return House.of(config, load_library(config.catalogue, config.directory))


@pytest.mark.contract(4)
@pytest.mark.asyncio
async def test_a_daemon_whose_alarm_never_rings_still_writes_and_sends_within_a_minute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.service.Scribe", InlineScribe)
    monkeypatch.setattr("monitor.service.Ticker", DeafTicker)
    house, clock = a_house(tmp_path), TurnedClock(local("2016-05-31T07:58"))
    store = Store.open(house.config.store.url)
    service = Service(house, store, lambda: house, clock, {})
    living = asyncio.ensure_future(service.run())
    moment = local("2016-05-31T08:00")

    def sent() -> int:
        return len(list((tmp_path / "letters").glob("*.eml")))

    await clock.turn(moment - timedelta(seconds=1))
    assert sent() == 0
    await clock.turn(moment + timedelta(seconds=59))
    assert sent() == 3
    with store.reading() as ledger:
        spoken = [entry for entry in ledger.history() if isinstance(entry.fact, StageReached)]
        letters = ledger.outbox("all")
    assert len(spoken) == 3
    assert all(moment <= entry.recorded < moment + timedelta(minutes=1) for entry in spoken)
    assert {row.state for row in letters} == {"accepted"}
    service.stop()
    await clock.advance(60)
    assert await living == 0
    store.close()
