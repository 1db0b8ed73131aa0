"""Once a day, before anything else is decided, everything that the journal holds is sealed."""

from __future__ import annotations

from datetime import datetime

from monitor.house import House
from monitor.store import Store


def seal_the_day(store: Store, house: House, moment: datetime) -> None:
    """Seal what was written before this local day, at its first pass; the digests of the day tell the seal."""
    today = house.setting.legal_day(moment)
    with store.reading() as ledger:
        last = ledger.last_seal()
        if ledger.last_number() == 0 or (last is not None and last.day >= today):
            return
    with store.writing(alone=True) as ledger:
        ledger.seal(today, moment)
