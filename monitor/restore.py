"""A backup in the place of the configured file: read, shown, put in, and the lapse lived through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from monitor.clock import Clock
from monitor.house import House
from monitor.lapse import Lapse, Relived, lapse_of, relive
from monitor.store import Ledger, Store, StoreFault
from monitor.store.locks import lock
from monitor.store.replacing import Place, made_ready, ready_beside
from rules.model import Actor

TEMPORARY = 75
Ask = Callable[[Lapse, bool], None]


@dataclass(frozen=True, slots=True)
class Put:
    """What a restore did; ``kept``: where the file lies that stood there before (None: there was none)."""

    lapse: Lapse
    relived: Relived
    kept: Path | None


def restore(
    backup: Path, path: Path, house: House, clock: Clock, actor: Actor, ask: Ask, *, accept: bool
) -> Put:
    """Put ``backup`` in place of the file at ``path``; ``ask`` is shown the lapse, and whether it is all known.

    Raises StoreFault (75) while a daemon runs, (1) for a backup that cannot serve; then nothing has changed.
    """
    with lock(path), made_ready(backup, path) as ready:
        with ready.reading() as ledger:
            ask(*_foreseen(ledger, path, clock.now()))
        now = clock.now()
        stamp = f"{now.astimezone(house.setting.zone):%Y%m%dT%H%M%S}"
        place = Place(path, path.with_name(f"{path.name}.replaced-{stamp}"))
        try:
            place.hold()
            with _kept(place) as replaced, ready.writing(alone=True) as ledger:
                lapse = lapse_of(ledger, replaced, now)
                relived = relive(
                    ledger,
                    replaced,
                    lapse,
                    house,
                    now,
                    actor,
                    accept=accept,
                    backup=backup.name,
                    kept=place.kept.name if place.is_there else "",
                )
            ready.close()
            place.put_in(ready_beside(path))
        except BaseException:
            place.let_go(unchanged=True)
            raise
        place.let_go()
    return Put(lapse, relived, place.kept if place.is_there else None)


def mark_restored(
    store: Store, house: House, clock: Clock, actor: Actor, *, accept: bool
) -> tuple[Lapse, Relived]:
    """The same for a database that another program has put back: its lapse lasts until now.

    Raises StoreFault (75) while a daemon runs on it.
    """
    with store.daemon_lock() if store.single_daemon else ExitStack(), store.writing(alone=True) as ledger:
        if not store.single_daemon and store.is_served():
            raise StoreFault(f"a daemon is running on {store.name}; stop it first", TEMPORARY)
        now = clock.now()
        lapse = lapse_of(ledger, None, now)
        return lapse, relive(ledger, None, lapse, house, now, actor, accept=accept)


def _foreseen(ledger: Ledger, path: Path, now: datetime) -> tuple[Lapse, bool]:
    """The lapse as it would be if the restore were now, and whether the present file tells what is lost."""
    try:
        with (
            closing(Store.open(f"sqlite:///{path}", create=False, upgrade=False)) as store,
            store.reading() as present,
        ):
            return lapse_of(ledger, present, now), True
    except StoreFault:
        return lapse_of(ledger, None, now), False


@contextmanager
def _kept(place: Place) -> Iterator[Ledger | None]:
    """The copy of what is replaced; None where it cannot be read."""
    with ExitStack() as stack:
        ledger: Ledger | None = None
        if place.is_sound:
            try:
                store = stack.enter_context(closing(Store.still(place.kept)))
                ledger = stack.enter_context(store.reading())
            except StoreFault:
                ledger = None
        yield ledger
