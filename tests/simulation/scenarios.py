"""Stretches of the daemon's life in which something must not go wrong, each a few minutes around its moment."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from monitor.config import Config, DigestSettings, Operator, Source
from monitor.desk import Command, carry_out
from monitor.house import House
from monitor.library import load_library
from monitor.store import Store
from monitor.watch import tick
from rules import commands
from rules.commands import Refusal
from rules.model import Actor
from rules.setting import Setting
from tests.builders import local
from tests.stories.papers import WATCH, Office, Shelf, Task

LAWYER = Actor("owner-of-bo-y-te", "ntan", "cli")
FIRST = "nq-23-2016/1@bo-y-te"
SECOND = "nq-23-2016/2@bo-y-te"
PROVINCES_KEY = "nq-23-2016/3@ha-noi"
# Tests live in memory where there is room for that: a power cut is simulated above the disk.
MEMORY = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Stage:
    """The world before a run: files, database, clock; ``later`` is the house after a person has changed the files."""

    folder: Path
    database: bytes
    house: House
    later: House
    start: datetime


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person does ``at`` so many seconds: gives back what must be in the journal from then on (fact, case)."""

    at: float
    name: str
    do: Callable[[Store, Setting, datetime], tuple[tuple[str, str], ...]]
    drops: str | None = None
    reloads: bool = False
    accepts: bool = False


@dataclass(frozen=True, slots=True)
class Scenario:
    """``faulty_s``: how long the world may fail; ``calm_until``: until when the daemon then lives in peace."""

    name: str
    begins: str
    tasks: tuple[tuple[str, Task], ...]
    opens: str
    faulty_s: float
    calm_until: str
    deeds: tuple[Deed, ...] = ()
    digests: tuple[str, ...] = ()
    moved: str | None = None
    connections: int = 4

    @property
    def start(self) -> datetime:
        return local(self.begins)


def commanded(
    command: Callable[[datetime, Setting], Command], *keys: str
) -> Callable[[Store, Setting, datetime], tuple[tuple[str, str], ...]]:
    """A command of the command line: what it printed "ok" for."""

    def do(store: Store, setting: Setting, now: datetime) -> tuple[tuple[str, str], ...]:
        answer = carry_out(store, setting, now, LAWYER, keys, command(now, setting))
        if isinstance(answer, Refusal):
            return ()  # it had been done before the power went
        return tuple((type(fact).__name__, fact.case or "") for fact in answer.facts)

    return do


def closing(now: datetime, setting: Setting) -> Command:
    return lambda case: commands.close(case, "12/TT-BYT", None, now, setting)


def snoozing(now: datetime, setting: Setting) -> Command:
    return lambda case: commands.snooze(case, date(2016, 6, 3), "chờ ý kiến", LAWYER.name, now, setting)


def extending(now: datetime, setting: Setting) -> Command:
    return lambda case: commands.extend(case, date(2016, 7, 15), "5012/VPCP", "chờ hạ tầng", now, setting)


def promising(now: datetime, setting: Setting) -> Command:
    return lambda case: commands.acknowledge(case, LAWYER.name, date(2016, 6, 30), "", now, setting)


def reopening(now: datetime, setting: Setting) -> Command:
    return lambda case: commands.reopen(case, "nhầm việc", now, setting)


def nothing(_store: Store, _setting: Setting, _now: datetime) -> tuple[tuple[str, str], ...]:
    return ()


ONE = ("nq-23-2016", Task("1", "bo-y-te", "2016-06-30"))
TWO = ("nq-23-2016", Task("2", "bo-y-te", "2016-06-30"))
PROVINCE = ("nq-23-2016", Task("3", "ha-noi", "2016-06-30"))
REPORT = "case,percent,done_on,evidence\nnq-23-2016/3@ha-noi,,2016-05-30,7/BC-UBND\n"
OPENS = "2016-05-25T09:00"
EIGHT = "2016-05-31T07:59:58"
CALM = "2016-06-01T09:00"

SCENARIOS: tuple[Scenario, ...] = (
    Scenario("stage", EIGHT, (ONE,), OPENS, 8, CALM),
    Scenario("bundle", EIGHT, (ONE, TWO, PROVINCE), OPENS, 8, CALM),
    Scenario(
        "digest",
        "2016-06-27T07:29:58",
        (ONE, TWO),
        OPENS,
        8,
        "2016-06-28T09:00",
        digests=(WATCH, LAWYER.name),
    ),
    Scenario("closing", EIGHT, (ONE, TWO), OPENS, 8, CALM, (Deed(2.3, "close", commanded(closing, FIRST)),)),
    Scenario(
        "reload",
        EIGHT,
        (ONE, TWO),
        OPENS,
        12,
        CALM,
        (Deed(2.5, "accept", nothing, accepts=True), Deed(2.6, "reload", nothing, reloads=True)),
        moved="2016-06-24",
    ),
    Scenario("report", EIGHT, (ONE, PROVINCE), OPENS, 10, CALM, (Deed(0.5, "drop", nothing, drops=REPORT),)),
    Scenario("register", "2016-07-04T09:59:58", (ONE, TWO), "", 6, "2016-07-13T09:00"),
    Scenario(
        "officers",
        EIGHT,
        (ONE, TWO),
        OPENS,
        14,
        "2016-07-08T09:00",
        (
            Deed(1.9, "snooze", commanded(snoozing, FIRST)),
            Deed(4.0, "promise", commanded(promising, SECOND)),
            Deed(6.0, "extend", commanded(extending, FIRST)),
            Deed(8.0, "close", commanded(closing, SECOND)),
            Deed(10.0, "reopen", commanded(reopening, SECOND)),
        ),
    ),
    Scenario(
        "late",
        "2016-07-14T07:59:58",
        (ONE, TWO),
        OPENS,
        8,
        "2016-07-22T09:00",
        (Deed(3.0, "close", commanded(closing, FIRST)),),
    ),
)
_QUEUED = (
    # One connection: the second letter is claimed and waits behind the first while its case is closed.
    Scenario(
        "queued",
        EIGHT,
        (ONE, PROVINCE),
        OPENS,
        8,
        CALM,
        (Deed(2.1, "close", commanded(closing, FIRST, PROVINCES_KEY)),),
        connections=1,
    ),
)
BY_NAME = {scenario.name: scenario for scenario in (*SCENARIOS, *_QUEUED)}


def a_folder() -> Path:
    """A new folder of our own."""
    return Path(mkdtemp(prefix="duewatch-", dir=MEMORY if MEMORY.is_dir() else None))


@cache
def set_up(name: str) -> Stage:
    """The scenario's world at its beginning; made once, copied for each run."""
    scenario, folder = BY_NAME[name], a_folder()
    try:
        house = _house(scenario, folder)
        store = Store.open(f"sqlite:///{folder / 'duewatch.db'}")
        if scenario.opens:
            _live(store, house, local(scenario.opens), scenario.start)
        store.close()
        later = _house(scenario, folder, moved=True) if scenario.moved else house
        return Stage(folder, (folder / "duewatch.db").read_bytes(), house, later, scenario.start)
    finally:
        shutil.rmtree(folder)


def _live(store: Store, house: House, first: datetime, last: datetime) -> None:
    """What was before: everything decided at its moment, and nothing of it left to be sent."""
    now: datetime | None = first
    while now is not None and now < last:
        seen = tick(store, house, now)
        with store.writing() as ledger:
            rows = [row.number for row in ledger.outbox()]
            ledger.drop(rows, "before the story")
        now = seen.next_look


def _house(scenario: Scenario, folder: Path, *, moved: bool = False) -> House:
    shelf, office = (
        Shelf(folder / "catalogue"),
        Office(folder / "directory.toml", digests=set(scenario.digests)),
    )
    for instrument, task in scenario.tasks:
        shelf.put(instrument, replace(task, due=scenario.moved) if moved else task, date(2016, 5, 25))
    office.write()
    library = load_library((str(shelf.folder),), office.file)
    if wrong := [str(fault) for fault in library.faults if not fault.warning]:
        raise AssertionError(wrong)
    config = Config(
        catalogue=(str(shelf.folder),),
        directory=office.file,
        operator=Operator(email="operator@example.org"),
        digest=DigestSettings(quiet="never"),
        source=(
            Source(name="reports", path=folder / "reports", every=timedelta(seconds=3), agencies=("ha-noi",)),
        ),
    )
    config = config.model_copy(
        update={"email": config.email.model_copy(update={"connections": scenario.connections})}
    )
    return House.of(config, library)
