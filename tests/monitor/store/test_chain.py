from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy.exc import IntegrityError

from monitor.store import Change, Store, chain, revisions, sqlite_file
from rules.facts import ProgressReported
from rules.model import CLOCK
from rules.plain_facts import DigestDrawn
from tests.monitor.store.samples import MINUTE, NOW, a_case, a_stage, opened, stored


def hashes(store: Store, case: str | None) -> list[str]:
    """The hashes of a case's facts, in order, as the file holds them."""
    with store.reading() as ledger:
        text = "SELECT hash FROM journal WHERE case_key IS {} ORDER BY number"
        where = "NULL" if case is None else f"NOT NULL AND case_key = '{case}'"
        return [str(row[0]) for row in ledger.connection.exec_driver_sql(text.format(where))]


def head(store: Store, case: str) -> str:
    with store.reading() as ledger:
        found = ledger.connection.exec_driver_sql(f"SELECT head FROM cases WHERE key = '{case}'")
        return str(found.scalar())


def test_each_fact_is_chained_to_the_one_before_it_of_its_case(store: Store) -> None:
    one, other = a_case("bo-y-te"), a_case("bo-noi-vu")
    with store.writing() as ledger:
        ledger.record([Change(one, (opened(one),)), Change(other, (opened(other),))], NOW, CLOCK)
        one, other = ledger.cases([one.key, other.key])
    report = ProgressReported(one.key, NOW.date(), 40)
    with store.writing() as ledger:
        ledger.record([Change(replace(one, progress=40), (report, report))], NOW, CLOCK)
    first, *later = hashes(store, one.key)
    assert len({first, *later, *hashes(store, other.key)}) == 4  # the same words twice, two hashes
    assert head(store, one.key) == later[-1]
    assert head(store, other.key) == hashes(store, other.key)[-1]


def test_a_change_without_facts_leaves_the_head_alone(store: Store) -> None:
    (case,) = stored(store, a_case())
    with store.writing() as ledger:
        ledger.write_fact(ProgressReported(case.key, NOW.date(), 1), NOW, CLOCK)
    before = head(store, case.key)
    with store.writing() as ledger:
        ledger.record([Change(replace(case, round=2))], NOW, CLOCK)
    assert head(store, case.key) == before == hashes(store, case.key)[-1]


def test_a_fact_of_no_case_is_chained_to_the_last_one_of_no_case(store: Store) -> None:
    for day in (26, 27):
        with store.writing() as ledger:
            ledger.write_fact(DigestDrawn(None, date(2016, 5, day), "lan", day), NOW, CLOCK)
    one, two = hashes(store, None)
    with store.reading() as ledger:
        assert ledger.mark(chain.NO_CASE) == two != one


def test_what_is_rolled_back_leaves_no_trace_in_the_chain(store: Store) -> None:
    (case,) = stored(store, a_case())
    reached, notice = a_stage(case)
    with store.writing() as ledger:
        ledger.record([Change(case, (reached,), (notice,))], NOW, CLOCK)
    before = head(store, case.key)
    with pytest.raises(IntegrityError), store.writing() as ledger:
        ledger.record([Change(case, (replace(reached, reason="again"),))], NOW + MINUTE, CLOCK)
    assert head(store, case.key) == before == hashes(store, case.key)[-1]


def test_a_seal_covers_what_was_written_since_the_last_and_a_day_has_one(store: Store) -> None:
    (case,) = stored(store, a_case())
    with store.writing(alone=True) as ledger:
        assert ledger.seal(date(2016, 5, 25), NOW) is None  # nothing there to seal
        ledger.write_fact(ProgressReported(case.key, NOW.date(), 1), NOW, CLOCK)
        first = ledger.seal(date(2016, 5, 25), NOW)
        assert first is not None
        assert ledger.seal(date(2016, 5, 25), NOW) is None
        assert ledger.seal(date(2016, 5, 24), NOW) is None
        ledger.write_facts([ProgressReported(case.key, NOW.date(), 2)] * 700, NOW, CLOCK)
        second = ledger.seal(date(2016, 5, 26), NOW)
        assert second is not None
    assert (first.number, first.facts, second.number, second.facts) == (1, 1, 701, 700)
    assert first.hash != second.hash
    with store.reading() as ledger:
        assert ledger.last_seal() == second
        assert ledger.last_seal(date(2016, 5, 25)) == first
        assert ledger.last_seal(date(2016, 5, 24)) is None


def first_revision(path: Path) -> None:
    """A database as the first release made it, with three facts."""
    engine = sqlite_file.file_engine(path, 1.0)
    with sqlite_file.transaction(engine, writing=True) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(revisions.MIGRATIONS))
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO briefs (id, digest, body) VALUES (1, 'd', '{}')")
        connection.exec_driver_sql(
            "INSERT INTO cases (number, key, instrument, obligation, agency, kind, brief_id, standing, withdrawn, "
            "vanished, unconfirmed, round, life, failures, set_aside) "
            "VALUES (1, 'a/1@b', 'a', '1', 'b', 'obligation', 1, 0, 0, 0, 0, 1, '{}', 0, 0)"
        )
        for number, case in ((1, "'a/1@b'"), (2, "NULL"), (3, "'a/1@b'")):
            connection.exec_driver_sql(
                "INSERT INTO journal (number, recorded, effective, actor, login, via, fact, case_key, unique_key, body) "
                f"VALUES ({number}, 7, '2016-05-25', 'x', '', 'cli', 'Unsnoozed', {case}, NULL, '{{}}')"
            )
    engine.dispose()


def test_an_older_databases_facts_get_their_hashes_in_the_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "duewatch.db"
    first_revision(path)
    store = Store.open(f"sqlite:///{path}")
    mine = hashes(store, "a/1@b")
    assert len(set(mine)) == 2
    assert head(store, "a/1@b") == mine[-1]
    with store.reading() as ledger:
        assert [ledger.mark(chain.NO_CASE)] == hashes(store, None)
    store.close()
    assert sqlite3.connect(f"{path}.before-0001").execute("SELECT COUNT(*) FROM journal").fetchone() == (3,)
