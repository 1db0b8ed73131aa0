"""The time of one tick with 500 cases due, in stores of very different sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from functools import partial
from itertools import product
from pathlib import Path

from monitor.house import House
from monitor.store import Store
from monitor.watch import tick
from rules.model import Brief, Case
from tests.bench.measure import Goal, Line, Table, Timing, clocked, shown
from tests.bench.world import Size, briefs, case_of, fill, house_of, mark_loaded, speaking_days, write_country

DUE = 500
# Together at most ten ticks on ten working days: later the first cases would speak again.
RUNS, WARMING = 7, 3
SIZES = tuple(Size(1_000, agencies) for agencies in (1, 10, 100, 1_000))
GOAL = Goal(1.4)
Url = Callable[[str], str]


def bench(
    folder: Path,
    sizes: Sequence[Size] = SIZES,
    due: int = DUE,
    runs: int = RUNS,
    url: Url | None = None,
    goal: Goal = GOAL,
) -> Table:
    """Measures each size once per turn; files are left at ``store_path``. ``url`` gives a new store for a name."""
    place = url or (lambda name: f"sqlite:///{folder / name / 'store.db'}")
    with ExitStack() as open_stores:
        prepared = [_prepared(folder, size, due, runs, place, open_stores) for size in sizes]
        turns = [[one() for one in turn] for turn in zip(*prepared, strict=True)]
    timings = [Timing(tuple(seconds)) for seconds in zip(*turns, strict=True)]
    lines = tuple(
        Line(
            f"tick, {due} due of {size.cases}",
            shown(timing.median),
            timing.spread,
            timing.median / timings[0].median,
            f"the tick at {sizes[0].cases} cases",
            goal if size == sizes[-1] else None,
        )
        for size, timing in zip(sizes, timings, strict=True)
    )
    return Table("Tick: cases due are decided and recorded, nothing is sent", lines)


def store_path(folder: Path, size: Size) -> Path:
    """Where the (first) store of that size lies."""
    return folder / f"{size.cases}-0" / "store.db"


def build(folder: Path, size: Size) -> Path:
    """A store of that size alone, without any tick."""
    country = folder / f"country-{size.cases}"
    write_country(country, Size(0, size.agencies))
    house = house_of(country)
    path = store_path(folder, size)
    store = Store.open(f"sqlite:///{path}")
    fill(store, _cases(house, briefs(house, size.obligations), size.agencies, ()))
    store.close()
    return path


def _prepared(
    folder: Path, size: Size, due: int, runs: int, place: Url, open_stores: ExitStack
) -> Sequence[Callable[[], float]]:
    """So many ticks to be measured, as many in each store as fit, in as many stores as it takes."""
    country = folder / f"country-{size.cases}"
    write_country(country, Size(0, size.agencies))
    house = house_of(country)
    found: list[Callable[[], float]] = []
    fit = (size.cases - sum(_warming(due))) // due
    while len(found) < runs:
        url = place(f"{size.cases}-{len(found) // fit}")
        found += _ticks(url, house, size, due, min(fit, runs - len(found)), open_stores)
    return found


def _warming(due: int) -> tuple[int, ...]:
    """How many cases are due at the ticks that only warm a store up: the same in each, however small it is."""
    return (max(due // 20, 1),) * WARMING


def _ticks(
    url: str, house: House, size: Size, due: int, ticks: int, open_stores: ExitStack
) -> Sequence[Callable[[], float]]:
    """A full, warm store, and its ticks to come."""
    obligations = briefs(house, size.obligations)
    counts = (*_warming(due), *(due,) * ticks)
    days = speaking_days(obligations[0], house.setting, len(counts))
    store = Store.open(url)
    open_stores.callback(store.close)
    chosen = list(zip((day for day, _ in days), counts, strict=True))
    fill(store, _cases(house, obligations, size.agencies, chosen))
    every = [
        partial(_one_tick, store, house, moment, count)
        for (_, moment), count in zip(days, counts, strict=True)
    ]
    for warming in every[:WARMING]:
        warming()
    return every[WARMING:]


def _cases(
    house: House, obligations: Sequence[Brief], agencies: int, chosen: Sequence[tuple[date, int]]
) -> Iterator[Case]:
    """All cases; so many of them have each of the chosen days, evenly between the others: each lies on its own page."""
    places = sorted((place / count, day) for day, count in chosen for place in range(count))
    stride = len(obligations) * agencies // max(len(places), 1)
    for number, (brief, agency) in enumerate(product(obligations, range(agencies))):
        turn, rest = divmod(number, stride)
        last_day = places[turn][1] if rest == 0 and turn < len(places) else None
        yield case_of(brief, agency, house.setting, last_day)


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
