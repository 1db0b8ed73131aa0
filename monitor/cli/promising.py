"""ack, snooze, unsnooze: a promise, and the stages that wait."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from monitor.cli.belonging import stranger
from monitor.cli.changes import Scene, carry, on_cases
from monitor.cli.command import changing
from monitor.cli.paper import hint
from monitor.cli.types import DAY, DURATION, WORDS
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from rules.commands import Answer
    from rules.model import Case, Offset


@click.command()
@on_cases
@click.option("--until", type=DAY, required=True, metavar="DAY", help="The promised day.")
@click.option("--note", default="", type=WORDS, metavar="TEXT", help="What is still to be done.")
@changing
def ack(wiring: Wiring, cases: tuple[str, ...], yes: bool, until: date, note: str) -> None:
    """Promise to be done by a day: stages to you before it are held, all others hear of the promise."""
    from rules.commands import acknowledge

    def command(case: Case, scene: Scene) -> Answer:
        return acknowledge(case, scene.officer, until, note, scene.moment, scene.setting)

    def doubt(case: Case, scene: Scene) -> str | None:
        found = stranger(case, scene.officer, scene.today, scene.setting)
        return f"{found}; the promise holds only letters to {scene.officer}" if found else None

    carry(wiring, cases, yes, f"is promised for {until}", command, doubt)


@click.command()
@on_cases
@click.option("--until", type=DAY, metavar="DAY", help="Wait until this day.")
@click.option(
    "--for", "length", type=DURATION, metavar="5wd", help="5wd, 10d, 2w or 1m, counted from tomorrow."
)
@click.option("--reason", required=True, type=WORDS, metavar="TEXT", help="Why it may wait.")
@changing
def snooze(
    wiring: Wiring, cases: tuple[str, ...], yes: bool, until: date | None, length: Offset | None, reason: str
) -> None:
    """Hold back the stages that may be held. --for 5wd ends on the fifth working day after today."""
    from rules.commands import snooze as put_off
    from rules.ladder import moved_by_snooze

    day = _until(wiring, until, length)

    def command(case: Case, scene: Scene) -> Answer:
        return put_off(case, day, reason, scene.officer, scene.moment, scene.setting)

    for case in carry(wiring, cases, yes, f"is snoozed until {day}", command):
        if not moved_by_snooze(case, wiring.setting):
            hint(
                f"{case.key}: no stage that may be held falls before {day}; what the ladder lets nobody hold is sent."
            )


@click.command()
@on_cases
@changing
def unsnooze(wiring: Wiring, cases: tuple[str, ...], yes: bool) -> None:
    """End a snooze."""
    from rules.commands import unsnooze as wake

    def command(case: Case, scene: Scene) -> Answer:
        return wake(case, scene.moment, scene.setting)

    carry(wiring, cases, yes, "is no longer snoozed", command)


def _until(wiring: Wiring, until: date | None, length: Offset | None) -> date:
    if until is not None and length is None:
        return until
    if until is not None or length is None:
        raise click.UsageError("give either --until DAY or --for 5wd", click.get_current_context())
    from rules.deadline import shifted

    return shifted(wiring.today, length, wiring.setting.workdays)
