"""Line 5: closing, snoozing or re-dating a case beats a letter that has been claimed and is being written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from monitor.claim import Claim, Rendered
from monitor.desk import carry_out
from monitor.load import load
from monitor.render import Renderer
from monitor.store import Store
from notifiers.base import Deferred
from rules.people import Officer
from rules.setting import Setting
from tests.builders import local
from tests.stories.world import LAWYER, World

KEY = "nq-23-2016/1@bo-y-te"


class Interrupted(Renderer):
    """The real renderer; while it writes the first letter, somebody else does something."""

    def __init__(self, inner: Renderer, meanwhile: Callable[[], object]) -> None:
        self._inner = inner
        self._meanwhile = meanwhile
        self._done = False

    def render(self, claim: Claim, recipient: Officer, setting: Setting, now: datetime) -> Rendered:
        rendered = self._inner.render(claim, recipient, setting, now)
        if not self._done:
            self._done = True
            self._meanwhile()
        return rendered


def interrupt(world: World, meanwhile: Callable[[Store], object]) -> None:
    """While the next letter is written, ``meanwhile`` happens in another program on the same database."""

    def happens() -> None:
        other = Store.open(f"sqlite:///{world.store.name}")
        try:
            meanwhile(other)
        finally:
            other.close()

    world.house = replace(world.house, renderer=Interrupted(world.house.renderer, happens))


async def reminder_day(world: World) -> None:
    """One case on the evening before its reminder."""
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.advance(to="2016-06-20T17:00")


@pytest.mark.contract(5)
@pytest.mark.asyncio
@pytest.mark.parametrize("deed", ["close", "withdraw", "snooze", "extend"])
async def test_what_happens_while_a_letter_is_written_beats_it(world: World, deed: str) -> None:
    await reminder_day(world)
    command = {
        "close": world.closing(),
        "withdraw": world.withdrawing(),
        "snooze": world.snoozing("2016-06-24"),
        "extend": world.extending("2016-07-29"),
    }[deed]
    answers: list[object] = []

    def meanwhile(store: Store) -> None:
        now = world.clock.now()
        answers.append(carry_out(store, world.house.setting, now, LAWYER, (KEY,), command))

    interrupt(world, meanwhile)
    await world.advance(to="2016-06-22T12:00")
    assert len(answers) == 1
    assert "reminder" not in world.mailbox.stages
    if deed == "snooze":
        await world.advance(to="2016-06-24T08:00")
        assert world.mailbox.stages == ["notice", "reminder"]


@pytest.mark.contract(5)
@pytest.mark.asyncio
async def test_a_day_that_the_catalogue_moves_while_a_letter_is_written_beats_it(world: World) -> None:
    await reminder_day(world)

    def meanwhile(store: Store) -> None:
        world.shelf.change_day("nq-23-2016", "1", "2016-08-31")
        world.reload()
        world.accept_the_load()
        assert load(store, world.house, world.clock.now()).moved

    interrupt(world, meanwhile)
    await world.advance(to="2016-06-22T12:00")
    assert "reminder" not in world.mailbox.stages
    assert world.case().last_day == local("2016-08-31T00:00").astimezone(world.house.setting.zone).date()


@pytest.mark.contract(5)
@pytest.mark.asyncio
async def test_a_letter_that_waits_for_another_try_is_written_anew_and_tells_the_present(
    world: World,
) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    world.mailbox.answers.append(Deferred("451 later", scope="recipient"))
    await world.advance(to="2016-05-31T08:00")
    await world.types(world.reporting(40), KEY)
    await world.advance(to="2016-06-01T07:00")
    first, second = [each for each in world.mailbox.deliveries if "notice" in each.stages]
    assert "40" in second.text
    assert first.letter.content != second.letter.content
