"""What officers do: one transaction for all cases or none, and one letter to each who must hear of it."""

from __future__ import annotations

import pytest

from rules.facts import Closed, Snoozed
from rules.status import status_of
from tests.builders import local
from tests.stories.papers import Task
from tests.stories.world import World, refusal_of

pytestmark = pytest.mark.asyncio
OWNER, HEAD, LEADER = "owner-of-bo-y-te", "head-of-bo-y-te", "leader-of-bo-y-te"
FIRST, SECOND = "nq-23-2016/1@bo-y-te", "nq-23-2016/2@bo-y-te"


async def two_opened(world: World, on: str = "2016-05-25") -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on=on)
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-06-30", on=on)


async def test_two_cases_closed_by_one_command_make_one_letter(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-06-22T10:00")
    await world.does(world.closing(), FIRST, SECOND)
    (letter,) = world.mailbox.of_kind("closing")
    assert letter.cases == [FIRST, SECOND]
    assert len(world.facts(Closed)) == 2


async def test_one_refusal_among_several_cases_changes_none(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-06-22T10:00")
    await world.does(world.closing(), SECOND)
    answer = await world.does(world.closing("13/TT-BYT"), FIRST, SECOND)
    assert "already closed" in refusal_of(answer)
    assert world.case(FIRST).is_open
    assert len(world.facts(Closed)) == 1
    assert len(world.mailbox.of_kind("closing")) == 1


async def test_late_cases_of_one_load_stand_in_one_register_letter(world: World) -> None:
    world.shelf.put("nq-23-2016", task("1"), local("2016-07-11").date())
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-06-24", on="2016-07-11")
    (register,) = world.mailbox.of_kind("register")
    assert register.cases == [SECOND, FIRST]
    await world.advance(to="2016-07-15T23:59")
    assert len(world.mailbox.letters) == 1


def task(number: str) -> Task:
    return Task(number, "bo-y-te", "2016-06-30")


async def test_nobody_who_was_never_told_hears_of_a_closing(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-05-26T10:00")
    await world.does(world.closing())
    await world.advance(to="2016-12-31T00:00")
    assert world.mailbox.letters == []


async def test_a_day_on_the_document_decides_in_time_or_late(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-07-04T10:00")
    await world.does(world.closing(on="2016-06-30"), FIRST)
    await world.does(world.closing(on="2016-07-01"), SECOND)
    today = local("2016-07-04").date()
    assert status_of(world.case(FIRST), today) == "done-in-time"
    assert status_of(world.case(SECOND), today) == "done-late"


async def test_reopened_late_the_highest_passed_stage_speaks_on_the_next_working_day(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-06-22T10:00")
    await world.does(world.closing(), FIRST, SECOND)
    await world.advance(to="2016-07-08T17:00")
    await world.does(world.reopening(), FIRST)
    await world.advance(to="2016-07-11T08:00")
    assert sorted(world.mailbox.lines[-3:]) == [
        f"2016-07-08T17:00 change to {OWNER}",
        f"2016-07-11T08:00 escalated to {HEAD}",
        f"2016-07-11T08:00 escalated to {LEADER}",
    ]


@pytest.mark.contract(5)
async def test_closed_by_mistake_and_reopened_before_the_letter_went_nobody_hears_that_it_is_closed(
    world: World,
) -> None:
    await two_opened(world)
    await world.advance(to="2016-06-22T10:00")
    await world.types(world.closing(), FIRST)
    await world.does(world.reopening(), FIRST)
    assert world.mailbox.of_kind("closing") == []
    (letter,) = world.mailbox.of_kind("change")
    assert letter.cases == [FIRST]
    assert "nhầm việc" in letter.text


@pytest.mark.contract(5)
async def test_of_many_changes_before_the_letter_went_only_what_is_so_is_told(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-06-22T10:00")
    steps = (
        world.closing(),
        world.reopening(),
        world.withdrawing(),
        world.reopening(),
        world.extending("2016-08-31"),
    )
    for step in steps:
        await world.types(step, FIRST)
    await world.does(world.closing("13/TT-BYT"), FIRST)
    assert world.mailbox.of_kind("change") == []
    (letter,) = world.mailbox.of_kind("closing")
    assert "13/TT-BYT" in letter.text


async def test_withdrawn_is_told_and_then_silent(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-06-22T10:00")
    await world.does(world.withdrawing(), FIRST, SECOND)
    await world.advance(to="2016-08-31T10:00")
    assert world.mailbox.lines[-1] == f"2016-06-22T10:00 change to {OWNER}"
    assert "77/VPCP" in world.mailbox.letters[-1].text


async def test_a_snooze_that_is_ended_early_lets_the_reminder_go_at_once(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-06-20T10:00")
    await world.does(world.snoozing("2016-06-28"))
    await world.advance(to="2016-06-23T10:00")
    assert set(world.mailbox.stages) == {"notice"}
    await world.does(world.unsnoozing())
    await world.advance(to="2016-06-23T10:01")
    assert world.mailbox.lines[-1] == f"2016-06-23T10:00 reminder to {OWNER}"


async def test_a_snooze_of_a_waiting_notice_that_is_ended_lets_it_go(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-05-31T07:00")
    world.mailbox.is_away = True
    await world.advance(to="2016-05-31T08:00")
    await world.types(world.snoozing("2016-06-08"))
    world.mailbox.is_away = False
    await world.advance(to="2016-06-02T10:00")
    assert world.mailbox.letters == []
    await world.does(world.unsnoozing())
    await world.advance(to="2016-06-02T10:01")
    (letter,) = world.mailbox.letters
    assert letter.line == f"2016-06-02T10:00 notice to {OWNER}"
    assert letter.cases == [FIRST, SECOND]


async def test_a_third_snooze_is_refused(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-06-01T10:00")
    await world.does(world.snoozing("2016-06-03"))
    await world.does(world.snoozing("2016-06-06"))
    assert "snoozed 2 times" in refusal_of(await world.does(world.snoozing("2016-06-07")))
    assert len(world.facts(Snoozed)) == 4


async def test_an_officer_who_left_is_followed_by_whoever_holds_the_role_now(world: World) -> None:
    await two_opened(world)
    await world.advance(to="2016-05-31T07:00")
    world.mailbox.is_away = True
    await world.advance(to="2016-05-31T08:00")
    world.office.renamed[OWNER] = "newcomer"
    world.reload()
    world.mailbox.is_away = False
    await world.advance(to="2016-05-31T12:00")
    (letter,) = world.mailbox.letters
    assert letter.officer == OWNER
    assert letter.letter.recipient == "newcomer@example.org"
