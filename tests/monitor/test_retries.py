"""When a letter is tried again, and how long a server is left alone."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from monitor.retries import GIVES_UP_AFTER, ServerRest, next_try
from tests.builders import local

START = local("2016-06-21T08:00")
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 5), (3, 15), (4, 60), (5, 60), (90, 60)])
def test_a_letter_is_tried_after_one_five_fifteen_minutes_then_hourly(attempts: int, minutes: int) -> None:
    again = next_try(attempts, START, START, Random(1))
    assert again is not None
    assert minutes * MINUTE <= again - START <= minutes * MINUTE * 1.1


def test_after_five_days_it_is_given_up() -> None:
    assert next_try(130, START, START + GIVES_UP_AFTER, Random(1)) is not None
    assert next_try(130, START, START + GIVES_UP_AFTER + MINUTE, Random(1)) is None


def test_letters_that_fail_side_by_side_are_one_failure_of_the_server() -> None:
    rest = ServerRest(Random(1))
    first = rest.begin(START)
    assert rest.begin(START) == rest.begin(START + MINUTE / 2) == first
    assert first - START <= MINUTE * 1.1
    assert rest.is_on(START)
    assert not rest.is_on(first)
    assert rest.begin(first) - first >= 5 * MINUTE


def test_a_letter_taken_makes_the_next_rest_short_again() -> None:
    rest = ServerRest(Random(1))
    end = rest.begin(rest.begin(START))
    rest.succeed()
    assert rest.begin(end) - end <= MINUTE * 1.1


def test_a_person_ends_the_rest() -> None:
    rest = ServerRest(Random(1))
    rest.begin(START)
    rest.end()
    assert not rest.is_on(START)
