"""The one thread that writes: what arrives during a commit shares the next one."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from monitor.store import Ledger, Store
from monitor.store.part import chunks

Result = TypeVar("Result")
Step = TypeVar("Step")
SHARED = 64
# Who writes side by side with others waits so long for them, in seconds: a transaction costs more than what is in it.
GATHER_S = 0.002


@dataclass(slots=True, eq=False)
class _Order(Generic[Result]):
    """Work with the store, or one of several alike steps, and who waits for it."""

    work: Callable[[Store], Result] | None
    write: Callable[[Ledger, Sequence[object]], Sequence[Result]] | None
    step: object
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


def _answer(answered: Sequence[tuple[_Order[Result], Result]]) -> None:
    """Answer all at once: each call from this thread wakes the loop, which then wants the interpreter to itself."""
    for loop in dict.fromkeys(order.loop for order, _ in answered):
        mine = [(order.future, result) for order, result in answered if order.loop is loop]
        loop.call_soon_threadsafe(_settle_all, mine)


def _settle_all(answered: Sequence[tuple[asyncio.Future[Result], Result]]) -> None:
    for future, result in answered:
        _settle(future, result, None)


class Scribe:
    """Runs store work for the loop, in order, in one thread.

    ``write`` and ``write_each`` take small writes that may share a transaction; ``run`` takes whole methods of the store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._gathered: list[_Order[object]] = []
        self._beside = 0
        self._alarm: asyncio.TimerHandle | None = None
        self._orders: queue.SimpleQueue[Sequence[_Order[object]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="store", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[Store], Result]) -> Result:
        """Do ``work`` with the store; raises what it raises."""
        return await self._order(work, None, None)

    def write(self, write: Callable[[Ledger], Result]) -> asyncio.Future[Result]:
        """Order ``write`` in a transaction that others may share; it is committed when the future has its result.

        For letters that this program holds, and marks of its own: what decides about cases is work of its own.
        It may be done twice, the first time undone, when another write of the same transaction fails.
        """
        return self._order(None, lambda ledger, _: [write(ledger)], None)

    def write_each(
        self, write: Callable[[Ledger, Sequence[Step]], Sequence[Result]], step: Step
    ) -> asyncio.Future[Result]:
        """The same for a step of which many are alike: those that share a transaction are done by one call.

        ``write`` gives a result for each step; where it raises, every step is done by a call of its own. Who writes
        side by side with others waits a moment for them.
        """
        return self._order(None, write, step)  # type: ignore[arg-type]  # a call is given its own steps only

    @contextmanager
    def side_by_side(self) -> Iterator[None]:
        """Whoever orders one step after another; all who do so at the time share transactions."""
        self._beside += 1
        try:
            yield
        finally:
            self._beside -= 1
            self._hand_on_in_time()

    async def close(self) -> None:
        """Finish what was ordered and end the thread."""
        self._hand_on()
        self._orders.put(None)
        await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    def _order(
        self,
        work: Callable[[Store], Result] | None,
        write: Callable[[Ledger, Sequence[object]], Sequence[Result]] | None,
        step: object,
    ) -> asyncio.Future[Result]:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Result] = loop.create_future()
        self._gathered.append(_Order(work, write, step, loop, future))  # type: ignore[arg-type]  # results differ by order
        self._hand_on_in_time()
        return future

    def _hand_on_in_time(self) -> None:
        """At the loop's next turn; where those who write side by side have not all ordered, a little later."""
        if not self._gathered:
            return
        steps = sum(order.step is not None for order in self._gathered)
        loop = asyncio.get_running_loop()
        if steps == len(self._gathered) < self._beside:
            self._alarm = self._alarm or loop.call_later(GATHER_S, self._hand_on)
        else:
            loop.call_soon(self._hand_on)

    def _hand_on(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        if self._gathered:
            self._orders.put(self._gathered)
            self._gathered = []

    def _serve(self) -> None:
        is_over = False
        while not is_over:
            orders, is_over = self._waiting()
            for is_work, alike in groupby(orders, key=lambda order: order.work is not None):
                if is_work:
                    for order in alike:
                        self._work(order)
                else:
                    for batch in chunks(list(alike), SHARED):
                        self._write(batch)

    def _waiting(self) -> tuple[list[_Order[object]], bool]:
        """Everything that has been handed on by now, and whether nothing will come after it."""
        orders: list[_Order[object]] = []
        handed_on = self._orders.get()
        while handed_on is not None:
            orders += handed_on
            try:
                handed_on = self._orders.get_nowait()
            except queue.Empty:
                return orders, False
        return orders, True

    def _work(self, order: _Order[object]) -> None:
        try:
            if order.work is not None:
                order.answer(order.work(self._store))
        except BaseException as error:
            order.fail(error)

    def _write(self, batch: Sequence[_Order[object]]) -> None:
        try:
            with self._store.writing(deciding=False) as ledger:
                answered = list(_written(batch, ledger))
        except BaseException as error:
            if len(batch) == 1:
                batch[0].fail(error)
            else:
                for order in batch:
                    self._write([order])
            return
        _answer(answered)


def _written(batch: Sequence[_Order[Result]], ledger: Ledger) -> Iterator[tuple[_Order[Result], Result]]:
    """Each order with its result; those that are steps of one kind are done together."""
    alike: dict[Callable[[Ledger, Sequence[object]], Sequence[Result]], list[_Order[Result]]] = {}
    for order in batch:
        if order.write is not None:
            alike.setdefault(order.write, []).append(order)
    for write, orders in alike.items():
        yield from zip(orders, write(ledger, [order.step for order in orders]), strict=True)
