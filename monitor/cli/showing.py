"""show: one case, its days, its history, its letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from monitor.cli.command import as_json, reading
from monitor.cli.journal import fact_words, of_entry
from monitor.cli.machine_forms import print_json
from monitor.cli.outbox import of_row
from monitor.cli.paper import safe, say, wrapped
from monitor.cli.rows import VANISHED, View
from monitor.cli.selection import the_one
from monitor.cli.types import CASE
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.store import OutboxRow, Recorded
    from rules.model import Case


@click.command()
@click.argument("case", type=CASE, metavar="CASE")
@as_json
@reading
def show(wiring: Wiring, case: str, as_json: bool) -> None:
    """One case: what is asked, its days, its history, its letters."""
    with wiring.ledger() as ledger:
        found = the_one(ledger, case)
        journal = ledger.history(case=found.key)
        letters = ledger.letters_of(found.key)
    view = View(wiring.today, wiring.now(), wiring.calendar)
    if as_json:
        because = [step.en for step in found.because or found.brief.deadline.because]
        print_json(
            {
                **view.machine(found),
                "because": because,
                "history": [of_entry(entry, wiring.zone) for entry in journal],
                "letters": [of_row(row, wiring.zone) for row in letters],
            }
        )
        return
    for line in _head(found, view):
        say(wrapped(line, 0))
    for name, value in _rows(found, view):
        if value:
            say(wrapped(f"{name:<12} {safe(str(value)).strip()}", 13))
    for line in (*_journal(journal, wiring), *_letters(letters)):
        say(wrapped(line, 6))


def _head(case: Case, view: View) -> Iterator[str]:
    brief = case.brief
    yield f"{case.number}  {case.key}: {view.words(case)}"
    if case.vanished:
        yield VANISHED
    yield safe(brief.task)
    yield ""


def _rows(case: Case, view: View) -> Iterator[tuple[str, object]]:
    brief = case.brief
    number = f"{brief.number}, " if brief.number else ""
    issued = f", issued {brief.issued}" if brief.issued else ""
    clause = f", {safe(brief.clause)}" if brief.clause else ""
    yield from (
        ("instrument", f"{safe(number + brief.title)} ({brief.instrument}{issued}{clause})"),
        ("lead", ", ".join(case.leads)),
        ("cooperating", ", ".join(brief.cooperating)),
        ("deliverable", brief.deliverable),
        ("law's words", brief.quote or brief.phrase),
        ("last day", case.last_day),
        ("aim at", case.safe_day),
        ("originally", case.original_last_day),
        ("waits for", case.waits_for),
        ("stage", view.stage(case)),
        ("snoozed", case.snooze and f"until {case.snooze.until} by {case.snooze.by}: {case.snooze.reason}"),
        *(("promised", f"{promise.until} by {promise.officer} {promise.note}") for promise in case.promises),
        ("assigned", case.assigned),
        ("progress", None if case.progress is None else f"{case.progress} %"),
        ("closed", case.closed_on and f"{case.closed_on}: {case.evidence}"),
        (
            "next look",
            case.next_look and case.next_look.astimezone(view.setting.zone).strftime("%Y-%m-%d %H:%M"),
        ),
        ("kind", brief.kind),
        ("source", brief.source),
    )


def _journal(journal: Sequence[Recorded], wiring: Wiring) -> Iterator[str]:
    if journal:
        yield ""
        yield "History (recorded, counts from, by whom):"
    widest = max((len(entry.actor.name) for entry in journal), default=0)
    for entry in journal:
        recorded = entry.recorded.astimezone(wiring.zone).isoformat(" ", "minutes")[:16]
        who = f"{safe(entry.actor.name):<{widest}}"
        yield f"  {recorded}  {entry.fact.effective}  {who}  {fact_words(entry.fact, wiring.zone)}"


def _letters(letters: Sequence[OutboxRow]) -> Iterator[str]:
    if letters:
        yield ""
        yield "Letters:"
    for row in letters:
        subject = f"  {safe(row.subject)}" if row.subject else ""
        yield f"  {row.number}  {row.state}  {row.letter}  to {row.officer}{subject}"
