"""plan: every letter that would go out, on a clock that jumps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.command import as_json, reading
from monitor.cli.machine_forms import Json, print_json
from monitor.cli.paper import hint, safe, say, wrapped
from monitor.cli.progress import Progress
from monitor.cli.types import DAY
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.plan import PlannedLetter

_INDENT = 18  # behind the moment


@click.command()
@click.option("--from", "first", type=DAY, metavar="DAY", help="Where to begin (today).")
@click.option("--until", type=DAY, required=True, metavar="DAY", help="The last day.")
@click.option("--fresh", is_flag=True, help="From an empty journal; --from may then lie in the past.")
@click.option(
    "--letters",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the letters here as .eml.",
)
@as_json
@reading
def plan(
    wiring: Wiring, first: date | None, until: date, fresh: bool, letters: Path | None, as_json: bool
) -> None:
    """Every letter that would go out until a day, if nobody did anything; nothing is sent or changed."""
    _check_days(wiring, first, until, fresh)
    start = first or wiring.today
    count = 0
    for letter in _watched(_letters(wiring, first, until, fresh, letters), start, until):
        count += 1
        if as_json:
            print_json(_machine(letter, wiring))
        else:
            say(wrapped(_line(letter, wiring), _INDENT))
    if not as_json:
        where = f", written into {letters}" if letters is not None and count else ""
        hint(f"{count} letter{'' if count == 1 else 's'} from {start} to {until}{where}.")


def _check_days(wiring: Wiring, first: date | None, until: date, fresh: bool) -> None:
    ctx = click.get_current_context()
    if until < (first or wiring.today):
        raise click.UsageError(f"--until {until} lies before {first or wiring.today}: name a later day", ctx)
    if first is not None and first < wiring.today and not fresh:
        raise click.UsageError(
            "the present journal cannot begin in the past: add --fresh, or leave --from out", ctx
        )


def _letters(
    wiring: Wiring, first: date | None, until: date, fresh: bool, folder: Path | None
) -> Iterable[PlannedLetter]:
    from monitor.plan import forecast
    from monitor.store import Store

    if fresh or not wiring.has_store():
        return forecast(wiring.house, None, first or wiring.today, until, folder)
    scratch = Store.scratch()
    wiring.store().copy_into(scratch)
    return forecast(wiring.house, scratch, first, until, folder)


def _watched(letters: Iterable[PlannedLetter], start: date, until: date) -> Iterator[PlannedLetter]:
    progress = Progress("planning")
    days = (until - start).days + 1
    for letter in letters:
        progress.at((letter.at.date() - start).days / days, str(letter.at.date()))
        progress.clear()
        yield letter
    progress.clear()


def _machine(letter: PlannedLetter, wiring: Wiring) -> Json:
    """The object of ``plan --json``."""
    return {
        "at": _local(letter.at, wiring).isoformat(),
        "to": letter.to,
        "officer": letter.officer,
        "letter": letter.letter,
        "stages": list(letter.stages),
        "cases": list(letter.cases),
        "subject": letter.subject,
        "reader": letter.reader,
    }


def _line(letter: PlannedLetter, wiring: Wiring) -> str:
    at = _local(letter.at, wiring).strftime("%Y-%m-%d %H:%M")
    who = letter.reader if letter.reader == letter.officer else f"{letter.reader} for {letter.officer}"
    return f"{at}  {safe(who):<20}  {letter.letter:<8}  {safe(letter.subject)}"


def _local(moment: datetime, wiring: Wiring) -> datetime:
    return moment.astimezone(wiring.zone)
