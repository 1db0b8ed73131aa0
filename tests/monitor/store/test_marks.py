from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from monitor.store import Store
from tests.monitor.store.samples import NOW

DAY = date(2016, 5, 25)


def test_a_mark_is_set_changed_and_forgotten(store: Store) -> None:
    with store.writing() as ledger:
        assert ledger.mark("catalogue") is None
        ledger.set_mark("catalogue", "a1", NOW)
        ledger.set_mark("catalogue", "b2")
        assert ledger.mark("catalogue") == "b2"
        ledger.set_mark("catalogue", None)
        assert ledger.mark("catalogue") is None


def test_numbers_run_on_by_name_and_an_undone_one_is_drawn_again(store: Store) -> None:
    with store.writing() as ledger:
        assert [ledger.draw_number("digest|lan") for _ in range(3)] == [1, 2, 3]
        assert ledger.draw_number("digest|minh") == 1
    with suppress(RuntimeError), store.writing() as ledger:
        assert ledger.draw_number("digest|lan") == 4
        raise RuntimeError
    with store.writing() as ledger:
        assert ledger.draw_number("digest|lan") == 4


def test_an_officers_digest_of_a_day_is_written_once(store: Store) -> None:
    with store.writing() as ledger:
        assert ledger.last_digest("lan") is None
        ledger.write_digest("lan", DAY, 1, False, NOW)
        assert ledger.digest_drawn("lan", DAY)
        assert not ledger.digest_drawn("lan", DAY + timedelta(days=1))
        assert not ledger.digest_drawn("minh", DAY)
    with pytest.raises(IntegrityError), store.writing() as ledger:
        ledger.write_digest("lan", DAY, 2, False, NOW)


def test_the_last_digest_may_be_asked_for_before_a_day_and_as_a_letter(store: Store) -> None:
    with store.writing() as ledger:
        ledger.write_digest("lan", DAY, 1, False, NOW)
        ledger.write_digest("lan", DAY + timedelta(days=1), None, True, NOW + timedelta(days=1))
    with store.reading() as ledger:
        assert ledger.last_digest("lan") == (DAY + timedelta(days=1), NOW + timedelta(days=1))
        assert ledger.last_digest("lan", sent_only=True) == (DAY, NOW)
        assert ledger.last_digest("lan", before=DAY + timedelta(days=1)) == (DAY, NOW)
        assert ledger.last_digest("lan", before=DAY) is None


def test_a_digests_number_is_never_used_twice(store: Store) -> None:
    with store.writing() as ledger:
        ledger.write_digest("lan", DAY, 1, False, NOW)
    with pytest.raises(IntegrityError), store.writing() as ledger:
        ledger.write_digest("lan", DAY + timedelta(days=1), 1, False, NOW)


def test_the_same_file_is_known_again_by_its_bytes(store: Store) -> None:
    with store.writing() as ledger:
        assert not ledger.seen_file("ab12")
        ledger.write_file("ab12", "report.csv", NOW, 3, 1)
        assert ledger.seen_file("ab12")
        assert not ledger.seen_file("cd34")
    with pytest.raises(IntegrityError), store.writing() as ledger:
        ledger.write_file("ab12", "other.csv", NOW, 0, 0)
