"""A lane: letters one after another, each handed over before it is sent, and marked before the next one is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from monitor import logs
from monitor.claim import Claim, Ready
from monitor.clock import Clock
from monitor.forming import LEASE, letter_of
from monitor.house import House
from monitor.scribe import Scribe
from monitor.settling import Round, Settlement, Settling
from monitor.store import Ledger, StoreFault
from notifiers.base import Accepted, Deferred, Letter, Notifier, Receipt

# The server's last answer may take ten minutes: whoever begins later than this may outlive its lease.
STANDSTILL = LEASE - timedelta(minutes=10)
log = logs.of("courier")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed letter with its finished bytes."""

    claim: Claim
    ready: Ready


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that has had its answer, and the mark that says which."""

    letter: Letter
    settlement: Settlement


@dataclass(slots=True)
class Batch:
    """Letters that were claimed together: those ``claimed`` still, those that wait (the next at the end)."""

    house: House
    done: Round
    group: asyncio.TaskGroup
    claimed: dict[int, Claim]
    waiting: list[Claim]
    faults: list[StoreFault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lane:
    """One stream of a batch's letters. ``stays``: nothing of this kind is handed over any more.

    ``ready`` gives a letter's bytes; None where it cannot be written, which is then written down.
    """

    batch: Batch
    scribe: Scribe
    settling: Settling
    channels: Sequence[Notifier]
    clock: Clock
    holder: str
    stays: Callable[[Claim], bool]
    ready: Callable[[Claim, House], Awaitable[Ready | None]]

    async def run(self) -> None:
        """Letters one after another: each is handed over in the transaction that marks the one before it.

        Meanwhile the next one is written, so that its envelope can go along with the text.
        """
        sent: Sent | None = None
        parcel = await self._next()
        while parcel is not None:
            if self.stays(parcel.claim) or self.batch.faults:
                self.channels[0].forgo(letter_of(parcel.claim.number, parcel.ready))
                self.batch.waiting.append(parcel.claim)  # where nothing has failed it is given back at once
                parcel = await self._next()
                continue
            moment = self.clock.now()
            handing = self.scribe.write(partial(self._hand_over, parcel, moment))
            following = await self._next()
            await self._conclude(sent)
            sent = await self._send(parcel, following, moment, handing)
            parcel = following
        await self._conclude(sent)

    async def _next(self) -> Parcel | None:
        """The next letter that can be written; those that stay are given back."""
        while self.batch.waiting and not self.batch.faults:
            claim = self.batch.waiting.pop()
            try:
                if self.stays(claim):
                    await self.scribe.write(partial(self._give_back, claim))
                elif (ready := await self.ready(claim, self.batch.house)) is not None:
                    return Parcel(claim, ready)
            except StoreFault as fault:  # what the lanes have in hand is finished
                self.batch.faults.append(fault)
            del self.batch.claimed[claim.number]
        return None

    async def _send(
        self,
        parcel: Parcel,
        following: Parcel | None,
        moment: datetime,
        handing: asyncio.Future[bool],
    ) -> Sent | None:
        """Send what is handed over by now; None where it could not be, and nothing was sent."""
        claim = parcel.claim
        letter = replace(
            letter_of(claim.number, parcel.ready),
            is_ours=lambda: self._is_in_time(moment),
            following=None if following is None else letter_of(following.claim.number, following.ready),
        )
        try:
            if await handing:
                receipt = await self._delivered(letter, moment)
                return Sent(letter, self.settling.begin(claim, receipt, self.batch.house))
            # The lease is lost, or a case has changed since the claim: the letter is formed anew (contract, line 5).
            log.info("letter taken back", letter=claim.number)
        except StoreFault as fault:
            self.batch.faults.append(fault)
        self.channels[0].forgo(letter)
        del self.batch.claimed[claim.number]
        return None

    async def _conclude(self, sent: Sent | None) -> None:
        """Wait for the mark of what was sent; each further channel gets a copy of what was accepted."""
        if sent is None:
            return
        del self.batch.claimed[sent.letter.number]
        try:
            await self.settling.conclude(sent.settlement, self.batch.done)
        except StoreFault as fault:
            self.batch.faults.append(fault)
            return
        if isinstance(sent.settlement.receipt, Accepted) and self.channels[1:]:
            self.batch.group.create_task(self._copy(sent.letter))

    def _hand_over(self, parcel: Parcel, moment: datetime, ledger: Ledger) -> bool:
        return ledger.hand_over(parcel.claim.number, self.holder, moment, parcel.ready, moment + LEASE)

    async def _delivered(self, letter: Letter, handed_over: datetime) -> Receipt:
        """What the channel says; a machine that stood still meanwhile sends nothing that others may have taken up."""
        if not self._is_in_time(handed_over):
            self.channels[0].forgo(letter)
            return Deferred("the machine stood still before it could be sent")
        return await self.channels[0].deliver(letter)

    def _is_in_time(self, handed_over: datetime) -> bool:
        return self.clock.now() - handed_over <= STANDSTILL

    def _give_back(self, claim: Claim, ledger: Ledger) -> None:
        ledger.release([claim.number], self.holder)

    async def _copy(self, letter: Letter) -> None:
        for channel in self.channels[1:]:
            receipt = await channel.deliver(letter)
            if not isinstance(receipt, Accepted):
                log.warning("copy not taken", letter=letter.number, answer=receipt.answer)
