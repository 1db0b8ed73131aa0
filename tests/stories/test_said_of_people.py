"""What letters say of people: who is late and who is merely counted, for whom a deputy reads, who is told next."""

from __future__ import annotations

from datetime import date

import pytest

from monitor.plan import forecast
from tests.stories.world import World

pytestmark = pytest.mark.asyncio
OWNER, HEAD, HANOI = "owner-of-bo-y-te", "head-of-bo-y-te", "owner-of-ha-noi"
FIGURE = '\n[[obligation.figure]]\nroster = "provinces"\ndone = 43\nof = 63\nas_of = 2016-03-24\nsource = "báo cáo"\n'
AWAY = f'deputy = "{HEAD}"\naway = [{{ from = 2016-06-20, until = 2016-06-24 }}]'
DUE = "2016-06-30"


async def test_a_register_counts_as_late_only_what_is_known_to_be_late_and_tells_it_first(
    world: World,
) -> None:
    world.write("nq-23-2016", "1", "ha-noi", "2016-05-02", "2016-05-25", FIGURE)
    world.write("nq-23-2016", "2", "ha-noi", "2016-05-20", "2016-05-25")
    world.write("nq-23-2016", "3", "ha-noi", "2016-05-10", "2016-05-25")
    world.reload()
    await world.begins("2016-05-25")
    (register,) = world.mailbox.of_kind("register")
    assert register.subject == "[Duewatch] 2 obligations already late when first seen; 1 unconfirmed"
    assert [key.partition("@")[0][-1] for key in register.cases] == ["3", "2", "1"]
    assert register.text.startswith("▲")
    assert "nobody has said whether it is done" in register.text
    assert register.text.count("It was already late") == 2


async def test_a_register_of_nothing_but_counts_calls_nothing_late(world: World) -> None:
    for number in ("1", "2"):
        world.write("nq-23-2016", number, "ha-noi", "2016-05-02", "2016-05-25", FIGURE)
    world.reload()
    await world.begins("2016-05-25")
    (register,) = world.mailbox.of_kind("register")
    assert register.subject == "[Duewatch] 2 obligations past the last day when first seen, unconfirmed"
    assert "already late" not in register.text


async def test_a_deputy_is_named_in_the_plan_and_never_called_what_she_is_not(world: World) -> None:
    world.office.more[OWNER] = AWAY
    await world.opens("nq-23-2016/1", agency="bo-y-te", due=DUE, on="2016-05-25")
    planned = [
        (letter.officer, letter.reader)
        for letter in forecast(world.house, world.copy(), None, date(2016, 6, 21))
        if letter.stages == ("reminder",)
    ]
    assert planned == [(OWNER, HEAD)]
    await world.advance(to="2016-06-21T08:00")
    reminder = world.mailbox.to(OWNER)[-1]
    assert reminder.letter.recipient == f"{HEAD}@example.org"
    assert "For Owner-Of-Bo-Y-Te, who is away until 24 June 2016." in reminder.text
    assert "It is meant for Owner-Of-Bo-Y-Te as responsible officer of Ministry of Health." in reminder.text
    assert "You receive this as" not in reminder.text


async def test_digest_and_letter_name_the_same_people_for_the_next_stage(world: World) -> None:
    world.office.digests.add(OWNER)
    world.office.vacant.add("leader")
    await world.opens("nq-23-2016/1", agency="bo-y-te", due=DUE, on="2016-05-25")
    await world.advance(to="2016-07-08T12:00")
    letter = world.mailbox.of_kind("stage")[-1]
    digest = world.mailbox.of_kind("digest")[-1]
    coming = "on 14 July 2016: “urged” to Watch"
    assert f"{coming} (monitoring office)" in letter.text
    assert coming in digest.text
