"""db restore and db restored: what is lost is shown before anything is replaced, and what is held afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from monitor.cli import consent
from monitor.cli.faults import TEMPORARY, Complaint
from monitor.cli.journal import fact_words
from monitor.cli.paper import hint, safe, say
from monitor.cli.wiring import Wiring
from monitor.clock import SystemClock

if TYPE_CHECKING:
    from datetime import datetime

    from monitor.lapse import Lapse, Relived

_SHOWN = 50


def restore_file(wiring: Wiring, backup: Path, *, yes: bool, accept: bool) -> None:
    """Put a backup in the place of the configured SQLite file."""
    from monitor.restore import restore
    from monitor.store.urls import file_of_url

    path = file_of_url(wiring.config.store.url, wiring.config.base)
    if path is None:
        raise Complaint(_by_its_own_tool(wiring, backup))
    house, actor = wiring.house, wiring.actor

    def ask(lapse: Lapse, known: bool) -> None:
        hint(
            f"{safe(str(backup))} ends at {_local(lapse.since, wiring)}. All that was written since is lost."
        )
        if path.exists() and not known:
            hint(f"{safe(str(path))} cannot be read, so what is lost cannot be listed.")
        _list_lost(lapse, wiring)
        consent.ask(f"Put it in the place of {safe(str(path))}?", yes)

    with _plain():
        put = restore(backup, path, house, SystemClock(), actor, ask, accept=accept)
    wiring.changed()
    kept = f"; what stood there is {safe(str(put.kept))}" if put.kept is not None else ""
    say(f"ok: {safe(str(path))} is what it was at {_local(put.lapse.since, wiring)}{kept}")
    _tell(put.relived)


def mark_database(wiring: Wiring, *, yes: bool, accept: bool) -> None:
    """Hold what may have been sent since the last moment that the database knows."""
    from monitor.lapse import lapse_of
    from monitor.restore import mark_restored

    house, actor, store = wiring.house, wiring.actor, wiring.store()
    if store.is_served():
        raise Complaint(f"A daemon is running on {store.name}; stop it first.", TEMPORARY)
    with store.reading() as ledger:
        lapse = lapse_of(ledger, None, wiring.now())
    hint(
        f"{safe(store.name)} ends at {_local(lapse.since, wiring)}; what may have been sent since will be held."
    )
    consent.ask("Has it been put back by another program, and does no daemon run?", yes)
    with _plain():
        lapse, relived = mark_restored(store, house, SystemClock(), actor, accept=accept)
    say(f"ok: what may have been sent after {_local(lapse.since, wiring)} is held")
    _tell(relived)


def _by_its_own_tool(wiring: Wiring, backup: Path) -> str:
    from monitor.store.urls import name_of_url

    name = name_of_url(wiring.config.store.url)
    return (
        "A PostgreSQL database is put back by its own tool: stop every daemon, run pg_restore --clean --if-exists "
        f"--single-transaction --dbname={safe(name)} {safe(str(backup))}, then `duewatch db restored`, which holds what "
        "may have been sent meanwhile."
    )


def _list_lost(lapse: Lapse, wiring: Wiring) -> None:
    for entry in lapse.lost[:_SHOWN]:
        words = fact_words(entry.fact, wiring.zone)
        hint(
            f"  lost: {_local(entry.recorded, wiring)}  {safe(entry.actor.name)}  {entry.fact.case or '-'}  {words}"
        )
    if len(lapse.lost) > _SHOWN:
        hint(f"  and {len(lapse.lost) - _SHOWN} more")


def _tell(relived: Relived) -> None:
    if relived.arrived:
        say(f"letters that are known to have arrived since: {relived.arrived}")
    if relived.beyond:
        say(f"letters that arrived since and speak of what is lost: {relived.beyond}")
    say(f"rows of the outbox that are held: {relived.held}")
    if relived.held:
        hint(
            "Look at them with 'duewatch outbox --state held', then 'duewatch outbox retry' or 'drop', "
            "by their numbers or all with --held."
        )


@contextmanager
def _plain() -> Iterator[None]:
    from monitor.lapse import LoadRefusedError

    try:
        yield
    except LoadRefusedError as refused:
        reason = str(refused).partition(":")[0]
        raise Complaint(
            f"By the rule files as they stand {reason}: put back those of that time too, or let it happen with --accept. "
            "Nothing was changed."
        ) from refused


def _local(moment: datetime, wiring: Wiring) -> str:
    return f"{moment.astimezone(wiring.zone):%Y-%m-%d %H:%M}"
