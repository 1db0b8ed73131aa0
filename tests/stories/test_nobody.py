"""Stages that nobody would receive: the operator hears of them each day, before they are due."""

from __future__ import annotations

import pytest

from monitor.reaching import LISTED, counted, unreached_soon
from tests.builders import local
from tests.stories.mailbox import Delivery
from tests.stories.papers import WATCH
from tests.stories.world import OPERATOR, World

pytestmark = pytest.mark.asyncio
CASE = "nq-23-2016/1@bo-y-te"


def told(world: World) -> list[Delivery]:
    """The letters to the operator that name a stage nobody would receive."""
    return [
        delivery
        for delivery in world.mailbox.letters
        if delivery.letter.recipient == OPERATOR and "would reach nobody" in delivery.text
    ]


async def opened(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")


async def test_a_stage_that_would_reach_nobody_is_told_ten_working_days_before(world: World) -> None:
    world.office.vacant = {"bo-y-te", WATCH}
    await opened(world)
    await world.advance(to="2016-05-25T23:59")
    [letter] = told(world)
    assert f"{CASE}: notice of 2016-05-31 08:00 would reach nobody (owner)" in letter.text
    assert letter.at == "2016-05-25T00:00"


async def test_it_is_told_once_a_day_until_it_is_mended(world: World) -> None:
    world.office.vacant = {"bo-y-te", WATCH}
    await opened(world)
    await world.advance(to="2016-05-27T12:00")
    assert [letter.at for letter in told(world)] == [
        "2016-05-25T00:00",
        "2016-05-26T00:00",
        "2016-05-27T00:00",
    ]
    world.office.vacant = set()
    world.reload()
    await world.advance(to="2016-05-29T00:00")
    assert len(told(world)) == 3
    with world.store.reading() as ledger:
        assert counted(ledger) == 0


async def test_nothing_is_told_of_a_stage_further_away(world: World) -> None:
    world.office.vacant = {"bo-y-te", WATCH}
    await opened(world)
    await world.advance(to="2016-06-01T12:00")
    before = len(told(world))
    await world.advance(
        to="2016-06-06T23:59"
    )  # the notice is over; the reminder of the 21st is eleven days ahead
    assert len(told(world)) == before
    await world.advance(to="2016-06-07T00:01")
    assert "reminder of 2016-06-21" in told(world)[-1].text


async def test_a_full_directory_is_no_news(world: World) -> None:
    await opened(world)
    await world.advance(to="2016-07-20T00:00")
    assert told(world) == []


async def test_a_long_list_says_that_it_is_longer(world: World) -> None:
    world.office.vacant = {"bo-y-te", WATCH}
    for number in range(LISTED + 3):
        world.write("nq-23-2016", f"t{number}", "bo-y-te", "2016-06-30", "2016-05-25")
    world.reload()
    await world.begins("2016-05-25")
    [letter] = told(world)
    assert f"more than {LISTED} cases" in letter.text
    assert letter.text.count("would reach nobody") == LISTED


async def test_what_the_list_says_is_what_then_happens(world: World) -> None:
    world.office.vacant = {"head", "leader", WATCH}
    await opened(world)
    await world.advance(to="2016-06-30T23:59")
    with world.store.reading() as ledger:
        found = unreached_soon(ledger, world.house.library.catalogue, world.house.setting, world.clock.now())
    assert [(stage.case, stage.stage) for stage in found] == [(CASE, "escalated")]
    assert found[0].moment == local("2016-07-07T08:00")
    before = len(world.mailbox.letters)
    await world.advance(to="2016-07-07T08:01")
    spoken = [delivery for delivery in world.mailbox.letters[before:] if delivery.kind == "stage"]
    assert [delivery.stages for delivery in spoken] == [["overdue"]]
