"""Letters over one connection: the next is announced with the one before it, and handed over after that."""

from __future__ import annotations

import pytest

from notifiers.base import Accepted, Deferred, Letter
from tests.stories.world import World

pytestmark = pytest.mark.asyncio
HERE, THERE = "nq-23-2016/1@bo-y-te", "nq-23-2016/2@bo-noi-vu"
FIRST, SECOND = "owner-of-bo-y-te", "owner-of-bo-noi-vu"


async def before_two_letters(world: World) -> None:
    """A minute later two officers are to be reminded."""
    world.write("nq-23-2016", "1", "bo-y-te", "2016-06-30", "2016-05-25")
    world.write("nq-23-2016", "2", "bo-noi-vu", "2016-06-30", "2016-05-25")
    world.reload()
    await world.begins("2016-05-25")
    await world.advance(to="2016-05-31T07:59")


def readers(letters: list[Letter]) -> list[str]:
    return [letter.recipient.partition("@")[0] for letter in letters]


async def test_the_next_letter_is_announced_and_is_not_handed_over_yet(world: World) -> None:
    await before_two_letters(world)
    standing: list[str] = []

    async def look() -> None:
        standing.extend(world.outbox())

    world.mailbox.meanwhile = look
    await world.advance(to="2016-05-31T08:00")
    assert standing == [f"handed-over stage {FIRST}", f"claimed stage {SECOND}"]
    first, second = (delivery.letter for delivery in world.mailbox.deliveries)
    assert (first.following, second.following) == (second, None)
    assert world.mailbox.forgone == []


@pytest.mark.contract(5)
async def test_a_case_that_is_closed_while_the_letter_before_is_under_way_is_not_spoken_of(
    world: World,
) -> None:
    await before_two_letters(world)
    world.mailbox.meanwhile = lambda: world.types(world.closing(), THERE)
    await world.advance(to="2016-05-31T08:00")
    assert [(delivery.kind, delivery.officer) for delivery in world.mailbox.letters] == [("stage", FIRST)]
    assert readers(world.mailbox.forgone) == [SECOND]
    assert world.outbox() == []


async def test_a_server_that_takes_nothing_hears_nothing_of_the_letter_announced_to_it(world: World) -> None:
    await before_two_letters(world)
    world.mailbox.answers.append(Deferred("421 later", scope="host"))
    await world.advance(to="2016-05-31T08:00")
    assert readers([delivery.letter for delivery in world.mailbox.deliveries]) == [FIRST]
    assert readers(world.mailbox.forgone) == [SECOND]
    assert world.outbox() == [f"waiting stage {FIRST}", f"waiting stage {SECOND}"]
    await world.advance(to="2016-05-31T08:30")
    assert sorted(delivery.officer for delivery in world.mailbox.letters) == sorted([FIRST, SECOND])


async def test_what_becomes_of_a_letter_is_written_before_the_next_one_is_sent(world: World) -> None:
    await before_two_letters(world)
    standing: list[str] = []

    async def look() -> None:
        async def look_again() -> None:
            with world.store.reading() as ledger:
                standing.extend(f"{row.state} {row.officer}" for row in ledger.outbox("all"))

        world.mailbox.meanwhile = look_again

    world.mailbox.meanwhile = look
    world.mailbox.answers.append(Accepted("250 first"))
    await world.advance(to="2016-05-31T08:00")
    assert standing == [f"accepted {FIRST}", f"handed-over {SECOND}"]
