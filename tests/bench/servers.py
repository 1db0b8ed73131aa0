"""The same on PostgreSQL: a tick in stores of different sizes, from due to the sink, one to three daemons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench import delivery, latency, ticks
from tests.bench.measure import Goal, Line, Table
from tests.bench.scene import scene
from tests.bench.world import Size, briefs
from tests.cluster import Cluster, programs, running_cluster

SIZES = (Size(1_000, 1), Size(1_000, 1_000))
GOAL = Goal(1.2)
DELIVERY = Goal(0.5, at_most=False)
LETTERS, DAEMONS = 2_000, (1, 2, 3)
ABSENT = "not run: PostgreSQL is not installed (apt-get install postgresql)"
# What a new server is given, but for connections of three daemons: here commits do reach the disk.
DURABLE = ("max_connections=60", "listen_addresses=")

Measure = Callable[[Path, Cluster], Table]


def on_a_server(measure: Measure, head: str) -> Callable[[Path], Table]:
    """A bench that needs a server of its own, and says so where there is none."""

    def bench(folder: Path) -> Table:
        if programs() is None:
            return Table(head, (Line(ABSENT, "-", "no run"),))
        with running_cluster(*DURABLE) as cluster:
            return measure(folder, cluster)

    return bench


def tick(
    folder: Path, cluster: Cluster, sizes: Sequence[Size] = SIZES, due: int = 500, runs: int = 5
) -> Table:
    """As on SQLite, with a goal of its own."""
    table = ticks.bench(folder, sizes, due, runs, lambda _: cluster.database(), GOAL)
    return Table(f"{table.head} (PostgreSQL)", table.lines)


def due_to_sink(folder: Path, cluster: Cluster) -> Table:
    return latency.bench(folder, cluster.database())


def from_the_outbox(
    folder: Path, cluster: Cluster, agencies: int = delivery.AGENCIES, runs: int = delivery.RUNS
) -> Table:
    """As on SQLite, with a goal of its own."""
    with delivery.sink() as port:
        table = delivery.bench(folder, port, agencies, runs, lambda _: cluster.database(), DELIVERY)
    return Table(f"{table.head} (PostgreSQL)", table.lines)


def several(
    folder: Path, cluster: Cluster, letters: int = LETTERS, daemons: Sequence[int] = DAEMONS
) -> Table:
    """So many letters due at one moment, taken from one database by several daemons."""
    seconds = [_carried(folder / str(count), cluster, letters, count) for count in daemons]
    lines = [
        Line(
            f"{letters} letters, {count} daemon{'' if count == 1 else 's'}",
            f"{letters / took:.0f} a second",
            "one run",
            seconds[0] / took,
            "one daemon",
        )
        for count, took in zip(daemons, seconds, strict=True)
    ]
    return Table("Letters from due to the sink, several daemons on one PostgreSQL database", tuple(lines))


def _carried(folder: Path, cluster: Cluster, letters: int, daemons: int) -> float:
    with scene(folder, letters, url=cluster.database(), roles=("owner",), daemons=daemons) as there:
        return max(there.waits(briefs(there.house, 1)[0], letters))
