"""Once a day, before anything else is decided, everything that the journal holds is sealed, and the letters with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from monitor.house import House
from monitor.store import Ledger, Store
from monitor.store.part import chunks
from rules.model import CLOCK
from rules.plain_facts import LettersSealed

SEALED = "letters-sealed"
# The clock may have been set back, and a letter's acceptance committed after a sealing that began later.
OVERLAP = timedelta(days=2)


def seal_the_day(store: Store, house: House, moment: datetime) -> None:
    """Seal what was written before this local day, at its first pass; the digests of the day tell the seal.

    The letters accepted since the last sealing are journalled first, with the hashes of their bytes.
    """
    today = house.setting.legal_day(moment)
    with store.reading() as ledger:
        last = ledger.last_seal()
        if ledger.last_number() == 0 or (last is not None and last.day >= today):
            return
    with store.writing(alone=True) as ledger:
        for letters in chunks(list(_unsealed(ledger))):
            ledger.write_fact(LettersSealed(None, today, moment, tuple(letters)), moment, CLOCK)
        ledger.set_mark(SEALED, moment.isoformat(), moment)
        ledger.seal(today, moment)


def _unsealed(ledger: Ledger) -> Iterator[tuple[int, str]]:
    """The number and the hash of each accepted letter that no sealing has covered."""
    mark = ledger.mark(SEALED)
    since = datetime.fromisoformat(mark) - OVERLAP if mark is not None else None
    known: set[int] = set()
    if since is not None:
        for entry in ledger.history(facts=["LettersSealed"], after=since - OVERLAP):
            if isinstance(entry.fact, LettersSealed):
                known.update(number for number, _ in entry.fact.letters)
    for number, digest in ledger.accepted_hashes(since):
        if number not in known:
            yield number, digest
