"""What a PostgreSQL server does to the store: away, empty, foreign, older, read-only, restarted, an answer lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import IntegrityError

from monitor.store import Store, StoreFault, revisions, tables
from tests.cluster import Cluster, running_cluster
from tests.monitor.store.proxy import Proxy
from tests.monitor.store.samples import NOW, a_case, a_stage, spoken, stored, write


def told(url: str, *orders: str) -> None:
    """Give a server orders as its administrator."""
    with psycopg.connect(url, autocommit=True) as connection:
        for order in orders:
            connection.execute(order)


def refused(url: str, *, by_hand: bool = False) -> StoreFault:
    with pytest.raises(StoreFault) as fault:
        Store.open(url, by_hand=by_hand, patience_s=0.5).close()
    assert "secret" not in fault.value.sentence
    return fault.value


def test_a_server_that_is_not_there_is_a_fault_that_passes(tmp_path: Path) -> None:
    fault = refused(f"postgresql://u:secret@/db?host={tmp_path}")
    assert fault.exit_code == 75
    assert "the database postgresql://u@/db cannot be reached" in fault.sentence
    assert "try again" in fault.sentence


def test_a_database_that_does_not_exist_is_said_by_name(cluster: Cluster) -> None:
    fault = refused(cluster.url("nowhere"))
    assert 'database "nowhere" does not exist' in fault.sentence


def test_an_empty_database_is_made_only_by_hand(cluster: Cluster) -> None:
    url = cluster.empty_database()
    fault = refused(url)
    assert fault.exit_code == 78
    assert "`duewatch db upgrade`" in fault.sentence
    Store.open(url, by_hand=True).close()
    store = Store.open(url)
    assert store.revision() == tables.REVISION
    assert not store.upgrade()
    stored(store, a_case())
    store.close()


def test_an_older_database_is_upgraded_only_by_hand(server_url: str) -> None:
    told(server_url, "UPDATE alembic_version SET version_num = '0000'")
    fault = refused(server_url)
    assert (fault.exit_code, "`duewatch db upgrade`" in fault.sentence) == (78, True)


def test_a_newer_database_is_refused(server_url: str) -> None:
    told(server_url, "UPDATE alembic_version SET version_num = '0999'")
    for by_hand in (False, True):
        fault = refused(server_url, by_hand=by_hand)
        assert (fault.exit_code, "0999" in fault.sentence) == (78, True)


def test_somebody_elses_database_is_refused_and_left_alone(cluster: Cluster) -> None:
    url = cluster.empty_database()
    told(url, "CREATE TABLE recipes (name text)")
    assert "not one of Duewatch's" in refused(url, by_hand=True).sentence


def test_a_database_that_cannot_hold_vietnamese_is_refused(cluster: Cluster) -> None:
    url = cluster.empty_database("ENCODING 'LATIN1' LOCALE 'C'")
    fault = refused(url, by_hand=True)
    assert (fault.exit_code, "LATIN1" in fault.sentence) == (78, True)


def test_a_server_that_takes_no_writes_says_so(server_url: str) -> None:
    store = Store.open(server_url)

    def as_on_a_standby() -> None:
        with store.writing() as ledger:
            ledger.connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            write(ledger, a_case())

    with pytest.raises(StoreFault, match="read-only") as fault:
        as_on_a_standby()
    assert fault.value.exit_code == 75
    store.close()


def test_a_server_that_forgets_is_found_by_its_check(server_url: str) -> None:
    store = Store.open(server_url)
    told(server_url, "DROP INDEX ix_cases_look", "DROP TABLE files")
    found = store.check()
    assert "the index ix_cases_look is missing" in found
    assert "the table files is missing" in found
    assert any("fsync = off" in sentence for sentence in found)
    store.close()


def test_a_commit_is_on_the_disk_whatever_the_servers_default(server_url: str, cluster: Cluster) -> None:
    for default, wanted in (("off", "on"), ("local", "on"), ("remote_apply", "remote_apply")):
        name = cluster.name_of(server_url)
        told(server_url, f"ALTER DATABASE {name} SET synchronous_commit = '{default}'")
        store = Store.open(server_url)
        with store.writing() as ledger:
            assert ledger.connection.exec_driver_sql("SHOW synchronous_commit").scalar() == wanted
        store.close()


def test_a_backup_names_the_servers_own_tool(server_url: str, tmp_path: Path) -> None:
    store = Store.open(server_url)
    with pytest.raises(StoreFault, match="pg_dump") as fault:
        store.backup(tmp_path / "copy")
    assert fault.value.exit_code == 1
    assert list(tmp_path.iterdir()) == []
    store.close()


def test_the_migrations_lead_to_the_tables_that_the_program_uses(cluster: Cluster) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    engine = create_engine(cluster.empty_database().replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        revisions.bring_up(connection)
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    engine.dispose()


@pytest.fixture
def sturdy() -> Iterator[Cluster]:
    """A server of one test's own, that survives a crash."""
    with running_cluster("max_connections=20", "listen_addresses=") as running:
        yield running


def test_a_server_that_goes_and_comes_back_ends_nothing(sturdy: Cluster) -> None:
    store = Store.open(sturdy.database())
    with store.daemon_lock():
        (case,) = stored(store, a_case())
        for how in ("fast", "immediate"):
            sturdy.stop(how)
            with pytest.raises(StoreFault) as fault:
                stored(store, a_case("lost"))
            assert fault.value.exit_code == 75
            before = store.changes()
            sturdy.start()
            with store.reading() as ledger:
                assert ledger.matching("*") == (case,)
            assert comes(partial(has_changed, store, before)), "the bell is heard again"
    store.close()


def test_a_transaction_that_a_restart_interrupts_is_a_fault_that_passes(sturdy: Cluster) -> None:
    store = Store.open(sturdy.database())

    def interrupted() -> None:
        with store.writing() as ledger:
            ledger.set_mark("half", "done")
            sturdy.restart("immediate")
            ledger.set_mark("other half", "done")

    with pytest.raises(StoreFault) as fault:
        interrupted()
    assert fault.value.exit_code == 75
    with store.reading() as ledger:
        assert ledger.mark("half") is None
    store.close()


@pytest.fixture
def proxy(server_url: str, cluster: Cluster) -> Iterator[Proxy]:
    with Proxy(cluster.folder / f".s.PGSQL.{cluster.port}") as between:
        yield between


def through(proxy: Proxy, url: str) -> Store:
    return Store.open(f"postgresql://duewatch@127.0.0.1:{proxy.port}/{Cluster.name_of(url)}", patience_s=5)


def test_a_commit_whose_answer_is_lost_is_asked_after_and_not_done_again(
    proxy: Proxy, server_url: str
) -> None:
    store = through(proxy, server_url)
    proxy.loses_the_answer_to(b"COMMIT\0")
    (case,) = stored(store, a_case())
    with store.reading() as ledger:
        assert ledger.matching("*") == (case,)
    with pytest.raises(IntegrityError):
        stored(store, a_case())
    store.close()


def test_a_transaction_that_is_lost_before_its_commit_has_not_happened(proxy: Proxy, server_url: str) -> None:
    store = through(proxy, server_url)
    proxy.loses_the_answer_to(b"INSERT INTO cases")
    with pytest.raises(StoreFault) as fault:
        stored(store, a_case())
    assert fault.value.exit_code == 75
    assert len(stored(store, a_case())) == 1
    store.close()


def a_lived_in(store: Store) -> None:
    """Something in every table that a copy may get wrong: gaps in numbers, bytes, moments, nothing."""
    a, b = stored(store, a_case("a", next_look=NOW), a_case("b"))
    spoken(store, a, a_stage(a), a_stage(a, officer="minh"))
    spoken(store, b, a_stage(b))
    with store.writing() as ledger:
        ledger.set_mark("catalogue", "Đã nạp", NOW)
        ledger.write_digest("lan", NOW.date(), 1, False, NOW)
        ledger.write_digest("minh", NOW.date(), None, True, NOW)
        ledger.write_file("ab", "báo-cáo.csv", NOW, 3, 1)
        ledger.draw_number("digest|lan")


@pytest.mark.parametrize("way", ["file to server", "server to file", "server to server"])
def test_a_copy_holds_every_row_and_gives_no_number_twice(way: str, cluster: Cluster, tmp_path: Path) -> None:
    file, server = f"sqlite:///{tmp_path}/a.db", cluster.database()
    urls = {
        "file to server": (file, server),
        "server to file": (server, file),
        "server to server": (server, cluster.database()),
    }
    source, target = (Store.open(url) for url in urls[way])
    a_lived_in(source)
    with source.writing() as ledger:
        ledger.defer_notices("nq-23-2016/1@b", ["reminder"], NOW)
    assert source.move_into(target) >= 10
    with source.reading() as old, target.reading() as new:
        assert new.matching("*") == old.matching("*")
        assert new.history() == old.history()
        assert new.outbox("all") == old.outbox("all")
        assert new.mark("catalogue") == "Đã nạp"
    assert [stored(store, a_case("next"))[0].number for store in (source, target)] == [3, 3]
    for store in (source, target):
        spoken(store, stored(store, a_case("late"))[0], a_stage(a_case("late")))
    with source.reading() as old, target.reading() as new:
        assert new.outbox()[-1].number == old.outbox()[-1].number
    source.close()
    target.close()


def test_a_copy_never_goes_into_a_database_that_holds_anything(file_store: Store, server_url: str) -> None:
    target = Store.open(server_url)
    stored(file_store, a_case("a"))
    stored(target, a_case("b"))
    with pytest.raises(StoreFault, match="is not empty"):
        file_store.move_into(target)
    with target.reading() as ledger:
        assert [case.agency for case in ledger.matching("*")] == ["b"]
    target.close()


def test_a_forecast_may_start_from_a_server(server_url: str) -> None:
    store, scratch = Store.open(server_url), Store.scratch()
    stored(scratch, a_case("lost"))
    a_lived_in(store)
    store.copy_into(scratch)
    with store.reading() as old, scratch.reading() as new:
        assert new.matching("*") == old.matching("*")
        assert new.outbox("all") == old.outbox("all")
    store.close()
    scratch.close()


def has_changed(store: Store, since: int) -> bool:
    return store.changes() != since


def comes(true: Callable[[], bool], seconds: float = 10) -> bool:
    pause = threading.Event()
    for _ in range(int(seconds / 0.05)):
        if true():
            return True
        pause.wait(0.05)
    return true()
