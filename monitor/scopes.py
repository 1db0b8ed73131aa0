"""Whose cases an officer's digest holds: her agencies', those that are assigned to her, none that is another's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from monitor.store import CaseFilter
from rules.audience import EVERYWHERE, LINE, accountable, present
from rules.digest import Changed
from rules.library import Directory
from rules.model import Case
from rules.setting import Setting


@dataclass(frozen=True, slots=True)
class Scope:
    """The cases that an officer looks after; ``agencies`` None: all there are.

    Of ``owned`` agencies she is nothing but the owner: a case of theirs that is assigned to another is not hers.
    """

    officer: str
    agencies: tuple[str, ...] | None
    owned: tuple[str, ...] = ()

    def filter(self, today: date, assignees: Iterable[str], directory: Directory) -> CaseFilter:
        """The same as a question to the store; ``assignees``: all to whom any case is assigned."""
        if self.agencies is None:
            return CaseFilter(today)
        others = tuple(name for name in assignees if name != self.officer and name in directory.officers)
        hers = self.officer if self.officer in assignees else None
        if not others and hers is None:
            return CaseFilter(today, agencies=(*self.agencies, *self.owned))
        return CaseFilter(today, agencies=self.agencies, owned=self.owned, owner=hers, others=others)

    def of_hers(self, changes: Sequence[Changed], directory: Directory) -> tuple[Changed, ...]:
        """Those of the changes that are of cases she looks after."""
        if self.agencies is None:
            return tuple(changes)
        agencies, owned = frozenset(self.agencies), frozenset(self.owned)

        def holds(case: Case) -> bool:
            if case.assigned == self.officer or not agencies.isdisjoint(case.leads):
                return True
            elsewhere = case.assigned is not None and case.assigned in directory.officers
            return not elsewhere and not owned.isdisjoint(case.leads)

        return tuple(change for change in changes if holds(change.case))


def scopes_of(setting: Setting, day: date) -> Mapping[str, Scope]:
    """By officer: the agencies for which they are owner, head or leader (fall-backs included); the watch sees all."""
    answering: dict[str, dict[str, None]] = {officer: {} for officer in setting.directory.officers}
    owned: dict[str, dict[str, None]] = {officer: {} for officer in setting.directory.officers}
    for agency in setting.agencies:
        here = present(agency, day, setting)
        for role in LINE:
            for person in accountable(here, role, setting):
                (owned if role == "owner" else answering)[person.officer][agency] = None
    everything = {officer.id for officer in setting.directory.holders(EVERYWHERE, "watch")}
    return {
        officer: Scope(officer, None)
        if officer in everything
        else Scope(officer, tuple(agencies), tuple(name for name in owned[officer] if name not in agencies))
        for officer, agencies in answering.items()
    }
