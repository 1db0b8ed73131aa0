"""The one thread that writes: what arrives during a commit shares the next one."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from monitor.store import Ledger, Store

Result = TypeVar("Result")
SHARED = 64


@dataclass(slots=True, eq=False)
class _Order(Generic[Result]):
    work: Callable[[Store], Result] | None
    write: Callable[[Ledger], Result] | None
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Result]

    def answer(self, result: Result) -> None:
        self.loop.call_soon_threadsafe(_settle, self.future, result, None)

    def fail(self, error: BaseException) -> None:
        self.loop.call_soon_threadsafe(_settle, self.future, None, error)


def _settle(future: asyncio.Future[Result], result: Result | None, error: BaseException | None) -> None:
    if future.done():
        return
    if error is not None:
        future.set_exception(error)
    else:
        future.set_result(result)  # type: ignore[arg-type]  # None is then the result itself


def _answer(batch: Sequence[_Order[Result]], results: Sequence[Result]) -> None:
    """Answer all at once: each call from this thread wakes the loop, which then wants the interpreter to itself."""
    answered = tuple(zip(batch, results, strict=True))
    for loop in dict.fromkeys(order.loop for order in batch):
        mine = [(order.future, result) for order, result in answered if order.loop is loop]
        loop.call_soon_threadsafe(_settle_all, mine)


def _settle_all(answered: Sequence[tuple[asyncio.Future[Result], Result]]) -> None:
    for future, result in answered:
        _settle(future, result, None)


class Scribe:
    """Runs store work for the loop, in order, in one thread.

    ``write`` takes small writes that may share a transaction; ``run`` takes whole methods of the store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._orders: queue.SimpleQueue[_Order[object] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="store", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[Store], Result]) -> Result:
        """Do ``work`` with the store; raises what it raises."""
        return await self._order(work, None)

    def write(self, write: Callable[[Ledger], Result]) -> asyncio.Future[Result]:
        """Order ``write`` in a transaction that others may share; it is committed when the future has its result.

        For letters that this program holds, and marks of its own: what decides about cases is work of its own.
        It may be done twice, the first time undone, when another write of the same transaction fails.
        """
        return self._order(None, write)

    async def close(self) -> None:
        """Finish what was ordered and end the thread."""
        self._orders.put(None)
        await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    def _order(
        self, work: Callable[[Store], Result] | None, write: Callable[[Ledger], Result] | None
    ) -> asyncio.Future[Result]:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        self._orders.put(_Order(work, write, loop, future))  # type: ignore[arg-type]  # results differ by order
        return future

    def _serve(self) -> None:
        carried: _Order[object] | None = None
        while True:
            order = carried or self._orders.get()
            carried = None
            if order is None:
                return
            if order.work is not None:
                self._work(order, order.work)
                continue
            batch, carried, ends = self._writes(order)
            self._write(batch)
            if ends:
                return

    def _writes(self, first: _Order[object]) -> tuple[list[_Order[object]], _Order[object] | None, bool]:
        """The writes that are waiting already, up to the next piece of work."""
        batch = [first]
        while len(batch) < SHARED:
            try:
                order = self._orders.get_nowait()
            except queue.Empty:
                break
            if order is None:
                return batch, None, True
            if order.write is None:
                return batch, order, False
            batch.append(order)
        return batch, None, False

    def _work(self, order: _Order[object], work: Callable[[Store], object]) -> None:
        try:
            order.answer(work(self._store))
        except BaseException as error:
            order.fail(error)

    def _write(self, batch: list[_Order[object]]) -> None:
        try:
            with self._store.writing(deciding=False) as ledger:
                results = [order.write(ledger) for order in batch if order.write is not None]
        except BaseException as error:
            if len(batch) == 1:
                batch[0].fail(error)
            else:
                for order in batch:
                    self._write([order])
            return
        _answer(batch, results)
