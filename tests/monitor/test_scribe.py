"""The thread that writes: what is ordered together shares a transaction, and a step that fails fails alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import pytest_asyncio

from monitor.scribe import GATHER_S, Scribe
from monitor.store import Ledger, Store

pytestmark = pytest.mark.asyncio


class Steps:
    """A write of many steps that notes which were done together; the step "bad" raises."""

    def __init__(self) -> None:
        self.together: list[list[str]] = []

    def write(self, ledger: Ledger, steps: Sequence[str]) -> Sequence[int]:
        self.together.append(list(steps))
        for step in steps:
            ledger.set_mark(step, "done")
        if "bad" in steps:
            raise ValueError("bad")
        return [len(step) for step in steps]


@pytest_asyncio.fixture
async def scribe(tmp_path: Path) -> AsyncIterator[Scribe]:
    store = Store.open("sqlite:///duewatch.db", base=tmp_path)
    opened = Scribe(store)
    yield opened
    await opened.close()
    store.close()


async def marks(scribe: Scribe, *names: str) -> list[str | None]:
    return await scribe.write(lambda ledger: [ledger.mark(name) for name in names])


async def test_what_is_ordered_in_one_turn_is_written_in_one_transaction(scribe: Scribe) -> None:
    commits = await scribe.run(lambda store: store.commits)
    first = scribe.write(lambda ledger: ledger.set_mark("a", "1"))
    second = scribe.write(lambda ledger: ledger.set_mark("b", "2"))
    await asyncio.gather(first, second)
    assert await scribe.run(lambda store: store.commits) == commits + 1
    assert await marks(scribe, "a", "b") == ["1", "2"]


async def test_work_and_writes_are_done_in_their_order(scribe: Scribe) -> None:
    done: list[str] = []
    work = asyncio.ensure_future(scribe.run(lambda _store: done.append("work")))
    await asyncio.sleep(0)
    await asyncio.gather(scribe.write(lambda _ledger: done.append("write")), work)
    assert done == ["work", "write"]


async def test_alike_steps_are_done_by_one_call_and_each_has_its_result(scribe: Scribe) -> None:
    steps = Steps()
    write = steps.write
    results = await asyncio.gather(*(scribe.write_each(write, step) for step in ("a", "bb", "ccc")))
    assert results == [1, 2, 3]
    assert steps.together == [["a", "bb", "ccc"]]


async def test_a_step_that_fails_leaves_the_others_as_if_it_had_not_been(scribe: Scribe) -> None:
    steps = Steps()
    write = steps.write
    results = await asyncio.gather(
        *(scribe.write_each(write, step) for step in ("a", "bad", "ccc")), return_exceptions=True
    )
    assert [results[0], results[2]] == [1, 3]
    assert isinstance(results[1], ValueError)
    assert steps.together == [["a", "bad", "ccc"], ["a"], ["bad"], ["ccc"]]
    assert await marks(scribe, "a", "bad", "ccc") == ["done", None, "done"]


async def test_those_who_write_side_by_side_wait_for_each_other(scribe: Scribe) -> None:
    steps = Steps()
    write = steps.write
    with scribe.side_by_side(), scribe.side_by_side():
        first = scribe.write_each(write, "first")
        for _ in range(3):
            await asyncio.sleep(0)
        assert steps.together == []
        await asyncio.gather(first, scribe.write_each(write, "second"))
    assert steps.together == [["first", "second"]]


async def test_nobody_waits_long_for_one_who_does_not_write(scribe: Scribe) -> None:
    steps = Steps()
    write = steps.write
    with scribe.side_by_side(), scribe.side_by_side():
        begun = asyncio.get_running_loop().time()
        await scribe.write_each(write, "alone")
        assert asyncio.get_running_loop().time() - begun >= GATHER_S / 2
    assert steps.together == [["alone"]]


async def test_whoever_leaves_is_not_waited_for(scribe: Scribe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("monitor.scribe.GATHER_S", 3600.0)
    steps = Steps()
    write = steps.write
    with scribe.side_by_side():
        with scribe.side_by_side():
            first = scribe.write_each(write, "first")
        await first
    assert steps.together == [["first"]]


async def test_a_write_of_another_kind_takes_waiting_steps_along(
    scribe: Scribe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("monitor.scribe.GATHER_S", 3600.0)
    steps = Steps()
    write = steps.write
    with scribe.side_by_side(), scribe.side_by_side():
        first = scribe.write_each(write, "first")
        await scribe.write(lambda ledger: ledger.set_mark("other", "x"))
        assert await first == 5


async def test_closing_finishes_what_was_ordered(tmp_path: Path) -> None:
    store = Store.open("sqlite:///duewatch.db", base=tmp_path)
    scribe = Scribe(store)
    ordered = scribe.write(lambda ledger: ledger.set_mark("a", "1"))
    await scribe.close()
    await ordered
    with store.reading() as ledger:
        assert ledger.mark("a") == "1"
    store.close()
