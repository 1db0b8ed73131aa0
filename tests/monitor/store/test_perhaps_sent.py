"""What may have gone out in what a restore took away: a notice remembers it, in an older database too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import select

from monitor import desk
from monitor.store import Ledger, Store
from monitor.store.tables import notices
from rules.model import Actor
from tests.monitor.store.samples import (
    LEASE,
    NOW,
    a_case,
    a_stage,
    everything_is_wanted,
    spoken,
    stored,
)

TODAY = date(2016, 5, 25)
MINH = Actor("minh", "minh", "cli")


def test_an_older_database_learns_from_its_journal_what_restores_have_held(tmp_path: Path) -> None:
    file = tmp_path / "duewatch.db"
    store = Store.open(f"sqlite:///{file}")
    (case,) = stored(store, a_case())
    officers = ("held", "dropped", "retried", "in-a-letter", "waiting")
    spoken(store, case, *[a_stage(case, officer=officer) for officer in officers])
    with store.writing() as ledger:
        number = {row.officer: row.number for row in ledger.outbox()}
        ledger.hold_back(
            [number["held"], number["dropped"], number["retried"]], "restored", perhaps_sent=True
        )
        (letter,) = ledger.claim(NOW, 1, "one", NOW + LEASE, everything_is_wanted, TODAY)
        ledger.hold(letter.number, "nobody can receive it")
        desk.drop(ledger, [letter.number, number["dropped"]], "told", NOW, TODAY, MINH)
        desk.retry(ledger, [number["retried"]], NOW, TODAY, MINH)
        remembered = flagged(ledger)
    store.close()
    with closing(sqlite3.connect(file)) as older:
        older.execute("ALTER TABLE notices DROP COLUMN perhaps_sent")
        older.execute("UPDATE alembic_version SET version_num = '0003'")
        older.commit()
    store = Store.open(f"sqlite:///{file}")
    with store.reading() as ledger:
        assert flagged(ledger) == remembered
        assert remembered == {"held", "dropped", "retried"}
        assert ledger.told([case.key]) == {case.key: ("dropped", "held", "retried")}
    store.close()


def flagged(ledger: Ledger) -> set[str]:
    return set(ledger.connection.execute(select(notices.c.officer).where(notices.c.perhaps_sent)).scalars())
