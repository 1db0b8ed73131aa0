"""One tick: the catalogue of the day, the due cases, who would not be reached, the digests. Its cost follows what is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor import logs
from monitor.digests import draw_digests
from monitor.house import House
from monitor.load import Loaded, load_once
from monitor.reaching import report_unreached
from monitor.sealing import seal_the_day
from monitor.store import Ledger, Store
from rules.decide import Decision, decide
from rules.effect import effect
from rules.model import CLOCK, Case
from rules.notices import Change, failure_notice, tells_of_change
from rules.plain_facts import LettersForgotten

BATCH = 500
BREATH = timedelta(seconds=0.2)
log = logs.of("watch")


@dataclass(frozen=True, slots=True)
class Tick:
    """What one pass did; ``loaded`` where the catalogue was brought in, ``faults`` what went wrong on the way."""

    moment: datetime
    read: int
    notices: int
    digests: int
    loaded: Loaded | None
    next_look: datetime | None = None
    faults: tuple[str, ...] = ()


def tick(store: Store, house: House, moment: datetime) -> Tick:
    """Decide everything that has become due by ``moment``; each batch of cases in one transaction."""
    seal_the_day(store, house, moment)
    loaded = load_once(store, house, moment)
    read = notices = 0
    faults: list[str] = []
    while True:
        with store.writing() as ledger:
            seen = look(ledger, house, moment, moment)
        read += seen.read
        notices += seen.notices
        faults.extend(seen.faults)
        if seen.read < BATCH or seen.read == len(seen.faults):
            break
    if loaded is not None:
        _forget(store, house, moment)
    report_unreached(store, house, moment)
    digests = draw_digests(store, house, moment)
    with store.reading() as ledger:
        next_look = ledger.earliest_look()
    if next_look is not None and next_look <= moment and not store.single_daemon:
        next_look = moment + BREATH  # another daemon is deciding what is due; its end will ring
    return Tick(moment, read, notices, digests, loaded, next_look, tuple(faults))


def _forget(store: Store, house: House, moment: datetime) -> None:
    """Once a day the bytes of letters accepted longer ago than ``keep`` are erased; the journal stays."""
    before = house.config.keep.before(moment)
    with store.writing() as ledger:
        forgotten = ledger.forget(before)
        if forgotten:
            fact = LettersForgotten(None, house.setting.legal_day(moment), before, forgotten)
            ledger.write_fact(fact, moment, CLOCK)
    if forgotten:
        log.info("old letters forgotten", letters=forgotten)


@dataclass(frozen=True, slots=True)
class Look:
    """One batch of cases: how many were read, how many notices written, which could not be decided."""

    read: int
    notices: int
    faults: tuple[str, ...]


def look(ledger: Ledger, house: House, moment: datetime, recorded: datetime) -> Look:
    """Decide a batch of the cases that are due at ``moment``; the journal says that it was written at ``recorded``."""
    decisions: list[tuple[Case, Decision]] = []
    faults: list[str] = []
    cases = ledger.due_cases(moment, BATCH)
    for case in cases:
        try:
            decisions.append((case, decide(case, moment, house.setting)))
        except Exception as error:  # a poisoned case blocks no other
            log.exception("case cannot be decided", case=case.key)
            faults.append(_set_aside(ledger, house, case, error, moment))
    changes = _changes(ledger, decisions, moment, house)
    ledger.record(changes, recorded, CLOCK)
    return Look(len(cases), sum(len(change.notices) for change in changes), tuple(faults))


def _changes(
    ledger: Ledger, decisions: Sequence[tuple[Case, Decision]], moment: datetime, house: House
) -> list[Change]:
    changed = [case.key for case, decision in decisions if any(map(tells_of_change, decision.facts))]
    told = ledger.told(changed) if changed else {}
    return [
        effect(case, decision.facts, told.get(case.key, ()), moment, house.setting)
        for case, decision in decisions
    ]


def _set_aside(ledger: Ledger, house: House, case: Case, error: Exception, moment: datetime) -> str:
    sentence = f"{case.key} cannot be decided: {type(error).__name__}: {error}"
    failures = ledger.strike_case(case.number, sentence)
    if failures >= 3 and house.config.operator.email:
        text = f"{sentence}. It is set aside after three failures; nothing is sent for it until it is mended."
        ledger.post([failure_notice(f"case|{case.key}|{moment.isoformat()}", moment, text)])
    return sentence
