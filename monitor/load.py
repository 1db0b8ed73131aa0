"""The catalogue meets the store: cases are opened, moved, marked as vanished; dangerous loads wait for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from monitor import permission
from monitor.house import House
from monitor.permission import Permission
from monitor.settled import follows_the_day, forget, question, remember, settled, settles
from monitor.store import Ledger, Store
from monitor.timing import LOADED_DAY, note_timing
from rules.effect import letters_for
from rules.facts import DeadlineMoved
from rules.instrument import Instrument
from rules.library import Catalogue
from rules.model import CLOCK, Actor, Case
from rules.notices import Change
from rules.reconcile import Reconciled, folded_into, reconcile

LOADED = "loaded"
REFUSED = "load-refused"
LARGEST_LOSS = 5


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did, or would do; ``refused`` says why nothing was done and what a person can do.

    ``accepted``: whose word lets it happen although it would be refused.
    """

    opened: tuple[Case, ...] = ()
    moved: tuple[Change, ...] = ()
    vanished: tuple[Case, ...] = ()
    restated: int = 0
    refused: str | None = None
    accepted: Permission | None = None

    @property
    def days_moved(self) -> int:
        """How many open deadlines get another day."""
        return sum(map(_moves_the_day, self.moved))

    @property
    def is_empty(self) -> bool:
        return not (self.opened or self.moved or self.vanished or self.restated)


def load(store: Store, house: House, moment: datetime) -> Loaded:
    """Bring the cases in line with the catalogue, in one transaction; nothing is done where it is refused."""
    with store.writing(alone=True) as ledger:
        return load_into(ledger, house, moment)


def accept(store: Store, house: House, moment: datetime, actor: Actor) -> Loaded:
    """Let the next load of these very files do what it would be refused, and journal who says so.

    Nothing is written where nothing waits for it: ``refused`` is None, or it is ``accepted`` already.
    """
    with store.writing(alone=True) as ledger:
        found = _foreseen(ledger, house, moment)
        if found.refused is not None:
            today, lost = house.setting.legal_day(moment), len(found.vanished)
            permission.give(ledger, house.digest, found.days_moved, lost, moment, today, actor)
        return found


def load_into(ledger: Ledger, house: House, moment: datetime, *, accepted: bool = False) -> Loaded:
    """The same inside the caller's transaction, in which nobody else decides; ``accepted``: by the caller himself."""
    today = house.setting.legal_day(moment)
    if _is_loaded(ledger, house, today):
        return Loaded()  # by another daemon, while this one waited for its turn
    known = settled(ledger)
    visits = tuple(_visits(ledger, house, moment, known))
    results = tuple(visit.result for visit in visits)
    summary = _summary(results, house.library.catalogue, _obligations(ledger))
    given = permission.standing_for(ledger, house.digest)
    if summary.refused is not None and not accepted and given is None:
        ledger.set_mark(REFUSED, f"{_occasion(house, today)}|{summary.refused}")
        forget(ledger)
        ledger.set_mark(LOADED, None)  # else the former files, put back, would count as loaded
        note_timing(ledger, house.timing, house.setting, (), moment)  # which serves all the same
        return summary
    if summary.refused is not None and given is not None:
        permission.use(ledger, given, summary.days_moved, len(summary.vanished), moment, today)
    ledger.record(_told(ledger, results, moment, house), moment, CLOCK)
    restated = {change.case.brief.instrument for result in results for change in result.restated}
    note_timing(ledger, house.timing, house.setting, restated, moment)
    answered = {visit.name: visit.question for visit in visits if settles(visit.result)}
    unasked = known.keys() - {visit.name for visit in visits}
    remember(ledger, answered | {name: known[name] for name in unasked})
    # One for files that lie there and wait for a reload survives the night.
    if given is not None or ledger.mark(LOADED) != house.digest:
        permission.forget(ledger)
    ledger.set_mark(REFUSED, None)
    ledger.set_mark(LOADED, house.digest)
    ledger.set_mark(LOADED_DAY, today.isoformat())
    return Loaded(summary.opened, summary.moved, summary.vanished, summary.restated)


def preview(store: Store, house: House, moment: datetime) -> Loaded:
    """What the next load would open, move and lose; nothing is written."""
    with store.reading() as ledger:
        return _foreseen(ledger, house, moment)


def _foreseen(ledger: Ledger, house: House, moment: datetime) -> Loaded:
    results = tuple(visit.result for visit in _visits(ledger, house, moment, settled(ledger)))
    summary = _summary(results, house.library.catalogue, _obligations(ledger))
    given = permission.standing_for(ledger, house.digest)
    if summary.refused is None or given is None:
        return summary
    return replace(summary, refused=None, accepted=given)


def load_once(store: Store, house: House, moment: datetime) -> Loaded | None:
    """Load what this day has not seen yet; None: nothing to do. A refusal stands until it is accepted or mended."""
    today = house.setting.legal_day(moment)
    with store.reading() as ledger:
        if _is_loaded(ledger, house, today):
            return None
        refused = (ledger.mark(REFUSED) or "").removeprefix(f"{_occasion(house, today)}|")
        stands = permission.standing_for(ledger, house.digest) is not None
        if refused and refused != ledger.mark(REFUSED) and not stands:
            return Loaded(refused=refused)
    return load(store, house, moment)


def _is_loaded(ledger: Ledger, house: House, today: date) -> bool:
    return ledger.mark(LOADED) == house.digest and ledger.mark(LOADED_DAY) == today.isoformat()


def _occasion(house: House, today: date) -> str:
    return f"{house.digest}|{today}"


@dataclass(frozen=True, slots=True)
class _Visit:
    """What one instrument was asked, and the answer."""

    name: str
    question: str
    result: Reconciled


def _visits(ledger: Ledger, house: House, moment: datetime, known: Mapping[str, str]) -> Iterator[_Visit]:
    """Every question that has no answer yet."""
    catalogue, setting = house.library.catalogue, house.setting
    today = setting.legal_day(moment)
    folded = folded_into(catalogue, today)
    for name, instrument in _to_visit(ledger, house, today).items():
        asked = question(name, instrument, house, today, folded)
        if known.get(name) != asked:
            result = reconcile(instrument, catalogue, ledger.peers(name), moment, setting, folded)
            yield _Visit(name, asked, result)


def _to_visit(ledger: Ledger, house: House, today: date) -> Mapping[str, Instrument | None]:
    """All instruments after a change of the rules; on a new day only those that the day can change."""
    instruments = house.library.catalogue.instruments
    mark = ledger.mark(LOADED_DAY)
    if mark is None or ledger.mark(LOADED) != house.digest:
        known: dict[str, Instrument | None] = {instrument.id: instrument for instrument in instruments}
        return {**known, **{name: None for name in ledger.instruments() if name not in known}}
    since = date.fromisoformat(mark)
    fresh = [instrument for instrument in instruments if since < instrument.day <= today]
    continued = {
        o.continues.partition("/")[0] for i in fresh for o in i.obligations if o.continues is not None
    }
    return {i.id: i for i in instruments if i in fresh or i.id in continued or follows_the_day(i)}


def _obligations(ledger: Ledger) -> int:
    """How many obligations have been watched so far."""
    return ledger.obligations()


def _summary(results: tuple[Reconciled, ...], catalogue: Catalogue, watched: int) -> Loaded:
    opened = tuple(change.case for result in results for change in result.opened)
    moved = tuple(change for result in results for change in result.moved)
    vanished = tuple(change.case for result in results for change in result.vanished)
    restated = sum(len(result.restated) for result in results)
    days = [change for change in moved if _moves_the_day(change)]
    # An obligation that loses one agency and keeps another is not lost.
    named = {(instrument.id, o.id) for instrument in catalogue.instruments for o in instrument.obligations}
    lost = {(case.brief.instrument, case.brief.obligation) for case in vanished} - named
    refused = None
    if days:
        refused = (
            f"{len(days)} open deadlines would move: look at them with `duewatch check --changes`, "
            "then let them move with `duewatch accept`"
        )
    elif len(lost) * LARGEST_LOSS > watched:
        refused = (
            f"{len(lost)} of {watched} obligations would be lost: look at them with `duewatch check --changes`, "
            "then let them go with `duewatch accept`"
        )
    return Loaded(opened, moved, vanished, restated, refused)


def _moves_the_day(change: Change) -> bool:
    return any(isinstance(fact, DeadlineMoved) for fact in change.facts)


def _told(ledger: Ledger, results: tuple[Reconciled, ...], moment: datetime, house: House) -> list[Change]:
    """The changes, with letters to those who had been told before: only of a move is anybody told."""
    told = ledger.told([change.case.key for result in results for change in result.moved])
    found: list[Change] = []
    for result in results:
        moved = [
            _with_letters(change, told.get(change.case.key, ()), moment, house) for change in result.moved
        ]
        found += (*result.opened, *moved, *result.vanished, *result.restated)
    return found


def _with_letters(change: Change, told: Sequence[str], moment: datetime, house: House) -> Change:
    letters = letters_for(change.case, change.facts, told, moment, house.setting)
    return replace(change, notices=(*change.notices, *letters))
