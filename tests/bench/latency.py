"""From the moment at which a case is due until its letter is whole in the sink, through a real daemon."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from statistics import quantiles

from tests.bench.measure import Goal, Line, Table, Timing, clocked, shown
from tests.bench.scene import scene
from tests.bench.world import OPENED, briefs, mark_loaded

SINGLES, GAP = 200, timedelta(seconds=0.15)
BURST, BURSTS = 500, 5
MEDIAN_S, P99_S, LAST_S = 0.060, 0.200, 0.400


def bench(
    folder: Path, url: str | None = None, singles: int = SINGLES, burst: int = BURST, bursts: int = BURSTS
) -> Table:
    """Cases that are due one after another, then many at the same moment; ``url``: of an empty store."""
    with scene(folder / "country", max(singles, burst), url=url) as there:
        first, *others = briefs(there.house, 1 + bursts)
        one = there.waits(first, singles, GAP)
        many = [max(there.waits(brief, burst)) for brief in others]
    with scene(folder / "commits", 1) as there:
        commit = [clocked(lambda: mark_loaded(there.store, there.house, OPENED)) for _ in range(singles)]
    where = "an SQLite file" if url is None else "a PostgreSQL server"
    return Table(f"From due to the sink, on {where}", _lines(one, many, Timing(tuple(commit)), burst))


def _lines(one: list[float], many: list[float], commit: Timing, burst: int) -> tuple[Line, ...]:
    singles, bursts = Timing(tuple(one)), Timing(tuple(many))
    slow = quantiles(one, n=100)[98]
    durable = "a durable commit"
    ratio = singles.median / commit.median
    return (
        _held_to("one case, median", singles.median, singles.spread, MEDIAN_S),
        _held_to("one case, 99 of a hundred", slow, singles.spread, P99_S),
        _held_to(f"{burst} cases at once, the last", bursts.median, bursts.spread, LAST_S),
        Line("one case, median", shown(singles.median), singles.spread, ratio, durable),
        Line(durable, shown(commit.median), commit.spread),
    )


def _held_to(what: str, seconds: float, spread: str, bound: float) -> Line:
    return Line(what, shown(seconds), spread, seconds / bound, shown(bound), Goal(1.0))
