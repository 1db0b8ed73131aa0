"""list: cases, most urgent first."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, get_args

import click

from monitor.cli.command import as_json, reading
from monitor.cli.faults import Complaint, near
from monitor.cli.machine_forms import Json, print_array
from monitor.cli.paper import hint, safe
from monitor.cli.rows import View
from monitor.cli.tables import Column, print_table
from monitor.cli.types import AGENCY, COUNT, DAY, INSTRUMENT
from monitor.cli.whereabouts import no_database
from monitor.cli.wiring import Wiring
from rules.model import Status

if TYPE_CHECKING:
    from monitor.store import CaseFilter, Ledger
    from rules.model import Case

_COLUMNS = (
    Column("No.", right=True),
    Column("Case", grows="middle", narrows=4, least=20),
    Column("Last day", drops=7),
    Column("Status", grows="end", narrows=5, drops=6, means="bare"),
    Column("Agency", grows="end", narrows=1, drops=2),
    Column("Kind", drops=3),
)
# A spreadsheet takes a cell that begins like this for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@click.command("list")
@click.option(
    "--status",
    type=click.Choice(get_args(Status)),
    metavar="S",
    help=f"One of {', '.join(get_args(Status))}.",
)
@click.option(
    "--agency", type=AGENCY, metavar="A", help="An agency's id or name, or a roster such as @provinces."
)
@click.option("--instrument", type=INSTRUMENT, metavar="I", help="An instrument's id.")
@click.option("--due-before", type=DAY, metavar="DAY", help="Last day strictly before this one.")
@click.option(
    "--as-of", type=DAY, metavar="DAY", help="As it stood on this day, by the days on the documents."
)
@click.option("--sort", type=click.Choice(["due"]), default="due", help="Most urgent first.")
@click.option("--limit", type=COUNT, metavar="N", help="At most N cases.")
@as_json
@click.option("--csv", "as_csv", is_flag=True, help="For spreadsheets.")
@reading
def list_cases(
    wiring: Wiring,
    status: Status | None,
    agency: str | None,
    instrument: str | None,
    due_before: date | None,
    as_of: date | None,
    sort: str,
    limit: int | None,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Cases, most urgent first: what is late, then what is due next."""
    if as_json and as_csv:
        raise click.UsageError("give --json or --csv, not both", click.get_current_context())
    view = _view(wiring, as_of)
    wanted = _filter(wiring, view, status, agency, instrument, due_before, limit)
    cases = _found(wiring, wanted, as_of)
    if not cases and instrument is not None:
        _complain_of_instrument(wiring, instrument)
    if as_json:
        print_array(view.machine(case) for case in cases)
    elif as_csv:
        _print_csv(view.machine(case) for case in cases)
    elif cases:
        _print_cases(view, cases)
        _remark(wiring, as_of, limit, len(cases))
    elif wiring.has_store():
        hint("No case is like that.")


def _view(wiring: Wiring, as_of: date | None) -> View:
    if as_of is None:
        return View(wiring.today, wiring.now(), wiring.calendar)
    # A day is over when the next one begins.
    end = wiring.midnight(as_of + timedelta(days=1)) - timedelta(microseconds=1)
    return View(as_of, end, wiring.calendar)


def _filter(
    wiring: Wiring,
    view: View,
    status: Status | None,
    agency: str | None,
    instrument: str | None,
    due_before: date | None,
    limit: int | None,
) -> CaseFilter:
    from monitor.store import CaseFilter

    return CaseFilter(
        today=view.today,
        status=status,
        agencies=agencies_named(wiring, agency, view.today) if agency is not None else None,
        instrument=instrument,
        due_before=due_before,
        limit=limit,
    )


def _found(wiring: Wiring, wanted: CaseFilter, as_of: date | None) -> tuple[Case, ...]:
    if not wiring.has_store():
        hint(no_database(wiring))
        return ()
    with wiring.ledger() as ledger:
        return ledger.find(wanted) if as_of is None else _found_as_of(ledger, wanted, as_of)


def _found_as_of(ledger: Ledger, wanted: CaseFilter, day: date) -> tuple[Case, ...]:
    """The filter's days and status are judged as the cases stood then, not as they stand now."""
    from dataclasses import replace

    from monitor.cli import asof
    from rules.status import status_of

    present = ledger.find(replace(wanted, status=None, due_before=None, limit=None))
    cases = asof.as_of(day, present, ledger.history())
    if wanted.status is not None:
        cases = tuple(case for case in cases if status_of(case, day) == wanted.status)
    if wanted.due_before is not None:
        bound = wanted.due_before
        cases = tuple(case for case in cases if case.last_day is not None and case.last_day < bound)
    return asof.most_urgent(cases)[: wanted.limit]


def agencies_named(wiring: Wiring, name: str, today: date) -> tuple[str, ...]:
    """The agencies that a person means by an id, a name, an alias or @roster; raises Complaint with near ones."""
    catalogue = wiring.library.catalogue
    if name.startswith("@"):
        members = catalogue.members(name, today)
        if not members:
            rosters = ", ".join(f"@{roster}" for roster in catalogue.rosters)
            raise Complaint(f"There is no roster {name!r}; there are {rosters}.")
        return members
    agency = catalogue.find_agency(name, today)
    if agency is None:
        names = [known.name for known in catalogue.agencies.values()]
        offer = (
            near(name, [*sorted(catalogue.agencies), *names])
            or "; 'duewatch list' shows the agencies that have cases."
        )
        raise Complaint(f"There is no agency {safe(name)!r}{offer}")
    return (agency.id,)


def _complain_of_instrument(wiring: Wiring, instrument: str) -> None:
    if not wiring.has_store():
        return
    with wiring.ledger() as ledger:
        known = ledger.instruments()
    if instrument not in known:
        offer = near(instrument, sorted(known)) or "; 'duewatch list' shows the cases of all."
        raise Complaint(f"No instrument {safe(instrument)!r} has cases{offer}")


def _print_cases(view: View, cases: Sequence[Case]) -> None:
    rows = [
        (
            str(case.number),
            case.key,
            case.last_day.isoformat() if case.last_day is not None else "-",
            view.words(case),
            case.agency,
            case.brief.kind if case.brief.kind != "obligation" else "",
        )
        for case in cases
    ]
    late = frozenset(number for number, case in enumerate(cases) if view.is_late(case))
    width = len(_COLUMNS) if any(row[-1] for row in rows) else len(_COLUMNS) - 1
    print_table(_COLUMNS[:width], [row[:width] for row in rows], late)


def _remark(wiring: Wiring, as_of: date | None, limit: int | None, shown: int) -> None:
    if as_of is not None:
        hint(f"As of {as_of}, by the days on the documents.")
    if limit is not None and shown == limit:
        hint(f"The first {limit}; there may be more.")


def _print_csv(rows: Iterable[Mapping[str, Json]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\r\n")
    heads_written = False
    for row in rows:
        if not heads_written:
            writer.writerow(row)
            heads_written = True
        writer.writerow([_cell(value) for value in row.values()])


def _cell(value: Json) -> str:
    """A cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else safe(text)
