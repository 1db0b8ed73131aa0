"""One obligation's table into an Obligation record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules.deadline import reckon
from rules.instrument import Instrument, KnownState, Obligation, Ruling
from rules.library import Catalogue
from rules.lines import KeyPath
from rules.model import Deadline, Figure, Original, Step
from rules.schema.characters import is_id
from rules.schema.faults import Document, Findings
from rules.schema.fitting import one_of, shaped, written
from rules.schema.shapes import FigureShape, ObligationShape
from rules.schema.terms import ReadTerm, TermReader
from rules.term import Every, OnDay, Term
from rules.workdays import in_vietnamese

_OWN_ANCHORS = frozenset({"issued", "effective"})


@dataclass(frozen=True, slots=True)
class ObligationReader:
    """Reads the obligation at ``path``, said by ``instrument``, against the agencies and ladders of ``base``."""

    document: Document
    path: KeyPath
    instrument: Instrument
    base: Catalogue
    findings: Findings

    def read(self) -> Obligation | None:
        """The obligation; None where its table or its deadline is faulty."""
        shape = shaped(self.document, self.path, ObligationShape, self.findings)
        if shape is None:
            return None
        self._check_names(shape)
        self._check_ladder(shape)
        states = self._states(shape)
        figures = self._figures(shape)
        term_path = (*self.path, "deadline")
        reader = TermReader(self.document, term_path, self.findings, self._said_on, self.base.workdays.tet)
        reading = reader.read(shape.deadline)
        if reading is None:
            return None
        self._check_days(shape, reading)
        term, because = self._settled(shape, reading)
        ladder = ladder_for(shape, term)
        return Obligation(
            id=shape.id,
            task=shape.task,
            lead=tuple(shape.lead),
            term=term,
            because=because,
            phrase=reading.phrase,
            kind=shape.kind,
            ladder=ladder if ladder in self.base.ladders else None,
            joint=shape.joint,
            cooperating=tuple(shape.cooperating),
            clause=shape.clause,
            quote=shape.quote.strip() if shape.quote else None,
            deliverable=shape.deliverable,
            original=Original(shape.original.last_day, shape.original.source) if shape.original else None,
            roster=shape.roster,
            continues=shape.continues,
            anchors=tuple(shape.anchors.items()),
            ruling=_ruling(shape),
            other_day=reading.other_day,
            figures=figures,
            states=states,
            place=(self.document.file, self.document.line(self.path)),
        )

    @property
    def _said_on(self) -> date:
        """The day that rosters are counted on and that a day without a year lies after."""
        return self.instrument.issued or self.instrument.day

    def _lies_ahead(self, day: date) -> bool:
        """Whether nothing can be known of this day yet; an instrument of a later day is not looked at so closely."""
        today = self.findings.today
        return today is not None and self.instrument.day <= today < day

    def _check_names(self, shape: ObligationShape) -> None:
        if not is_id(shape.id):
            self._fault(f'"{shape.id}" is no id: a-z, 0-9 and hyphens only', "id")
        self._check_agencies(shape.lead, "lead")
        self._check_agencies(shape.cooperating, "cooperating")
        if shape.joint:
            if len(self.base.expand(shape.lead, self._said_on)) < 2:
                self._fault("a joint lead needs two agencies", "joint")
            names = one_of(shape.lead)
            self._fault(f"{names} lead jointly: nobody alone is accountable", "joint", warning=True)
        for name in shape.anchors:
            if name in _OWN_ANCHORS:
                self._fault(f'"{name}" is the instrument\'s own day; write it there', "anchors", name)
            elif not is_id(name):
                self._fault(f'"{name}" is no name: a-z, 0-9 and hyphens only', "anchors", name)

    def _check_agencies(self, names: Sequence[str], key: str) -> None:
        for number, name in enumerate(names):
            if name in names[:number]:
                self._fault(f'"{name}" stands twice', key, number)
            elif name.startswith("@") and name[1:] not in self.base.rosters:
                self._fault(f'there is no roster "{name}"', key, number)
            elif not name.startswith("@") and name not in self.base.agencies:
                self._fault(self._unknown_agency(name), key, number)

    def _unknown_agency(self, name: str) -> str:
        found = self.base.find_agency(name)
        return f'there is no agency "{name}"' + (f'; its id is "{found.id}"' if found else "")

    def _check_ladder(self, shape: ObligationShape) -> None:
        if shape.ladder is None:
            return
        if shape.kind in ("target", "forecast"):
            self._fault(f"a {shape.kind} is never escalated and has no ladder", "ladder")
        elif shape.ladder not in self.base.ladders:
            known = ", ".join(self.base.ladders)
            self._fault(f'there is no ladder "{shape.ladder}"; there are {known}', "ladder")

    def _check_days(self, shape: ObligationShape, reading: ReadTerm) -> None:
        for doubt in reading.doubts if shape.ruling is None else ():
            self._fault(doubt.en, "deadline", warning=True)
        if reading.other_day is not None and shape.ruling is None:
            text = (
                f"can also be read as {reading.other_day}; the stricter day counts until a ruling settles it"
            )
            self._fault(text, "deadline", warning=True)
        deadline = self._reckoned(shape, reading)
        settled = shape.ruling.last_day if shape.ruling else deadline.last_day
        if shape.last_day is not None and shape.last_day not in (deadline.last_day, settled):
            self._fault(_differs(shape.last_day, deadline, reading.term), "last_day")
        if settled is not None and settled < self.instrument.day and shape.original is None:
            text = f"the last day, {settled}, lies before the instrument's own day, {self.instrument.day}"
            self._fault(text, "deadline", warning=True)
        if shape.original is not None and settled is not None and shape.original.last_day >= settled:
            self._fault(f"is not before the day that counts now, {settled}", "original", "last_day")

    def _reckoned(self, shape: ObligationShape, reading: ReadTerm) -> Deadline:
        own = (("issued", self.instrument.issued), ("effective", self.instrument.effective))
        anchors = {**shape.anchors, **{name: day for name, day in own if day is not None}}
        return reckon(reading.term, anchors, self.base.workdays, reading.because)

    def _settled(self, shape: ObligationShape, reading: ReadTerm) -> tuple[Term, tuple[Step, ...]]:
        """The term that counts: an officer's ruling beats the reading."""
        ruling = shape.ruling
        if ruling is None:
            return reading.term, reading.because
        if isinstance(reading.term, Every):
            self._fault("a recurring deadline has no single day that a ruling could settle", "ruling")
            return reading.term, reading.because
        on, last_day = in_vietnamese(ruling.on), in_vietnamese(ruling.last_day)
        step = Step(
            f"{ruling.by} ruled on {ruling.on} that the last day is {ruling.last_day}: {ruling.reason}",
            f"{ruling.by} quyết định ngày {on}: hạn cuối là {last_day}; {ruling.reason}",
        )
        hour = reading.term.hour if isinstance(reading.term, OnDay) else None
        return OnDay(ruling.last_day, hour), (*reading.because, step)

    def _figures(self, shape: ObligationShape) -> tuple[Figure, ...]:
        found = [self._figure(number, figure) for number, figure in enumerate(shape.figure)]
        return tuple(figure for figure in found if figure is not None)

    def _figure(self, number: int, figure: FigureShape) -> Figure | None:
        raw = figure.roster
        names = raw if isinstance(raw, list) else [raw]
        rosters = tuple(name.removeprefix("@") for name in names if isinstance(name, str))
        if not rosters or len(rosters) != len(names):
            self._fault(
                f"must be a roster or an array of rosters, not {written(raw)}", "figure", number, "roster"
            )
            return None
        for roster in rosters:
            if roster not in self.base.rosters:
                self._fault(f'there is no roster "{roster}"', "figure", number, "roster")
        if self._lies_ahead(figure.as_of):
            self._fault(f"{figure.as_of} lies ahead: nothing is known of it yet", "figure", number, "as_of")
        counted = len(self.base.expand([f"@{roster}" for roster in rosters], self._said_on))
        of = figure.of if figure.of is not None else counted
        if figure.done > of:
            self._fault(f"{figure.done} of {of} is more than all", "figure", number, "done")
        return Figure(rosters, figure.done, figure.of, figure.as_of, figure.source, figure.about)

    def _states(self, shape: ObligationShape) -> tuple[KnownState, ...]:
        leads = {*shape.lead, *self.base.expand(shape.lead, self._said_on)}
        agencies = [state.agency for state in shape.state]
        for number, state in enumerate(shape.state):
            place = ("state", number)
            days = {"done": state.done, "done_by": state.done_by, "open_on": state.open_on}
            said = [key for key, day in days.items() if day is not None]
            if len(said) != 1:
                self._fault(
                    f"says one of done, done_by and open_on, not {' and '.join(said) or 'none'}", *place
                )
            for key, day in days.items():
                if day is not None and self._lies_ahead(day):
                    self._fault(f"{day} lies ahead: nothing is known of it yet", *place, key)
            if state.agency in agencies[:number]:
                self._fault(f'"{state.agency}" stands twice', *place, "agency")
            elif state.agency not in leads:
                self._fault(f'"{state.agency}" does not lead this obligation', *place, "agency")
        return tuple(
            KnownState(state.agency, state.done, state.done_by, state.open_on, state.evidence)
            for state in shape.state
        )

    def _fault(self, text: str, *inner: str | int, warning: bool = False) -> None:
        self.findings.add(self.document, (*self.path, *inner), text, warning)


def ladder_for(shape: ObligationShape, term: Term) -> str | None:
    """The ladder's name: the one that is written, else the rule for this kind of obligation."""
    if shape.kind in ("target", "forecast"):
        return None
    if shape.ladder is not None:
        return shape.ladder
    if shape.kind == "milestone":
        return "milestone"
    if isinstance(term, Every):
        return "recurring"
    return "collective" if any(name.startswith("@") for name in shape.lead) else "standard"


def _differs(expected: date, deadline: Deadline, term: Term) -> str:
    if deadline.last_day is not None:
        return f"{expected} is written here, but the deadline reads as {deadline.last_day}"
    if deadline.waits_for is not None:
        return f'{expected} is written here, but the day of "{deadline.waits_for}" is not known'
    if isinstance(term, Every):
        return f"{expected} is written here, but a recurring deadline has no single last day"
    return f"{expected} is written here, but the deadline has no last day"


def _ruling(shape: ObligationShape) -> Ruling | None:
    ruling = shape.ruling
    return Ruling(ruling.last_day, ruling.by, ruling.on, ruling.reason) if ruling else None
