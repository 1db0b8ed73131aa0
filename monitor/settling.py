"""What becomes of a letter: its receipt is written down, and with it when it is tried again, if ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from monitor import logs
from monitor.claim import Claim
from monitor.clock import Clock
from monitor.house import House
from monitor.retries import ServerRest, next_try
from monitor.scribe import Scribe
from monitor.store import HandingOver, Ledger, Settled
from notifiers.base import Accepted, Deferred, Receipt, Refused, Uncertain
from rules.notices import Notice, failure_notice

log = logs.of("courier")


@dataclass(slots=True)
class Round:
    """What one round of deliveries did, letter by letter."""

    claimed: int = 0
    accepted: int = 0
    deferred: int = 0
    refused: int = 0
    uncertain: int = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """What is to be written of a letter; ``is_told``: somebody hears of it where the letter will not arrive."""

    settled: Settled
    claim: Claim
    is_told: bool

    @property
    def receipt(self) -> Receipt:
        return self.settled.receipt

    @property
    def is_lost(self) -> bool:
        """The letter does not arrive, and will not be tried again."""
        return self.settled.next_attempt is None and not isinstance(self.receipt, Accepted)


@dataclass(frozen=True, slots=True)
class Step:
    """What a lane writes between two letters: what became of the one, and that the other goes out next."""

    mark: Mark | None
    handing_over: HandingOver | None


def write_down(ledger: Ledger, steps: Sequence[Step]) -> Sequence[bool]:
    """Write the steps; each with whether its letter may go out. The operator hears of those that will not arrive."""
    marks = [step.mark for step in steps if step.mark is not None]
    settled = ledger.settle_each([mark.settled for mark in marks])
    lost = [mark for mark, took in zip(marks, settled, strict=True) if took and mark.is_lost]
    ledger.post([_failure(mark) for mark in lost if mark.is_told and mark.claim.kind != "failure"])
    handing_over = [step.handing_over for step in steps if step.handing_over is not None]
    taken = iter(ledger.hand_over_each(handing_over))
    return [step.handing_over is not None and next(taken) for step in steps]


def _failure(mark: Mark) -> Notice:
    claim, moment = mark.claim, mark.settled.moment
    text = f"Letter {claim.number} to {claim.officer} does not arrive: {mark.receipt.answer}"
    return failure_notice(f"letter|{claim.number}|{moment.isoformat()}", moment, text)


class Settling:
    """Says what a receipt means for the letter; a mark that a failing store did not take is kept for the next round."""

    def __init__(self, scribe: Scribe, clock: Clock, holder: str, random: Random, rest: ServerRest) -> None:
        self._scribe = scribe
        self._clock = clock
        self._holder = holder
        self._random = random
        self._rest = rest
        self._unwritten: list[Mark] = []

    async def make_up(self) -> None:
        """Write down what a failing store could not; raises StoreFault where it still fails."""
        while self._unwritten:
            await self._scribe.write_each(write_down, Step(self._unwritten[0], None))
            self._unwritten.pop(0)

    def mark(self, claim: Claim, receipt: Receipt, house: House) -> Mark:
        """What is to be written of the letter; a server that takes nothing rests from now on."""
        moment = self._clock.now()
        again = self._again(claim, receipt, moment)
        settled = Settled(claim.number, self._holder, receipt, moment, again)
        return Mark(settled, claim, is_told=house.config.operator.email != "")

    def remember(self, mark: Mark) -> None:
        """The store has failed to take it."""
        self._unwritten.append(mark)

    def count(self, mark: Mark, done: Round) -> None:
        """It is written: the round counts it and the log tells it."""
        claim, receipt = mark.claim, mark.receipt
        fields: dict[str, str | int] = {"letter": claim.number, "kind": claim.kind, "officer": claim.officer}
        match receipt:
            case Accepted():
                done.accepted += 1
                self._rest.succeed()
                log.info("letter accepted", **fields)
            case Deferred():
                done.deferred += 1
                level = log.error if receipt.alarm else log.warning
                level("letter deferred", answer=receipt.answer, **fields)
            case Refused():
                done.refused += 1
                log.error("letter refused", answer=receipt.answer, **fields)
            case Uncertain():
                done.uncertain += 1
                log.warning("letter uncertain", answer=receipt.answer, **fields)

    def _again(self, claim: Claim, receipt: Receipt, moment: datetime) -> datetime | None:
        match receipt:
            case Accepted() | Refused():
                return None
            case Deferred(scope="host"):
                until = self._rest.begin(moment)
                limit = next_try(claim.attempts + 1, claim.formed, moment, self._random)
                return None if limit is None else until
            case Deferred() | Uncertain():
                return next_try(claim.attempts + 1, claim.formed, moment, self._random)
