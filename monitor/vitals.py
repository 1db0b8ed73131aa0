"""Signs of the daemon's life, kept while it runs: what its turns, passes and deliveries came to, and how long they took.

Nothing here is stored; counters begin anew with the process, as those who read them expect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from monitor.clock import Clock
from monitor.ticker import SAFETY_S
from monitor.watch import Tick
from notifiers.base import Accepted, Deferred, Letter, Notifier, Receipt, Refused, Uncertain

Loop = Literal["watch", "courier"]
Result = Literal["clean", "faulty", "held"]
FRESH_S = 2 * SAFETY_S  # two looks of a daemon that has nothing to do
BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 600.0)


@dataclass(slots=True)
class Durations:
    """Lengths of time in seconds, counted by the smallest bound that holds them; the last count is of longer ones."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS_S) + 1))
    total: float = 0.0

    def note(self, seconds: float) -> None:
        place = next((number for number, bound in enumerate(BOUNDS_S) if seconds <= bound), len(BOUNDS_S))
        self.counts[place] += 1
        self.total += seconds


@dataclass(frozen=True, slots=True)
class Attempt:
    """One kind of answer to a letter: the receipt's class, and what it concerned."""

    outcome: str
    reason: str


def attempt_of(receipt: Receipt) -> Attempt:
    """The receipt without its words, which may name people."""
    match receipt:
        case Accepted():
            return Attempt("accepted", "taken")
        case Deferred(scope=scope):
            return Attempt("deferred", scope)
        case Refused(scope=scope):
            return Attempt("refused", scope)
        case Uncertain():
            return Attempt("uncertain", "answer-lost")


class Vitals:
    """What the daemon's loops write down of themselves; read by the pages and the heartbeat in the same loop."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.started = clock.now()
        self.passes: Counter[Result] = Counter()
        self.failures: Counter[Loop] = Counter()
        self.attempts: Counter[Attempt] = Counter()
        self.ticks = Durations()
        self.deliveries = Durations()
        self.last_pass: datetime | None = None
        self.heartbeat: datetime | None = None
        self.load_refused = False
        self._finished: float | None = None
        self._cleaned = clock.monotonic()
        self._result: Result = "clean"
        self._failing: set[Loop] = set()

    def passed(self, seconds: float, tick: Tick) -> None:
        """A whole look has really finished."""
        faulty = bool(tick.faults)
        self.ticks.note(seconds)
        if tick.loaded is not None:
            self.load_refused = tick.loaded.refused is not None
        self.last_pass = self._clock.now()
        self._finished = self._clock.monotonic()
        if not faulty:
            self._cleaned = self._finished
        self._result = "faulty" if faulty else "clean"
        self.passes[self._result] += 1

    def held(self) -> None:
        """A look found that the clock holds all sending."""
        self._result = "held"
        self.passes["held"] += 1

    def turned(self, loop: Loop) -> None:
        """A loop has turned without a fault."""
        self._failing.discard(loop)

    def failed(self, loop: Loop) -> None:
        """A loop's turn has failed; it will try again."""
        self.failures[loop] += 1
        self._failing.add(loop)

    def delivered(self, receipt: Receipt, seconds: float) -> None:
        """A letter has been answered."""
        self.attempts[attempt_of(receipt)] += 1
        self.deliveries.note(seconds)

    def seconds_since_pass(self) -> float | None:
        """How long ago a whole look finished; None before the first."""
        return None if self._finished is None else self._clock.monotonic() - self._finished

    def seconds_since_clean(self) -> float:
        """How long ago a look without a fault finished, or the daemon started."""
        return self._clock.monotonic() - self._cleaned

    def unready(self) -> Iterator[str]:
        """Why the daemon cannot be relied on at this moment, each in a plain sentence; nothing: it can."""
        age = self.seconds_since_pass()
        if self._result == "held":
            yield "sending is held by the clock; see `duewatch status`"
        if age is None:
            yield "no look has finished yet"
        elif age > FRESH_S:
            yield f"the last look that finished is {age:.0f} seconds old"
        for loop in sorted(self._failing):
            yield f"the last turn of the {loop} failed; see the log"

    def is_clean(self) -> bool:
        """A look has finished within two ticks without any fault, and the courier has not failed."""
        return self._result == "clean" and not any(self.unready())


class Counted:
    """A channel whose answers are counted and timed."""

    def __init__(self, channel: Notifier, vitals: Vitals, clock: Clock) -> None:
        self._channel = channel
        self._vitals = vitals
        self._clock = clock

    async def deliver(self, letter: Letter) -> Receipt:
        began = self._clock.monotonic()
        receipt = await self._channel.deliver(letter)
        self._vitals.delivered(receipt, self._clock.monotonic() - began)
        return receipt

    def forgo(self, letter: Letter) -> None:
        self._channel.forgo(letter)

    async def close(self) -> None:
        await self._channel.close()
