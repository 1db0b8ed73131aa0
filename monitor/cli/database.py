"""db: check, upgrade, back up the database."""

from __future__ import annotations

from pathlib import Path

import click

from monitor.cli.command import as_json, common, operating, reading
from monitor.cli.faults import Complaint
from monitor.cli.lazy import SubGroup
from monitor.cli.paper import hint, print_array, say
from monitor.cli.wiring import Wiring


@click.group(cls=SubGroup)
@common
def db() -> None:
    """Check, upgrade or back up the database."""


@db.command()
@as_json
@reading
def check(wiring: Wiring, as_json: bool) -> None:
    """Look for damage and an older or newer form."""
    found = wiring.store().check()
    if as_json:
        print_array(found)
    elif found:
        for finding in found:
            say(finding)
        hint("The database is not sound: stop the daemon and put back a backup, or ask with this output.")
    else:
        say("ok: the database is sound and up to date")
    if found:
        raise click.exceptions.Exit(1)


@db.command()
@operating
def upgrade(wiring: Wiring) -> None:
    """Bring an older database to this version's form, after a copy of the file."""
    wiring.store(upgrade=True).upgrade()
    say("ok: the database is up to date")


@db.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@reading
def backup(wiring: Wiring, file: Path) -> None:
    """Write a consistent copy while everything runs; never over a file that exists."""
    if file.exists():
        raise Complaint(f"{file} exists and is not written over; name another file.")
    if not file.parent.is_dir():
        raise Complaint(f"The folder {file.parent} does not exist; make it first, or name another file.")
    wiring.store().backup(file)
    say(f"ok: backup in {file}")
