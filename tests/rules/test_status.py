"""The official two-by-two, derived from days."""

from __future__ import annotations

from datetime import date

import pytest

from rules.model import Case, Status
from rules.status import judged_by_original, status_of
from rules.term import After, Continuous
from tests.builders import a_brief, a_case

LAST = date(2016, 6, 30)
AFTER = date(2016, 7, 1)


@pytest.mark.parametrize(
    ("case", "today", "status"),
    [
        (a_case(), LAST, "open-in-time"),
        (a_case(), AFTER, "open-late"),
        (a_case(closed_on=LAST), AFTER, "done-in-time"),
        (a_case(closed_on=AFTER), AFTER, "done-late"),
        (a_case("2016-07-02"), date(2016, 7, 2), "open-in-time"),  # a Saturday is still the last day
        (a_case("2016-07-02"), date(2016, 7, 3), "open-late"),
        (a_case(None), AFTER, "undated"),
        (a_case(None, closed_on=AFTER), AFTER, "done-undated"),
        (a_case(brief=a_brief(Continuous())), AFTER, "continuous"),
        (a_case(brief=a_brief(Continuous(date(2016, 1, 1), LAST))), date(2030, 1, 1), "continuous"),
        (a_case(brief=a_brief(After(30, "day", "receipt"))), AFTER, "not-running"),
        (a_case(withdrawn=True), AFTER, "withdrawn"),
    ],
)
def test_done_or_not_in_time_or_late(case: Case, today: date, status: Status) -> None:
    assert status_of(case, today) == status


def test_the_documents_day_decides_not_the_day_of_the_click() -> None:
    assert status_of(a_case(closed_on=LAST), date(2017, 1, 1)) == "done-in-time"


def test_an_extended_case_is_judged_by_both_days() -> None:
    extended = a_case("2016-07-29", original_last_day=LAST)
    assert (status_of(extended, AFTER), judged_by_original(extended, AFTER)) == ("open-in-time", "open-late")
    done = a_case("2016-07-29", original_last_day=LAST, closed_on=date(2016, 7, 15))
    assert (status_of(done, AFTER), judged_by_original(done, AFTER)) == ("done-in-time", "done-late")


def test_without_an_extension_there_is_no_second_judgement() -> None:
    assert judged_by_original(a_case(), AFTER) is None
    assert judged_by_original(a_case(original_last_day=LAST, withdrawn=True), AFTER) is None
