"""run and tick: the daemon, and one pass of it."""

from __future__ import annotations

import asyncio
import os
from datetime import datetime
from typing import TYPE_CHECKING

import click

from monitor.cli.command import operating
from monitor.cli.faults import MISCONFIGURED, REFUSED, TEMPORARY, Complaint, world_faults
from monitor.cli.paper import hint, say
from monitor.cli.types import MOMENT
from monitor.cli.wiring import Wiring, faulty

if TYPE_CHECKING:
    from monitor.house import House
    from monitor.store import Store


@click.command()
@operating
def run(wiring: Wiring) -> None:
    """The daemon: watches, sends, and says what it does until it is asked to stop."""
    from monitor import logs

    logs.start(os.environ, debug=wiring.debug)
    house = servable_house(wiring)
    store = wiring.store(create=True, upgrade=True)
    with store.daemon_lock():
        store.refuse_damaged()
        code = asyncio.run(_served(wiring, house, store))
    raise click.exceptions.Exit(code)


@click.command()
@click.option("--at", type=MOMENT, metavar="MOMENT", help="Between the last recorded moment and now (now).")
@operating
def tick(wiring: Wiring, at: datetime | None) -> None:
    """One pass and delivery, then the end: for cron, tests and recovery."""
    from monitor import logs
    from monitor.cli.passing import one_pass

    logs.start(os.environ, debug=wiring.debug)
    house = checked_house(wiring)
    store = wiring.store(create=True, upgrade=True)
    with store.daemon_lock():
        moment = wiring.moment(at)
        _allow(wiring, store, moment)
        passed = asyncio.run(one_pass(house, store, moment))
    say(passed.sentence)
    if passed.refused is not None:
        hint(f"The catalogue is not taken over: {passed.refused}.")
        raise click.exceptions.Exit(REFUSED)


def checked_house(wiring: Wiring) -> House:
    """The house, once the packages are ours, the rules sound and the templates whole; raises Complaint (78)."""
    from monitor.ownership import foreign_owners

    owners = foreign_owners()
    if owners:
        raise Complaint("\n".join(owners), MISCONFIGURED)
    house = wiring.house
    broken = tuple(fault for fault in house.renderer.faults() if not fault.warning)
    if broken:
        raise Complaint(faulty(broken), MISCONFIGURED)
    return house


def servable_house(wiring: Wiring) -> House:
    """The same, once what serves its pages is installed, if any are wanted; raises Complaint (78)."""
    from monitor.listening import MISSING, can_serve

    if wiring.config.web.listen and not can_serve():
        raise Complaint(f"{MISSING}.", MISCONFIGURED)
    return checked_house(wiring)


async def _served(wiring: Wiring, house: House, store: Store) -> int:
    from monitor.reloading import ReloadRefusedError
    from monitor.service import Service

    def reload() -> House:
        again = Wiring()
        again.config_file = wiring.config_file
        try:
            return servable_house(again)
        except Complaint as complaint:
            raise ReloadRefusedError(complaint.message) from None
        except world_faults() as fault:
            raise ReloadRefusedError(again.complaint(fault).message) from None

    return await Service(house, store, reload).run()


def _allow(wiring: Wiring, store: Store, moment: datetime) -> None:
    """A pass at this moment, under this clock; raises UsageError or Complaint."""
    from monitor.guard import impossible
    from monitor.hold import last_seen, stored_hold

    with store.reading() as ledger:
        last, held = last_seen(ledger), stored_hold(ledger)
    if held is not None:
        raise Complaint(f"Nothing is sent: {held}.")
    ctx = click.get_current_context()
    if moment > wiring.now():
        raise click.UsageError(
            "--at lies in the future: name a moment from the last recorded one to now", ctx
        )
    if (sentence := impossible(wiring.now(), last)) is not None:
        raise Complaint(f"{sentence}.", TEMPORARY)
    if last is not None and moment < last:
        local = last.astimezone(wiring.zone).isoformat(timespec="minutes")
        raise click.UsageError(
            f"--at lies before the last recorded moment: name one from {local} to now", ctx
        )
