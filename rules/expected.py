"""Which cases an instrument calls for on a day: obligation × agency × period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rules.deadline import Occurrence, occurrences, reckon, reckon_occurrence
from rules.instrument import Instrument, KnownState, Obligation
from rules.library import Catalogue
from rules.model import Brief, Deadline, Figure
from rules.term import Every

LOOKAHEAD = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class Expected:
    """A case that the catalogue calls for, with what it knows of its agency."""

    key: str
    agency: str
    brief: Brief
    figure: Figure | None
    state: KnownState | None


def expected_cases(
    instrument: Instrument, catalogue: Catalogue, today: date, known_periods: Mapping[str, frozenset[str]]
) -> Iterator[Expected]:
    """Every case of the instrument that should be watched on ``today``; none before the instrument's own day.

    ``known_periods`` names, by obligation, the periods of a recurring one that have been opened before.
    """
    if instrument.day > today:
        return
    for obligation in instrument.obligations:
        if isinstance(obligation.term, Every):
            known = known_periods.get(obligation.id, frozenset())
            for occurrence in _periods(obligation.term, instrument.day, today, known):
                deadline = reckon_occurrence(occurrence, catalogue.workdays, obligation.because)
                yield from _cases(instrument, obligation, deadline, catalogue, occurrence, today)
        else:
            yield from _cases(
                instrument, obligation, deadline_of(instrument, obligation, catalogue), catalogue, None, today
            )


def anchors_of(instrument: Instrument, obligation: Obligation) -> tuple[tuple[str, date], ...]:
    """The days that counted periods of the obligation start from: its own, the issue, the entry into force."""
    anchors = dict(obligation.anchors)
    if instrument.issued is not None:
        anchors.setdefault("issued", instrument.issued)
    if instrument.effective is not None:
        anchors.setdefault("effective", instrument.effective)
    return tuple(sorted(anchors.items()))


def deadline_of(instrument: Instrument, obligation: Obligation, catalogue: Catalogue) -> Deadline:
    """The deadline of an obligation that does not recur."""
    anchors = dict(anchors_of(instrument, obligation))
    return reckon(obligation.term, anchors, catalogue.workdays, obligation.because)


def _periods(term: Every, start: date, today: date, known: frozenset[str]) -> tuple[Occurrence, ...]:
    """From the earliest known period (at the first load: the one before the present) to the one not yet due.

    The next opens on the day after the last day of the one before; none is due before ``start``.
    """
    found: list[Occurrence] = []
    for occurrence in occurrences(term, start, max(today, start) + LOOKAHEAD):
        found.append(occurrence)
        if occurrence.due >= today:
            break
    first = next((n for n, occurrence in enumerate(found) if occurrence.label in known), len(found) - 2)
    return tuple(found[max(first, 0) :])


def _cases(
    instrument: Instrument,
    obligation: Obligation,
    deadline: Deadline,
    catalogue: Catalogue,
    occurrence: Occurrence | None,
    today: date,
) -> Iterator[Expected]:
    counted_on = today if obligation.roster == "current" else _roster_day(instrument, occurrence)
    leads = catalogue.expand(obligation.lead, counted_on)
    label = occurrence.label if occurrence is not None else None
    brief = _brief(instrument, obligation, deadline, catalogue, label, counted_on, leads)
    figures = _covered(obligation, catalogue, counted_on)
    states = _states(obligation, catalogue, counted_on)
    for agency in leads[:1] if obligation.joint else leads:
        key = f"{instrument.id}/{obligation.id}@{agency}" + (f"#{label}" if label else "")
        state = states.get(agency)
        yield Expected(key, agency, brief, None if state is not None else figures.get(agency), state)


def _roster_day(instrument: Instrument, occurrence: Occurrence | None) -> date:
    return occurrence.first if occurrence is not None else instrument.issued or instrument.day


def _brief(
    instrument: Instrument,
    obligation: Obligation,
    deadline: Deadline,
    catalogue: Catalogue,
    label: str | None,
    counted_on: date,
    leads: tuple[str, ...],
) -> Brief:
    return Brief(
        instrument=instrument.id,
        obligation=obligation.id,
        period=label,
        number=instrument.number,
        instrument_kind=instrument.kind,
        title=instrument.title,
        issuer=instrument.issuer,
        issued=instrument.issued,
        source=instrument.source,
        task=obligation.task,
        kind=obligation.kind,
        deadline=deadline,
        term=obligation.term,
        anchors=anchors_of(instrument, obligation),
        clause=obligation.clause,
        quote=obligation.quote,
        phrase=obligation.phrase,
        deliverable=obligation.deliverable,
        cooperating=catalogue.expand(obligation.cooperating, counted_on),
        collective=tuple(name for name in obligation.lead if name.startswith("@")),
        joint=leads if obligation.joint else (),
        ladder=catalogue.ladders[obligation.ladder] if obligation.ladder is not None else None,
        original=obligation.original,
        figures=obligation.figures,
    )


def _covered(obligation: Obligation, catalogue: Catalogue, day: date) -> Mapping[str, Figure]:
    """By agency, the latest count that speaks of it without naming it."""
    found: dict[str, Figure] = {}
    for figure in sorted(obligation.figures, key=lambda figure: figure.as_of):
        for roster in figure.rosters:
            for agency in catalogue.members(roster, day):
                found[agency] = figure
    return found


def _states(obligation: Obligation, catalogue: Catalogue, day: date) -> Mapping[str, KnownState]:
    """By agency, what is known; a named agency beats a roster."""
    found: dict[str, KnownState] = {}
    for state in sorted(obligation.states, key=lambda state: not state.agency.startswith("@")):
        for agency in catalogue.expand((state.agency,), day):
            found[agency] = state
    return found
