"""progress, anchor, assign: what is reported of a case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from monitor.cli.belonging import stranger
from monitor.cli.changes import Scene, carry, on_cases
from monitor.cli.command import changing
from monitor.cli.paper import hint
from monitor.cli.rows import before_its_instrument
from monitor.cli.types import DAY, OFFICER, PERCENT, WORDS
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from rules.commands import Answer
    from rules.model import Case


@click.command()
@on_cases
@click.option("--percent", type=PERCENT, required=True, metavar="N", help="0 to 100.")
@click.option("--note", default="", type=WORDS, metavar="TEXT", help="What has been done.")
@changing
def progress(wiring: Wiring, cases: tuple[str, ...], yes: bool, percent: int, note: str) -> None:
    """Report a percentage; below 100 it also confirms that the case is open."""
    from rules.commands import progress as report

    def command(case: Case, scene: Scene) -> Answer:
        return report(case, percent, note, scene.moment, scene.setting)

    reported = carry(wiring, cases, yes, f"stands at {percent} %", command)
    if percent == 100 and any(case.is_open for case in reported):
        hint("A report closes nothing: reminders go on until 'duewatch close' names the result document.")


@click.command()
@on_cases
@click.option(
    "--name", required=True, type=WORDS, metavar="NAME", help="The event, such as receipt ('show' names it)."
)
@click.option("--day", type=DAY, required=True, metavar="DAY", help="The day it happened.")
@click.option(
    "--evidence", required=True, type=WORDS, metavar="TEXT", help="The document that shows the day."
)
@changing
def anchor(wiring: Wiring, cases: tuple[str, ...], yes: bool, name: str, day: date, evidence: str) -> None:
    """The event that a counted period waits for has happened."""
    from rules.commands import anchor as happened

    def command(case: Case, scene: Scene) -> Answer:
        return happened(case, name, day, evidence, scene.moment, scene.setting)

    def doubt(case: Case, _scene: Scene) -> str | None:
        return before_its_instrument(case, day)

    deed = f"counts from {name} on {day}"
    carry(wiring, cases, yes, deed, command, doubt, "Count from that day all the same?")


@click.command()
@on_cases
@click.option("--officer", type=OFFICER, required=True, metavar="ID", help="Who stands for the owner.")
@click.option("--reason", required=True, type=WORDS, metavar="TEXT", help="Why.")
@changing
def assign(wiring: Wiring, cases: tuple[str, ...], yes: bool, officer: str, reason: str) -> None:
    """This officer stands for the owner of these cases."""
    from rules.commands import assign as entrust

    named = wiring.officer(officer)

    def command(case: Case, scene: Scene) -> Answer:
        return entrust(case, named.id, reason, scene.moment, scene.setting)

    def doubt(case: Case, scene: Scene) -> str | None:
        found = stranger(case, named.id, scene.today, scene.setting)
        return f"{found}; if that is a slip, assign it anew" if found else None

    carry(wiring, cases, yes, f"is assigned to {named.id}", command, doubt)
