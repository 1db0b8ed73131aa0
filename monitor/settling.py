"""What becomes of a letter: its receipt is written down, and with it when it is tried again, if ever."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from random import Random

from monitor import logs
from monitor.claim import Claim
from monitor.clock import Clock
from monitor.house import House
from monitor.retries import ServerRest, next_try
from monitor.scribe import Scribe
from monitor.store import Ledger, StoreFault
from notifiers.base import Accepted, Deferred, Receipt, Refused, Uncertain
from rules.notices import failure_notice

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
class Settlement:
    """What became of a letter, on its way into the store."""

    claim: Claim
    receipt: Receipt
    write: Callable[[Ledger], None]
    written: asyncio.Future[None]


class Settling:
    """Writes receipts down; one that a failing store did not take is kept for the next round."""

    def __init__(self, scribe: Scribe, clock: Clock, holder: str, random: Random, rest: ServerRest) -> None:
        self._scribe = scribe
        self._clock = clock
        self._holder = holder
        self._random = random
        self._rest = rest
        self._unwritten: list[Callable[[Ledger], None]] = []

    async def make_up(self) -> None:
        """Write down what a failing store could not; raises StoreFault where it still fails."""
        while self._unwritten:
            await self._scribe.write(self._unwritten[0])
            self._unwritten.pop(0)

    def begin(self, claim: Claim, receipt: Receipt, house: House) -> Settlement:
        """Order that it is written down what became of the letter; a server that takes nothing rests from now on."""
        moment = self._clock.now()
        again = self._again(claim, receipt, moment)
        write = partial(self._write_down, claim, receipt, moment, again, house.config.operator.email != "")
        return Settlement(claim, receipt, write, self._scribe.write(write))

    async def conclude(self, settlement: Settlement, done: Round) -> None:
        """Wait until it is written, and count it; raises StoreFault, and then remembers it."""
        try:
            await settlement.written
        except StoreFault:
            self._unwritten.append(settlement.write)
            raise
        self._count(settlement.claim, settlement.receipt, done)

    def _count(self, claim: Claim, receipt: Receipt, done: Round) -> None:
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

    def _write_down(
        self,
        claim: Claim,
        receipt: Receipt,
        moment: datetime,
        again: datetime | None,
        told: bool,
        ledger: Ledger,
    ) -> None:
        """What became of the letter; the operator hears of one that will not arrive."""
        settled = ledger.settle(claim.number, self._holder, receipt, moment, again)
        lost = settled and again is None and not isinstance(receipt, Accepted)
        if lost and told and claim.kind != "failure":
            text = f"Letter {claim.number} to {claim.officer} does not arrive: {receipt.answer}"
            ledger.post([failure_notice(f"letter|{claim.number}|{moment.isoformat()}", moment, text)])

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
