"""One run: the scenario lived through under a seed, with power cuts at given points, and then looked at."""

from __future__ import annotations

import asyncio
import atexit
import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from random import Random
from unittest.mock import patch

from monitor import service, sources
from monitor.config import Source
from monitor.digests import digest_moment, is_digest_day
from monitor.house import House
from monitor.load import accept
from monitor.service import Service
from monitor.sources import Report
from monitor.store import StoreFault
from monitor.verify import file_rows, verify
from tests.builders import local
from tests.simulation.fate import Fate, PowerCut
from tests.simulation.loop import DeadlockError, SimLoop
from tests.simulation.parts import SimClock, SimScribe, SimServer, SimStore, SimTicker
from tests.simulation.scenarios import BY_NAME, LAWYER, Deed, Scenario, Stage, a_folder, set_up

DARK_S = 5.0
CALM_S = 1.5


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a run. ``points``: how many there were at which the power could go."""

    scenario: str
    seed: int
    cuts: tuple[int, ...]
    points: int
    trace: tuple[str, ...]
    findings: tuple[str, ...]
    mails: tuple[str, ...]
    met: tuple[tuple[str, int], ...]

    @property
    def command(self) -> str:
        """What replays it."""
        cuts = "".join(f" --crash-at {cut}" for cut in self.cuts)
        return f"python -m tests.simulation --seed {self.seed}{cuts} --scenario {self.scenario}"


@dataclass(slots=True)
class Run:
    """The world of one run."""

    scenario: Scenario
    stage: Stage
    folder: Path
    fate: Fate
    passed: float = 0.0
    done: set[str] = field(default_factory=set)
    promised: list[tuple[str, str]] = field(default_factory=list)
    loop: SimLoop | None = None
    store: SimStore = field(init=False)
    clock: SimClock = field(init=False)
    server: SimServer = field(init=False)
    house: House = field(init=False)
    handed: dict[tuple[int, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.clock = SimClock(self.stage.start, lambda: self.loop.passed if self.loop else self.passed)
        self.server = SimServer(self.fate, self.clock, lambda: self.store)
        self.house = self._here(self.stage.house)
        (self.folder / "duewatch.db").write_bytes(self.stage.database)
        self._open()

    def _here(self, house: House) -> House:
        """The house with the folder of this run."""
        (source,) = house.config.source
        here: Source = source.model_copy(update={"path": self.folder / "reports"})
        return replace(house, config=house.config.model_copy(update={"source": (here,)}))

    def _open(self) -> None:
        self.store = opened(self.folder)
        self.store.fate, self.store.handed = self.fate, self.handed

    def close(self) -> None:
        """Nothing of the store is open, and nothing of it remembered."""
        self.store.close()
        self.store._shelf.clear()

    # Time.

    def live(self, until_s: float) -> None:
        """The daemon lives to that second, starting anew after each end, until the power stays."""
        while self.passed < until_s:
            self._one_life(until_s)

    def _one_life(self, until_s: float) -> None:
        self.loop = loop = SimLoop(self.fate.random, self.passed)
        self.fate.reborn()
        try:
            loop.run_until_complete(self._lived(until_s))
        except (PowerCut, DeadlockError, StoreFault, BaseExceptionGroup):
            if not self.fate.is_dead:
                raise
        finally:
            self._end(loop)
        if self.fate.is_dead:
            self.close()
            self.fate.reborn()
            self.passed += DARK_S

    def _end(self, loop: SimLoop) -> None:
        left = asyncio.all_tasks(loop)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.wait(left, timeout=60))
        self.passed = loop.passed
        self.loop = None
        loop.close()

    async def _lived(self, until_s: float) -> None:
        daemon = Service(
            self.house, self.store, self._reloaded, self.clock, environ={}, random=self.fate.random
        )
        running = asyncio.ensure_future(daemon.run())
        people = [asyncio.ensure_future(self._does(deed, daemon)) for deed in self.scenario.deeds]
        death = asyncio.ensure_future(self.fate.death.wait())
        span = max(0.0, until_s - self.clock.monotonic())
        await asyncio.wait({running, death}, timeout=span, return_when=asyncio.FIRST_COMPLETED)
        if self.fate.is_dead:
            return
        if running.done():  # the store did not serve at the start: systemd tries again
            running.exception()
            await asyncio.sleep(DARK_S)
            return
        await asyncio.wait({death, *people}, timeout=0.0)
        daemon.stop()
        await asyncio.wait({running, death}, return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()

    def _reloaded(self) -> House:
        self.fate.touch()
        return self.house

    # People.

    async def _does(self, deed: Deed, daemon: Service) -> None:
        if deed.name in self.done:
            return
        await asyncio.sleep(max(0.0, deed.at - self.clock.monotonic()))
        while True:
            try:
                self._done(deed, daemon)
            except StoreFault:  # "try again in a moment"
                await asyncio.sleep(2.0)
            else:
                return

    def _done(self, deed: Deed, daemon: Service) -> None:
        self.fate.touch()
        if deed.drops is not None:
            self._drop(deed.name, deed.drops)
        if deed.reloads:
            self.house = self._here(self.stage.later)
            daemon.reload_soon()
        if deed.accepts:
            accept(self.store, self._here(self.stage.later), self.clock.now(), LAWYER)
            self.promised.append(("LoadAccepted", "None"))
        facts = deed.do(self.store, self.house.setting, self.clock.now())
        # Here the command prints "ok".
        self.promised.extend(facts)
        self.done.add(deed.name)

    def _drop(self, name: str, text: str) -> None:
        folder = self.folder / "reports"
        folder.mkdir(exist_ok=True)
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        long_ago = self.clock.now().timestamp() - 10
        os.utime(path, (long_ago, long_ago))

    # Peace.

    def calm(self) -> None:
        """Nothing fails any more, and the daemon lives on until the scenario's end, asleep where nothing is due."""
        self.fate.calm()
        self.server.slow = 0.0
        end = local(self.scenario.calm_until)
        self.live(self.passed + CALM_S)
        while (then := self._next(end)) is not None:
            self.passed += max(0.0, (then - self.clock.now()).total_seconds())
            self.live(self.passed + CALM_S)

    def _next(self, end: datetime) -> datetime | None:
        now = self.clock.now()
        if now >= end:
            return None
        today = self.house.setting.legal_day(now)
        moments = [end]
        if self.scenario.digests and is_digest_day(self.house, today):
            moments.append(digest_moment(self.house, today))
        with self.store.reading() as ledger:
            moments += [
                moment for moment in (ledger.earliest_look(), ledger.next_attempt()) if moment is not None
            ]
        return min(moment for moment in moments if moment > now)

    # Truth.

    def findings(self) -> tuple[str, ...]:
        """What the independent checker and the server's own books say."""
        self.close()
        rows = file_rows(self.folder / "duewatch.db")
        verdict = verify(
            rows,
            as_of=self.clock.now(),
            grace=timedelta(minutes=1),
            slip=timedelta(0) if self.clock.jumped == timedelta() else timedelta(hours=2),
            deliveries=self.server.accepted,
        )
        written = {(str(row[0]), str(row[1])) for row in rows("SELECT fact, case_key FROM journal")}
        lost = [
            f"a command printed ok, and {fact} of {case} is not in the journal"
            for fact, case in self.promised
            if (fact, case) not in written
        ]
        undone = [f"{deed.name} was never done" for deed in self.scenario.deeds if deed.name not in self.done]
        faults = [str(row[0]) for row in rows("PRAGMA integrity_check") if row[0] != "ok"]
        left = [f"{path.name} was never read" for path in (self.folder / "reports").glob("*.csv")]
        return (*verdict.findings, *lost, *undone, *faults, *left)


def run(
    name: str, seed: int, cuts: tuple[int, ...] = (), rate: float = 0.0, jump: timedelta = timedelta()
) -> Told:
    """Live through a scenario; ``rate`` is how often the world fails, ``jump`` how far the clock leaps on the way."""
    stage, scenario, folder = set_up(name), BY_NAME[name], _cleared(a_desk())
    fate = Fate(Random(seed), frozenset(cuts), rate)
    with _the_edges() as edges:
        lived = Run(scenario, stage, folder, fate)
        edges.lived = lived
        try:
            if jump:
                lived.live(scenario.faulty_s / 2)
                lived.clock.jumped += jump
            lived.live(scenario.faulty_s)
            points = fate.points
            lived.calm()
            findings = lived.findings()
        finally:
            lived.close()
    mails = tuple(f"{mail.at.isoformat()} {mail.message_id}" for mail in lived.server.accepted)
    return Told(name, seed, cuts, points, tuple(fate.trace), findings, mails, tuple(sorted(fate.met.items())))


def at_random(seed: int) -> Told:
    """A run whose scenario, faults, power cuts and leaps of the clock all come from the seed."""
    random = Random(seed)
    name = random.choice(sorted(BY_NAME))
    cuts = tuple(sorted(random.sample(range(1, 160), random.randrange(3))))
    rate = random.choice((0.0, 0.05, 0.15, 0.3, 0.6))
    jump = timedelta(minutes=random.choice((0, 0, 0, 61, -61, 600, -30)))
    return run(name, seed, cuts, rate, jump)


@cache
def a_desk() -> Path:
    """The folder in which every run of this process takes place, one after the other."""
    folder = a_folder()
    atexit.register(shutil.rmtree, folder)
    return folder


@cache
def opened(folder: Path) -> SimStore:
    """The store there; closed, it opens its file anew at the next touch, and has only its compiled SQL left."""
    store = SimStore.open(f"sqlite:///{folder / 'duewatch.db'}")
    if not isinstance(store, SimStore):
        raise TypeError("the store is opened as what it was asked for")
    return store


def _cleared(folder: Path) -> Path:
    shutil.rmtree(folder / "reports", ignore_errors=True)
    for left in folder.iterdir():
        if left.is_file():
            left.unlink()
    return folder


@dataclass(slots=True)
class _Edges:
    lived: Run | None = None

    @property
    def world(self) -> Run:
        if self.lived is None:
            raise LookupError("no run has begun")
        return self.lived


@contextmanager
def _the_edges() -> Iterator[_Edges]:
    """The stand-ins in their places; nothing is logged."""
    edges = _Edges()
    put_away = sources._put_away

    def ticker(bell: object, at: time, zone: object) -> SimTicker:
        return SimTicker(bell, at, zone, edges.world.clock)  # type: ignore[arg-type]  # as Ticker takes them

    def put(path: Path, digest: str, report: Report) -> None:
        edges.world.fate.point("put away")
        put_away(path, digest, report)
        edges.world.fate.point("was put away")

    logging.disable(logging.CRITICAL)
    try:
        with (
            patch.object(service, "Ticker", ticker),
            patch.object(service, "Scribe", SimScribe),
            patch.object(service, "open_channels", lambda _house: (edges.world.server,)),
            patch.object(sources, "_put_away", put),
        ):
            yield edges
    finally:
        logging.disable(logging.NOTSET)
