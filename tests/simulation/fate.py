"""What the world does to the daemon: at each named point it may fail, or end."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

E = TypeVar("E")


class PowerCut(BaseException):
    """The machine stands still from one line to the next."""


@dataclass(slots=True)
class Fate:
    """``cuts``: the points, counted from 1, at which the power goes. ``rate``: how often the world fails elsewhere."""

    random: Random
    cuts: frozenset[int] = frozenset()
    rate: float = 0.0
    points: int = 0
    is_dead: bool = False
    trace: list[str] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)
    death: asyncio.Event = field(default_factory=asyncio.Event)

    def touch(self) -> None:
        """Nothing of the world answers a dead machine."""
        if self.is_dead:
            raise PowerCut("dead")

    def point(self, name: str) -> None:
        """A place where the power may go."""
        self.touch()
        self.points += 1
        self.trace.append(name)
        if self.points in self.cuts:
            self.is_dead = True
            self.death.set()
            raise PowerCut(name)

    def strikes(self, kind: str, rate: float = 1.0) -> bool:
        """Whether the world fails here; counted, so that a run can say what it has met."""
        if self.rate and self.random.random() < self.rate * rate:
            self.met[kind] += 1
            return True
        return False

    def choice(self, among: Sequence[E]) -> E:
        return among[self.random.randrange(len(among))]

    def reborn(self) -> None:
        """The power is on, and a new loop waits for its end."""
        self.is_dead = False
        self.death = asyncio.Event()

    def calm(self) -> None:
        """Nothing fails any more."""
        self.cuts, self.rate = frozenset(), 0.0
