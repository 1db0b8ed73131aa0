"""clock: go on after a jump of the clock has held sending."""

from __future__ import annotations

import click

from monitor.cli.command import changing, common
from monitor.cli.faults import Complaint
from monitor.cli.lazy import SubGroup
from monitor.cli.paper import say
from monitor.cli.wiring import Wiring


@click.group(cls=SubGroup)
@common
def clock() -> None:
    """Go on after a jump of the clock has held sending."""


@clock.command()
@changing
def accept(wiring: Wiring) -> None:
    """The clock is right as it stands: sending goes on."""
    from monitor import hold
    from monitor.guard import impossible

    actor = wiring.actor
    with wiring.store().writing() as ledger:
        last = hold.last_seen(ledger)
        if hold.stored_hold(ledger) is None and impossible(wiring.now(), last) is None:
            raise Complaint("Sending is not held: there is nothing to accept.")
        hold.accept(ledger, wiring.now(), f"{actor.name} ({actor.login})")
    say("ok: the clock is accepted, the daemon goes on sending")
