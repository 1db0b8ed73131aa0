"""Lines 1 to 3 across a restore: whatever people did before and after the backup, no old letter goes out by itself."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.verify import verify
from notifiers.base import Accepted, Uncertain
from tests.builders import HANOI
from tests.contract.test_lines_2_3_4_walks import ANSWERS, Step, done
from tests.stories.mailbox import Delivery, PowerCutError
from tests.stories.world import World

CALM = timedelta(days=20)
STEPS = st.builds(
    Step,
    days=st.integers(0, 9),
    answers=st.lists(st.sampled_from(ANSWERS), max_size=3).map(tuple),
    deed=st.sampled_from(("wait", "close", "reopen", "extend", "snooze", "promise", "cut")),
)


def _said(moment: datetime) -> str:
    return moment.astimezone(HANOI).replace(tzinfo=None).isoformat()


async def walked(world: World, steps: list[Step]) -> None:
    for step in steps:
        world.mailbox.answers.extend(step.answers)
        to = world.clock.now() + timedelta(days=step.days, hours=1)
        if step.deed == "cut":
            world.mailbox.dies_at_the_next_letter()
        try:
            await world.advance(to=_said(to))
            await done(world, step.deed)
        except* PowerCutError:
            await world.sleeps(until=_said(to + timedelta(hours=2)))
        world.mailbox.dies = False


async def lived(world: World, before: list[Step], after: list[Step], *, spoiled: bool) -> int:
    """Two cases, a digest, a backup between the steps, and a restore at their end; how many letters there were then."""
    world.office.digests.add("watch")
    world.write("nq-23-2016", "1", "bo-y-te", "2016-06-30", "2016-05-25")
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-06-24", on="2016-05-25")
    await walked(world, before)
    backup = Path(world.store.name).with_name("old.db")
    world.store.backup(backup)
    await walked(world, after)
    world.mailbox.answers.clear()
    world.clock.jump(timedelta(minutes=7))
    arrived = len(world.mailbox.deliveries)
    await world.restores(backup, spoiled=spoiled)
    return arrived


def went_out_again(deliveries: list[Delivery]) -> list[str]:
    """The notices that arrived in two letters, though no answer was lost."""
    sure = [each for each in deliveries if isinstance(each.receipt, Accepted) and each.claim is not None]
    doubtful = {each.letter.message_id for each in deliveries if isinstance(each.receipt, Uncertain)}
    keys = Counter(
        entry.notice.key
        for each in sure
        if each.letter.message_id not in doubtful and each.claim is not None
        for entry in each.claim.entries
    )
    return [key for key, times in keys.items() if times > 1]


def findings(world: World) -> tuple[str, ...]:
    with world.store.reading() as ledger:
        return verify(ledger.rows, as_of=world.clock.now()).findings


@pytest.mark.contract(1, 2, 3)
@pytest.mark.timeout(400)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=4), st.lists(STEPS, min_size=1, max_size=5))
def test_where_the_replaced_file_can_be_read_no_notice_arrives_twice(
    before: list[Step], after: list[Step]
) -> None:
    async def tried() -> None:
        with TemporaryDirectory() as folder:
            world = World(Path(folder))
            try:
                await lived(world, before, after, spoiled=False)
                assert findings(world) == ()
                await world.advance(to=_said(world.clock.now() + CALM))
                assert went_out_again(world.mailbox.deliveries) == []
                assert findings(world) == ()
            finally:
                await world.close_down()

    asyncio.run(tried())


@pytest.mark.contract(1, 2, 3)
@pytest.mark.timeout(400)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, max_size=4), st.lists(STEPS, min_size=1, max_size=5))
def test_where_nobody_knows_what_was_sent_nothing_of_the_lapse_goes_out(
    before: list[Step], after: list[Step]
) -> None:
    async def tried() -> None:
        with TemporaryDirectory() as folder:
            world = World(Path(folder))
            try:
                arrived = await lived(world, before, after, spoiled=True)
                restored = world.clock.now()
                assert findings(world) == ()
                await world.advance(to=_said(restored + CALM))
                for later in world.mailbox.deliveries[arrived:]:
                    assert later.claim is not None
                    assert min(entry.notice.moment for entry in later.claim.entries) > restored
                assert findings(world) == ()
            finally:
                await world.close_down()

    asyncio.run(tried())
