"""What stands first in a list: what somebody must still do, the longest overdue at the head."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import select

from monitor.cli.asof import most_urgent
from monitor.store import CaseFilter, Store, revisions, sqlite_file
from monitor.store.tables import cases
from rules.model import Ladder, Offset, Stage
from tests.monitor.store.samples import a_brief, a_case, stored

TODAY = date(2016, 6, 1)
LADDER = Ladder("standard", (Stage("overdue", Offset(1, "wd", True), ("owner",)),), Offset(10, "wd", True), 2)


def test_an_old_forecast_stands_behind_every_duty_and_before_what_has_no_day(store: Store) -> None:
    duty, forecast = replace(a_brief(), ladder=LADDER), a_brief(obligation="2", kind="forecast")
    several = [
        a_case("forecast-late", brief=forecast, due=date(2015, 1, 1)),
        a_case("forecast-next", brief=forecast, due=date(2016, 12, 31)),
        a_case("duty-late", brief=duty, due=date(2016, 5, 1)),
        a_case("duty-far", brief=duty, due=date(2020, 1, 1)),
        a_case("undated", due=None),
        a_case("done", brief=duty, closed_on=date(2016, 5, 1)),
    ]
    order = ["duty-late", "duty-far", "forecast-late", "forecast-next", "undated", "done"]
    written = stored(store, *several)
    with store.reading() as ledger:
        assert [case.agency for case in ledger.find(CaseFilter(TODAY))] == order
        late = ledger.find(CaseFilter(TODAY, "open-late"))
        assert [case.agency for case in late] == ["duty-late", "forecast-late"]
        assert ledger.find(CaseFilter(TODAY, "open-late", limit=1)) == late[:1]
    assert [case.agency for case in most_urgent(written)] == order


def test_an_older_database_learns_which_cases_nobody_is_chased_for(tmp_path: Path) -> None:
    engine = sqlite_file.file_engine(tmp_path / "duewatch.db", 1.0)
    with sqlite_file.transaction(engine, writing=True) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(revisions.MIGRATIONS))
        command.upgrade(config, "0002")
        connection.exec_driver_sql(
            """INSERT INTO briefs (id, digest, body) VALUES (1, 'd', '{"ladder":{"name":"x"}}'), (2, 'e', '{}')"""
        )
        for number, (brief, standing) in enumerate([(1, 0), (2, 0), (1, 1), (2, 3), (1, 4), (2, 6)], 1):
            connection.exec_driver_sql(
                "INSERT INTO cases (number, key, instrument, obligation, agency, kind, brief_id, standing, withdrawn, "
                "vanished, unconfirmed, round, life, failures, set_aside) "
                f"VALUES ({number}, 'a/1@{number}', 'a', '1', 'b', 'target', {brief}, {standing}, 0, 0, 0, 1, '', 0, 0)"
            )
    engine.dispose()
    store = Store.open(f"sqlite:///{tmp_path / 'duewatch.db'}")
    with store.reading() as ledger:
        found = ledger.connection.execute(select(cases.c.standing).order_by(cases.c.number)).scalars()
        assert list(found) == [0, 1, 2, 4, 5, 7]
    store.close()
