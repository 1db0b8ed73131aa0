"""status: is the daemon alive, what waits, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from monitor.cli.acceptance import accepted_machine, accepted_words
from monitor.cli.command import as_json, reading
from monitor.cli.machine_forms import Json, print_json
from monitor.cli.paper import safe, say, wrapped
from monitor.cli.regardless import tell_of_the_daemon_regardless
from monitor.cli.whereabouts import configuration, database, database_file
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.invented import Invented
    from monitor.permission import Permission
    from monitor.pulse import Pulse
    from monitor.sources import Rejected
    from monitor.store import Ledger


@dataclass(frozen=True, slots=True)
class Health:
    """How the daemon and its store are; ``provisional``: the calendar does not decide the next ten working days."""

    alive: bool
    pulse: Pulse | None = None
    next_look: datetime | None = None
    last_recorded: datetime | None = None
    open: int = 0
    late: int = 0
    unconfirmed: int = 0
    outbox: tuple[tuple[str, int], ...] = ()
    set_aside: tuple[str, ...] = ()
    unreached: str | None = None
    held: str | None = None
    accepted: Permission | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """The faults of the files as they lie there, the status files that wait to be mended, and who is no true officer."""

    faults: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    invented: Invented | None


@click.command()
@as_json
@reading
def status(wiring: Wiring, as_json: bool) -> None:
    """Is the daemon alive, its last pass, its next look, what waits, what is wrong."""
    if not as_json:
        tell_of_the_daemon_regardless(wiring)
    health = _health(wiring)
    files = _files(wiring)
    calendar = _calendar(wiring)
    if as_json:
        print_json(_machine(health, files, calendar, wiring))
        return
    for line in _lines(health, files, calendar, wiring):
        say(wrapped(line, 15))


def _health(wiring: Wiring) -> Health:
    if not wiring.has_store():
        return Health(alive=False)
    from monitor import permission
    from monitor.hold import stored_hold
    from monitor.pulse import read_pulse, standing

    store = wiring.store()
    with store.reading() as ledger:
        found = standing(ledger, wiring.today)
        held = stored_hold(ledger)
        return Health(
            alive=store.is_served(),
            pulse=read_pulse(ledger),
            next_look=ledger.earliest_look(),
            last_recorded=ledger.last_recorded(),
            open=found.open,
            late=found.late,
            unconfirmed=found.unconfirmed,
            outbox=tuple(sorted(ledger.outbox_counts().items())),
            set_aside=_set_aside(ledger),
            unreached=_unreached(ledger, wiring),
            held=str(held) if held is not None else None,
            accepted=permission.standing(ledger),
        )


def _next_digests(wiring: Wiring) -> datetime | None:
    """The next digest hour, as far as the files can be read."""
    if not wiring.library.is_good:
        return None
    from monitor.digests import next_digests

    return next_digests(wiring.house, wiring.now())


def _set_aside(ledger: Ledger) -> tuple[str, ...]:
    return tuple(f"{case.key}: {reason}" for case, reason in ledger.set_aside_cases())


def _unreached(ledger: Ledger, wiring: Wiring) -> str | None:
    """Stages that nobody would receive, as far as the files can be read."""
    if not wiring.library.is_good:
        return None
    from monitor.reaching import summary, unreached_soon

    found = unreached_soon(ledger, wiring.library.catalogue, wiring.setting, wiring.now())
    return summary(found, wiring.zone) if found else None


def _files(wiring: Wiring) -> Files:
    """What the files hold that would keep a daemon from starting with them, and what was rejected of the agencies'."""
    from monitor.invented import invented

    faults = tuple(str(fault) for fault in wiring.library.faults if not fault.warning)
    people = invented(wiring.config, wiring.library.directory)
    if not wiring.config.source:
        return Files(faults, (), people)
    from monitor.sources import rejected

    found = tuple(found for found in map(rejected, wiring.config.source) if found.files)
    return Files(faults, found, people)


def _calendar(wiring: Wiring) -> Mapping[str, Json]:
    from rules.digest import HORIZON_WORKING_DAYS

    workdays = wiring.library.catalogue.workdays
    horizon = workdays.shift(wiring.today, HORIZON_WORKING_DAYS)
    return {
        "decided_until": workdays.known_until.isoformat(),
        "provisional": workdays.is_provisional(horizon),
    }


def _machine(health: Health, files: Files, calendar: Mapping[str, Json], wiring: Wiring) -> Json:
    pulse = health.pulse
    return {
        "alive": health.alive,
        "pid": pulse.pid if pulse is not None and health.alive else None,
        "host": pulse.host if pulse is not None else None,
        "version": pulse.version if pulse is not None else None,
        "configuration": str(wiring.config.file.absolute()) if wiring.config.file is not None else None,
        "database": str(file.absolute()) if (file := database_file(wiring)) is not None else database(wiring),
        "started": _moment(pulse.started if pulse is not None else None, wiring),
        "last_pass": _moment(pulse.last_pass if pulse is not None else None, wiring),
        "last_recorded": _moment(health.last_recorded, wiring),
        "next_look": _moment(health.next_look, wiring),
        "next_digests": _moment(_next_digests(wiring), wiring),
        "open": health.open,
        "late": health.late,
        "unconfirmed": health.unconfirmed,
        "outbox": dict(health.outbox),
        "set_aside": list(health.set_aside),
        "unreached": health.unreached,
        "calendar": calendar,
        "fault": pulse.fault if pulse is not None else None,
        "faults": list(files.faults),
        "rejected": [
            {"source": found.source, "files": found.files, "folder": str(found.folder)}
            for found in files.rejected
        ],
        "invented": files.invented.found if files.invented is not None else None,
        "clock_held": health.held,
        "accepted": accepted_machine(health.accepted, wiring.zone),
    }


def _lines(health: Health, files: Files, calendar: Mapping[str, Json], wiring: Wiring) -> Iterator[str]:
    pulse = health.pulse
    if pulse is not None and health.alive:
        yield f"The daemon is alive: process {pulse.pid} on {safe(pulse.host)}, version {pulse.version}."
    else:
        yield (
            "The daemon is alive." if health.alive else "No daemon is running: start it with 'duewatch run'."
        )
    yield f"configuration  {safe(configuration(wiring))}"
    yield f"database       {safe(database(wiring))}"
    yield f"last pass      {_words(pulse.last_pass if pulse is not None else None, wiring)}"
    yield f"last written   {_words(health.last_recorded, wiring)}"
    yield f"next look      {_words(health.next_look, wiring)} (cases)"
    if (digests := _next_digests(wiring)) is not None:
        yield f"next digests   {_words(digests, wiring)}"
    unconfirmed = f", {health.unconfirmed} unconfirmed" if health.unconfirmed else ""
    yield f"cases          {health.open} open, {health.late} of them late{unconfirmed}"
    counts = ", ".join(f"{count} {state}" for state, count in health.outbox)
    yield f"outbox         {counts or 'empty'}"
    provisional = ", and what comes next is provisional" if calendar["provisional"] else ""
    yield f"calendar       decided until {calendar['decided_until']}{provisional}"
    if health.held is not None:
        yield f"CLOCK HELD     {safe(health.held)}"
    told = pulse.fault.splitlines() if pulse is not None and pulse.fault is not None else []
    for sentence in told:
        yield f"FAULT          {safe(sentence)}"
    if health.accepted is not None:
        by = accepted_words(health.accepted, wiring.zone)
        yield f"ACCEPTED       {by} lets the next load {health.accepted.deed}{_only_if(health.accepted, wiring)}"
    for sentence in health.set_aside:
        yield f"SET ASIDE      {safe(sentence)}"
    if health.unreached is not None:
        yield f"UNREACHED      {safe(health.unreached)}"
    if files.invented is not None:
        yield f"SAMPLE         {safe(files.invented.found)}: {safe(files.invented.advice)}"
    for sentence in files.faults:
        # A reload that was refused has told the same.
        if not any(line.endswith(sentence) for line in told):
            yield f"FAULT          {safe(sentence)}"
    for found in files.rejected:
        count = "1 status file" if found.files == 1 else f"{found.files} status files"
        yield f"REJECTED       {count} of {found.source} in {safe(str(found.folder))}: mend and drop them again"


def _only_if(permission: Permission, wiring: Wiring) -> str:
    """Whether it is for the files that lie there, as far as these can be read."""
    is_for_these = wiring.library.is_good and wiring.house.digest == permission.digest
    return (
        "" if is_for_these else "; the files have changed since, and what they say now must be accepted anew"
    )


def _moment(moment: datetime | str | None, wiring: Wiring) -> str | None:
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    return moment.astimezone(wiring.zone).isoformat() if moment is not None else None


def _words(moment: datetime | str | None, wiring: Wiring) -> str:
    written = _moment(moment, wiring)
    return written[:16].replace("T", " ") if written is not None else "never"
