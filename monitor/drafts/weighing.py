"""What the rule files' own reader makes of a draft's entry: its day, every reason, and every fault."""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.drafts.file import DraftFile, Entry
from rules.deadline import occurrences, reckon_occurrence
from rules.expected import LOOKAHEAD, deadline_of
from rules.instrument import Instrument, Obligation
from rules.library import Catalogue
from rules.model import Deadline, Fault
from rules.schema.faults import Findings, SourceText, opened
from rules.schema.instruments import read_instruments
from rules.term import Every


@dataclass(frozen=True, slots=True)
class Weighed:
    """One entry as the catalogue would hold it; without an obligation the faults say why."""

    obligation: Obligation | None
    deadline: Deadline | None
    faults: tuple[Fault, ...]

    @property
    def is_good(self) -> bool:
        return self.obligation is not None and all(fault.warning for fault in self.faults)


def instrument_of(draft: DraftFile, catalogue: Catalogue) -> tuple[Instrument | None, tuple[Fault, ...]]:
    """The draft as an instrument of this catalogue, read by the same reader as every rule file, and its faults."""
    findings = Findings()
    document = opened(SourceText("draft", "instrument", draft.written()), findings)
    found = read_instruments([document], catalogue, findings) if document is not None else ()
    known = {instrument.id for instrument in catalogue.instruments} | {
        f"{instrument.id}/{obligation.id}"
        for instrument in catalogue.instruments
        for obligation in instrument.obligations
    }
    # Alone it cannot see the instruments that it goes on from.
    faults = tuple(fault for fault in findings.sorted() if not _is_link_to(fault, known))
    return (found[0] if found else None), faults


def weighed(draft: DraftFile, entry: Entry, catalogue: Catalogue) -> Weighed:
    """What this entry means in its draft."""
    alone = replace(draft, entries=(entry,))
    instrument, faults = instrument_of(alone, catalogue)
    if instrument is None:
        return Weighed(None, None, faults)
    own = tuple(fault for fault in faults if fault.key.startswith("obligation"))
    if not instrument.obligations:
        return Weighed(None, _day_without_lead(draft, entry, catalogue), own)
    obligation = instrument.obligations[0]
    return Weighed(obligation, _deadline(instrument, obligation, catalogue), own)


def _day_without_lead(draft: DraftFile, entry: Entry, catalogue: Catalogue) -> Deadline | None:
    """The day of an entry that only lacks a known lead: whoever looks for the lead wants to know when."""
    if entry.names("lead") or not catalogue.agencies:
        return None
    return weighed(draft, entry.put(lead=[next(iter(catalogue.agencies))]), catalogue).deadline


def _deadline(instrument: Instrument, obligation: Obligation, catalogue: Catalogue) -> Deadline:
    """Of a recurring obligation the deadline of its first period."""
    term = obligation.term
    if isinstance(term, Every):
        for occurrence in occurrences(term, instrument.day, instrument.day + LOOKAHEAD):
            return reckon_occurrence(occurrence, catalogue.workdays, obligation.because)
    return deadline_of(instrument, obligation, catalogue)


def _is_link_to(fault: Fault, known: set[str]) -> bool:
    key = fault.key.rpartition(".")[2].partition("[")[0]
    return key in {"continues", "amends", "replaces"} and any(f'"{id_}"' in fault.text for id_ in known)
