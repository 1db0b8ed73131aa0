"""A case that is assigned to another officer: she hears of it, it is in her digest, and later changes reach her."""

from __future__ import annotations

import pytest

from tests.stories.world import AGAIN, World

pytestmark = pytest.mark.asyncio
OWNER, HEAD, OTHER, WATCH = "owner-of-bo-y-te", "head-of-bo-y-te", "owner-of-bo-noi-vu", "watch"
CASE = "nq-23-2016/1@bo-y-te"


async def told_once(world: World) -> None:
    """The owner has had the notice and the reminder, and everybody takes a digest."""
    world.office.digests.update({OWNER, HEAD, OTHER, WATCH})
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.advance(to="2016-06-21T12:00")


def digests(world: World, after: str) -> set[str]:
    """Who has since had a digest that names the case."""
    return {
        letter.officer
        for letter in world.mailbox.of_kind("digest")
        if letter.at > after and letter.cases == [CASE]
    }


async def test_she_hears_at_once_that_it_is_hers_and_the_owner_that_it_is_not(world: World) -> None:
    await told_once(world)
    await world.does(world.assigning(OTHER))
    owners, hers = sorted(world.mailbox.of_kind("change"), key=lambda letter: letter.officer != OWNER)
    assert (hers.officer, owners.officer, hers.at) == (OTHER, OWNER, "2016-06-21T12:00")
    assert "assigned to Owner-Of-Bo-Noi-Vu" in hers.subject
    assert "now stands for the owner. Reason: thay người nghỉ ốm" in hers.text
    assert "of Ministry of Health" in hers.text
    assert "had a letter about it before" in owners.text


async def test_her_digest_holds_it_and_the_owners_does_no_more(world: World) -> None:
    await told_once(world)
    assert digests(world, "2016-06-20T12:00") == {OWNER, HEAD, WATCH}
    await world.does(world.assigning(OTHER))
    await world.advance(to="2016-06-22T12:00")
    assert digests(world, "2016-06-21T12:00") == {OTHER, HEAD, WATCH}


async def test_its_closing_shows_in_her_digest_and_reaches_her(world: World) -> None:
    await told_once(world)
    await world.does(world.assigning(OTHER))
    await world.does(world.closing())
    assert {letter.officer for letter in world.mailbox.of_kind("closing")} == {OTHER, OWNER}
    await world.advance(to="2016-06-22T12:00")
    assert digests(world, "2016-06-21T12:00") == {OTHER, HEAD, WATCH}


async def test_a_case_of_somebody_who_has_left_is_the_owners_again(world: World) -> None:
    await told_once(world)
    await world.does(world.assigning(OTHER))
    world.office.vacant.add(OTHER)
    world.reload()
    await world.look()
    await world.advance(to="2016-06-22T12:00")
    assert digests(world, "2016-06-21T12:00") == {OWNER, HEAD, WATCH}


async def test_of_an_assignment_that_is_put_right_before_the_courier_comes_nobody_hears(world: World) -> None:
    await told_once(world)
    await world.types(world.assigning(OTHER))
    await world.clock.turn(world.clock.now() + AGAIN)
    await world.does(world.assigning("owner-of-ha-noi"))
    letters = world.mailbox.of_kind("change")
    assert {letter.officer for letter in letters} == {OWNER, OTHER, "owner-of-ha-noi"}
    assert all("assigned to Owner-Of-Ha-Noi" in letter.subject for letter in letters)
