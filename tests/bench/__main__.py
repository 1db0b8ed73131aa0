"""`make bench`: every bench, or those named (ticks, starts, letters, delivery, loading, reading)."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from monitor.__main__ import collect_rarely
from tests.bench import delivery, letters, loading, reading, starts, ticks
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


def _delivery(folder: Path) -> Table:
    with delivery.sink() as port:
        return delivery.bench(folder, port)


if __name__ == "__main__":
    main(sys.argv[1:])
