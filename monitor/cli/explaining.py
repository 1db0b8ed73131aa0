"""explain: why this day, why the last letter, what goes out next, when and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import click

from monitor.cli.asof import known_at
from monitor.cli.command import as_json, reading
from monitor.cli.faults import Complaint
from monitor.cli.machine_forms import Json, of_record, print_json
from monitor.cli.paper import safe, say, wrapped
from monitor.cli.rows import VANISHED, counted
from monitor.cli.selection import the_one
from monitor.cli.types import CASE, MOMENT
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.explain import Ahead, Explanation, Recipient
    from rules.model import Case


@click.command()
@click.argument("case", type=CASE, metavar="CASE")
@click.option("--at", type=MOMENT, metavar="MOMENT", help="As it stood, or will stand, at this moment.")
@as_json
@reading
def explain(wiring: Wiring, case: str, at: datetime | None, as_json: bool) -> None:
    """Why this day (every step), why the last letter, what goes out next, when, to whom."""
    from monitor.explain import explain as explained

    setting = wiring.setting
    moment = wiring.moment(at)
    with wiring.ledger() as ledger:
        found = the_one(ledger, case)
        journal = [entry for entry in ledger.history(case=found.key) if entry.recorded <= moment]
    if at is not None and moment < wiring.now():
        then = known_at(moment, (found,), journal)
        if not then:
            raise Complaint(f"{found.key} had not begun by then; give a later --at, or none for now.")
        found = then[0]
    told = explained(found, [entry.fact for entry in journal], moment, setting, now=wiring.now())
    if as_json:
        print_json(_machine(told, wiring))
        return
    for line in _lines(told, wiring):
        say(wrapped(line, 5 if line.startswith(" ") else 2))


def _machine(told: Explanation, wiring: Wiring) -> Json:
    zone = wiring.zone
    case = told.case
    return {
        "number": case.number,
        "case": case.key,
        "at": told.at.astimezone(zone).isoformat(),
        "status": told.status,
        "last_day": case.last_day.isoformat() if case.last_day else None,
        "safe_day": case.safe_day.isoformat() if case.safe_day else None,
        "original_last_day": case.original_last_day.isoformat() if case.original_last_day else None,
        "original_status": told.original_status,
        "days_late": told.late,
        "because": [step.en for step in told.because],
        "last": of_record(told.last, zone) if told.last is not None else None,
        "registered": [of_record(person, zone) for person in told.registered],
        "unsent": [of_record(unsent, zone) for unsent in told.unsent],
        "meanwhile": [of_record(ahead, zone) for ahead in told.meanwhile],
        "next": [of_record(ahead, zone) for ahead in told.next],
        "silent": told.silent,
    }


def _lines(told: Explanation, wiring: Wiring) -> Iterator[str]:
    case = told.case
    yield f"{case.number}  {case.key}"
    yield f"{safe(case.brief.task)}"
    yield ""
    yield from _days(told)
    yield ""
    yield from _letters(told, wiring)


def _days(told: Explanation) -> Iterator[str]:
    case = told.case
    if case.last_day is None:
        yield f"No last day ({told.status})."
    else:
        late = f", {counted(told.late)} late" if told.status in {"open-late", "done-late"} else ""
        yield f"Last day {case.last_day}, working day to aim at {case.safe_day}: {told.status}{late}."
    if case.original_last_day is not None:
        yield f"Originally {case.original_last_day}; judged by that day: {told.original_status}."
    if words := case.brief.quote or case.brief.phrase:
        yield f"The law's words: {safe(words)}"
    if told.because:
        yield "Why:"
        for number, step in enumerate(told.because, start=1):
            yield f"  {number}. {safe(step.en)}"
    if case.unconfirmed and case.figure is not None:
        figure = case.figure
        of = f" of {figure.of}" if figure.of is not None else ""
        yield f"Unconfirmed: the source counts {figure.done}{of} as of {figure.as_of} and names nobody."


def _letters(told: Explanation, wiring: Wiring) -> Iterator[str]:
    if told.registered:
        yield "First seen late: the register letter told"
        yield from (f"  {_person(person)}" for person in told.registered)
        if told.case.quiet_until is not None:
            yield f"and nothing else speaks before {_local(told.case.quiet_until, wiring)}."
    if told.last is None:
        yield "No stage has spoken yet."
    else:
        last = told.last
        yield f"Last: {_stage(last.stage, last.occurrence)} of {_local(last.at, wiring)}, because {safe(last.reason)}"
        yield from (f"  to {_person(person)}" for person in last.to)
    for unsent in told.unsent:
        yield f"Not sent: {unsent.stage}, {unsent.outcome}: {safe(unsent.reason)}"
    yield from _standing(told.case)
    if told.meanwhile:
        yield f"Between now and {_local(told.at, wiring)}, if nobody does anything:"
    for ahead in told.meanwhile:
        yield from _stage_ahead("Then", ahead, wiring)
    if told.silent is not None:
        yield f"Next: nothing; {told.silent}."
    for ahead in told.next:
        yield from _stage_ahead("Next", ahead, wiring)
    if told.case.vanished:
        yield VANISHED


def _stage_ahead(word: str, ahead: Ahead, wiring: Wiring) -> Iterator[str]:
    yield f"{word}: {_stage(ahead.stage, ahead.occurrence)} at {_local(ahead.at, wiring)}"
    yield from (f"  to {_person(person)}" for person in ahead.to)
    if not ahead.to:
        yield "  to nobody: no officer fills any of its roles"


def _standing(case: Case) -> Iterator[str]:
    if case.snooze is not None:
        yield f"Snoozed until {case.snooze.until} by {case.snooze.by}: {safe(case.snooze.reason)}"
    for promise in case.promises:
        broken = " (broken)" if promise.broken else ""
        yield f"Promised by {promise.officer} for {promise.until}{broken}. {safe(promise.note)}".rstrip()
    if case.assigned is not None:
        yield f"Assigned to {case.assigned}, who stands for the owner."


def _stage(name: str, occurrence: int) -> str:
    return name if occurrence == 0 else f"{name} (time {occurrence + 1})"


def _person(person: Recipient) -> str:
    instead = f" for {person.instead}, which nobody fills" if person.instead else ""
    reader = f"; away, so {safe(person.reader)} reads it" if person.reader else ""
    held = f"; {person.held}" if person.held else ""
    return f"{safe(person.name)} ({person.officer}), {person.role}{instead}{reader}{held}"


def _local(moment: datetime, wiring: Wiring) -> str:
    return moment.astimezone(wiring.zone).strftime("%Y-%m-%d %H:%M")
