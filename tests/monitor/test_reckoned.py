"""What many letters of a day share is what each of them would have reckoned for itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from monitor.reckoned import Reckoned, Standing
from rules.coming import coming
from tests.builders import SETTING, a_case, local
from tests.rules.lives import Life, lives, open_case

DAY = timedelta(days=1)


@given(lives(acts=False), st.integers(-80, 60), st.lists(st.integers(0, 24 * 60 - 1), min_size=2, max_size=6))
def test_a_letter_in_whatever_order_of_the_day_announces_its_own_stages(
    life: Life, from_due: int, minutes: list[int]
) -> None:
    case = open_case(life).case
    day = life.due + from_due * DAY
    reckoned = Reckoned(day, SETTING)
    for minute in minutes:
        now = local(f"{day}T00:00") + timedelta(minutes=minute)
        assert reckoned.upcoming(case, now, 2) == coming(case, now, SETTING, 2)


def test_a_case_that_has_heard_more_announces_less() -> None:
    reckoned, now = Reckoned(date(2016, 6, 20), SETTING), local("2016-06-20T09:00")
    fresh = a_case(decided=(1,))
    assert [stage.stage for stage in reckoned.upcoming(fresh, now, 2)] == ["reminder", "last-call"]
    told = replace(fresh, decided=(1, 1))
    assert [stage.stage for stage in reckoned.upcoming(told, now, 2)] == ["last-call", "overdue"]
    assert [stage.stage for stage in reckoned.upcoming(told, now, 1)] == ["last-call"]


def test_after_a_stage_has_spoken_it_is_not_announced_any_more() -> None:
    reckoned, case = Reckoned(date(2016, 6, 21), SETTING), a_case(decided=(1,))
    before = reckoned.upcoming(case, local("2016-06-21T07:59"), 1)
    after = reckoned.upcoming(case, local("2016-06-21T08:00"), 1)
    assert [stage.stage for stage in (*before, *after)] == ["reminder", "last-call"]


def test_cases_of_one_last_day_are_judged_once() -> None:
    reckoned, asked = Reckoned(date(2016, 7, 4), SETTING), []

    def judge() -> Standing:
        asked.append("judged")
        return Standing("late", "2 working days late", 2)

    first, again = (reckoned.running(date(2016, 6, 30), judge) for _ in range(2))
    assert first is again
    assert asked == ["judged"]
    reckoned.running(date(2016, 7, 1), judge)
    assert asked == ["judged", "judged"]
