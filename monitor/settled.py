"""Instruments that have had their answer: the same question about cases that nobody has touched is not put again.

A load asks of each instrument what the catalogue changes about its cases. The answer follows from the rule files, the
calendar, the hour, sometimes the day, and the cases; these change by facts alone. Where it was "nothing, but to open
them", and no fact has been written of them since, it is nothing again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b

from monitor.house import House
from monitor.store import Ledger
from rules.instrument import Instrument
from rules.reconcile import Reconciled
from rules.term import Every

SETTLED = "settled"
Folded = Mapping[str, Mapping[str, str]]


def question(name: str, instrument: Instrument | None, house: House, today: date, folded: Folded) -> str:
    """A digest of everything but the cases that the answer for one instrument depends on."""
    later = {old: sorted(by.items()) for old, by in folded.items() if old.startswith(f"{name}/")}
    parts = [house.reckoning, repr(instrument), repr(sorted(later.items()))]
    if instrument is not None:
        parts.append(str(instrument.day <= today))
        if follows_the_day(instrument):
            parts.append(today.isoformat())
    return blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def follows_the_day(instrument: Instrument) -> bool:
    """Whether another day alone can open or lose a case of it."""
    return any(isinstance(o.term, Every) or o.roster == "current" for o in instrument.obligations)


def settled(ledger: Ledger) -> dict[str, str]:
    """By instrument, the question that has been answered, where no fact has been written of its cases since."""
    written = ledger.mark(SETTLED)
    if written is None:
        return {}
    known = json.loads(written)
    touched = ledger.touched_since(int(known["fact"]))
    return {name: text for name, text in known["questions"].items() if name not in touched}


def settles(result: Reconciled) -> bool:
    """Whether the same question would now be answered with nothing: an opening asks for nothing more."""
    return not (result.moved or result.vanished or result.restated)


def remember(ledger: Ledger, questions: Mapping[str, str]) -> None:
    """These questions have their answer, as of this moment."""
    ledger.set_mark(SETTLED, json.dumps({"fact": ledger.last_number(), "questions": questions}))


def forget(ledger: Ledger) -> None:
    """Put every question again: the daemon goes on under rules that were not taken over."""
    ledger.set_mark(SETTLED, None)
