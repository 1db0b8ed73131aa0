"""Cases as they stood on a day: the journal's facts that count from that day or earlier, played again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from rules.facts import CaseOpened
from rules.life import born, evolve
from rules.plain_facts import PlainFact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monitor.store import Recorded
    from rules.model import Case


def as_of(day: date, present: Iterable[Case], journal: Iterable[Recorded]) -> tuple[Case, ...]:
    """The cases that had begun by ``day``, from facts effective on or before it."""
    return _played(present, (entry for entry in journal if entry.fact.effective <= day))


def known_at(moment: datetime, present: Iterable[Case], journal: Iterable[Recorded]) -> tuple[Case, ...]:
    """The cases as they were known at ``moment``, from facts recorded by then."""
    return _played(present, (entry for entry in journal if entry.recorded <= moment))


def _played(present: Iterable[Case], journal: Iterable[Recorded]) -> tuple[Case, ...]:
    last = {case.key: case for case in present}
    cases: dict[str, Case] = {}
    for entry in journal:
        fact = entry.fact
        if isinstance(fact, PlainFact) or fact.case not in last:
            continue
        if isinstance(fact, CaseOpened):
            now = last[fact.case]
            cases[fact.case] = replace(born(now.brief, fact, entry.recorded), number=now.number)
        elif fact.case in cases:
            cases[fact.case] = evolve(cases[fact.case], fact)
    return tuple(cases.values())


def most_urgent(cases: Iterable[Case]) -> tuple[Case, ...]:
    """In the order in which the store lists them."""
    from monitor.store.standing import standing_of

    def place(case: Case) -> tuple[int, date, int]:
        return standing_of(case), case.last_day or date.max, case.number

    return tuple(sorted(cases, key=place))
