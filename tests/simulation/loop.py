"""An event loop whose time passes only when nothing else can, and whose order of turns comes from a seed."""

from __future__ import annotations

import asyncio
import selectors
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from random import Random
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Waited = list[tuple[selectors.SelectorKey, int]]


class DeadlockError(Exception):
    """Nothing is ready, and nothing ever will be."""


class _Waiting(selectors.SelectSelector):
    """Does not wait: turns the loop's clock on instead."""

    loop: SimLoop

    def select(self, timeout: float | None = None) -> Waited:
        ready = super().select(0)
        if ready:
            return ready
        if timeout is None:
            raise DeadlockError
        if timeout > 0:
            self.loop.passed += timeout
        return []


class SimLoop(asyncio.SelectorEventLoop):
    """``passed``: virtual seconds since the beginning. Work for other threads is done in this one."""

    _ready: deque[asyncio.Handle]

    def __init__(self, random: Random, passed: float = 0.0) -> None:
        waiting = _Waiting()
        waiting.loop = self
        self.passed = passed
        self._random = random
        super().__init__(waiting)
        self.set_exception_handler(_silent)

    def time(self) -> float:
        return self.passed

    def _run_once(self) -> None:
        # Callbacks that are ready together may run in any order: half of the time they do.
        ready = self._ready
        if len(ready) > 1 and self._random.random() < 0.5:
            shuffled = list(ready)
            self._random.shuffle(shuffled)
            ready.clear()
            ready.extend(shuffled)
        super()._run_once()  # type: ignore[misc]  # private, and the only place where a turn begins

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[*Ts], T], *args: *Ts
    ) -> asyncio.Future[T]:
        done: asyncio.Future[T] = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:
            done.set_exception(error)
        return done

    def add_signal_handler(self, sig: int, callback: Callable[..., object], *args: object) -> None:
        """The signals of the process that tests are not the daemon's."""


def _silent(_loop: asyncio.AbstractEventLoop, _context: Mapping[str, object]) -> None:
    """Tasks that a power cut has ended have nobody to tell."""
