"""How a bench measures and what it says: medians with their spread, ratios with their goals."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Timing:
    """Several runs of the same thing, in seconds."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.runs)

    @property
    def spread(self) -> str:
        """The quickest and the slowest run, in parts of the median: what the machine's noise may hide."""
        return f"{min(self.runs) / self.median:.2f} to {max(self.runs) / self.median:.2f} of {len(self.runs)}"


@dataclass(frozen=True, slots=True)
class Goal:
    """A bound for a ratio: at most or at least so much."""

    bound: float
    at_most: bool = True

    def met_by(self, ratio: float) -> bool:
        return ratio <= self.bound if self.at_most else ratio >= self.bound

    def __str__(self) -> str:
        return f"{'at most' if self.at_most else 'at least'} {self.bound:g}"


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: what was measured, how often it varied, and its ratio to ``against``."""

    what: str
    figure: str
    spread: str
    ratio: float | None = None
    against: str = ""
    goal: Goal | None = None

    def __str__(self) -> str:
        parts = [f"  {self.what:<44} {self.figure:>16}"]
        if self.ratio is not None:
            parts.append(f"{self.ratio:9.2f} x {self.against}")
        if self.goal is not None and self.ratio is not None:
            parts.append(f"goal {self.goal}: {'met' if self.goal.met_by(self.ratio) else 'MISSED'}")
        parts.append(f"({self.spread})")
        return "  ".join(parts)


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of one bench under its head."""

    head: str
    lines: tuple[Line, ...]

    def __str__(self) -> str:
        return "\n".join((self.head, *map(str, self.lines)))


def clocked(work: Callable[[], object]) -> float:
    """Seconds that ``work`` takes once; what earlier work left to collect is collected before."""
    gc.collect()
    begun = perf_counter()
    work()
    return perf_counter() - begun


def timed(work: Callable[[], object], runs: int) -> Timing:
    """``work`` done ``runs`` times, after once to warm up."""
    work()
    return Timing(tuple(clocked(work) for _ in range(runs)))


def in_turns(works: Iterable[Callable[[], object]], runs: int) -> tuple[Timing, ...]:
    """Several works, each once per turn: what slows the machine down for a while slows all of them."""
    several = tuple(works)
    for work in several:
        work()
    found = [[clocked(work) for work in several] for _ in range(runs)]
    return tuple(Timing(tuple(turn[n] for turn in found)) for n in range(len(several)))


def shown(seconds: float) -> str:
    """A duration in the unit that suits it."""
    if seconds < 1e-3:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"
