"""`make bench`: every bench, or those named; an unknown name tells which there are."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from monitor.__main__ import collect_rarely
from tests.bench import (
    delivery,
    latency,
    letters,
    listing,
    loading,
    memory,
    reading,
    servers,
    starts,
    ticks,
    wire,
)
from tests.bench.measure import Table

HERE = Path(__file__).parents[2] / "var"


def main(names: list[str]) -> None:
    """Print each table as soon as it is measured."""
    benches: Mapping[str, Callable[[Path], Table]] = {
        "ticks": ticks.bench,
        "starts": _starts,
        "letters": letters.bench,
        "delivery": _delivery,
        "loading": loading.bench,
        "reading": reading.bench,
        "listing": _listing,
        "latency": latency.bench,
        "memory": memory.bench,
        "wire": wire.bench,
        "server-ticks": servers.on_a_server(servers.tick, "Ticks (PostgreSQL)"),
        "server-latency": servers.on_a_server(servers.due_to_sink, "From due to the sink (PostgreSQL)"),
        "server-delivery": servers.on_a_server(servers.from_the_outbox, "Letters end to end (PostgreSQL)"),
        "server-daemons": servers.on_a_server(servers.several, "Several daemons (PostgreSQL)"),
    }
    unknown = [name for name in names if name not in benches]
    if unknown:
        sys.exit(f"there is no bench {', '.join(unknown)}; there are {', '.join(benches)}")
    print(
        f"CPython {platform.python_version()}, {os.cpu_count()} cores; medians, in brackets the spread of the runs"
    )
    collect_rarely()  # as the program does
    HERE.mkdir(exist_ok=True)
    # Beside the program and not in a folder that may lie in memory: commits are to reach a disk.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=HERE) as place:
        for name in names or benches:
            folder = Path(place) / name
            folder.mkdir()
            print(f"\n{benches[name](folder)}", flush=True)


def _starts(folder: Path) -> Table:
    """Reads the store that the largest tick has left, and makes it where the ticks were not wanted."""
    size = ticks.SIZES[-1]
    left = ticks.store_path(folder.parent / "ticks", size)
    return starts.bench(folder, left if left.exists() else ticks.build(folder, size), size.cases)


def _listing(folder: Path) -> Table:
    """Reads the smallest and the largest store that the ticks have left, and makes them where there are none."""
    sizes, stores = (ticks.SIZES[0], ticks.SIZES[-1]), folder.parent / "ticks"
    if not all(ticks.store_path(stores, size).exists() for size in sizes):
        stores = folder / "stores"
        for size in sizes:
            ticks.build(stores, size)
    return listing.bench(folder, stores, *sizes)


def _delivery(folder: Path) -> Table:
    with delivery.sink() as port:
        return delivery.bench(folder, port)


if __name__ == "__main__":
    main(sys.argv[1:])
