"""What changes when the catalogue meets the cases: opened, moved, vanished, restated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from rules.deadline import reckon
from rules.decide import left_behind, looking_ahead, passed_over
from rules.expected import Expected, expected_cases
from rules.facts import CaseFact, CaseVanished, DeadlineMoved, Withdrawn
from rules.instrument import Instrument
from rules.ladder import plan_of
from rules.library import Catalogue
from rules.life import evolve, lapsing, rebriefed
from rules.model import Case, Deadline, Ladder
from rules.notices import Change, Notice
from rules.opening import openings
from rules.peers import Peers
from rules.rounds import ended
from rules.setting import Setting
from rules.stage_facts import Plan
from rules.term import After

ANOTHER_DAY = "the catalogue or the calendar gives another day"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The changes of one instrument; ``restated`` has new words but the same days, and no facts."""

    opened: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    vanished: tuple[Change, ...] = ()
    restated: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        return (*self.opened, *self.moved, *self.vanished, *self.restated)


def folded_into(catalogue: Catalogue, today: date) -> Mapping[str, Mapping[str, str]]:
    """By older obligation ("instrument/obligation") and agency, the instrument that continues it by ``today``."""
    found: dict[str, dict[str, str]] = {}
    for instrument in catalogue.instruments:
        if instrument.day > today:
            continue
        for obligation in instrument.obligations:
            if obligation.continues is not None:
                day = instrument.issued or instrument.day
                leads = catalogue.expand(obligation.lead, day)
                found.setdefault(obligation.continues, {}).update(dict.fromkeys(leads, instrument.id))
    return found


def reconcile(
    instrument: Instrument | None,
    catalogue: Catalogue,
    standing: Sequence[Peers],
    moment: datetime,
    setting: Setting,
    folded: Mapping[str, Mapping[str, str]],
) -> Reconciled:
    """The changes that the catalogue of this moment asks of one instrument's cases (None: its file has vanished)."""
    meeting = _Meeting(catalogue, moment, setting.legal_day(moment), setting, folded)
    wanted: dict[str, Expected] = {}
    if instrument is not None:
        expected = expected_cases(instrument, catalogue, meeting.today, _periods(standing))
        wanted = {item.key: item for item in expected}
    there = {key for peers in standing for _, key, _ in peers.places}
    fresh = [item for key, item in wanted.items() if key not in there and not meeting.folds(item)]
    moved: list[Change] = []
    vanished: list[Change] = []
    restated: list[Change] = []
    for peers in standing:
        for change in meeting.restated(peers, wanted):
            (moved if change.facts else restated).append(change)
        if not peers.first.is_open:
            continue
        gone = [peers.at(place) for place in peers.places if place[1] not in wanted]
        if peers.first.vanished:
            restated += [new for case in gone if (new := meeting.looked_at_anew(case)) is not None]
        else:
            vanished += [meeting.vanish(case) for case in gone]
    opened = tuple(openings(fresh, moment, setting))
    return Reconciled(opened, tuple(moved), tuple(vanished), tuple(restated))


def _periods(standing: Iterable[Peers]) -> Mapping[str, frozenset[str]]:
    """By obligation, the periods that have been opened."""
    found: dict[str, set[str]] = {}
    for brief in (peers.first.brief for peers in standing):
        if brief.period is not None:
            found.setdefault(brief.obligation, set()).add(brief.period)
    return {obligation: frozenset(labels) for obligation, labels in found.items()}


@dataclass(frozen=True, slots=True)
class _Meeting:
    """One moment at which catalogue and cases meet."""

    catalogue: Catalogue
    moment: datetime
    today: date
    setting: Setting
    folded: Mapping[str, Mapping[str, str]]

    def folds(self, item: Expected) -> str | None:
        """The later instrument that continues this obligation for this agency."""
        if not self.folded:
            return None
        by_agency = self.folded.get(f"{item.brief.instrument}/{item.brief.obligation}")
        return by_agency.get(item.agency) if by_agency is not None else None

    def restated(self, peers: Peers, wanted: Mapping[str, Expected]) -> Iterator[Change]:
        """What is new of these peers; where nothing is new of one, nothing is of those of whom the same is wanted."""
        settled: dict[tuple[int, str | None], bool] = {}
        for place in peers.places:
            item = wanted.get(place[1])
            if item is None:
                continue
            wish = (id(item.brief), self.folds(item))
            if wish not in settled:
                settled[wish] = self.restate(peers.first, item) is None
            if not settled[wish] and (change := self.restate(peers.at(place), item)) is not None:
                yield change

    def vanish(self, case: Case) -> Change:
        return self.change(case, (CaseVanished(case.key, self.today),))

    def change(self, case: Case, facts: tuple[CaseFact, ...], notices: tuple[Notice, ...] = ()) -> Change:
        for fact in facts:
            case = evolve(case, fact)
        return Change(looking_ahead(case, self.moment, self.setting), facts, notices)

    def restate(self, case: Case, item: Expected) -> Change | None:
        """The case under the catalogue's present words; None where nothing is new."""
        later = self.folds(item)
        if later is not None and case.is_open and later not in case.folded_by:
            withdrawn = Withdrawn(case.key, self.today, f"continued by {later}", later)
            return self.change(case, ended(case, withdrawn, self.moment, self.setting))
        returned = (CaseVanished(case.key, self.today, returned=True),) if case.vanished else ()
        unchanged = case.brief == item.brief
        if unchanged and not (case.is_open and _set_running(case)):
            return self._as_it_was(case, returned)
        before, after = self._given(case), self._reckoned(case, item.brief.deadline, item)
        same = (before.last_day, before.waits_for) == (after.last_day, after.waits_for)
        if unchanged and same:
            return self._as_it_was(case, returned)
        case = rebriefed(case, item.brief)
        if not case.is_open:
            return self.change(case, returned)
        if same:
            because = after.because if case.last_day == after.last_day else case.because
            return self.change(replace(self._aimed(case), because=because), returned)
        if case.last_day != before.last_day:
            # A person has extended the case since: the extension, being later, stands.
            return self.change(self._aimed(case), returned)
        fact = DeadlineMoved(
            case=case.key,
            effective=self.today,
            round=case.round + 1,
            was=case.last_day,
            last_day=after.last_day,
            safe_day=after.safe_day,
            reason=ANOTHER_DAY,
            because=after.because,
            waits_for=after.waits_for,
            plan=self._plan(case.brief.ladder, after.last_day, after.safe_day),
            lapsed=lapsing(case),
        )
        moved = self.change(case, (*returned, fact))
        skipped = passed_over(moved.case, self.moment, self.setting, "passed before the deadline was moved")
        left = left_behind(case, self.moment, self.setting, "the deadline was moved first")
        return self.change(case, (*returned, *left, fact, *skipped))

    def _as_it_was(self, case: Case, returned: tuple[CaseFact, ...]) -> Change | None:
        return self.change(self._aimed(case), returned) if returned else self.looked_at_anew(case)

    def looked_at_anew(self, case: Case) -> Change | None:
        """Another calendar, hour of sending or time zone moves the next look of a case whose words are the same.

        Not of one that is due already: whoever looks at it says when to look again.
        """
        aimed = self._aimed(case)
        if case.next_look is not None and case.next_look <= self.moment:
            return None if aimed is case else Change(aimed)
        change = self.change(aimed, ())
        return None if aimed is case and change.case.next_look == case.next_look else change

    def _aimed(self, case: Case) -> Case:
        """The case with the working day to aim at by the present calendar, which goes with its last day."""
        if case.last_day is None or not case.is_open:
            return case
        safe_day = self.setting.workdays.on_or_before(case.last_day)
        return case if safe_day == case.safe_day else replace(case, safe_day=safe_day)

    def _plan(self, ladder: Ladder | None, last_day: date | None, safe_day: date | None) -> Plan:
        return plan_of(ladder, last_day, safe_day, self.setting)

    def _given(self, case: Case) -> Deadline:
        """The deadline as it was reckoned so far; of a period that a person set running, by the calendar of that time."""
        deadline = case.brief.deadline
        if case.original_last_day is None and _set_running(case):
            return replace(deadline, last_day=case.last_day, safe_day=case.safe_day, waits_for=case.waits_for)
        return self._reckoned(case, deadline)

    def _reckoned(self, case: Case, deadline: Deadline, item: Expected | None = None) -> Deadline:
        """The catalogue's deadline with the anchors that a person has entered for this case."""
        brief = item.brief if item is not None else case.brief
        entered = dict(case.anchors)
        if all(dict(brief.anchors).get(name) == day for name, day in entered.items()):
            return deadline
        known = {**entered, **dict(brief.anchors)}
        return reckon(brief.term, known, self.catalogue.workdays, deadline.because)


def _set_running(case: Case) -> bool:
    """Whether its period counts from a day that a person has entered and the catalogue does not know."""
    term = case.brief.term
    return (
        isinstance(term, After)
        and term.anchor in dict(case.anchors)
        and term.anchor not in dict(case.brief.anchors)
    )
