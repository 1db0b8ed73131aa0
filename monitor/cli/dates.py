"""Each obligation with its days and why, as ``check --dates`` shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from monitor.cli.machine_forms import Json
from rules.deadline import occurrences, reckon_occurrence
from rules.expected import LOOKAHEAD, deadline_of
from rules.model import Deadline, Kind, Step
from rules.term import Every

if TYPE_CHECKING:
    from rules.instrument import Instrument, Obligation
    from rules.library import Catalogue


@dataclass(frozen=True, slots=True)
class DatedObligation:
    """One obligation's days; of a recurring one those of the next period on or after today."""

    instrument: str
    obligation: str
    phrase: str | None
    last_day: date | None
    safe_day: date | None
    earliest: date | None
    recurrence: str | None
    kind: Kind
    because: tuple[Step, ...]
    provisional: bool

    def machine(self) -> Json:
        """The object of ``check --dates --json``."""
        return {
            "instrument": self.instrument,
            "obligation": self.obligation,
            "deadline": self.phrase,
            "last_day": _iso(self.last_day),
            "safe_day": _iso(self.safe_day),
            "earliest": _iso(self.earliest),
            "recurrence": self.recurrence,
            "kind": self.kind,
            "because": [step.en for step in self.because],
            "provisional": self.provisional,
        }


def dated(catalogue: Catalogue, today: date) -> Iterator[DatedObligation]:
    """Every obligation of the catalogue, in its order."""
    for instrument in catalogue.instruments:
        for obligation in instrument.obligations:
            deadline = _deadline(instrument, obligation, catalogue, today)
            yield DatedObligation(
                instrument=instrument.id,
                obligation=obligation.id,
                phrase=obligation.phrase,
                last_day=deadline.last_day,
                safe_day=deadline.safe_day,
                earliest=deadline.earliest,
                recurrence=obligation.term.period if isinstance(obligation.term, Every) else None,
                kind=obligation.kind,
                because=deadline.because,
                provisional=deadline.provisional,
            )


def _deadline(instrument: Instrument, obligation: Obligation, catalogue: Catalogue, today: date) -> Deadline:
    term = obligation.term
    if isinstance(term, Every):
        start = max(today, instrument.day)
        for occurrence in occurrences(term, start, start + LOOKAHEAD):
            return reckon_occurrence(occurrence, catalogue.workdays, obligation.because)
    return deadline_of(instrument, obligation, catalogue)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
