"""outbox: letters not yet accepted; retry, drop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ParamSpec
from zoneinfo import ZoneInfo

import click

from monitor.cli import consent
from monitor.cli.command import as_json, assume_yes, changing, common, reading
from monitor.cli.faults import USAGE, Complaint
from monitor.cli.lazy import SubGroup
from monitor.cli.machine_forms import Json, print_array
from monitor.cli.paper import hint, safe, say
from monitor.cli.tables import Column, print_table
from monitor.cli.types import NUMBER, WORDS
from monitor.cli.whereabouts import no_database
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from datetime import datetime

    from monitor.store import Ledger, OutboxRow

_P = ParamSpec("_P")
STATES = (
    "waiting",
    "claimed",
    "handed-over",
    "accepted",
    "refused",
    "uncertain",
    "superseded",
    "dropped",
    "held",
)
SHOWN = 20
_COLUMNS = (
    Column("No.", right=True),
    Column("State"),
    Column("Letter", drops=8),
    Column("Officer", grows="end", narrows=3, drops=9),
    Column("Tries", right=True, drops=4),
    Column("Next attempt", drops=5),
    Column("Subject or cases", grows="end", narrows=2, drops=7, means="bare"),
    Column("Last answer", grows="end", narrows=1, drops=6, means="named"),
)


def _rows_meant(body: Callable[_P, None]) -> Callable[_P, None]:
    """The numbers of rows, or --held, and the option --yes."""
    numbers = click.argument("numbers", type=NUMBER, nargs=-1, metavar="[N...]")
    held = click.option("--held", is_flag=True, help="All that are held.")
    return numbers(held(assume_yes(body)))


@click.group(cls=SubGroup, invoke_without_command=True)
@click.option(
    "--state", type=click.Choice((*STATES, "all")), metavar="S", help=f"One of {', '.join(STATES)}, or all."
)
@as_json
@common
@click.pass_context
def outbox(ctx: click.Context, /, state: str | None, as_json: bool) -> None:
    """What is not accepted, superseded or dropped; with --state what is in it."""
    if ctx.invoked_subcommand is None:
        _list(state, as_json)


@reading
def _list(wiring: Wiring, state: str | None, as_json: bool) -> None:
    rows: tuple[OutboxRow, ...] = ()
    if wiring.has_store():
        with wiring.ledger() as ledger:
            rows = ledger.outbox(state)
    else:
        hint(no_database(wiring))
    if as_json:
        print_array(of_row(row, wiring.zone) for row in rows)
    elif rows:
        print_table(_COLUMNS, [_cells(row, wiring.zone) for row in rows])
    elif wiring.has_store():
        hint("Nothing waits: every letter is accepted." if state is None else "No letter is in that state.")


@outbox.command()
@_rows_meant
@changing
def retry(wiring: Wiring, numbers: tuple[int, ...], held: bool, yes: bool) -> None:
    """Try these again at once."""
    from monitor import desk

    actor = wiring.actor
    meant = _meant(wiring, numbers, held, yes, "Try them all again?")
    with wiring.store().writing() as ledger:
        moved = _still_held(ledger, meant) if held else meant
        desk.retry(ledger, moved, wiring.now(), wiring.today, actor)
    _done(moved, held, "will be tried again")


@outbox.command()
@_rows_meant
@click.option("--reason", required=True, type=WORDS, metavar="TEXT", help="Why it need not arrive.")
@changing
def drop(wiring: Wiring, numbers: tuple[int, ...], held: bool, yes: bool, reason: str) -> None:
    """Give these up: a dropped letter drops its notices."""
    if not reason.strip():
        raise Complaint("A drop needs its reason: say with --reason why the letter need not arrive.")
    from monitor import desk

    actor = wiring.actor
    meant = _meant(wiring, numbers, held, yes, "Drop them all?")
    with wiring.store().writing() as ledger:
        moved = _still_held(ledger, meant) if held else meant
        desk.drop(ledger, moved, reason, wiring.now(), wiring.today, actor)
    _done(moved, held, "dropped")


def _meant(wiring: Wiring, numbers: tuple[int, ...], held: bool, yes: bool, question: str) -> tuple[int, ...]:
    """The rows named, or all that are held now, once the person has agreed."""
    if held == bool(numbers):
        raise Complaint("Name the rows by their numbers, or all that are held with --held.", USAGE)
    if not held:
        return numbers
    with wiring.ledger() as ledger:
        rows = ledger.outbox("held")
    if rows:
        hint(f"{len(rows)} row{'s are' if len(rows) > 1 else ' is'} held:")
        for why, many in Counter(row.last_answer for row in rows).most_common():
            hint(f"  {many}: {safe(why or 'nothing says why')}")
        consent.ask(question, yes)
    return tuple(row.number for row in rows)


def _still_held(ledger: Ledger, numbers: Sequence[int]) -> tuple[int, ...]:
    """Those that nobody has moved while the person was asked."""
    return tuple(row.number for row in ledger.outbox_rows(numbers) if row.state == "held")


def _done(moved: Sequence[int], held: bool, done: str) -> None:
    if moved or not held:
        say(f"ok: {_named(moved) if not held else _counted(moved)} {done}")
    else:
        hint("Nothing is held.")


def of_row(row: OutboxRow, zone: ZoneInfo) -> dict[str, Json]:
    """The object of ``outbox --json``."""
    return {
        "number": row.number,
        "state": row.state,
        "letter": row.letter,
        "officer": row.officer,
        "to": row.to,
        "cases": list(row.cases),
        "subject": row.subject,
        "message_id": row.message_id,
        "attempts": row.attempts,
        "was_uncertain": row.was_uncertain,
        "next_attempt": _local(row.next_attempt, zone),
        "last_answer": row.last_answer,
    }


def _cells(row: OutboxRow, zone: ZoneInfo) -> tuple[str, ...]:
    next_attempt = _local(row.next_attempt, zone)
    return (
        str(row.number),
        row.state,
        row.letter,
        row.officer,
        str(row.attempts),
        next_attempt[:16].replace("T", " ") if next_attempt else "-",
        row.subject or _cases(row.cases),
        row.last_answer or "",
    )


def _cases(keys: Sequence[str]) -> str:
    more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
    return " ".join(keys[:SHOWN]) + more


def _named(numbers: Sequence[int]) -> str:
    return f"letter{'' if len(numbers) == 1 else 's'} {', '.join(map(str, numbers))}"


def _counted(numbers: Sequence[int]) -> str:
    return f"{len(numbers)} letter{'' if len(numbers) == 1 else 's'}"


def _local(moment: datetime | None, zone: ZoneInfo) -> str | None:
    return moment.astimezone(zone).isoformat() if moment is not None else None
