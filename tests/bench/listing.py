"""The twenty most urgent cases: among a thousand, and among a million."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path

from monitor.store import CaseFilter, Store
from rules.model import Case
from tests.bench.measure import Goal, Line, Table, Timing, in_turns, shown
from tests.bench.starts import config_over, type_in
from tests.bench.ticks import store_path
from tests.bench.world import DUE_DAYS, FIRST_DUE, Size

WANTED = 20
RUNS = 15
GOAL = Goal(1.2)
COMMAND = ("list", "--limit", str(WANTED))
# Half of the obligations are late on this day, so that late and in-time ones both lie in the index.
TODAY = FIRST_DUE + timedelta(days=DUE_DAYS // 2)


def bench(folder: Path, stores: Path, small: Size, large: Size, runs: int = RUNS) -> Table:
    """Reads the stores that ticks have left, each once per turn: in an open store, then by the command."""
    paths = [store_path(stores, size) for size in (small, large)]
    with ExitStack() as opened:
        quick = in_turns([_listing(path, opened) for path in paths], runs)
    configs = []
    for size, path in zip((small, large), paths, strict=True):
        (folder / str(size.cases)).mkdir()
        configs.append(config_over(folder / str(size.cases), path))
    typed = in_turns([partial(type_in, COMMAND, config) for config in configs], runs)
    few, many = (f"{WANTED} most urgent of {size.cases}" for size in (small, large))
    return Table(
        "The most urgent cases, read from an open store and by the command",
        (*_pair(few, many, quick), *_pair(f"list, {few}", f"list, {many}", typed)),
    )


def _pair(few: str, many: str, timings: Sequence[Timing]) -> tuple[Line, Line]:
    small, large = timings
    return (
        Line(few, shown(small.median), small.spread),
        Line(many, shown(large.median), large.spread, large.median / small.median, few, GOAL),
    )


def _listing(path: Path, opened: ExitStack) -> Callable[[], object]:
    store = Store.open(f"sqlite:///{path}")
    opened.callback(store.close)
    return partial(_listed, store)


def _listed(store: Store) -> tuple[Case, ...]:
    with store.reading() as ledger:
        found = ledger.find(CaseFilter(TODAY, limit=WANTED))
    if len(found) != WANTED:
        raise AssertionError(f"{len(found)} cases were listed")
    return found
