"""Cases as they stood on a day: the journal's facts that count from that day or earlier, played again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from rules.facts import CaseOpened
from rules.life import born, evolve
from rules.plain_facts import PlainFact
from rules.status import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from monitor.store import Recorded
    from rules.model import Case, Status

_URGENCY: Mapping[Status, int] = {
    "open-late": 0,
    "open-in-time": 1,
    "not-running": 2,
    "undated": 3,
    "continuous": 4,
    "done-late": 5,
    "done-in-time": 6,
    "done-undated": 7,
    "withdrawn": 8,
}


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


def most_urgent(cases: Iterable[Case], today: date) -> tuple[Case, ...]:
    """Late ones first, the longest overdue at the top; then by day; the finished last."""

    def place(case: Case) -> tuple[int, date, int]:
        return _URGENCY[status_of(case, today)], case.last_day or date.max, case.number

    return tuple(sorted(cases, key=place))
