"""What waits for a working morning is not wrong, and the independent checker, who has no calendar, says so."""

from __future__ import annotations

from datetime import datetime, timedelta
from unittest.mock import patch

import pytest

import monitor.watch
from monitor.verify import verify
from rules import commands
from rules.decide import Decision
from rules.model import Case
from rules.setting import Setting
from rules.stage_facts import StageReached
from tests.stories.world import World

SATURDAY = "2016-06-11"
CASE = "nq-23-2016/1@bo-y-te"
COUNTED = 'deadline = { days = 30, after = "receipt" }'
pytestmark = [pytest.mark.asyncio, pytest.mark.contract(1)]


def findings(world: World) -> tuple[str, ...]:
    with world.store.reading() as ledger:
        return verify(ledger.rows, as_of=world.clock.now()).findings


async def test_a_notice_that_had_passed_when_its_instrument_came_on_a_saturday(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-27", on=SATURDAY)
    assert world.facts(StageReached) == []
    assert findings(world) == ()
    await world.advance(to="2016-06-13T08:00")
    assert [fact.stage for fact in world.facts(StageReached) if isinstance(fact, StageReached)] == ["notice"]
    assert findings(world) == ()


async def test_an_anchor_that_was_set_late(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due=None, on="2016-05-04", more=COUNTED)
    await world.advance(to=f"{SATURDAY}T09:00")
    day = world.clock.now().date() - timedelta(days=20)
    await world.types(
        lambda case: commands.anchor(case, "receipt", day, "12/CV", world.clock.now(), world.house.setting)
    )
    assert findings(world) == ()
    await world.look()
    assert findings(world) == ()


async def test_a_snooze_that_was_ended_on_a_saturday(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-20", on="2016-05-04")
    for day, until in (("2016-05-19", "2016-06-02"), ("2016-06-01", "2016-06-15")):
        await world.advance(to=f"{day}T09:00")
        await world.does(world.snoozing(until))
    await world.advance(to=f"{SATURDAY}T09:00")
    await world.types(world.unsnoozing())
    assert findings(world) == ()


async def test_a_daemon_that_was_away_for_weeks_and_comes_back_on_a_saturday(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-20", on="2016-05-04")
    await world.advance(to="2016-05-19T09:00")
    await world.sleeps(until=f"{SATURDAY}T09:00")
    assert world.facts(StageReached) == []
    assert findings(world) == ()


@pytest.mark.parametrize("promise", [timedelta(days=1), timedelta(days=40), None], ids=str)
async def test_a_daemon_that_never_speaks_is_caught_whatever_its_rows_promise(
    world: World, promise: timedelta | None
) -> None:
    def mute(case: Case, moment: datetime, _setting: Setting) -> Decision:
        return Decision((), case, moment + promise if promise is not None else None)

    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-27", on="2016-05-04")
    with patch.object(monitor.watch, "decide", mute):
        # Whoever does other things meanwhile leaves traces of having looked.
        await world.advance(to="2016-06-08T09:00")
        await world.opens("nq-24-2016/1", agency="bo-noi-vu", due="2016-12-30", on="2016-06-08")
        await world.advance(to="2016-06-24T09:00")
    assert any("notice was due" in finding for finding in findings(world)), findings(world)
