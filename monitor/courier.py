"""The courier: claim → still wanted? → render → store the bytes → deliver → mark. One officer, one letter."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from random import Random

from monitor import logs
from monitor.claim import Claim, Ready
from monitor.clock import Clock
from monitor.forming import LEASE, form, recipient_of, write
from monitor.house import House
from monitor.lane import Batch, Lane, Parcel
from monitor.retries import ServerRest
from monitor.scribe import Scribe
from monitor.settling import Round, Settling
from monitor.store import Ledger, StoreFault
from notifiers.base import Notifier
from rules.notices import NoticeKind, failure_notice

RENEW_EVERY_S = LEASE.total_seconds() / 3
NOBODY = "nobody in the directory can receive it"
log = logs.of("courier")


class Courier:
    """Carries letters out over the first channel; each further channel gets a copy of an accepted one."""

    def __init__(
        self,
        scribe: Scribe,
        channels: Sequence[Notifier],
        clock: Clock,
        holder: str,
        random: Random,
        streams: int,
        held: Callable[[], bool],
    ) -> None:
        self._scribe = scribe
        self._channels = channels
        self._clock = clock
        self._holder = holder
        self._streams = streams
        self._held = held
        self._rest = ServerRest(random)
        self._settling = Settling(scribe, clock, holder, random, self._rest)
        self._stopping = False

    def stop(self) -> None:
        """Claim nothing more; letters in hand are finished, the others go back."""
        self._stopping = True

    async def rescue(self, *, everything: bool) -> int:
        """Take up what a dead courier left: claimed letters wait again, handed-over ones are uncertain."""
        moment = self._clock.now()
        return await self._scribe.write(lambda ledger: ledger.rescue(moment, everything))

    async def next_moment(self) -> datetime | None:
        """When there will be something to carry; not before the server's rest is over."""
        moment = await self._scribe.write(lambda ledger: ledger.next_attempt())
        until = self._rest.until
        return moment if moment is None or until is None else max(moment, until)

    async def round(self, house: House) -> Round:
        """Carry everything that may go out now; ends when nothing is left or the server takes nothing.

        While the clock holds all sending, only the operator's letters about failures go.
        """
        done = Round()
        await self._take_up()
        while not self._stopping and not self._resting():
            claims = await self._scribe.write(lambda ledger: self._claims(ledger, house))
            if not claims:
                break
            done.claimed += len(claims)
            await self._carry_all(claims, house, done)
        return done

    async def _take_up(self) -> None:
        """Write down what a failing store could not, then take back whatever nobody holds any more."""
        await self._settling.make_up()
        moment = self._clock.now()
        await self._scribe.write(lambda ledger: ledger.rescue(moment, False, self._holder))

    def _resting(self) -> bool:
        """The server takes nothing for now."""
        return self._rest.is_on(self._clock.now())

    async def _carry_all(self, claims: Sequence[Claim], house: House, done: Round) -> None:
        claimed = {claim.number: claim for claim in claims}
        async with asyncio.TaskGroup() as group:
            renewal = group.create_task(self._renew(claimed))
            async with asyncio.TaskGroup() as lanes:
                batch = Batch(house, done, lanes, claimed, asyncio.Queue(self._streams))
                lanes.create_task(self._write_all(claims, batch))
                for _ in range(min(self._streams, len(claims))):
                    lanes.create_task(self._lane(batch).run())
            renewal.cancel()
        if batch.faults:
            raise batch.faults[0]

    def _lane(self, batch: Batch) -> Lane:
        return Lane(
            batch=batch,
            scribe=self._scribe,
            settling=self._settling,
            channels=self._channels,
            clock=self._clock,
            holder=self._holder,
            stays=self._stays,
        )

    async def _write_all(self, claims: Sequence[Claim], batch: Batch) -> None:
        """Write the letters, a few ahead of the lanes; those that stay are given back together."""
        staying: list[int] = []
        try:
            for claim in claims:
                if batch.faults:  # what the lanes have in hand is finished
                    break
                if self._stays(claim):
                    staying.append(claim.number)
                elif (ready := await self._ready(claim, batch.house)) is not None:
                    await batch.written.put(Parcel(claim, ready))
                    await asyncio.sleep(0)  # the lanes come first
                    continue
                del batch.claimed[claim.number]
            if staying:
                await self._scribe.write(lambda ledger: ledger.release(staying, self._holder))
        except StoreFault as fault:
            batch.faults.append(fault)
        await batch.written.put(None)

    async def _renew(self, claimed: Mapping[int, Claim]) -> None:
        """Letters that wait behind a slow server keep their lease."""
        while True:
            await self._clock.sleep(RENEW_EVERY_S)
            try:
                await self._scribe.write(lambda ledger: self._renewed(ledger, claimed))
            except StoreFault as fault:
                log.warning("leases could not be renewed", sentence=fault.sentence)

    def _claims(self, ledger: Ledger, house: House) -> tuple[Claim, ...]:
        only: NoticeKind | None = "failure" if self._held() else None
        return form(ledger, house, self._clock.now(), self._holder, ledger.turns.claimed_at_once, only)

    def _renewed(self, ledger: Ledger, claimed: Mapping[int, Claim]) -> None:
        ledger.renew(list(claimed), self._holder, self._clock.now() + LEASE)

    async def _ready(self, claim: Claim, house: House) -> Ready | None:
        """The letter's bytes; None where it cannot be written, or nobody can read it."""
        try:
            ready = claim.ready or self._written(claim, house)
        except Exception:  # a poisoned letter blocks no other
            log.exception("letter cannot be written", letter=claim.number)
            await self._scribe.write(lambda ledger: self._strike(ledger, claim, house))
            return None
        if ready is None:
            await self._scribe.write(lambda ledger: ledger.hold(claim.number, NOBODY, self._holder))
            log.warning("letter has no reader", letter=claim.number, officer=claim.officer)
        return ready

    def _stays(self, claim: Claim) -> bool:
        """Nothing of this kind is handed over any more, for now or for good."""
        return self._stopping or self._resting() or (self._held() and claim.kind != "failure")

    def _written(self, claim: Claim, house: House) -> Ready | None:
        moment = self._clock.now()
        recipient = recipient_of(claim, house, moment)
        if recipient is None:
            return None
        try:
            return write(claim, recipient, house, moment)
        except Exception:  # a broken template must not silence anybody
            log.exception("template failed, writing plainly", letter=claim.number, kind=claim.kind)
            return write(claim, recipient, house, moment, plain=True)

    def _strike(self, ledger: Ledger, claim: Claim, house: House) -> None:
        failures = ledger.strike_letter(claim.number, "it cannot be written", self._holder)
        if failures >= 3 and house.config.operator.email:
            text = f"Letter {claim.number} to {claim.officer} cannot be written and is set aside after three failures."
            ledger.post(
                [failure_notice(f"letter|{claim.key}|{claim.formed.isoformat()}", self._clock.now(), text)]
            )

    async def use(self, channels: Sequence[Notifier], streams: int) -> None:
        """Carry over other channels from the next letter on."""
        await self.close()
        self._channels, self._streams = channels, streams
        self._rest.end()

    async def close(self) -> None:
        """End the channels' connections politely."""
        for channel in self._channels:
            await channel.close()
