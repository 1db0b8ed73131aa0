"""Line 1: every due key has exactly one outcome, written in the transaction that decided it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from monitor.store import Store
from monitor.watch import tick
from rules.stage_facts import StageHeld, StageReached, StageSkipped
from tests.builders import local
from tests.stories.mailbox import PowerCutError
from tests.stories.world import World

KEY = "nq-23-2016/1@bo-y-te"
Outcome = StageReached | StageSkipped | StageHeld


@contextmanager
def power_cut_at(store: Store, statement: int) -> Iterator[None]:
    """The power goes just before the statement of this number, counted from 0, that would write."""
    seen = 0

    def cut(_connection: object, _cursor: object, text: str, *_rest: object) -> None:
        nonlocal seen
        if text.split(" ", 1)[0] in {"INSERT", "UPDATE", "DELETE"}:
            if seen == statement:
                raise PowerCutError
            seen += 1

    engine = store._engine
    event.listen(engine, "before_cursor_execute", cut)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", cut)


def everything(store: Store) -> tuple[tuple[str, ...], ...]:
    """All that a decision writes: facts, cases, notices."""
    with store.reading() as ledger:
        facts = tuple(str(entry.fact) for entry in ledger.history())
        cases = tuple(
            f"{case.key} {case.decided} {case.spoken} {case.next_look}" for case in ledger.matching("*")
        )
        notices = tuple(f"{row.state} {row.letter} {row.officer}" for row in ledger.outbox("all"))
    return facts, cases, notices


def outcomes(world: World) -> list[Outcome]:
    with world.store.reading() as ledger:
        facts = [entry.fact for entry in ledger.history()]
    return [fact for fact in facts if isinstance(fact, StageReached | StageSkipped | StageHeld)]


def key_of(fact: Outcome) -> tuple[int, str, int, str]:
    return fact.round, fact.stage, fact.occurrence, fact.officer


@pytest.mark.contract(1)
@pytest.mark.asyncio
async def test_a_power_cut_at_any_statement_of_a_look_leaves_nothing_half_done(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    before, moment = everything(world.store), local("2016-06-29T08:00")
    undisturbed = world.copy()
    tick(undisturbed, world.house, moment)
    expected = everything(undisturbed)
    assert expected != before
    cuts = 0
    while True:
        try:
            with power_cut_at(world.store, cuts):
                tick(world.store, world.house, moment)
        except PowerCutError:
            cuts += 1
            # Load, look and digests are transactions of their own: the look is there wholly, or not at all.
            assert everything(world.store) in {before, expected}
        else:
            break
    assert cuts > 3
    assert everything(world.store) == expected


@pytest.mark.contract(1)
@pytest.mark.asyncio
async def test_a_power_cut_at_any_statement_of_a_command_leaves_nothing_half_done(world: World) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.advance(to="2016-06-01T09:00")
    before = everything(world.store)
    cuts = 0
    while True:
        try:
            with power_cut_at(world.store, cuts):
                await world.types(world.extending("2016-07-15"), KEY)
        except PowerCutError:
            cuts += 1
            assert everything(world.store) == before
        else:
            break
    assert cuts > 3
    assert everything(world.store) != before


@pytest.mark.contract(1)
@pytest.mark.asyncio
async def test_on_a_crooked_road_each_key_has_one_outcome_and_each_that_spoke_one_notice(
    world: World,
) -> None:
    await world.opens("nq-23-2016/1", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.advance(to="2016-06-20T09:00")
    await world.does(world.snoozing("2016-06-24"), KEY)
    await world.sleeps(until="2016-06-29T09:00")
    await world.does(world.promising("2016-06-30"), KEY)
    await world.advance(to="2016-07-07T09:00")
    await world.does(world.extending("2016-07-15"), KEY)
    await world.advance(to="2016-08-01T09:00")
    written = Counter(key_of(fact) for fact in outcomes(world))
    assert set(written.values()) == {1}
    assert {type(fact) for fact in outcomes(world)} == {StageReached, StageSkipped, StageHeld}
    noticed = Counter(
        (entry.notice.round, entry.notice.stage, entry.notice.occurrence, entry.notice.officer)
        for claim in world.mailbox.noted.values()
        for entry in claim.entries
        if entry.notice.kind == "stage"
    )
    assert noticed == Counter({key_of(fact): 1 for fact in outcomes(world) if isinstance(fact, StageReached)})
