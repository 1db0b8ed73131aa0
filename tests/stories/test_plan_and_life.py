"""What the forecast says is what happens: the same core, once on a clock that jumps, once in a daemon's life."""

from __future__ import annotations

from datetime import date

import pytest

from monitor.config import Config
from monitor.house import House
from monitor.library import load_library
from monitor.plan import forecast
from tests.builders import shown
from tests.stories.world import World

FIRST, LAST = date(2016, 5, 25), date(2016, 7, 31)
FIGURE = '\n[[obligation.figure]]\nroster = "provinces"\ndone = 43\nof = 63\nas_of = 2016-03-24\nsource = "báo cáo"\n'


async def settled_down(world: World) -> None:
    """Cases of every kind: in time, on the register, unconfirmed, undated, a milestone."""
    world.office.digests |= {"owner-of-bo-y-te", "owner-of-ha-noi", "watch"}
    for number, agency, due, more in (
        ("1", "bo-y-te", "2016-06-30", 'cooperating = ["vpcp"]'),
        ("2", "bo-y-te", "2016-05-20", ""),
        ("3", "ha-noi", "2016-06-30", FIGURE),
        ("4", "ha-noi", None, ""),
        ("5", "bo-noi-vu", "2016-06-18", 'kind = "milestone"'),
        ("6", "bo-noi-vu", "2016-06-15", 'kind = "target"'),
    ):
        world.write("nq-23-2016", number, agency, due, str(FIRST), more)
    world.reload()
    await world.begins(str(FIRST))


@pytest.mark.asyncio
async def test_what_plan_says_arrives_and_nothing_else(world: World) -> None:
    await settled_down(world)
    planned = [
        (shown(letter.at), letter.officer, letter.letter, letter.stages, letter.subject)
        for letter in forecast(world.house, None, FIRST, LAST)
    ]
    await world.advance(to="2016-07-31T23:59")
    arrived = [
        (letter.at, letter.officer, letter.kind, tuple(letter.stages), letter.subject)
        for letter in world.mailbox.letters
    ]
    assert len(planned) > 40
    assert sorted(arrived) == sorted(planned)


@pytest.mark.asyncio
async def test_a_plan_from_the_present_journal_goes_on_where_life_stands(world: World) -> None:
    await settled_down(world)
    await world.advance(to="2016-06-22T10:00")
    await world.does(world.closing(), "nq-23-2016/1@bo-y-te")
    planned = {
        (shown(letter.at), letter.officer, letter.letter)
        for letter in forecast(world.house, world.copy(), None, LAST)
    }
    before = len(world.mailbox.letters)
    await world.advance(to="2016-07-31T23:59")
    arrived = {(letter.at, letter.officer, letter.kind) for letter in world.mailbox.letters[before:]}
    assert arrived == planned


def test_the_whole_catalogue_is_forecast_through_a_winter_of_late_cases() -> None:
    config = Config()
    house = House.of(config, load_library(config.catalogue, None))
    letters = list(forecast(house, None, date(2018, 11, 1), date(2018, 11, 9)))
    assert {letter.letter for letter in letters} >= {"register", "digest", "bundle"}
    assert any(letter.officer == "giam-sat" and letter.letter == "digest" for letter in letters)
