"""The clock's hold: kept in the store, so that neither a restart nor silence lets it go; a person does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from monitor import logs
from monitor.clock import Clock
from monitor.guard import Guard, Held
from monitor.scribe import Scribe
from monitor.store import Ledger

HELD = "clock-held"
ACCEPTED = "clock-accepted"
log = logs.of("clock")


def stored_hold(ledger: Ledger) -> Held | None:
    """The hold that nobody has accepted yet."""
    written = ledger.mark(HELD)
    if written is None:
        return None
    cause, since, seconds = written.split("|")
    by = timedelta(seconds=float(seconds))
    return Held("forward" if cause == "forward" else "behind", datetime.fromisoformat(since), by)


def store_hold(ledger: Ledger, held: Held) -> None:
    ledger.set_mark(HELD, f"{held.cause}|{held.since.isoformat()}|{held.by.total_seconds()}")


def _begin(ledger: Ledger, held: Held, tell: Callable[[Ledger, str], None]) -> None:
    store_hold(ledger, held)
    tell(ledger, str(held))


def accept(ledger: Ledger, moment: datetime, by: str) -> None:
    """A person says that the clock is right as it stands, whatever the journal has seen before."""
    ledger.set_mark(HELD, None)
    ledger.set_mark(ACCEPTED, f"{moment.isoformat()}|{ledger.last_number()}|{by}")


def last_seen(ledger: Ledger) -> datetime | None:
    """The last recorded moment, or the acceptance of the clock where nothing has been written since."""
    accepted = ledger.mark(ACCEPTED)
    if accepted is not None:
        moment, number, _ = accepted.split("|", 2)
        if int(number) == ledger.last_number():
            return datetime.fromisoformat(moment)
    return ledger.last_recorded()


async def heed(
    guard: Guard, clock: Clock, scribe: Scribe, tell: Callable[[Ledger, str], None]
) -> Held | None:
    """Look at the clock: why sending is held now, None while it is not. A person's acceptance ends a hold.

    ``tell`` is called once, in the transaction that begins the hold.
    """
    known = guard.held
    held = guard.look(clock.now(), clock.monotonic())
    if held is None:
        return None
    if known is None:
        log.error("sending is held", sentence=str(held))
        await scribe.write(lambda ledger: _begin(ledger, held, tell))
        return held
    if await scribe.write(stored_hold) is not None:
        return held
    guard.accept(clock.now(), clock.monotonic())
    log.warning("the clock was accepted, sending goes on")
    return None
