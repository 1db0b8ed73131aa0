"""Many rows at once come back as they were, whatever stands beside them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from monitor.store import Store
from monitor.store.bulk import insert_rows, update_rows
from monitor.store.tables import digests
from tests.monitor.store.samples import NOW

NAMES = ("officer", "day", "number", "quiet", "recorded")
DAY = date(2016, 5, 25)
# Few values, so that rows share some with the row before them and some with an earlier one only.
values = st.tuples(
    st.sampled_from([None, 1, 70_000]), st.booleans(), st.sampled_from([NOW, NOW + timedelta(microseconds=1)])
)
quick = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(st.lists(values, min_size=1, max_size=6))
def test_rows_come_back_as_they_were_written(store: Store, drawn: list[tuple[object, ...]]) -> None:
    rows = [(f"officer-{n}", DAY, *values) for n, values in enumerate(drawn)]
    with store.writing() as ledger:
        insert_rows(ledger.connection, digests, NAMES, rows)
        found = ledger.connection.execute(select(digests).order_by(digests.c.officer)).all()
        ledger.connection.execute(delete(digests))
    assert [tuple(row) for row in found] == rows


def test_an_update_counts_the_rows_that_it_found(store: Store) -> None:
    with store.writing() as ledger:
        insert_rows(ledger.connection, digests, NAMES, [(name, DAY, None, True, NOW) for name in "abc"])
        changed = [(False, NOW + timedelta(days=1), "a"), (False, None, "z"), (True, NOW, "c")]
        assert update_rows(ledger.connection, digests, ("quiet", "recorded"), "officer", changed) == 2
        found = ledger.connection.execute(select(digests.c.officer, digests.c.quiet, digests.c.recorded))
        assert sorted(tuple(row) for row in found) == [
            ("a", False, NOW + timedelta(days=1)),
            ("b", True, NOW),
            ("c", True, NOW),
        ]


def test_no_rows_are_no_statement(store: Store) -> None:
    with store.writing() as ledger:
        insert_rows(ledger.connection, digests, NAMES, [])
        assert update_rows(ledger.connection, digests, ("quiet",), "officer", []) == 0
        assert ledger.connection.execute(select(digests)).all() == []
