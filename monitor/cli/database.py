"""db: check, upgrade, back up, restore, copy the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.command import as_json, changing, common, operating, reading
from monitor.cli.faults import TEMPORARY, USAGE, Complaint
from monitor.cli.lazy import SubGroup
from monitor.cli.machine_forms import print_array
from monitor.cli.paper import hint, say
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.store import Store


URL_KEY = "[store] url"  # how the store calls a URL that it was given


@click.group(cls=SubGroup)
@common
def db() -> None:
    """Check, upgrade, back up, restore or copy the database."""


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
    """Bring an older database to this version's form, a file after a copy; make the tables of a new PostgreSQL one."""
    wiring.store(upgrade=True, by_hand=True).upgrade()
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
    wiring.changed()
    say(f"ok: backup in {file}")


_yes = click.option("--yes", is_flag=True, help="Do not ask.")
_accept = click.option(
    "--accept", is_flag=True, help="Let the rule files move deadlines that are open in what was put back."
)


@db.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@_yes
@_accept
@changing
def restore(wiring: Wiring, file: Path, yes: bool, accept: bool) -> None:
    """Put a backup in the place of the database, which is kept; hold the letters that may have been sent since.

    Stop the daemon first. What is held waits for `duewatch outbox retry` or `drop`.
    """
    from monitor.cli.restoring import restore_file

    restore_file(wiring, file, yes=yes, accept=accept)


@db.command()
@_yes
@_accept
@changing
def restored(wiring: Wiring, yes: bool, accept: bool) -> None:
    """Say that another program (pg_restore, a snapshot) has put the database back: hold what may have been sent since.

    Stop every daemon first.
    """
    from monitor.cli.restoring import mark_database

    mark_database(wiring, yes=yes, accept=accept)


@db.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@reading
def copy(wiring: Wiring, source: str, target: str) -> None:
    """Move everything into another, empty database, compared row by row; both are URLs as in [store] url."""
    from monitor.store import Store

    base = wiring.config.base
    with (
        _about("FROM"),
        closing(Store.open(source, base=base, create=False, upgrade=False)) as old,
        _about("TO"),
        closing(Store.open(target, base=base, by_hand=True)) as new,
        _standing_still(old),
    ):
        rows = old.move_into(new)
        wiring.changed()
        say(
            f"ok: {rows} rows copied from {old.name} to {new.name}, each compared; now name it in [store] url"
        )


@contextmanager
def _about(argument: str) -> Iterator[None]:
    """A URL that cannot be used is this argument's fault (2), not the configuration's."""
    from monitor.store import StoreFault

    try:
        yield
    except StoreFault as fault:
        if not fault.sentence.startswith(URL_KEY):
            raise
        raise Complaint(f"{argument}{fault.sentence.removeprefix(URL_KEY)}.", USAGE) from None


@contextmanager
def _standing_still(store: Store) -> Iterator[None]:
    """No daemon writes into the store meanwhile: what it would still send, the copy would send again."""
    if not store.single_daemon and store.is_served():
        raise Complaint(f"A daemon is running on {store.name}; stop it first.", TEMPORARY)
    with store.daemon_lock():
        yield
