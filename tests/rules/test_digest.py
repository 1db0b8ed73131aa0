"""What a digest holds, and in what order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.digest import Changed, Digest, worst_first
from rules.facts import Unsnoozed
from rules.model import Case
from tests.builders import a_case

CASE = a_case()
DAY = date(2016, 6, 21)


def test_the_most_overdue_stands_first_and_the_undated_last() -> None:
    late, soon, undated = a_case("2016-03-31"), a_case("2016-06-30"), a_case(None)
    assert worst_first([undated, soon, late]) == (late, soon, undated)


def test_of_two_due_on_one_day_the_key_decides() -> None:
    ha_noi, bo_y_te = a_case(agency="ha-noi"), a_case(agency="bo-y-te")
    assert worst_first([ha_noi, bo_y_te]) == (bo_y_te, ha_noi)


@given(
    st.permutations(
        [a_case(due, agency) for due in ("2016-06-30", "2016-07-29", None) for agency in ("ha-noi", "vpcp")]
    )
)
def test_the_order_does_not_depend_on_where_one_starts(cases: list[Case]) -> None:
    ordered = worst_first(cases)
    assert [(case.last_day, case.agency) for case in ordered] == [
        (date(2016, 6, 30), "ha-noi"),
        (date(2016, 6, 30), "vpcp"),
        (date(2016, 7, 29), "ha-noi"),
        (date(2016, 7, 29), "vpcp"),
        (None, "ha-noi"),
        (None, "vpcp"),
    ]


@pytest.mark.parametrize(
    "digest",
    [
        Digest("lan", DAY, 1, overdue=(CASE,)),
        Digest("lan", DAY, 1, due_soon=(CASE,)),
        Digest("lan", DAY, 1, changed=(Changed(CASE, Unsnoozed(CASE.key, DAY)),)),
        Digest("lan", DAY, 1, ending=(CASE,)),
        Digest("lan", DAY, 1, unconfirmed=(CASE,)),
    ],
)
def test_any_section_makes_a_digest_worth_sending(digest: Digest) -> None:
    assert not digest.is_quiet


def test_a_digest_without_any_case_is_quiet() -> None:
    assert Digest("lan", DAY, 1).is_quiet
