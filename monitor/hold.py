"""The clock's hold: kept in the store, so that neither a restart nor silence lets it go; a person does."""

from __future__ import annotations

from datetime import datetime, timedelta

from monitor import logs
from monitor.clock import Clock
from monitor.guard import Guard, Held
from monitor.pulse import CLOCK_ACCEPTED, CLOCK_HELD
from monitor.scribe import Scribe
from monitor.store import Ledger

log = logs.of("clock")


def stored_hold(ledger: Ledger) -> Held | None:
    """The hold of an earlier run that nobody has accepted."""
    written = ledger.mark(CLOCK_HELD)
    if written is None:
        return None
    cause, since, seconds = written.split("|")
    return Held(
        "forward" if cause == "forward" else "behind",
        datetime.fromisoformat(since),
        timedelta(seconds=float(seconds)),
    )


def store_hold(ledger: Ledger, held: Held | None) -> None:
    text = None if held is None else f"{held.cause}|{held.since.isoformat()}|{held.by.total_seconds()}"
    ledger.set_mark(CLOCK_HELD, text)
    if held is None:
        ledger.set_mark(CLOCK_ACCEPTED, None)


async def heed(guard: Guard, clock: Clock, scribe: Scribe) -> Held | None:
    """Look at the clock: why sending is held now, None while it is not. A person's acceptance ends a hold."""
    known = guard.held
    held = guard.look(clock.now(), clock.monotonic())
    if held is None:
        return None
    if known is None:
        log.error("sending is held", sentence=str(held))
        await scribe.write(lambda ledger: store_hold(ledger, held))
        return held
    if await scribe.write(lambda ledger: ledger.mark(CLOCK_ACCEPTED)) is None:
        return held
    await scribe.write(lambda ledger: store_hold(ledger, None))
    guard.accept(clock.now(), clock.monotonic())
    log.warning("the clock was accepted, sending goes on")
    return None
