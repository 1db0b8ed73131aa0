"""What holds of every case, whatever its ladder, its deadline, its officers' commands and the daemon's rhythm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby, islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.audience import audience
from rules.decide import decide
from rules.facts import CaseFact, Extended, PromiseBroken, Reopened
from rules.keys import unique_key
from rules.ladder import Rung, passed, speaks_from, timetable
from rules.life import PROMISED, evolve, stage_index
from rules.model import Case, Ladder
from rules.stage_facts import StageHeld, StageOutcome, StageReached, StageSkipped
from tests.builders import SETTING, a_case
from tests.rules.lives import (
    HOURS,
    Life,
    Looks,
    by_next_look,
    days_of_law,
    end_of,
    ladders,
    live,
    lives,
    often,
    open_case,
    rarely,
)
from tests.watched import Watched

many = settings(max_examples=100, deadline=None)
few = settings(max_examples=40, deadline=None)
rhythms = st.builds(rarely, st.integers(1, 40), st.sampled_from(HOURS)) | st.just(by_next_look)


def steps(life: Life, watched: Watched) -> Iterator[tuple[datetime, Case, CaseFact]]:
    """(moment, the case before it, the fact), through the whole journal."""
    case = open_case(Life(life.ladder, life.due, life.opened, life.figure, (), 0)).case
    opening = len(open_case(life).journal)
    for number, entry in enumerate(watched.journal):
        yield entry.moment, case, entry.fact
        if number >= opening:
            case = evolve(case, entry.fact)


def stage_facts(watched: Watched) -> list[StageOutcome]:
    return [fact for fact in watched.facts if isinstance(fact, StageReached | StageSkipped | StageHeld)]


def rung_of(ladder: Ladder, fact: StageOutcome) -> Rung:
    return Rung(stage_index(ladder, fact.stage), fact.occurrence, fact.moment)


@pytest.mark.contract(1)
@many
@given(lives(), rhythms)
def test_every_key_stands_once_in_the_journal(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    keys = Counter(key for fact in watched.facts if (key := unique_key(fact)) is not None)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.contract(1)
@many
@given(lives(), rhythms)
def test_every_stage_that_has_passed_has_an_outcome_for_its_whole_audience(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    case, end = watched.case, end_of(life)
    if case.is_open:
        assert passed(case, end, SETTING) == ()
    told: dict[tuple[int, str, int], set[str]] = {}
    spoke = set()
    for fact in stage_facts(watched):
        told.setdefault((fact.round, fact.stage, fact.occurrence), set()).add(fact.officer)
        if isinstance(fact, StageReached) or fact.reason.startswith(PROMISED):
            spoke.add((fact.round, fact.stage, fact.occurrence))
    for key, officers in told.items():
        stage = life.ladder.stages[stage_index(life.ladder, key[1])]
        meant = {person.officer for person in audience(case, stage.to, life.due, SETTING)} or {""}
        # Only the one that speaks may also speak to the lower ones' audience.
        assert officers >= meant if key in spoke else officers == meant


@pytest.mark.contract(1)
@many
@given(lives(), rhythms)
def test_no_occurrence_between_two_decided_ones_is_forgotten(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    found: dict[tuple[int, str], set[int]] = {}
    for fact in stage_facts(watched):
        found.setdefault((fact.round, fact.stage), set()).add(fact.occurrence)
    for occurrences in found.values():
        # When a round begins only the last passed occurrence is named.
        assert occurrences == set(range(min(occurrences), max(occurrences) + 1))


@pytest.mark.contract(5)
@many
@given(lives(), rhythms)
def test_a_case_that_is_over_says_nothing(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    assert [
        fact for _, case, fact in steps(life, watched) if isinstance(fact, StageOutcome) and not case.is_open
    ] == []
    if not watched.case.is_open:
        assert watched.next_look is None


@pytest.mark.contract(4)
@many
@given(lives(), rhythms)
def test_nothing_speaks_before_its_moment_or_outside_working_hours(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    for moment, case, fact in steps(life, watched):
        if isinstance(fact, StageReached):
            assert fact.moment <= moment
            assert SETTING.next_speaking(moment) == moment
            assert case.quiet_until is None or moment >= case.quiet_until
        elif isinstance(fact, StageOutcome):
            assert fact.moment <= moment


@many
@given(lives(figures=False), rhythms)
def test_a_snooze_puts_its_stages_off_and_no_other(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    for moment, case, fact in steps(life, watched):
        snooze = case.snooze
        if snooze is None or not isinstance(fact, StageReached) or moment >= snooze.ends:
            continue
        assert not life.ladder.stages[stage_index(life.ladder, fact.stage)].snoozable


@many
@given(lives(), rhythms)
def test_a_promise_silences_its_own_officer_and_nobody_else(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    for _, case, fact in steps(life, watched):
        mine = [promise for promise in case.promises if getattr(fact, "officer", None) == promise.officer]
        if isinstance(fact, StageHeld) and fact.reason.startswith(PROMISED):
            assert [f"{PROMISED} {promise.until}" for promise in mine] == [fact.reason]
        elif isinstance(fact, StageReached):
            moment = max(speaks_from(case, rung_of(life.ladder, fact)), case.quiet_until or fact.moment)
            assert all(promise.until <= SETTING.legal_day(moment) for promise in mine)


@many
@given(lives(), rhythms)
def test_a_broken_promise_is_told_once_and_after_its_day(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    for moment, case, fact in steps(life, watched):
        if isinstance(fact, PromiseBroken):
            (promise,) = [promise for promise in case.promises if promise.officer == fact.officer]
            assert (promise.until, promise.broken) == (fact.until, False)
            assert moment >= promise.due
            assert SETTING.legal_day(promise.due) > fact.until
    if watched.case.is_open:
        assert all(promise.broken or promise.due > end_of(life) for promise in watched.case.promises)


@many
@given(lives(), rhythms)
def test_at_most_one_stage_of_a_case_speaks_at_one_look(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    for moment, entries in groupby(watched.journal, key=lambda entry: entry.moment):
        spoke = {
            (fact.round, fact.stage, fact.occurrence)
            for entry in entries
            if isinstance(fact := entry.fact, StageReached)
        }
        # A command may begin a round at the moment of a look: each round's highest speaks.
        assert len({number for number, _, _ in spoke}) == len(spoke), moment


@many
@given(lives(), rhythms)
def test_a_lower_stage_never_speaks_after_a_higher_one_of_its_round(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    spoke: dict[int, tuple[int, int]] = {}
    for fact in watched.facts:
        if isinstance(fact, StageReached):
            place = (stage_index(life.ladder, fact.stage), fact.occurrence)
            assert place >= spoke.get(fact.round, place)
            spoke[fact.round] = place


@pytest.mark.contract(4)
@few
@given(lives())
def test_looking_only_when_next_look_says_finds_what_constant_looking_finds(life: Life) -> None:
    seldom, constantly = live(life, by_next_look), live(life, often)
    assert seldom.journal == constantly.journal
    assert seldom.case == constantly.case


@many
@given(lives(acts=False), st.integers(1, 40), st.sampled_from(HOURS))
def test_looking_rarely_tells_the_highest_stage_passed_to_all_who_missed_one(
    life: Life, days: int, hour: int
) -> None:
    seldom, always = live(life, rarely(days, hour)), live(life, by_next_look)
    letters = {entry.moment for entry in seldom.journal if isinstance(entry.fact, StageReached)}
    before = life.opened - timedelta(seconds=1)
    for moment in sorted(letters):
        missed = _spoken(always, before, moment)
        top = max((place for place, _ in missed), default=None)
        mine = _spoken(seldom, moment, moment)
        assert {place for place, _ in mine} == {top}
        assert {officer for _, officer in mine} == {officer for _, officer in missed}
        before = moment
    assert _spoken(always, before, end_of(life)) - _spoken(always, before, before) == set()


def _spoken(watched: Watched, after: datetime, until: datetime) -> set[tuple[tuple[int, int], str]]:
    """(place in the ladder, officer) of what spoke between two moments, the first included when both are the same."""
    return {
        ((stage_index(watched.case.brief.ladder, fact.stage), fact.occurrence), fact.officer)
        for entry in watched.journal
        if (after < entry.moment <= until or entry.moment == after == until)
        and isinstance(fact := entry.fact, StageReached)
        and watched.case.brief.ladder is not None
    }


@many
@given(lives(late=False), rhythms)
def test_stages_passed_before_an_extension_stay_silent_in_the_new_round(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    for place, entry in enumerate(watched.journal):
        begun = entry.fact
        if isinstance(begun, Extended | Reopened) and getattr(begun, "quiet_until", None) is None:
            later = [entry.fact for entry in watched.journal[place:]]
            for fact in later:
                if isinstance(fact, StageReached) and fact.round == begun.round:
                    assert fact.moment > entry.moment


@many
@given(lives(), rhythms)
def test_each_round_follows_the_one_before(life: Life, rhythm: Looks) -> None:
    watched = live(life, rhythm)
    for _, case, fact in steps(life, watched):
        after = evolve(case, fact)
        assert after.round in {case.round, case.round + 1}
        if isinstance(fact, StageOutcome):
            assert fact.round == case.round
    numbers = [fact.round for fact in stage_facts(watched)]
    assert numbers == sorted(numbers)


@many
@given(lives(), rhythms)
def test_the_same_case_and_moment_give_the_same_answer_and_a_second_look_finds_nothing(
    life: Life, rhythm: Looks
) -> None:
    watched = live(life, rhythm)
    for moment, case, _ in steps(life, watched):
        first, second = decide(case, moment, SETTING), decide(case, moment, SETTING)
        assert first == second
        after = case
        for fact in first.facts:
            after = evolve(after, fact)
        assert after == first.case
        again = decide(first.case, moment, SETTING)
        assert again.facts == ()
        assert again.next_look == first.next_look
        assert first.next_look is None or first.next_look > moment


@many
@given(ladders(), days_of_law())
def test_the_moments_of_a_ladder_never_go_back(ladder: Ladder, due: date) -> None:
    table = timetable(a_case(str(due), ladder=ladder), SETTING)
    assert table is not None
    for index in range(len(ladder.stages)):
        for before, after in pairwise(islice(table.rungs(index, 0), 12)):
            assert before.moment <= after.moment
    assert list(table.firsts) == sorted(table.firsts)
    for moment in table.firsts:
        assert SETTING.next_speaking(moment) == moment


@few
@given(lives(acts=False, figures=True))
def test_an_unconfirmed_case_is_never_told_to_be_late(life: Life) -> None:
    watched = live(life, by_next_look)
    if life.figure is not None:
        late = {stage.name for stage in life.ladder.stages if stage.at.after}
        assert not late & {fact.stage for fact in watched.facts if isinstance(fact, StageReached)}
