"""Which cases an instrument calls for on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from rules.expected import Expected, anchors_of, expected_cases
from rules.instrument import Instrument, KnownState, Obligation
from rules.model import Figure
from rules.people import Agency
from rules.term import After, DayOfPeriod, Every, OnDay
from tests.builders import AGENCIES, FIGURE
from tests.rules.rulebook import a_catalogue, an_instrument, an_obligation

YEARLY = Every("year", (DayOfPeriod(31, 3),), offset=1)
HALVES = Every("year", (DayOfPeriod(14, 6), DayOfPeriod(30, 11)))
MONTHLY = Every("month", (DayOfPeriod(0, None),))


def expected(
    instrument: Instrument,
    today: str,
    known: Iterable[str] = (),
    agencies: Iterable[Agency] = AGENCIES,
) -> list[Expected]:
    catalogue = a_catalogue(instrument, agencies=agencies)
    periods = {"1": frozenset(known)} if known else {}
    return list(expected_cases(instrument, catalogue, date.fromisoformat(today), periods))


def keys(obligation: Obligation, today: str = "2016-05-25", known: Iterable[str] = ()) -> list[str]:
    return [
        found.key.removeprefix("nq-23-2016/") for found in expected(an_instrument(obligation), today, known)
    ]


def periods(term: Every, today: str, known: Iterable[str] = ()) -> list[str]:
    return [key.partition("#")[2] for key in keys(an_obligation(term), today, known)]


def test_each_lead_is_a_case_of_its_own() -> None:
    assert keys(an_obligation(lead=("bo-y-te", "vpcp"))) == ["1@bo-y-te", "1@vpcp"]


def test_a_roster_is_one_case_a_member_and_nobody_twice() -> None:
    assert keys(an_obligation(lead=("bo-y-te", "@ministries"))) == ["1@bo-y-te", "1@vpcp", "1@bo-noi-vu"]


def test_joint_leads_share_one_case_under_the_first() -> None:
    (found,) = expected(
        an_instrument(replace(an_obligation(lead=("bo-y-te", "vpcp")), joint=True)), "2016-05-25"
    )
    assert (found.agency, found.brief.joint) == ("bo-y-te", ("bo-y-te", "vpcp"))


def test_nothing_is_called_for_before_the_instruments_day() -> None:
    assert keys(an_obligation(), "2016-03-29") == []
    assert keys(an_obligation(), "2016-03-30") == ["1@bo-y-te"]


def test_an_instrument_is_known_from_its_known_day_though_issued_earlier() -> None:
    later = replace(an_instrument(an_obligation()), day=date(2016, 5, 1))
    assert expected(later, "2016-04-30") == []
    assert len(expected(later, "2016-05-01")) == 1


@pytest.mark.parametrize(
    ("roster", "counted"), [("issued", {"bo-y-te", "vpcp", "bo-noi-vu"}), ("current", {"vpcp", "bo-noi-vu"})]
)
def test_a_roster_counts_its_members_on_the_day_of_issue_unless_it_says_current(
    roster: str, counted: set[str]
) -> None:
    merged = [replace(a, until=date(2016, 4, 30)) if a.id == "bo-y-te" else a for a in AGENCIES]
    obligation = an_obligation(lead=("@ministries",))
    if roster == "current":
        obligation = replace(obligation, roster="current")
    found = expected(an_instrument(obligation), "2016-05-25", agencies=merged)
    assert {item.agency for item in found} == counted


def test_a_recurring_roster_counts_its_members_on_the_periods_first_day() -> None:
    founded = [replace(a, since=date(2016, 5, 1)) if a.id == "bo-y-te" else a for a in AGENCIES]
    instrument = an_instrument(an_obligation(MONTHLY, lead=("@ministries",)))
    found = expected(instrument, "2016-05-25", agencies=founded)
    by_period = {item.brief.period: 0 for item in found}
    for item in found:
        by_period[item.brief.period] += 1
    assert by_period == {"2016-04": 2, "2016-05": 3}


# Periods


def test_the_first_load_opens_the_period_not_yet_due_and_the_one_before() -> None:
    assert periods(MONTHLY, "2016-07-15") == ["2016-06", "2016-07"]


def test_no_period_is_due_before_the_instruments_own_day() -> None:
    assert periods(MONTHLY, "2016-04-15") == ["2016-03", "2016-04"]
    assert periods(MONTHLY, "2016-03-31") == ["2016-03"]


def test_the_next_period_opens_on_the_day_after_the_last_day_of_the_one_before() -> None:
    assert periods(MONTHLY, "2016-06-30", ["2016-05", "2016-06"]) == ["2016-05", "2016-06"]
    assert periods(MONTHLY, "2016-07-01", ["2016-05", "2016-06"]) == ["2016-05", "2016-06", "2016-07"]


def test_a_daemon_that_was_away_opens_every_period_in_between() -> None:
    assert periods(MONTHLY, "2016-09-05", ["2016-05"]) == [
        "2016-05",
        "2016-06",
        "2016-07",
        "2016-08",
        "2016-09",
    ]


def test_a_yearly_report_is_named_by_its_reporting_year() -> None:
    found = expected(an_instrument(an_obligation(YEARLY), day="2018-08-01"), "2018-08-01")
    assert [
        (item.brief.period, item.brief.deadline.last_day, item.brief.deadline.safe_day) for item in found
    ] == [("2018", date(2019, 3, 31), date(2019, 3, 29))]


def test_two_days_a_year_are_its_halves() -> None:
    found = expected(an_instrument(an_obligation(HALVES), day="2025-01-09"), "2025-07-01")
    assert [(item.key, item.brief.deadline.last_day) for item in found] == [
        ("nq-23-2016/1@bo-y-te#2025-H1", date(2025, 6, 14)),
        ("nq-23-2016/1@bo-y-te#2025-H2", date(2025, 11, 30)),
    ]


# What is known of an agency


def test_a_figure_covers_the_members_of_its_rosters_and_no_others() -> None:
    obligation = replace(an_obligation(lead=("@ministries", "ha-noi")), figures=(FIGURE,))
    found = {item.agency: item.figure for item in expected(an_instrument(obligation), "2016-05-25")}
    assert found == {"vpcp": FIGURE, "bo-y-te": FIGURE, "bo-noi-vu": FIGURE, "ha-noi": None}


def test_of_two_figures_the_later_counts() -> None:
    later = Figure(("ministries",), 25, 30, date(2016, 6, 1), "a later letter")
    obligation = replace(an_obligation(), figures=(later, FIGURE))
    (item,) = expected(an_instrument(obligation), "2016-05-25")
    assert item.figure == later


def test_a_state_beats_a_figure_and_a_named_agency_beats_its_roster() -> None:
    states = (
        KnownState("bo-y-te", open_on=date(2016, 3, 24)),
        KnownState("@ministries", done_by=date(2016, 3, 24)),
    )
    obligation = replace(an_obligation(lead=("@ministries",)), figures=(FIGURE,), states=states)
    found = {
        item.agency: (item.figure, item.state) for item in expected(an_instrument(obligation), "2016-05-25")
    }
    assert found == {"vpcp": (None, states[1]), "bo-y-te": (None, states[0]), "bo-noi-vu": (None, states[1])}


# Anchors


def test_the_instruments_own_days_are_anchors_and_the_obligations_come_first() -> None:
    instrument = replace(an_instrument(an_obligation()), effective=date(2016, 5, 15))
    assert anchors_of(instrument, an_obligation()) == (
        ("effective", date(2016, 5, 15)),
        ("issued", date(2016, 3, 30)),
    )
    own = replace(an_obligation(), anchors=(("effective", date(2016, 6, 1)), ("receipt", date(2016, 4, 2))))
    assert dict(anchors_of(instrument, own)) == {
        "effective": date(2016, 6, 1),
        "issued": date(2016, 3, 30),
        "receipt": date(2016, 4, 2),
    }


def test_a_period_counted_from_the_issue_has_its_day_at_once() -> None:
    (item,) = expected(
        an_instrument(an_obligation(After(5, "working_day", "issued")), day="2018-12-28"), "2019-01-01"
    )
    assert item.brief.deadline.last_day == date(2019, 1, 7)


def test_the_brief_keeps_what_the_letters_will_say() -> None:
    obligation = replace(
        an_obligation(OnDay(date(2016, 6, 30)), lead=("@ministries",)),
        cooperating=("@provinces", "vpcp"),
        phrase="trước ngày 1/7/2016",
        deliverable="kế hoạch",
    )
    brief = expected(an_instrument(obligation), "2016-05-25")[0].brief
    assert (brief.collective, brief.cooperating) == (("@ministries",), ("ha-noi", "vpcp"))
    assert (brief.phrase, brief.deliverable, brief.number) == ("trước ngày 1/7/2016", "kế hoạch", "23/NQ-CP")
