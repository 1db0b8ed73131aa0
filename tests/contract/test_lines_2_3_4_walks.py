"""Lines 2, 3 and 4 on random roads: servers that answer anything, people who change their minds, power cuts."""

from __future__ import annotations

import asyncio
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.store import Unmovable
from notifiers.base import Accepted, Deferred, Receipt, Refused, Uncertain
from rules.stage_facts import StageReached
from tests.builders import local
from tests.stories.mailbox import Delivery, PowerCutError
from tests.stories.world import World

ANSWERS: tuple[Receipt, ...] = (
    Accepted("250 ok"),
    Deferred("451 later", scope="recipient"),
    Deferred("no connection", scope="host"),
    Refused("550 no such user", scope="recipient"),
    Uncertain("the connection broke after the data"),
)
Deed = Literal["wait", "close", "reopen", "extend", "snooze", "promise", "cut", "retry", "drop"]
KEYS = ("nq-23-2016/1@bo-y-te", "nq-23-2016/2@bo-y-te")
FIRST_DAY = datetime.fromisoformat("2016-05-25")

# Each row of the outbox, with what must stand beside its state.
HOMELESS_NOTICES = """
    SELECT number, state FROM notices WHERE NOT (
      (state = 'waiting' AND not_before IS NOT NULL)
      OR (state IN ('superseded', 'held', 'dropped') AND reason <> '')
      OR (state = 'lettered' AND letter IN (SELECT number FROM letters)))
"""
HOMELESS_LETTERS = """
    SELECT number, state FROM letters WHERE NOT (
      (state = 'accepted' AND accepted_at IS NOT NULL)
      OR (state = 'refused' AND last_answer <> '')
      OR (state IN ('superseded', 'dropped') AND reason <> '')
      OR (state = 'held' AND (reason <> '' OR last_answer <> ''))
      OR (state IN ('waiting', 'uncertain') AND next_attempt IS NOT NULL)
      OR (state IN ('claimed', 'handed-over') AND lease_until IS NOT NULL))
"""


@dataclass(frozen=True, slots=True)
class Step:
    """So many days go by, the server gives these answers, somebody does something."""

    days: int
    answers: tuple[Receipt, ...]
    deed: Deed


STEPS = st.builds(
    Step,
    days=st.integers(0, 9),
    answers=st.lists(st.sampled_from(ANSWERS), max_size=4).map(tuple),
    deed=st.sampled_from(("wait", "close", "reopen", "extend", "snooze", "promise", "cut", "retry", "drop")),
)


async def lived(world: World, steps: list[Step]) -> None:
    """Two cases live through the steps; what must always hold is looked at after each."""
    more = 'deliverable = "a report"'
    world.write("nq-23-2016", "1", "bo-y-te", "2016-06-30", "2016-05-25", more)
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-06-24", on="2016-05-25")
    ever: set[str] = set()
    for step in steps:
        world.mailbox.answers.extend(step.answers)
        to = world.clock.now() + timedelta(days=step.days, hours=1)
        if step.deed == "cut":
            world.mailbox.dies_at_the_next_letter()
        try:
            await world.advance(to=(to + timedelta(hours=7)).replace(tzinfo=None).isoformat())
            await done(world, step.deed)
        except* PowerCutError:
            await world.sleeps(until=(to + timedelta(hours=9)).replace(tzinfo=None).isoformat())
        world.mailbox.dies = False
        ever = nothing_has_disappeared(world, ever)


async def done(world: World, deed: Deed) -> None:
    """Somebody does this, or is refused; both are fine."""
    today = (world.clock.now() + timedelta(hours=7)).date()
    match deed:
        case "close":
            await world.does(world.closing(), KEYS[0])
        case "reopen":
            await world.does(world.reopening(), KEYS[0])
        case "extend":
            await world.does(world.extending((today + timedelta(days=20)).isoformat()), *KEYS)
        case "snooze":
            await world.does(world.snoozing((today + timedelta(days=3)).isoformat()), *KEYS)
        case "promise":
            await world.does(world.promising((today + timedelta(days=2)).isoformat()), KEYS[1])
        case "retry" | "drop":
            with world.store.writing() as ledger:
                numbers = [
                    row.number for row in ledger.outbox() if row.state in {"held", "refused", "waiting"}
                ]
                for number in numbers[:1]:
                    try:
                        ledger.retry([number]) if deed == "retry" else ledger.drop([number], "no need")
                    except Unmovable:
                        continue
        case _:
            await world.look()


def nothing_has_disappeared(world: World, before: set[str]) -> set[str]:
    """Every notice ever written is still there, and each has its letter, its reason or its next time."""
    with closing(sqlite3.connect(str(world.store.name))) as database:
        assert database.execute(HOMELESS_NOTICES).fetchall() == []
        assert database.execute(HOMELESS_LETTERS).fetchall() == []
        keys = {str(row[0]) for row in database.execute("SELECT key FROM notices")}
    assert before <= keys
    for fact in world.facts(StageReached):
        assert isinstance(fact, StageReached)
        assert f"{fact.case}|{fact.round}|{fact.stage}|{fact.occurrence}|{fact.officer}" in keys
    return keys


def no_letter_came_twice_unless_its_answer_was_lost(deliveries: list[Delivery], world: World) -> None:
    by_id: dict[str, list[Delivery]] = defaultdict(list)
    for delivery in deliveries:
        by_id[delivery.letter.message_id].append(delivery)
    with world.store.reading() as ledger:
        known_uncertain = {row.message_id for row in ledger.outbox("all") if row.was_uncertain}
    for message_id, tries in by_id.items():
        doubtful = [number for number, each in enumerate(tries) if isinstance(each.receipt, Uncertain)]
        if doubtful:
            assert message_id in known_uncertain
            bytes_since = {each.letter.content for each in tries[doubtful[0] :]}
            assert len(bytes_since) == 1
        accepted = [number for number, each in enumerate(tries) if isinstance(each.receipt, Accepted)]
        assert len(accepted) <= 1
        assert not accepted or accepted[0] == len(tries) - 1


def no_notice_arrived_in_two_letters(deliveries: list[Delivery]) -> None:
    arrived: dict[str, str] = {}
    for delivery in deliveries:
        if isinstance(delivery.receipt, Accepted) and delivery.claim is not None:
            for entry in delivery.claim.entries:
                assert (
                    arrived.setdefault(entry.notice.key, delivery.letter.message_id)
                    == delivery.letter.message_id
                )


def nothing_left_before_its_moment(deliveries: list[Delivery]) -> None:
    for delivery in deliveries:
        assert delivery.claim is not None
        for entry in delivery.claim.entries:
            assert local(delivery.at) + timedelta(minutes=1) > entry.notice.moment


@pytest.mark.contract(2, 3, 4)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=2, max_size=9))
def test_on_a_random_road_nothing_disappears_nothing_doubles_and_nothing_is_early(steps: list[Step]) -> None:
    async def tried() -> None:
        with TemporaryDirectory() as folder:
            world = World(Path(folder))
            try:
                await lived(world, steps)
                no_letter_came_twice_unless_its_answer_was_lost(world.mailbox.deliveries, world)
                no_notice_arrived_in_two_letters(world.mailbox.deliveries)
                nothing_left_before_its_moment(world.mailbox.deliveries)
            finally:
                await world.close_down()

    asyncio.run(tried())
