from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from monitor.store import CaseFilter, Change, Store
from monitor.store.queries import STATUSES
from monitor.store.standing import standing_of
from rules.facts import Closed
from rules.model import CLOCK, Case, Figure, Promise, Snooze, Status
from rules.status import status_of
from tests.builders import builtin_ladder
from tests.monitor.store.samples import (
    DUE,
    MINUTE,
    NOW,
    a_brief,
    a_case,
    a_stage,
    continuous,
    opened,
    plan_of,
    speaks,
    stored,
    write,
)

TODAY = date(2016, 6, 1)


def full_case() -> Case:
    """A case with every field set to something that is not its default."""
    plain = a_case()
    return replace(
        plain,
        round=3,
        original_last_day=date(2016, 3, 31),
        quiet_until=NOW,
        decided=(1, 2),
        spoken=(1, 0),
        closed_on=date(2016, 7, 4),
        evidence="CV 12",
        withdrawn=True,
        snooze=Snooze(date(2016, 6, 10), NOW, "leave", "lan"),
        snoozes=1,
        promises=(Promise("lan", date(2016, 6, 20), NOW, "soon", "reminder", True),),
        progress=40,
        figure=Figure(("ministries",), 22, 30, date(2016, 3, 24), "the report", True),
        assigned="minh",
        vanished=True,
        waits_for="receipt",
        anchors=(("receipt", date(2016, 4, 2)),),
        next_look=NOW + MINUTE,
        because=(),
    )


def test_a_case_comes_back_whole(store: Store) -> None:
    (written,) = stored(store, full_case())
    with store.reading() as ledger:
        assert ledger.case(written.number) == written == replace(full_case(), number=written.number)


def test_a_changed_case_comes_back_whole(store: Store) -> None:
    (written,) = stored(store, a_case())
    changed = replace(full_case(), number=written.number)
    stored(store, changed)
    with store.reading() as ledger:
        assert ledger.case(changed.key) == changed


def test_a_change_in_the_transaction_that_read_the_case_keeps_every_field(store: Store) -> None:
    (written,) = stored(store, a_case())
    with store.writing() as ledger:
        read = ledger.case(written.number)
        assert read is not None
        hot = replace(read, decided=(1,), next_look=NOW, round=2)
        write(ledger, hot)
        assert ledger.case(written.number) == hot
        cold = replace(hot, closed_on=DUE, agency="bo-tai-chinh", brief=a_brief(task="another"))
        write(ledger, cold)
        write(ledger, replace(cold, decided=(2,)))
    with store.reading() as ledger:
        assert ledger.case(written.number) == replace(cold, decided=(2,))


def test_numbers_are_given_in_order_and_never_twice(store: Store) -> None:
    assert [case.number for case in stored(store, a_case("a"), a_case("b"))] == [1, 2]
    assert stored(store, a_case("c"))[0].number == 3


def test_a_key_can_be_opened_once(store: Store) -> None:
    stored(store, a_case())
    with pytest.raises(IntegrityError):
        stored(store, a_case())


def test_a_case_that_is_not_there_cannot_be_changed(store: Store) -> None:
    with pytest.raises(LookupError):
        stored(store, replace(a_case(), number=77))


def test_a_naive_next_look_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="offset"):
        stored(store, a_case(next_look=datetime(2016, 6, 1)))  # noqa: DTZ001 - that is the point


def test_a_moment_keeps_its_microseconds(store: Store) -> None:
    look = datetime(2016, 5, 25, 1, 2, 3, 456789, tzinfo=UTC)
    stored(store, a_case(next_look=look))
    with store.reading() as ledger:
        assert ledger.earliest_look() == look


def test_equal_briefs_are_stored_once(store: Store) -> None:
    stored(store, a_case("a", brief=a_brief()), a_case("b", brief=a_brief()))
    stored(store, a_case("c", brief=a_brief()), a_case("d", brief=a_brief(task="another")))
    with store.reading() as ledger:
        found = ledger.standing("nq-23-2016")
        assert ledger.connection.exec_driver_sql("SELECT count(*) FROM briefs").scalar() == 2
    assert found[0].brief is found[1].brief is found[2].brief


def test_equal_ladders_are_one_object_however_many_obligations_have_them(store: Store) -> None:
    ladder = builtin_ladder("standard")
    one, other = replace(a_brief(), ladder=ladder), replace(a_brief(task="another"), ladder=ladder)
    stored(store, a_case("a", brief=one), a_case("b", brief=other))
    with store.reading() as ledger:
        first, second = ledger.standing("nq-23-2016")
    assert first.brief is not second.brief
    assert first.brief.ladder == ladder
    assert first.brief.ladder is second.brief.ladder


def test_a_brief_of_a_rolled_back_transaction_leaves_no_trace(store: Store) -> None:
    with suppress(RuntimeError), store.writing() as ledger:
        write(ledger, a_case("a", brief=a_brief(task="never")))
        assert ledger.case("nq-23-2016/1@a") is not None
        raise RuntimeError
    stored(store, a_case("b", brief=a_brief(task="first")))
    with store.reading() as ledger:
        found = ledger.case("nq-23-2016/1@b")
    assert found is not None
    assert found.brief.task == "first"


def test_due_cases_come_in_the_order_of_their_looks(store: Store) -> None:
    looks = {"late": 0, "same": 1, "also": 1, "soon": 2, "later": 9}
    stored(store, *[a_case(name, next_look=NOW + minutes * MINUTE) for name, minutes in looks.items()])
    stored(store, a_case("never"))
    with store.reading() as ledger:
        assert [case.agency for case in ledger.due_cases(NOW + 2 * MINUTE, 10)] == [
            "late",
            "same",
            "also",
            "soon",
        ]
        assert [case.agency for case in ledger.due_cases(NOW + 2 * MINUTE, 2)] == ["late", "same"]
        assert ledger.due_cases(NOW - MINUTE, 10) == ()
        assert ledger.earliest_look() == NOW


def test_the_third_failure_sets_a_case_aside(store: Store) -> None:
    bad, good = stored(store, a_case("bad", next_look=NOW), a_case("good", next_look=NOW + MINUTE))
    with store.writing() as ledger:
        assert [ledger.strike_case(bad.number, "no such stage") for _ in range(2)] == [1, 2]
        assert len(ledger.due_cases(NOW + MINUTE, 10)) == 2
        assert ledger.strike_case(bad.number, "no such stage") == 3
    with store.reading() as ledger:
        assert ledger.due_cases(NOW + MINUTE, 10) == (good,)
        assert ledger.earliest_look() == NOW + MINUTE
        assert ledger.set_aside_cases() == ((bad, "no such stage"),)
    with store.writing() as ledger:
        ledger.clear_strikes(bad.number)
        assert ledger.set_aside_cases() == ()
        assert ledger.earliest_look() == NOW


def test_a_case_that_could_be_decided_has_no_failures_any_more(store: Store) -> None:
    (bad,) = stored(store, a_case(next_look=NOW))
    with store.writing() as ledger:
        for _ in range(3):
            ledger.strike_case(bad.number, "no such stage")
        write(ledger, bad)
        assert ledger.set_aside_cases() == ()
        assert ledger.strike_case(bad.number, "again") == 1


def test_cases_are_found_by_number_and_key(store: Store) -> None:
    a, b = stored(store, a_case("a"), a_case("b"))
    with store.reading() as ledger:
        assert ledger.case(2) == ledger.case("2") == ledger.case(b.key) == b
        assert ledger.case(99) is None
        assert ledger.case("nq-23-2016/1@nobody") is None
        assert ledger.case("²") is None
        assert ledger.cases([b.key, "nobody", a.key, b.key]) == (b, a)


def test_a_thousand_keys_are_read_in_one_call(store: Store) -> None:
    written = stored(store, *[a_case(f"a-{n}") for n in range(1201)])
    with store.reading() as ledger:
        assert ledger.cases([case.key for case in reversed(written)]) == tuple(reversed(written))


@pytest.mark.parametrize(
    ("pattern", "agencies"),
    [
        ("nq-23-2016/1@bo-*", ["bo-tt-tt", "bo-y-te"]),
        ("nq-23-2016/1@bo-?-te", ["bo-y-te"]),
        ("*@bo_y*", ["bo_y_te"]),
        ("*", ["100%", "bo-tt-tt", "bo-y-te", "bo_y_te", "ha-noi", "[b]o"]),
        ("*@100%", ["100%"]),
        ("*@1*%", ["100%"]),
        ("*@[b]o", ["[b]o"]),
        ("*@HA-NOI", []),
        ("nq-23-2016/1@ha-noi", ["ha-noi"]),
        ("nq-23-2016/1@ha-no", []),
        ("*@b?-y-te", ["bo-y-te"]),
        ("", []),
        ("?", []),
    ],
)
def test_a_pattern_means_what_a_shell_means(store: Store, pattern: str, agencies: list[str]) -> None:
    names = ["ha-noi", "bo-y-te", "bo_y_te", "bo-tt-tt", "100%", "[b]o"]
    stored(store, *[a_case(name) for name in names])
    with store.reading() as ledger:
        found = [case.agency for case in ledger.matching(pattern)]
    assert sorted(found) == sorted(agencies)
    assert found == sorted(found)


def test_instruments_are_named_once_each(store: Store) -> None:
    briefs = [a_brief(instrument=name, obligation=o) for name in ("qd-28", "nq-1") for o in ("1", "2")]
    stored(store, *[a_case(agency, brief=brief) for brief in briefs for agency in ("a", "b")])
    with store.reading() as ledger:
        assert ledger.instruments() == ("nq-1", "qd-28")
        assert len(ledger.standing("qd-28")) == 4
        assert ledger.standing("qd-2") == ()
        assert ledger.obligations() == 4


EVERY_STATUS: dict[str, Case] = {
    "late-b": a_case("late-b", due=date(2016, 5, 30)),
    "late-a": a_case("late-a", due=date(2016, 5, 1)),
    "today": a_case("today", due=TODAY),
    "soon": a_case("soon", due=DUE),
    "undated": a_case("undated", due=None),
    "waiting": a_case("waiting", due=None, waits_for="receipt"),
    "always": a_case("always", brief=a_brief(due=None, term=continuous()), due=None),
    "done": a_case("done", closed_on=DUE),
    "done-late": a_case("done-late", closed_on=DUE + timedelta(days=1)),
    "done-undated": a_case("done-undated", due=None, closed_on=DUE),
    "withdrawn": a_case("withdrawn", withdrawn=True),
}


def test_the_most_urgent_come_first(store: Store) -> None:
    stored(store, *reversed(EVERY_STATUS.values()))
    with store.reading() as ledger:
        found = [case.agency for case in ledger.find(CaseFilter(TODAY))]
        assert found[:7] == ["late-a", "late-b", "today", "soon", "undated", "waiting", "always"]
        assert set(found[7:9]) == {"done", "done-late"}
        assert found[9:] == ["done-undated", "withdrawn"]
        assert [case.agency for case in ledger.find(CaseFilter(TODAY, limit=2))] == ["late-a", "late-b"]
        by_number = ledger.find(CaseFilter(TODAY, order="number"))
    assert [case.number for case in by_number] == list(range(1, 12))


@pytest.mark.parametrize("today", [date(2016, 4, 30), TODAY, DUE, DUE + timedelta(days=1)])
@pytest.mark.parametrize("status", STATUSES)
def test_statuses_found_in_the_store_are_those_that_the_rules_derive(
    store: Store, status: Status, today: date
) -> None:
    stored(store, *EVERY_STATUS.values())
    wanted = {name for name, case in EVERY_STATUS.items() if status_of(case, today) == status}
    with store.reading() as ledger:
        assert {case.agency for case in ledger.find(CaseFilter(today, status))} == wanted
        assert ledger.count(CaseFilter(today, status, limit=1)) == len(wanted)
        assert ledger.totals(today)[status] == len(wanted)


@given(
    st.sampled_from([None, date(2016, 5, 1), DUE]),
    st.sampled_from([None, date(2016, 4, 30), DUE]),
    st.booleans(),
    st.sampled_from([None, "receipt"]),
    st.booleans(),
)
def test_what_is_stored_of_a_status_does_not_hang_on_today(
    last_day: date | None, closed_on: date | None, withdrawn: bool, waits_for: str | None, always: bool
) -> None:
    brief = a_brief(due=None, term=continuous() if always else None)
    case = replace(
        a_case(brief=brief, due=last_day), closed_on=closed_on, withdrawn=withdrawn, waits_for=waits_for
    )
    same = {
        "open-in-time": "AIMED",
        "open-late": "AIMED",
        "done-in-time": "DONE",
        "done-late": "DONE",
        "undated": "UNDATED",
        "done-undated": "DONE_UNDATED",
        "continuous": "CONTINUOUS",
        "not-running": "NOT_RUNNING",
        "withdrawn": "WITHDRAWN",
    }
    assert same[status_of(case, TODAY)] == standing_of(case).name


def test_filters_narrow(store: Store) -> None:
    other = a_brief(instrument="qd-28", obligation="2", kind="report")
    joint = a_brief(obligation="7", joint=("bo-tt-tt", "bo-noi-vu"))
    stored(
        store,
        a_case("bo-y-te"),
        replace(a_case("bo-tt-tt", due=date(2016, 6, 10)), assigned="lan"),
        a_case("bo-y-te", brief=other),
        a_case("bo-tt-tt", brief=joint),
        replace(a_case("ha-noi"), figure=Figure(("provinces",), 43, 63, TODAY, "the report")),
    )

    def keys(wanted: CaseFilter) -> set[str]:
        with store.reading() as ledger:
            found = {case.key for case in ledger.find(wanted)}
            assert ledger.count(wanted) == len(found)
            return found

    y_te, tt, qd, shared, ha_noi = (
        "nq-23-2016/1@bo-y-te",
        "nq-23-2016/1@bo-tt-tt",
        "qd-28/2@bo-y-te",
        "nq-23-2016/7@bo-tt-tt",
        "nq-23-2016/1@ha-noi",
    )
    assert keys(CaseFilter(TODAY, agencies=("bo-y-te",))) == {y_te, qd}
    assert keys(CaseFilter(TODAY, agencies=("bo-noi-vu",))) == {shared}
    assert keys(CaseFilter(TODAY, agencies=())) == set()
    assert keys(CaseFilter(TODAY, instrument="nq-23-2016", obligation="1")) == {y_te, tt, ha_noi}
    assert keys(CaseFilter(TODAY, kinds=("report",))) == {qd}
    assert keys(CaseFilter(TODAY, due_before=date(2016, 6, 10))) == set()
    assert keys(CaseFilter(TODAY, due_before=date(2016, 6, 11))) == {tt}
    assert keys(CaseFilter(TODAY, due_from=date(2016, 6, 11))) == {y_te, qd, shared, ha_noi}
    assert keys(CaseFilter(TODAY, unconfirmed=True)) == {ha_noi}
    assert ha_noi not in keys(CaseFilter(TODAY, unconfirmed=False))
    assert keys(CaseFilter(TODAY, keys_of="lan")) == {tt}


def test_a_lead_that_was_replaced_is_not_found_any_more(store: Store) -> None:
    (case,) = stored(store, a_case("a", brief=a_brief(joint=("a", "b"))))
    stored(store, replace(case, brief=a_brief(joint=("a", "c"))))
    with store.reading() as ledger:
        assert ledger.find(CaseFilter(TODAY, agencies=("b",))) == ()
        assert len(ledger.find(CaseFilter(TODAY, agencies=("c",)))) == 1


def test_a_tally_counts_each_case_of_the_period_once(store: Store) -> None:
    figure = Figure(("provinces",), 1, 6, TODAY, "the report")
    brief = a_brief(period="2016-Q2", due=date(2016, 5, 1), collective=("provinces",))
    cases = [replace(a_case(f"p-{n}", brief=brief, due=date(2016, 5, 1))) for n in range(6)]
    cases[0] = replace(cases[0], closed_on=date(2016, 5, 9))
    cases[1] = replace(cases[1], withdrawn=True)
    cases[2] = replace(cases[2], figure=figure)
    cases[3] = replace(cases[3], last_day=DUE)
    stored(store, *cases, a_case("p-0", brief=a_brief(period="2016-Q3")), a_case("p-0", brief=a_brief()))
    with store.reading() as ledger:
        tally = ledger.tally("nq-23-2016", "1", "2016-Q2", TODAY)
        assert (tally.of, tally.done, tally.open_late, tally.open_in_time, tally.unconfirmed) == (
            5,
            1,
            2,
            1,
            1,
        )
        assert ledger.tally("nq-23-2016", "1", None, TODAY).of == 1


@pytest.mark.parametrize(
    "wanted",
    [
        CaseFilter(TODAY, limit=20),
        CaseFilter(TODAY, status="open-late", limit=20),
        CaseFilter(TODAY, status="open-in-time", limit=20, unconfirmed=False),
        CaseFilter(TODAY, kinds=("obligation", "report"), due_before=DUE, limit=20),
    ],
    ids=["all", "late", "in time", "narrowed"],
)
def test_the_list_reads_no_more_cases_than_it_shows(file_store: Store, wanted: CaseFilter) -> None:
    with file_store.reading() as ledger:
        plan = plan_of(ledger, lambda: ledger.find(wanted))
    assert "USING INDEX ix_cases_due" in plan
    assert "TEMP B-TREE" not in plan


def test_due_cases_are_found_through_their_index(file_store: Store) -> None:
    with file_store.reading() as ledger:
        plans = [
            plan_of(ledger, lambda: ledger.due_cases(NOW, 500)),
            plan_of(ledger, ledger.earliest_look),
        ]
    for plan in plans:
        assert "ix_cases_look" in plan
        assert "TEMP B-TREE" not in plan


def test_whole_counts_read_only_an_index(file_store: Store) -> None:
    with file_store.reading() as ledger:
        plan = plan_of(ledger, lambda: ledger.count(CaseFilter(TODAY, "open-late")))
    assert "USING COVERING INDEX ix_cases_due" in plan


def test_ten_thousand_cases_are_written_and_read_in_bulk(store: Store) -> None:
    briefs = [a_brief(obligation=str(n)) for n in range(100)]
    cases = [a_case(f"a-{n}", brief=brief, next_look=NOW) for brief in briefs for n in range(100)]
    with store.writing() as ledger:
        ledger.record([Change(case, (opened(case),)) for case in cases], NOW, CLOCK)
        written = ledger.cases([case.key for case in cases])
    assert [case.number for case in written] == list(range(1, 10_001))
    assert [case.key for case in written] == [case.key for case in cases]
    with store.writing() as ledger:
        ledger.record([speaks(case, a_stage(case)) for case in written], NOW + MINUTE, CLOCK)
    with store.reading() as ledger:
        assert len(ledger.due_cases(NOW, 20_000)) == 10_000
        assert len(ledger.history()) == 20_000
        assert ledger.outbox_counts() == {"waiting": 10_000}
        assert len(ledger.told([case.key for case in written])) == 0


def test_a_closing_in_the_past_keeps_both_days(store: Store) -> None:
    (case,) = stored(store, a_case())
    closed = Closed(case.key, date(2016, 5, 1), "CV 12")
    with store.writing() as ledger:
        ledger.record([Change(replace(case, closed_on=date(2016, 5, 1)), (closed,))], NOW, CLOCK)
        (entry,) = ledger.history(case.key)
    assert (entry.fact, entry.recorded) == (closed, NOW)


def test_peers_are_all_cases_of_an_instrument_those_that_are_alike_together(store: Store) -> None:
    twice = [a_brief(obligation=number) for number in ("1", "2")]
    cases = [a_case(name, brief=brief, next_look=NOW) for brief in twice for name in ("a", "b", "c", "d")]
    cases[1] = replace(cases[1], progress=40)
    cases[2] = replace(cases[2], next_look=NOW + MINUTE)
    cases[5] = replace(cases[5], snoozes=1)
    stored(store, *cases, a_case(brief=a_brief(instrument="qd-28")))
    with store.reading() as ledger:
        found = ledger.peers("nq-23-2016")
        assert sorted(len(peers.places) for peers in found) == [1, 1, 1, 2, 3]
        every = [peers.at(place) for peers in found for place in peers.places]
        assert sorted(every, key=lambda case: case.key) == list(ledger.standing("nq-23-2016"))
        assert ledger.peers("qd-2") == ()


def test_a_change_of_a_peer_is_written_where_it_belongs(store: Store) -> None:
    stored(store, *(a_case(name, next_look=NOW) for name in ("a", "b", "c")))
    with store.writing() as ledger:
        (peers,) = ledger.peers("nq-23-2016")
        b = peers.at(peers.places[1])
        assert b.agency == "b"
        ledger.record([Change(replace(b, next_look=NOW + MINUTE))], NOW, CLOCK)
    with store.reading() as ledger:
        looks = {case.agency: case.next_look for case in ledger.standing("nq-23-2016")}
    assert looks == {"a": NOW, "b": NOW + MINUTE, "c": NOW}
