"""A catalogue meets an empty store: reading the files, opening the cases, and writing the same rows alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from monitor.house import House
from monitor.load import LOADED, load
from monitor.settled import forget
from monitor.store import Store
from tests.bench.measure import Goal, Line, Table, Timing, clocked, shown
from tests.bench.world import OPENED, Size, house_of, write_country

RUNS = 3
SIZE = Size(1_000, 100)
OPENING, RELOAD = Goal(3), Goal(0.3)
TABLES = ("briefs", "cases", "journal")


def bench(folder: Path, size: Size = SIZE, runs: int = RUNS) -> Table:
    """Each run loads into a new store, then writes the rows of that store into another by the bare driver."""
    write_country(folder / "country", size)
    house = house_of(folder / "country")
    read: list[float] = []
    loaded: list[float] = []
    again: list[float] = []
    compared: list[float] = []
    bare: list[float] = []
    for run in range(runs):
        read.append(clocked(lambda: house_of(folder / "country")))
        path = folder / f"{run}.db"
        loaded += _loads(path, house, size, again, compared)
        bare.append(_inserted(path, folder / f"{run}-bare.db"))
    alone = Timing(tuple(bare))
    against = "inserting the rows alone"
    cases = f"{size.cases} cases"
    return Table(
        "Loading a catalogue",
        (
            _line(f"its files and {size.agencies * 3} officers read", Timing(tuple(read)), alone, against),
            _line(f"{cases} opened", Timing(tuple(loaded)), alone, against, OPENING),
            _line(f"{cases} loaded again, nothing new", Timing(tuple(again)), alone, against, RELOAD),
            _line("the same where each had been touched", Timing(tuple(compared)), alone, against),
            Line(against, shown(alone.median), alone.spread),
        ),
    )


def _line(what: str, timing: Timing, alone: Timing, against: str, goal: Goal | None = None) -> Line:
    return Line(what, shown(timing.median), timing.spread, timing.median / alone.median, against, goal)


def _loads(path: Path, house: House, size: Size, again: list[float], compared: list[float]) -> list[float]:
    store = Store.open(f"sqlite:///{path}")
    try:
        seconds = clocked(lambda: load(store, house, OPENED))
        with store.writing() as ledger:
            if ledger.obligations() != size.obligations:
                raise AssertionError(f"{ledger.obligations()} obligations were loaded of {size.obligations}")
        _change_something(store)
        again.append(clocked(lambda: load(store, house, OPENED)))
        _change_something(store)
        with store.writing() as ledger:
            forget(ledger)  # as if a fact had been written of a case of each instrument
        compared.append(clocked(lambda: load(store, house, OPENED)))
    finally:
        store.close()
    return [seconds]


def _change_something(store: Store) -> None:
    """Another officer, say: the next load may not take the catalogue for the one that it knows."""
    with store.writing() as ledger:
        ledger.set_mark(LOADED, "another catalogue")


def _inserted(source: Path, target: Path) -> float:
    """Seconds that the driver takes for the same rows, indexes and one durable commit."""
    Store.open(f"sqlite:///{target}").close()
    connection = sqlite3.connect(target, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA cache_size=-65536")
        rows = {name: _rows(source, name) for name in TABLES}

        def work() -> None:
            connection.execute("BEGIN IMMEDIATE")
            for name, found in rows.items():
                marks = ",".join("?" * len(found[0]))
                connection.executemany(f"INSERT INTO {name} VALUES ({marks})", found)
            connection.execute("COMMIT")

        return clocked(work)
    finally:
        connection.close()


def _rows(source: Path, table: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(source)
    try:
        return list(connection.execute(f"SELECT * FROM {table}"))
    finally:
        connection.close()
