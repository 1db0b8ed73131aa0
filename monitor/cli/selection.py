"""Which cases a command means: numbers, keys and patterns, with a way out of every slip."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from monitor.cli.faults import USAGE, Complaint
from monitor.cli.paper import safe, shortened

if TYPE_CHECKING:
    from monitor.store import Ledger
    from rules.model import Case

_SHOWN = 10
_COMPARED = 2000


def is_pattern(name: str) -> bool:
    return "*" in name or "?" in name


def chosen(ledger: Ledger, names: Sequence[str]) -> tuple[Case, ...]:
    """The cases of these names, each once, in the order named; raises Complaint for one that is unknown."""
    found: dict[str, Case] = {}
    for name in names:
        for case in _matches(ledger, name.strip()):
            found.setdefault(case.key, case)
    return tuple(found.values())


def the_one(ledger: Ledger, name: str) -> Case:
    """The single case of this name; raises Complaint where a pattern means several."""
    cases = chosen(ledger, (name,))
    if len(cases) > 1:
        raise Complaint(f"{name} means {_listed(cases)}; name one of them.", USAGE)
    return cases[0]


def confirm(names: Sequence[str], cases: Sequence[Case], yes: bool) -> None:
    """Asks before a pattern changes several cases; raises Complaint where nobody can be asked."""
    if yes or len(cases) < 2 or not any(is_pattern(name) for name in names):
        return
    if not (sys.stdin and sys.stdin.isatty()):
        raise Complaint(
            f"The pattern means {len(cases)} cases and there is no terminal to ask on: add --yes to change them all.",
            USAGE,
        )
    click.echo(f"The pattern means {_listed(cases)}.", err=True)
    click.confirm("Change them all?", abort=True, err=True)


def _matches(ledger: Ledger, name: str) -> tuple[Case, ...]:
    if name.isascii() and name.isdigit():
        case = ledger.case(int(name)) if len(name) < 19 else None
        if case is None:
            raise Complaint(
                f"There is no case number {name}; 'duewatch list' shows the cases and their numbers."
            )
        return (case,)
    if is_pattern(name):
        cases = ledger.matching(name)
        if not cases:
            raise Complaint(
                f"No case matches {safe(name)!r}; 'duewatch list' shows the cases and their keys."
            )
        return cases
    case = ledger.case(name)
    if case is None:
        raise Complaint(_unknown(ledger, name))
    return (case,)


def _unknown(ledger: Ledger, name: str) -> str:
    offer = _near(ledger, name)
    words = f" Near it: {', '.join(offer)}." if offer else ""
    return f"There is no case {shortened(safe(name), 120)!r}; 'duewatch list' shows the cases and their keys.{words}"


def _near(ledger: Ledger, name: str) -> list[str]:
    instrument, slash, _rest = name.lower().partition("/")
    holding = [case.key for case in ledger.matching(f"*{name}*")[:3]] if name else []
    if holding:
        return holding
    known = ledger.instruments()
    if instrument not in known:
        like = get_close_matches(instrument, known, 1, 0.6)
        if not like:
            return []
        instrument = like[0]
        if not slash:
            return [f"{instrument}/…"]
    keys = [case.key for case in ledger.standing(instrument)[:_COMPARED]]
    return get_close_matches(name.lower(), keys, 3, 0.6)


def _listed(cases: Sequence[Case]) -> str:
    keys = ", ".join(case.key for case in cases[:_SHOWN])
    more = f" and {len(cases) - _SHOWN} more" if len(cases) > _SHOWN else ""
    return f"{len(cases)} cases: {keys}{more}"
