"""A catalogue meets an empty store: reading the files, opening the cases, and writing the same rows alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from monitor.house import House
from monitor.load import load
from monitor.store import Store
from tests.bench.measure import Line, Table, Timing, clocked, shown
from tests.bench.world import OPENED, Size, house_of, write_country

RUNS = 3
SIZE = Size(1_000, 100)
TABLES = ("briefs", "cases", "journal")


def bench(folder: Path, size: Size = SIZE, runs: int = RUNS) -> Table:
    """Each run loads into a new store, then writes the rows of that store into another by the bare driver."""
    write_country(folder / "country", size)
    house = house_of(folder / "country")
    read: list[float] = []
    loaded: list[float] = []
    again: list[float] = []
    bare: list[float] = []
    for run in range(runs):
        read.append(clocked(lambda: house_of(folder / "country")))
        path = folder / f"{run}.db"
        loaded += _loads(path, house, size, again)
        bare.append(_inserted(path, folder / f"{run}-bare.db"))
    alone = Timing(tuple(bare))
    against = "inserting the rows alone"
    cases = f"{size.cases} cases"
    return Table(
        "Loading a catalogue",
        (
            _line(f"its files and {size.agencies * 3} officers read", Timing(tuple(read)), alone, against),
            _line(f"{cases} opened", Timing(tuple(loaded)), alone, against),
            _line(f"{cases} compared, nothing new", Timing(tuple(again)), alone, against),
            Line(against, shown(alone.median), alone.spread),
        ),
    )


def _line(what: str, timing: Timing, alone: Timing, against: str) -> Line:
    return Line(what, shown(timing.median), timing.spread, timing.median / alone.median, against)


def _loads(path: Path, house: House, size: Size, again: list[float]) -> list[float]:
    store = Store.open(f"sqlite:///{path}")
    try:
        seconds = clocked(lambda: load(store, house, OPENED))
        with store.writing() as ledger:
            if ledger.obligations() != size.obligations:
                raise AssertionError(f"{ledger.obligations()} obligations were loaded of {size.obligations}")
            ledger.set_mark("loaded", "another catalogue")  # so that the next load looks at everything
        again.append(clocked(lambda: load(store, house, OPENED)))
    finally:
        store.close()
    return [seconds]


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
