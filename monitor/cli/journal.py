"""history: the journal, every fact with who wrote it, when, and from which day it counts."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from monitor.cli.command import as_json, reading
from monitor.cli.machine_forms import Json, of_record, of_value, print_array
from monitor.cli.paper import hint, safe
from monitor.cli.selection import the_one
from monitor.cli.tables import Column, print_table
from monitor.cli.types import CASE, DAY
from monitor.cli.whereabouts import no_database
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.store import Recorded
    from rules.facts import Fact

_COLUMNS = (
    Column("No.", right=True),
    Column("Recorded"),
    Column("Counts from", drops=2),
    Column("By", grows="end", narrows=3, drops=5),
    Column("Case", grows="middle", narrows=4, drops=6, least=12),
    Column("Fact", grows="end", narrows=1, least=12, means="bare"),
)
_OWN = ("case", "effective")
# The journal's own number has this name already.
_CALLED = {"number": "digest_number"}


@click.command()
@click.argument("case", type=CASE, metavar="[CASE]", required=False)
@click.option("--since", type=DAY, metavar="DAY", help="Recorded on this day or later.")
@as_json
@reading
def history(wiring: Wiring, case: str | None, since: date | None, as_json: bool) -> None:
    """The journal, in order: of one case, or of all."""
    entries = _entries(wiring, case, since)
    if as_json:
        print_array(of_entry(entry, wiring.zone) for entry in entries)
    elif entries:
        print_table(_COLUMNS, [_row(entry, wiring.zone) for entry in entries])
    elif wiring.has_store():
        hint("The journal holds nothing like that.")


def _entries(wiring: Wiring, case: str | None, since: date | None) -> tuple[Recorded, ...]:
    if not wiring.has_store() and case is None:
        hint(no_database(wiring))
        return ()
    with wiring.ledger() as ledger:
        key = the_one(ledger, case).key if case is not None else None
        after = wiring.midnight(since) - timedelta(microseconds=1) if since is not None else None
        return ledger.history(case=key, after=after)


def of_entry(entry: Recorded, zone: ZoneInfo) -> dict[str, Json]:
    """The object of ``history --json``: the journal's fields, then the fact's own."""
    fields_of_fact = of_record(entry.fact, zone, without=_OWN)
    return {
        "number": entry.number,
        "recorded": entry.recorded.astimezone(zone).isoformat(),
        "effective": entry.fact.effective.isoformat(),
        "actor": entry.actor.name,
        "login": entry.actor.login,
        "via": entry.actor.via,
        "fact": type(entry.fact).__name__,
        "case": entry.fact.case,
        **{_CALLED.get(name, name): value for name, value in fields_of_fact.items()},
    }


def fact_words(fact: Fact, zone: ZoneInfo) -> str:
    """A fact on one line: its name and what it carries; moments are local."""
    parts = [type(fact).__name__]
    for field in fields(fact):
        value = getattr(fact, field.name)
        if field.name in _OWN or value is None or value in ("", (), False) or field.name == "because":
            continue
        parts.append(f"{field.name.replace('_', ' ')} {_word(value, zone)}")
    return safe(", ".join(parts))


def _word(value: object, zone: ZoneInfo) -> str:
    """A value as a person reads it: local moments, and of a record what it holds, without its field names."""
    match value:
        case datetime():
            return value.astimezone(zone).strftime("%Y-%m-%d %H:%M")
        case tuple():
            return " · ".join(_word(part, zone) for part in value)
        case _ if is_dataclass(value):
            held = [getattr(value, field.name) for field in fields(value)]
            return " ".join(
                _word(part, zone) for part in held if part is not None and not isinstance(part, bool)
            )
    form = of_value(value, zone)
    return form if isinstance(form, str) else str(form)


def _row(entry: Recorded, zone: ZoneInfo) -> tuple[str, ...]:
    return (
        str(entry.number),
        entry.recorded.astimezone(zone).isoformat(" ", "minutes")[:16],
        entry.fact.effective.isoformat(),
        entry.actor.name,
        entry.fact.case or "-",
        fact_words(entry.fact, zone),
    )
