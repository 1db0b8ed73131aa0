"""A dispatch changes the calendar under living cases: what a person has set running or extended goes with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules import commands
from rules.facts import DeadlineMoved
from rules.model import Case
from rules.setting import Setting
from rules.term import After
from rules.workdays import OffDay, Workdays
from tests.builders import SETTING, a_setting, local
from tests.rules.rulebook import an_instrument, an_obligation, meet, numbered
from tests.watched import Watched


def with_a_day_off(day: date) -> Setting:
    """The calendar once a dispatch has given this day off."""
    known = SETTING.workdays
    off = (*known.off, OffDay(day, "Nghỉ bù", "Day in lieu", "a dispatch"))
    return a_setting(workdays=Workdays.of(known.years, off, known.worked))


FIFTEEN = After(15, "working_day", "receipt")


def standing(after: After | None = None) -> Case:
    obligation = an_obligation() if after is None else an_obligation(after)
    (change,) = meet(an_instrument(obligation), (), "2016-05-25T10:00").opened
    return numbered(change.case)


def counted(at: str = "2016-06-06T10:00") -> Case:
    """A case of fifteen working days from 6 June: until 27 June."""
    case = standing(FIFTEEN)
    received = commands.anchor(case, "receipt", date(2016, 6, 6), "stamp", local(at), SETTING)
    return Watched(case).do(received, at).case


def test_another_calendar_moves_a_period_that_a_person_has_set_running() -> None:
    case = counted()
    assert case.last_day == date(2016, 6, 27)
    instrument, later = an_instrument(an_obligation(FIFTEEN)), with_a_day_off(date(2016, 6, 20))
    (change,) = meet(instrument, (case,), "2016-06-07", setting=later).moved
    (moved,) = (fact for fact in change.facts if isinstance(fact, DeadlineMoved))
    assert (moved.was, moved.last_day, moved.safe_day) == (
        date(2016, 6, 27),
        date(2016, 6, 28),
        date(2016, 6, 28),
    )
    assert change.case.anchors == case.anchors
    assert meet(instrument, (change.case,), "2016-06-08", setting=later).changes == ()


def test_another_term_moves_it_too_although_the_calendar_has_changed_with_it() -> None:
    twenty = an_instrument(an_obligation(After(20, "working_day", "receipt")))
    (change,) = meet(twenty, (counted(),), "2016-06-07", setting=with_a_day_off(date(2016, 6, 20))).moved
    assert change.case.last_day == date(2016, 7, 5)


def test_what_a_person_has_extended_since_stands_against_another_calendar() -> None:
    seen = Watched(counted())
    seen.do(
        commands.extend(seen.case, date(2016, 8, 5), "2/QĐ", "r", local("2016-06-07"), SETTING), "2016-06-07"
    )
    found = meet(
        an_instrument(an_obligation(FIFTEEN)),
        (seen.case,),
        "2016-06-08",
        setting=with_a_day_off(date(2016, 6, 20)),
    )
    assert (found.moved, seen.case.last_day) == ((), date(2016, 8, 5))


def test_a_day_that_a_person_has_entered_for_another_of_the_catalogues_stands() -> None:
    obligation = replace(an_obligation(FIFTEEN), anchors=(("receipt", date(2016, 6, 1)),))
    (change,) = meet(an_instrument(obligation), (), "2016-06-02T10:00").opened
    seen = Watched(numbered(change.case))
    later = commands.anchor(
        seen.case, "receipt", date(2016, 6, 6), "stamp", local("2016-06-06T10:00"), SETTING
    )
    seen.do(later, "2016-06-06T10:00")
    assert seen.case.last_day == date(2016, 6, 27)
    assert meet(an_instrument(obligation), (seen.case,), "2016-06-07").moved == ()


def test_a_closed_case_is_not_moved_by_another_calendar() -> None:
    done = replace(counted(), closed_on=date(2016, 6, 7), next_look=None)
    later = with_a_day_off(date(2016, 6, 20))
    assert meet(an_instrument(an_obligation(FIFTEEN)), (done,), "2016-06-08", setting=later).changes == ()


@pytest.mark.parametrize("vanished", [False, True])
@pytest.mark.parametrize("at", ["2016-06-07", "2016-06-22T09:00"])
def test_the_day_to_aim_at_of_an_extended_case_goes_with_the_calendar(vanished: bool, at: str) -> None:
    """At the second moment its notice is due, and nobody has looked yet."""
    case = standing()
    seen = Watched(case)
    seen.do(commands.extend(case, date(2016, 7, 22), "2/QĐ", "r", local("2016-06-06"), SETTING), "2016-06-06")
    extended = replace(seen.case, next_look=seen.next_look, vanished=vanished)
    instrument, later = an_instrument(an_obligation()), with_a_day_off(date(2016, 7, 22))
    found = meet(None if vanished else instrument, (extended,), at, setting=later)
    (change,) = found.changes
    assert (change.facts, change.case.safe_day) == ((), date(2016, 7, 21))
    seen = Watched(change.case, later, next_look=change.case.next_look)
    assert seen.run("2016-07-20T08:00").spoken[-1] == ("2016-07-20T08:00", "last-call")
