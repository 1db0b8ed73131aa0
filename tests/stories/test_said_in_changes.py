"""What the letter about a change says: in the reader's language, by the right day, and of every promise that ends."""

from __future__ import annotations

import pytest

from monitor.aftermath import aftermath
from monitor.desk import Outcome
from rules.facts import Extended, Reopened
from tests.stories.world import World

pytestmark = pytest.mark.asyncio
OWNER, HEAD = "owner-of-bo-y-te", "head-of-bo-y-te"


async def told(world: World, at: str = "2016-06-21T12:00") -> None:
    """The owner, who reads Vietnamese, has had the notice and the reminder."""
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.advance(to=at)


async def moves(world: World, to: str) -> str:
    """The files give another day and a person accepts it; the letter's text."""
    world.shelf.change_day("nq-23-2016", "1", to)
    world.reload()
    world.accept_the_load()
    await world.look()
    return world.mailbox.of_kind("change")[-1].text


async def test_the_reason_of_a_moved_deadline_is_told_in_the_readers_language(world: World) -> None:
    world.office.speaks[OWNER] = "vi"
    await told(world)
    text = await moves(world, "2016-06-28")
    assert "Thời hạn chuyển từ 30/6/2016 sang 28/6/2016. Lý do: danh mục hoặc lịch làm việc" in text
    assert "the catalogue" not in text


async def test_a_slip_that_is_put_right_is_nobodys_original_day(world: World) -> None:
    await told(world)
    await moves(world, "2016-06-15")
    text = await moves(world, "2016-06-30")
    assert "moved from 15 June 2016 to 30 June 2016" in text
    assert "original day" not in text


async def test_a_second_extension_is_judged_by_the_original_day_not_by_the_first_extension(
    world: World,
) -> None:
    await told(world)
    await world.does(world.extending("2016-07-08"))
    await world.does(world.extending("2016-07-15"))
    text = world.mailbox.of_kind("change")[-1].text
    assert "Extended from 8 July 2016 to 15 July 2016" in text
    assert "By the original day 30 June 2016:" in text


async def test_an_extension_says_that_a_promise_no_longer_holds_to_whoever_made_it(world: World) -> None:
    await told(world, "2016-05-26T12:00")
    await world.does(world.promising("2016-06-28", HEAD))
    outcome = await world.does(world.extending("2016-07-29"))
    assert isinstance(outcome, Outcome)
    (fact,) = [fact for fact in outcome.facts if isinstance(fact, Extended)]
    assert [(promise.officer, str(promise.until)) for promise in fact.lapsed] == [(HEAD, "2016-06-28")]
    (letter,) = world.mailbox.of_kind("change")
    assert letter.officer == HEAD
    assert "The promise of Head-Of-Bo-Y-Te for 28 June 2016 no longer holds." in letter.text


async def test_a_moved_deadline_says_so_too(world: World) -> None:
    await told(world)
    await world.does(world.promising("2016-06-28", OWNER))
    assert "The promise of Owner-Of-Bo-Y-Te for 28 June 2016 no longer holds." in await moves(
        world, "2016-07-15"
    )


async def test_a_promise_that_was_broken_before_is_not_told_again(world: World) -> None:
    await told(world)
    await world.does(world.promising("2016-06-22", OWNER))
    await world.advance(to="2016-06-24T12:00")
    await world.does(world.extending("2016-07-29"))
    assert "no longer holds" not in world.mailbox.of_kind("change")[-1].text


async def test_a_reopened_case_has_no_promise_left_and_says_so(world: World) -> None:
    await told(world)
    await world.does(world.promising("2016-06-28", OWNER))
    await world.does(world.closing())
    await world.does(world.reopening())
    (fact,) = world.facts(Reopened)
    assert isinstance(fact, Reopened)
    assert [promise.officer for promise in fact.lapsed] == [OWNER]
    assert "no longer holds" in world.mailbox.of_kind("change")[-1].text


async def test_reopened_before_its_first_notice_a_case_says_that_it_is_not_sent_and_what_comes(
    world: World,
) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-06-04")
    await world.does(world.closing())
    outcome = await world.does(world.reopening())
    assert isinstance(outcome, Outcome)
    assert aftermath(outcome, world.house.setting) == (
        "nq-23-2016/1@bo-y-te: not sent, as the moment has passed: notice; next is reminder, 2016-06-21 08:00",
    )


async def test_what_an_extension_ends_is_said_by_the_command(world: World) -> None:
    await told(world)
    await world.does(world.promising("2016-06-28", OWNER))
    outcome = await world.does(world.extending("2016-07-08"))
    assert isinstance(outcome, Outcome)
    said = aftermath(outcome, world.house.setting)
    assert said == (
        f"nq-23-2016/1@bo-y-te: the promise of {OWNER} for 2016-06-28 no longer holds",
        "nq-23-2016/1@bo-y-te: not sent, as the moment has passed: notice; next is reminder, 2016-06-29 08:00",
    )


async def test_a_closing_before_the_first_notice_ends_what_it_is_meant_to_end_and_says_nothing_more(
    world: World,
) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-06-04")
    outcome = await world.does(world.closing())
    assert isinstance(outcome, Outcome)
    assert aftermath(outcome, world.house.setting) == ()
