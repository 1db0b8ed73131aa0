"""A lane: letters one after another, each handed over before it is sent, and marked before the next one is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from monitor import logs
from monitor.claim import Claim, Ready
from monitor.clock import Clock
from monitor.forming import LEASE, letter_of
from monitor.house import House
from monitor.scribe import Scribe
from monitor.settling import Mark, Round, Settling, Step, write_down
from monitor.store import HandingOver, StoreFault
from notifiers.base import Accepted, Deferred, Letter, Notifier, Receipt

# The server's last answer may take ten minutes: whoever begins later than this may outlive its lease.
STANDSTILL = LEASE - timedelta(minutes=10)
log = logs.of("courier")


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed letter with its finished bytes."""

    claim: Claim
    ready: Ready

    @property
    def letter(self) -> Letter:
        return letter_of(self.claim.number, self.ready)


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that has had its answer, and the mark that says which."""

    letter: Letter
    mark: Mark


@dataclass(slots=True)
class Batch:
    """Letters that were claimed together: those ``claimed`` still, and those that are written, None after the last."""

    house: House
    done: Round
    group: asyncio.TaskGroup
    claimed: dict[int, Claim]
    written: asyncio.Queue[Parcel | None]
    faults: list[StoreFault] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lane:
    """One stream of a batch's letters. ``stays``: nothing of this kind is handed over any more."""

    batch: Batch
    scribe: Scribe
    settling: Settling
    channels: Sequence[Notifier]
    clock: Clock
    holder: str
    stays: Callable[[Claim], bool]

    async def run(self) -> None:
        """Carry letters as they are written, until there is no more."""
        while (parcel := await self._next()) is not None:
            with self.scribe.side_by_side():
                await self._carry(parcel)

    async def _carry(self, parcel: Parcel | None) -> None:
        """Letters one after another, as long as the next one is written in time.

        Each is handed over in the transaction that marks the one before it.
        """
        sent: Sent | None = None
        while parcel is not None or sent is not None:
            if parcel is not None and await self._is_kept_back(parcel):
                parcel = None
            # Taken now, so that another one is written while the store is at work.
            following = None if parcel is None else self._already()
            moment = self.clock.now()
            is_handed_over = await self._write(sent, parcel, moment)
            sent = None
            if parcel is not None and is_handed_over:
                following = following or self._already()
                sent = await self._send(parcel, following, moment)
            parcel = following

    async def _next(self) -> Parcel | None:
        """The next letter as soon as it is written; None after the last."""
        parcel = await self.batch.written.get()
        if parcel is None:
            self.batch.written.put_nowait(None)  # for the other lanes
        return parcel

    def _already(self) -> Parcel | None:
        """The next letter where it is written by now: its envelope goes along with the text before it."""
        if self.batch.written.empty():
            return None
        parcel = self.batch.written.get_nowait()
        if parcel is None:
            self.batch.written.put_nowait(None)
        return parcel

    async def _is_kept_back(self, parcel: Parcel) -> bool:
        """Whether the letter is not to go for now; it is given back then, where the store takes that."""
        if not self.batch.faults and not self.stays(parcel.claim):
            return False
        self._forgo(parcel)
        if not self.batch.faults:
            try:
                await self.scribe.write(lambda ledger: ledger.release([parcel.claim.number], self.holder))
            except StoreFault as fault:
                self.batch.faults.append(fault)
        return True

    async def _write(self, sent: Sent | None, parcel: Parcel | None, moment: datetime) -> bool:
        """Mark the one and hand the other over, in one transaction; whether the other is handed over.

        Where the store fails what was in hand is marked later; the other lanes finish theirs.
        """
        mark = None if sent is None else sent.mark
        handing = None
        if parcel is not None:
            handing = HandingOver(parcel.claim.number, self.holder, moment, parcel.ready, moment + LEASE)
        if mark is None and handing is None:
            return False
        try:
            is_handed_over = await self.scribe.write_each(write_down, Step(mark, handing))
        except StoreFault as fault:
            self.batch.faults.append(fault)
            is_handed_over = False
            if mark is not None:
                self.settling.remember(mark)
        else:
            if sent is not None:
                self._count(sent)
            if parcel is not None and not is_handed_over:
                # The lease is lost, or a case has changed since the claim: it is formed anew (contract, line 5).
                log.info("letter taken back", letter=parcel.claim.number)
        if parcel is not None and not is_handed_over:
            self._forgo(parcel)
        return is_handed_over

    def _count(self, sent: Sent) -> None:
        """Each further channel gets a copy of what was accepted."""
        self.settling.count(sent.mark, self.batch.done)
        if isinstance(sent.mark.receipt, Accepted) and self.channels[1:]:
            self.batch.group.create_task(self._copy(sent.letter))

    async def _send(self, parcel: Parcel, following: Parcel | None, moment: datetime) -> Sent:
        """Send what has been handed over."""
        letter = replace(
            parcel.letter,
            is_ours=lambda: self._is_in_time(moment),
            following=None if following is None else following.letter,
        )
        receipt = await self._delivered(letter, moment)
        del self.batch.claimed[letter.number]
        return Sent(letter, self.settling.mark(parcel.claim, receipt, self.batch.house))

    async def _delivered(self, letter: Letter, handed_over: datetime) -> Receipt:
        """What the channel says; a machine that stood still meanwhile sends nothing that others may have taken up."""
        if not self._is_in_time(handed_over):
            self.channels[0].forgo(letter)
            return Deferred("the machine stood still before it could be sent")
        return await self.channels[0].deliver(letter)

    def _is_in_time(self, handed_over: datetime) -> bool:
        return self.clock.now() - handed_over <= STANDSTILL

    def _forgo(self, parcel: Parcel) -> None:
        """The letter is not sent by us, now."""
        self.channels[0].forgo(parcel.letter)
        del self.batch.claimed[parcel.claim.number]

    async def _copy(self, letter: Letter) -> None:
        for channel in self.channels[1:]:
            receipt = await channel.deliver(letter)
            if not isinstance(receipt, Accepted):
                log.warning("copy not taken", letter=letter.number, answer=receipt.answer)
