"""What has changed of the cases since a moment: read once, however many officers are told of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from monitor.store import Ledger
from rules.digest import Changed

CHANGES_TOLD = frozenset(
    {
        "CaseOpened",
        "Closed",
        "Reopened",
        "Extended",
        "DeadlineMoved",
        "Withdrawn",
        "CaseVanished",
        "PromiseBroken",
    }
)


class News:
    """The changes that one transaction sees; it must not outlive the ledger's."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._known: dict[datetime, Sequence[Changed]] = {}
        self._assignees: frozenset[str] | None = None

    def assignees(self) -> frozenset[str]:
        """The officers to whom any case is assigned."""
        if self._assignees is None:
            self._assignees = self.ledger.assignees()
        return self._assignees

    def since(self, moment: datetime) -> Sequence[Changed]:
        """The latest change of each case that was written after ``moment``."""
        if moment not in self._known:
            written = self.ledger.history(facts=CHANGES_TOLD, after=moment)
            facts = {entry.fact.case: entry.fact for entry in written}
            cases = self.ledger.cases_by_key(key for key in facts if key is not None)
            self._known[moment] = [Changed(case, facts[key]) for key, case in cases.items()]
        return self._known[moment]
