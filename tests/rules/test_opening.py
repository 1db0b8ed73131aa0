"""Agencies of which the same is known begin alike: the cases are those of opening each for itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.expected import Expected, expected_cases
from rules.facts import CaseOpened
from rules.instrument import KnownState
from rules.model import Figure, Original
from rules.opening import openings
from rules.term import OnDay, Term, Undated
from tests.builders import AGENCIES, SETTING, a_ladder, a_setting, a_stage, local, the_officers
from tests.rules.rulebook import a_catalogue, an_instrument, an_obligation

NAMES = tuple(agency.id for agency in AGENCIES)
DUE = date(2016, 6, 30)
# One agency alone has officers, so of the others nobody can be told; and a ladder of which nothing is ever skipped.
LONELY = a_setting(officers=[officer for officer in the_officers() if officer.agency == "bo-noi-vu"])
SINGLE = a_ladder(a_stage("overdue", "+1wd"))
states = st.builds(
    KnownState,
    st.sampled_from(NAMES),
    done=st.sampled_from([None, date(2016, 6, 1)]),
    done_by=st.sampled_from([None, None, date(2016, 6, 3)]),
    evidence=st.sampled_from([None, "12/BC"]),
)
figures = st.builds(
    Figure,
    st.sampled_from([("ministries",), ("provinces",), ("ministries", "provinces")]),
    st.integers(0, 2),
    st.none(),
    st.dates(date(2016, 5, 1), date(2016, 5, 3)),
    st.just("a count"),
)
terms: st.SearchStrategy[Term] = st.sampled_from([OnDay(DUE), OnDay(DUE), Undated()])


@st.composite
def wanted(draw: st.DrawFn) -> list[Expected]:
    obligations = [
        replace(
            an_obligation(
                draw(terms), NAMES, ladder=draw(st.sampled_from(["standard", "single", None])), id=str(number)
            ),
            states=tuple(draw(st.lists(states, max_size=3))),
            figures=tuple(draw(st.lists(figures, max_size=2))),
            original=draw(st.sampled_from([None, Original(date(2016, 3, 31), "a plan")])),
        )
        for number in range(draw(st.integers(1, 2)))
    ]
    instrument = an_instrument(*obligations)
    catalogue = a_catalogue(instrument)
    catalogue = replace(catalogue, ladders={**catalogue.ladders, "single": SINGLE})
    items = expected_cases(instrument, catalogue, DUE, {})
    return draw(st.permutations(list(items)))


@settings(max_examples=300, deadline=None)
@given(wanted(), st.integers(-60, 60), st.booleans())
def test_cases_open_together_as_each_opens_alone(items: list[Expected], days: int, lonely: bool) -> None:
    setting = LONELY if lonely else SETTING
    moment = local(f"{DUE + timedelta(days=days)}T10:00")
    together = list(openings(items, moment, setting))
    assert together == [next(openings([item], moment, setting)) for item in items]


def test_an_opening_names_its_own_agency() -> None:
    instrument = an_instrument(an_obligation(lead=("@ministries",)))
    items = tuple(expected_cases(instrument, a_catalogue(instrument), DUE, {}))
    for change, agency in zip(
        openings(items, local("2016-05-25"), SETTING), ("vpcp", "bo-y-te", "bo-noi-vu"), strict=True
    ):
        (fact,) = change.facts
        assert isinstance(fact, CaseOpened)
        assert (fact.agency, change.case.agency) == (agency, agency)
        assert fact.case == change.case.key == f"nq-23-2016/1@{agency}"
