"""What a daemon holds in memory: with few cases and with many, and while ten thousand letters wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from monitor.house import House
from rules.model import Case
from tests.bench.measure import Goal, Line, Table, shown
from tests.bench.scene import scene
from tests.bench.world import Size, briefs, case_of

# As many agencies, and so officers, in both: what differs is how many cases there are.
SIZES = (Size(1, 1_000), Size(1_000, 1_000))
DUE, LETTERS = 500, 10_000
RATIO, LARGEST_MB, GROWTH_MB, CPU_S = 1.3, 150.0, 50.0, 400e-6
ONCE = "one run"


def bench(folder: Path, sizes: Sequence[Size] = SIZES, due: int = DUE, letters: int = LETTERS) -> Table:
    """A daemon over each store after its first look and ``due`` letters; then one with ``letters`` to send at once."""
    small, large = (_working(folder / str(size.cases), size, due) for size in sizes)
    few, many = (f"resident over {size.cases} cases" for size in sizes)
    queue = _queued(folder / "queue", letters)
    wait = f"{letters} letters wait"
    return Table(
        f"Memory of the daemon, {due} letters after its start",
        (
            Line(few, _megabytes(small), ONCE),
            Line(many, _megabytes(large), ONCE, large / small, few, Goal(RATIO)),
            Line(many, _megabytes(large), ONCE, large / LARGEST_MB, _megabytes(LARGEST_MB), Goal(1.0)),
            Line("before them", _megabytes(queue.before), ONCE),
            Line(f"growth while {wait}", *_held_to(queue.growth, GROWTH_MB)),
            Line(
                "processor time a letter", shown(queue.cpu), ONCE, queue.cpu / CPU_S, shown(CPU_S), Goal(1.0)
            ),
            Line("from due to the last in the sink", shown(queue.seconds), ONCE),
        ),
    )


def _held_to(number: float, bound: float) -> tuple[str, str, float, str, Goal]:
    return _megabytes(number), ONCE, number / bound, _megabytes(bound), Goal(1.0)


def _megabytes(number: float) -> str:
    return f"{number:.1f} MB"


def _working(folder: Path, size: Size, due: int) -> float:
    """Resident megabytes of a daemon over so many cases, once it has sent so many letters."""

    def resting(house: House) -> Iterator[Case]:
        for brief, agency in product(briefs(house, size.obligations), range(size.agencies)):
            yield case_of(brief, agency, house.setting)

    with scene(folder, size.agencies, resting=resting) as there:
        there.waits(briefs(there.house, size.obligations + 1)[-1], due)
        return there.daemons[0].resident()


@dataclass(frozen=True, slots=True)
class Queue:
    """A daemon's megabytes before and while many letters wait, its processor time for each, and how long all took."""

    before: float
    growth: float
    cpu: float
    seconds: float


def _queued(folder: Path, letters: int) -> Queue:
    """One agency, and so one officer, a letter."""
    with scene(folder, letters, roles=("owner",)) as there:
        (daemon,) = there.daemons
        (brief,) = briefs(there.house, 1)
        before, used = daemon.resident(), daemon.cpu()
        daemon.forget_peak()
        seconds = max(there.waits(brief, letters))
        return Queue(before, daemon.peak() - before, (daemon.cpu() - used) / letters, seconds)
