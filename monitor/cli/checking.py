"""check and accept: what is wrong, what the days are, what the next load would do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from monitor.cli.acceptance import accepted_machine, accepted_words
from monitor.cli.command import as_json, changing, reading
from monitor.cli.dates import DatedObligation, dated
from monitor.cli.faults import REFUSED, Complaint
from monitor.cli.machine_forms import Json, print_array, print_json
from monitor.cli.paper import hint, of, safe, say
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.load import Loaded
    from monitor.permission import Permission
    from rules.model import Case, Fault


@click.command()
@click.option("--dates", is_flag=True, help="List each obligation with its days, and why.")
@click.option("--changes", is_flag=True, help="What the next load would open, move and lose.")
@as_json
@reading
def check(wiring: Wiring, dates: bool, changes: bool, as_json: bool) -> None:
    """Validate configuration, catalogue, directory, calendar and templates: every fault with file and line."""
    if dates and changes and as_json:
        raise click.UsageError("give --dates or --changes with --json, not both", click.get_current_context())
    faults = _faults(wiring)
    bad = any(not fault.warning for fault in faults)
    if as_json and not dates and not changes:
        print_array(_machine(fault) for fault in faults)
    else:
        for fault in sorted(faults, key=_weight):
            click.echo(safe(_line(fault)), err=as_json)
    if dates and _is_readable(wiring):
        _print_dates(wiring, as_json)
    if changes and not bad:
        _print_changes(_preview(wiring), as_json, wiring)
    if not as_json:
        _conclude(wiring, faults, bad)
    if bad:
        raise click.exceptions.Exit(REFUSED)


@click.command()
@changing
def accept(wiring: Wiring) -> None:
    """Let the next load move open deadlines, or lose more than a fifth of the obligations.

    It is for the files as they lie there now: after another change of them it must be said again.
    """
    from monitor.load import accept as let_happen
    from monitor.permission import what_happens

    house, actor = wiring.house, wiring.actor
    found = let_happen(wiring.store(), house, wiring.now(), actor)
    if found.accepted is not None:
        raise Complaint(
            f"{_by(found.accepted, wiring)} has let this happen already: nothing else waits for it."
        )
    if found.refused is None:
        raise Complaint("Nothing waits for it: the next load would not be refused.")
    _say_changes(found, "may")
    say(f"ok: the next load of these files may {what_happens(found.days_moved, len(found.vanished))}")
    hint(
        "A daemon that runs takes it over at its next look, once it has read these files (systemctl reload)."
    )


def _faults(wiring: Wiring) -> tuple[Fault, ...]:
    from monitor.config import ConfigFaults
    from monitor.ownership import foreign_owners
    from rules.model import Fault

    owners = tuple(Fault("installation", 1, "packages", sentence) for sentence in foreign_owners())
    try:
        config = wiring.config
    except ConfigFaults as fault:
        return (*owners, *fault.faults)
    from monitor.render import Renderer

    templates = Renderer(config.templates, config.language).faults()
    return (*owners, *wiring.library.faults, *templates, *_unreached(wiring))


def _unreached(wiring: Wiring) -> tuple[Fault, ...]:
    """Stages of the next ten working days that nobody would receive: the directory is to blame."""
    if not wiring.library.is_good or not wiring.has_store():
        return ()
    from monitor.reaching import summary, unreached_soon
    from monitor.store import StoreFault
    from rules.model import Fault

    try:
        with wiring.ledger() as ledger:
            found = unreached_soon(ledger, wiring.library.catalogue, wiring.setting, wiring.now())
    except StoreFault:
        return ()  # the files are checked here; `duewatch db check` and `duewatch doctor` look at the store
    place = str(wiring.config.directory_file or "directory.toml")
    return (Fault(place, 1, "officer", summary(found, wiring.zone), warning=True),) if found else ()


def _is_readable(wiring: Wiring) -> bool:
    """Whether there is a configuration at all; days are shown of what could be read of the catalogue."""
    from monitor.config import ConfigFaults

    try:
        return bool(wiring.config)
    except ConfigFaults:
        return False


def _machine(fault: Fault) -> Json:
    return {
        "file": fault.file,
        "line": fault.line,
        "key": fault.key,
        "text": fault.text,
        "warning": fault.warning,
    }


def _weight(fault: Fault) -> bool:
    """What must be mended stands before what is only worth a look."""
    return fault.warning


def _line(fault: Fault) -> str:
    return f"{fault} (warning)" if fault.warning else str(fault)


def _print_dates(wiring: Wiring, as_json: bool) -> None:
    rows = dated(wiring.library.catalogue, wiring.today)
    if as_json:
        print_array(row.machine() for row in rows)
        return
    for row in rows:
        for line in _dated_lines(row):
            say(line)


def _dated_lines(row: DatedObligation) -> Iterator[str]:
    days = f"{row.last_day}, aim at {row.safe_day}" if row.last_day is not None else "no last day"
    recurrence = f", every {row.recurrence}" if row.recurrence else ""
    provisional = ", provisional" if row.provisional else ""
    yield f"{row.instrument}/{row.obligation}  {days}{recurrence}{provisional}  ({row.kind})"
    if row.phrase:
        yield f"    law: {safe(row.phrase)}"
    for step in row.because:
        yield f"    why: {safe(step.en)}"


def _preview(wiring: Wiring) -> Loaded:
    from monitor.load import preview
    from monitor.store import Store

    store = wiring.store() if wiring.has_store() else Store.scratch()
    return preview(store, wiring.house, wiring.now())


def _print_changes(loaded: Loaded, as_json: bool, wiring: Wiring) -> None:
    if as_json:
        print_json(
            {
                "opened": [_change(case) for case in loaded.opened],
                "moved": [_change(change.case) for change in loaded.moved],
                "vanished": [_change(case) for case in loaded.vanished],
                "restated": loaded.restated,
                "refused": loaded.refused,
                "accepted": accepted_machine(loaded.accepted, wiring.zone),
            }
        )
        return
    for case in loaded.opened:
        say(f"would open: {case.key}{f', last day {case.last_day}' if case.last_day else ''}")
    _say_changes(loaded, "would")
    say(
        f"the next load would open {len(loaded.opened)}, move {len(loaded.moved)}, "
        f"lose {len(loaded.vanished)} and restate {of(loaded.restated, 'case')}"
    )
    if loaded.refused is not None:
        hint(f"It would be refused: {loaded.refused}.")
    if loaded.accepted is not None:
        hint(f"It will not be refused: {_by(loaded.accepted, wiring)} lets it happen.")


def _say_changes(loaded: Loaded, may: str) -> None:
    """A line for each case that is moved or lost."""
    for word, cases in (("move", [change.case for change in loaded.moved]), ("lose", loaded.vanished)):
        for case in cases:
            say(f"{may} {word}: {case.key}{f', last day {case.last_day}' if case.last_day else ''}")


def _by(permission: Permission, wiring: Wiring) -> str:
    return accepted_words(permission, wiring.zone)


def _change(case: Case) -> Json:
    return {"case": case.key, "last_day": case.last_day.isoformat() if case.last_day else None}


def _conclude(wiring: Wiring, faults: tuple[Fault, ...], bad: bool) -> None:
    warnings = sum(fault.warning for fault in faults)
    if bad:
        wrong = len(faults) - warnings
        many = "1 fault" if wrong == 1 else f"{wrong} faults"
        hint(f"{many}, {_many(warnings)}: mend what is wrong in the files named.")
        return
    catalogue = wiring.library.catalogue
    obligations = sum(len(instrument.obligations) for instrument in catalogue.instruments)
    say(
        f"ok: {of(len(catalogue.instruments), 'instrument')}, {of(obligations, 'obligation')}, "
        f"{len(catalogue.agencies)} agencies, {len(wiring.library.directory.officers)} officers, "
        f"calendar decided until {catalogue.workdays.known_until}, {_many(warnings)}"
    )


def _many(warnings: int) -> str:
    return "1 warning" if warnings == 1 else f"{warnings} warnings"
