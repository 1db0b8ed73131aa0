"""Cases that are alike are compared with the catalogue once: the answer is that of comparing each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.instrument import Instrument, Obligation
from rules.library import Catalogue
from rules.model import Case, Ladder
from rules.notices import Change
from rules.peers import Peers, Place, alone
from rules.reconcile import Reconciled, folded_into, reconcile
from rules.setting import Setting
from rules.term import OnDay
from tests.builders import AGENCIES, SETTING, a_setting
from tests.rules.calendar_file import vietnam
from tests.rules.lives import by_next_look, end_of, ladders, live, lives
from tests.rules.rulebook import an_obligation
from tests.rules.test_reconcile import standing as opened_standing

NAMES = tuple(agency.id for agency in AGENCIES)
agencies = st.lists(st.sampled_from(NAMES), min_size=3, max_size=5, unique=True)
some = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)


@dataclass(frozen=True, slots=True)
class Encounter:
    """Cases that stand, and the catalogue, calendar hour and moment that they meet."""

    cases: tuple[Case, ...]
    instrument: Instrument | None
    catalogue: Catalogue
    setting: Setting
    moment: datetime


def alike(cases: Sequence[Case]) -> tuple[Peers, ...]:
    """Peers as the store finds them: by all but number, key and agency."""
    found: dict[Case, list[Place]] = {}
    firsts: dict[Case, Case] = {}
    for case in cases:
        common = replace(case, number=0, key="", agency="")
        firsts.setdefault(common, case)
        found.setdefault(common, []).append((case.number, case.key, case.agency))
    return tuple(Peers(firsts[common], tuple(places)) for common, places in found.items())


@st.composite
def encounters(draw: st.DrawFn) -> Encounter:
    first, *others = draw(st.lists(lives(figures=False), min_size=1, max_size=2))
    grown = [
        live(replace(life, ladder=first.ladder, due=first.due), by_next_look) for life in (first, *others)
    ]
    cases = []
    for number, agency in enumerate(draw(agencies), 1):
        lived = draw(st.sampled_from(grown)).case
        vanished = draw(st.sampled_from([lived.vanished] * 5 + [True]))
        cases.append(replace(lived, number=number, key=f"nq-1/1@{agency}", agency=agency, vanished=vanished))
    ladder = draw(st.sampled_from([first.ladder] * 4 + [draw(ladders())]))
    due = first.due + timedelta(days=draw(st.sampled_from([0, 0, 0, 9])))
    named = _instrument("nq-1", due, draw(agencies), ladder)
    instrument = draw(st.sampled_from([named, named, named, None]))
    later = _instrument("nq-2", due + timedelta(days=40), draw(some), ladder, continues="nq-1/1")
    every = tuple(i for i in (instrument, draw(st.sampled_from([None, later]))) if i is not None)
    catalogue = Catalogue(every, {agency.id: agency for agency in AGENCIES}, {"bespoke": ladder}, vietnam())
    moment = end_of(first) + timedelta(days=draw(st.integers(0, 40)), hours=draw(st.integers(0, 20)))
    setting = draw(st.sampled_from([SETTING, SETTING, SETTING, a_setting(send_at="09:30")]))
    return Encounter(tuple(cases), instrument, catalogue, setting, moment)


def _instrument(
    id: str,  # noqa: A002
    due: date,
    lead: Sequence[str],
    ladder: Ladder,
    continues: str | None = None,
) -> Instrument:
    obligation = Obligation(
        "1",
        "Làm việc này",
        tuple(lead),
        OnDay(due),
        ladder=ladder.name,
        cooperating=("vpcp",),
        continues=continues,
    )
    return Instrument(
        id, "resolution", "Nghị quyết", "chinh-phu", "", date(2009, 1, 1), obligations=(obligation,)
    )


def met(meeting: Encounter, standing: tuple[Peers, ...]) -> Reconciled:
    folded = folded_into(meeting.catalogue, meeting.setting.legal_day(meeting.moment))
    return reconcile(meeting.instrument, meeting.catalogue, standing, meeting.moment, meeting.setting, folded)


def by_key(changes: Sequence[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: change.case.key)


@settings(max_examples=300, deadline=None)
@given(encounters())
def test_peers_meet_the_catalogue_as_each_of_them_would(meeting: Encounter) -> None:
    together, each = met(meeting, alike(meeting.cases)), met(meeting, alone(meeting.cases))
    for kind in ("opened", "moved", "vanished", "restated"):
        assert by_key(getattr(together, kind)) == by_key(getattr(each, kind))


def test_cases_opened_together_are_peers_but_for_those_that_differ() -> None:
    cases = opened_standing(an_obligation(lead=("@ministries",)))
    assert [len(peers.places) for peers in alike(cases)] == [3]
    snoozed = replace(cases[0], snoozes=1)
    assert [len(peers.places) for peers in alike([snoozed, *cases[1:]])] == [1, 2]
    assert [peers.at(place) for peers in alike(cases) for place in peers.places] == list(cases)
