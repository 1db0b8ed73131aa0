"""How every changing command goes: choose, ask, carry out in one transaction, say what was written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, ParamSpec

import click

from monitor.cli.command import assume_yes
from monitor.cli.faults import Complaint, stopped
from monitor.cli.paper import hint, safe, say
from monitor.cli.selection import chosen, confirm
from monitor.cli.types import CASE

if TYPE_CHECKING:
    from monitor.cli.wiring import Wiring
    from rules.commands import Answer
    from rules.model import Case
    from rules.setting import Setting

_P = ParamSpec("_P")
_SHOWN = 20


def on_cases(body: Callable[_P, None]) -> Callable[_P, None]:
    """The argument CASE… and the option --yes."""
    cases = click.argument("cases", type=CASE, nargs=-1, required=True, metavar="CASE...")
    return cases(assume_yes(body))


@dataclass(frozen=True, slots=True)
class Scene:
    """What a command knows when it is carried out: its moment, the setting, who acts."""

    moment: datetime
    setting: Setting
    officer: str

    @property
    def today(self) -> date:
        return self.setting.legal_day(self.moment)


Doubt = Callable[["Case", Scene], str | None]


def carry(
    wiring: Wiring,
    names: Sequence[str],
    yes: bool,
    deed: str,
    command: Callable[[Case, Scene], Answer],
    doubt: Doubt | None = None,
    question: str | None = None,
) -> tuple[Case, ...]:
    """Applies the command to all cases or to none, and prints ``ok`` once that is on disk; gives them afterwards.

    ``deed`` says what was done in the words of the person ("snoozed until 2016-06-25"); what ``doubt`` finds odd about
    a case is remarked before anything is written, and with a ``question`` a terminal is asked whether to go on.
    """
    setting, actor = wiring.setting, wiring.actor
    from monitor.aftermath import aftermath
    from monitor.desk import carry_out
    from rules.commands import Refusal

    with wiring.ledger() as ledger:
        cases = chosen(ledger, names)
    confirm(names, cases, yes)
    scene = Scene(wiring.now(), setting, actor.name)
    if (
        _remarked(cases, scene, doubt)
        and question is not None
        and not yes
        and sys.stdin
        and sys.stdin.isatty()
    ):
        click.confirm(question, abort=True, err=True)
    keys = tuple(case.key for case in cases)
    outcome = carry_out(wiring.store(), setting, scene.moment, actor, keys, lambda case: command(case, scene))
    if isinstance(outcome, Refusal):
        rest = " Nothing was changed." if len(cases) > 1 else ""
        raise Complaint(f"Refused: {stopped(outcome.sentence)}{rest}")
    for case in outcome.cases[:_SHOWN]:
        say(f"ok: {case.number} {case.key} {safe(deed)}{_stands(case, scene)}")
    if len(outcome.cases) > _SHOWN:
        say(f"ok: and {len(outcome.cases) - _SHOWN} more")
    for sentence in aftermath(outcome, setting)[:_SHOWN]:
        say(sentence)
    if outcome.officers:
        say(f"letters to {', '.join(outcome.officers)}")
    return outcome.cases


def _remarked(cases: Sequence[Case], scene: Scene, doubt: Doubt | None) -> bool:
    """Says what is odd about these cases, and whether anything is."""
    sentences = [
        f"{case.key}: {found}." for case in cases if doubt is not None and (found := doubt(case, scene))
    ]
    for sentence in sentences[:_SHOWN]:
        hint(sentence)
    if len(sentences) > _SHOWN:
        hint(f"The same of {len(sentences) - _SHOWN} more.")
    return bool(sentences)


def _stands(case: Case, scene: Scene) -> str:
    from rules.status import status_of

    day = f", last day {case.last_day}" if case.last_day is not None else ""
    return f" ({status_of(case, scene.today)}{day})"
