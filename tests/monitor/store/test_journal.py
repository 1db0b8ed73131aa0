from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from monitor.store import Change, Store
from rules.facts import ProgressReported
from rules.model import CLOCK, Actor
from rules.plain_facts import DigestDrawn
from tests.monitor.store.samples import MINUTE, NOW, a_case, a_stage, opened, stored

LAN = Actor("lan", "ntlan", "cli")


def test_the_journal_tells_who_did_what_when_and_how(store: Store) -> None:
    (case,) = stored(store, a_case())
    with store.writing() as ledger:
        ledger.record([Change(case, (opened(case),))], NOW, CLOCK)
        report = ProgressReported(case.key, date(2016, 5, 20), 40, "half")
        ledger.record([Change(replace(case, progress=40), (report,))], NOW + MINUTE, LAN)
        ledger.write_fact(DigestDrawn(None, date(2016, 5, 26), "lan", 1), NOW + 2 * MINUTE, CLOCK)
    with store.reading() as ledger:
        first, second, third = ledger.history()
        assert (first.number, first.actor, first.fact) == (1, CLOCK, opened(case))
        assert (second.recorded, second.actor, second.fact) == (NOW + MINUTE, LAN, report)
        assert third.fact == DigestDrawn(None, date(2016, 5, 26), "lan", 1)
        assert ledger.last_recorded() == NOW + 2 * MINUTE
        assert ledger.history(case.key) == (first, second)
        assert ledger.history(newest_first=True, limit=2) == (third, second)
        assert ledger.history(facts=["CaseOpened", "DigestDrawn"]) == (first, third)
        assert ledger.history(facts=[]) == ()
        assert ledger.history(since=date(2016, 5, 21)) == (first, third)
        assert ledger.history(after=NOW) == (second, third)
        assert ledger.history("nq-23-2016/1@nobody") == ()


def test_an_empty_journal_has_no_last_moment(store: Store) -> None:
    with store.reading() as ledger:
        assert ledger.last_recorded() is None
        assert ledger.history() == ()


@pytest.mark.contract(1)
def test_a_stage_has_one_outcome_and_nothing_of_a_second_remains(store: Store) -> None:
    (case,) = stored(store, a_case())
    reached, notice = a_stage(case)
    with store.writing() as ledger:
        ledger.record([Change(case, (reached,), (notice,))], NOW, CLOCK)
    again = replace(reached, reason="another reason")
    with pytest.raises(IntegrityError), store.writing() as ledger:
        ledger.record([Change(replace(case, round=2, progress=9), (again,))], NOW + MINUTE, CLOCK)
    with store.reading() as ledger:
        assert len(ledger.history()) == 1
        assert ledger.case(case.number) == case


@pytest.mark.contract(1)
def test_a_notice_is_posted_once_for_ever(store: Store) -> None:
    (case,) = stored(store, a_case())
    _, notice = a_stage(case)
    with store.writing() as ledger:
        ledger.post([notice])
        ledger.drop([1], "a mistake")
    with pytest.raises(IntegrityError), store.writing() as ledger:
        ledger.post([notice])


def test_what_truly_happens_twice_is_written_twice(store: Store) -> None:
    (case,) = stored(store, a_case())
    report = ProgressReported(case.key, NOW.date(), 40)
    with store.writing() as ledger:
        ledger.write_facts([report, report], NOW, LAN)
        assert len(ledger.history()) == 2


def test_a_digest_of_one_day_is_drawn_once(store: Store) -> None:
    drawn = DigestDrawn(None, NOW.date(), "lan", 1)
    with store.writing() as ledger:
        ledger.write_fact(drawn, NOW, CLOCK)
    with pytest.raises(IntegrityError), store.writing() as ledger:
        ledger.write_fact(replace(drawn, number=2), NOW + timedelta(hours=1), CLOCK)


def test_numbers_of_the_journal_run_on_after_a_rollback(store: Store) -> None:
    (case,) = stored(store, a_case())
    for percent in (10, 20, 30):
        with store.writing() as ledger:
            ledger.write_fact(ProgressReported(case.key, NOW.date(), percent), NOW, LAN)
    with store.reading() as ledger:
        assert [entry.number for entry in ledger.history()] == [1, 2, 3]
