"""The time of one tick with 500 cases due, in stores of very different sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from monitor.house import House
from monitor.store import Store
from monitor.watch import tick
from rules.model import Brief, Case
from tests.bench.measure import Goal, Line, Table, Timing, clocked, shown
from tests.bench.world import Size, briefs, case_of, fill, house_of, mark_loaded, speaking_days, write_country

DUE = 500
RUNS = 9
SIZES = tuple(Size(1_000, agencies) for agencies in (1, 10, 100, 1_000))
GOAL = Goal(1.4)


def bench(folder: Path, sizes: Sequence[Size] = SIZES, due: int = DUE, runs: int = RUNS) -> Table:
    """Measures each size; the largest store is left at ``folder/<cases>-0/store.db``."""
    timings = [(size, _measured(folder, size, due, runs)) for size in sizes]
    base = timings[0][1].median
    smallest, largest = f"the tick at {sizes[0].cases} cases", sizes[-1]
    lines = tuple(
        Line(
            f"tick, {due} due of {size.cases}",
            shown(timing.median),
            timing.spread,
            timing.median / base,
            smallest,
            GOAL if size == largest else None,
        )
        for size, timing in timings
    )
    return Table("Tick: cases due are decided and recorded, nothing is sent", lines)


def store_path(folder: Path, size: Size) -> Path:
    """Where the (first) store of that size lies."""
    return folder / f"{size.cases}-0" / "store.db"


def build(folder: Path, size: Size) -> Path:
    """A store of that size alone, without any tick."""
    write_country(folder / "country", Size(0, size.agencies))
    house = house_of(folder / "country")
    path = store_path(folder, size)
    store = Store.open(f"sqlite:///{path}")
    fill(store, _cases(house, briefs(house, size.obligations), size.agencies, DUE, ()))
    store.close()
    return path


def _measured(folder: Path, size: Size, due: int, runs: int) -> Timing:
    """As many ticks as fit into a store, in as many stores as it takes; the first of each only warms up."""
    country = folder / f"country-{size.cases}"
    write_country(country, Size(0, size.agencies))
    house = house_of(country)
    found: list[float] = []
    stores = 0
    while len(found) < runs:
        ticks = min(size.cases // due - 1, runs - len(found))
        path = folder / f"{size.cases}-{stores}" / "store.db"
        found += _ticks(path, house, size, due, ticks)
        stores += 1
    return Timing(tuple(found))


def _ticks(path: Path, house: House, size: Size, due: int, ticks: int) -> list[float]:
    obligations = briefs(house, size.obligations)
    days = speaking_days(obligations[0], house.setting, ticks + 1)
    store = Store.open(f"sqlite:///{path}")
    try:
        fill(store, _cases(house, obligations, size.agencies, due, [day for day, _ in days]))
        return [_one_tick(store, house, moment, due) for _, moment in days][1:]
    finally:
        store.close()


def _cases(
    house: House, obligations: Sequence[Brief], agencies: int, due: int, days: Sequence[date]
) -> Iterator[Case]:
    """All cases; those due on each of ``days`` lie evenly between the others, so that each has a page of its own."""
    stride = len(obligations) * agencies // max(due * len(days), 1)
    number = 0
    for brief in obligations:
        for agency in range(agencies):
            turn, rest = divmod(number, stride)
            chosen = rest == 0 and turn < due * len(days)
            yield case_of(brief, agency, house.setting, days[turn % len(days)] if chosen else None)
            number += 1


def _one_tick(store: Store, house: House, moment: datetime, due: int) -> float:
    mark_loaded(store, house, moment)
    read = notices = 0

    def work() -> None:
        nonlocal read, notices
        done = tick(store, house, moment)
        read, notices = done.read, done.notices

    seconds = clocked(work)
    if (read, notices) != (due, due):
        raise AssertionError(f"{due} cases were due, {read} were read, {notices} notices written")
    return seconds
