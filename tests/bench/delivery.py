"""Letters from the durable outbox into a mail server, against a client that only sends ready bytes."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from aiosmtplib import SMTP

from monitor import logs
from monitor.clock import SystemClock
from monitor.courier import Courier
from monitor.house import House
from monitor.scribe import Scribe
from monitor.store import Store
from monitor.watch import tick
from notifiers.email import EmailNotifier
from tests.bench.measure import Goal, Line, Table, Timing, clocked
from tests.bench.world import Size, briefs, case_of, fill, house_of, mark_loaded, speaking_days, write_country

RUNS = 5
AGENCIES = 1_000
ROWS = (1, 20)
GOAL = Goal(0.7, at_most=False)
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ready:
    """Finished bytes and whom they go to."""

    sender: str
    recipient: str
    content: bytes


@contextmanager
def sink() -> Iterator[int]:
    """A mail server in a process of its own; gives its port."""
    command = (sys.executable, "-m", "tests.bench.sink")
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        if server.stdin is None or server.stdout is None:
            raise AssertionError("the sink has no pipes")
        try:
            yield int(server.stdout.readline())
        finally:
            server.stdin.close()


def taken(port: int) -> int:
    """How many letters the sink has taken so far."""
    with socket.create_connection(("127.0.0.1", port)) as connection, connection.makefile("rw") as lines:
        lines.readline()
        lines.write("COUNT\r\n")
        lines.flush()
        return int(lines.readline().split()[1])


class RunningClock(SystemClock):
    """Runs as the machine's does, but began at another moment: that of the tick which filled the outbox."""

    def __init__(self, start: datetime) -> None:
        self._behind = super().now() - start

    def now(self) -> datetime:
        return super().now() - self._behind


def _in_a_file(folder: Path) -> str:
    return f"sqlite:///{folder / 'store.db'}"


def bench(
    folder: Path,
    port: int,
    agencies: int = AGENCIES,
    runs: int = RUNS,
    place: Callable[[Path], str] = _in_a_file,
    goal: Goal = GOAL,
) -> Table:
    """Each run: the courier empties an outbox, then the client sends the same bytes over as many connections.

    ``place`` gives the URL of a new store for each run.
    """
    found: list[Line] = []
    with (folder / "log").open("w", encoding="utf-8") as log:
        logs.start({}, log)  # the daemon writes a line a letter, and so does this
        for rows in ROWS:
            size = Size(rows, max(agencies // rows, 1))
            found += _compared(folder / f"{rows}-rows", size, port, runs, place, goal)
    return Table(
        "Letters end to end: claimed, rendered, stored, sent, marked, all of it durable", tuple(found)
    )


def _compared(
    folder: Path, size: Size, port: int, runs: int, place: Callable[[Path], str], goal: Goal
) -> list[Line]:
    write_country(folder / "country", Size(0, size.agencies))
    house = house_of(folder / "country", port)
    whole: list[float] = []
    bare: list[float] = []
    for run in range(runs + 1):  # the first only warms up
        store, moment = _full_outbox(place(folder / str(run)), house, size)
        try:
            whole.append(_carried(store, house, moment))
            ready = _sent(store)
        finally:
            store.close()
        if len(ready) != size.agencies:
            raise AssertionError(f"{size.agencies} letters were wanted, {len(ready)} were accepted")
        bare.append(asyncio.run(_send(ready, port, house.config.email.connections)))
    kilobytes = sum(len(one.content) for one in ready) / len(ready) / 1000
    name = f"{size.obligations} row{'' if size.obligations == 1 else 's'}, {kilobytes:.0f} kB"
    return _lines(name, size.agencies, Timing(tuple(whole[1:])), Timing(tuple(bare[1:])), goal)


def _lines(name: str, letters: int, whole: Timing, bare: Timing, goal: Goal) -> list[Line]:
    client = "aiosmtplib on ready bytes"
    return [
        Line(
            f"from the outbox, {name}",
            f"{letters / whole.median:.0f} a second",
            whole.spread,
            bare.median / whole.median,
            client,
            goal,
        ),
        Line(f"{client}, {name}", f"{letters / bare.median:.0f} a second", bare.spread),
    ]


def _full_outbox(url: str, house: House, size: Size) -> tuple[Store, datetime]:
    """A store in which every agency's owner has one letter to get, about all obligations; since when."""
    store = Store.open(url, by_hand=True)
    obligations = briefs(house, size.obligations)
    last_day, moment = speaking_days(obligations[0], house.setting, 1)[0]
    fill(
        store,
        (
            case_of(brief, agency, house.setting, last_day)
            for brief in obligations
            for agency in range(size.agencies)
        ),
    )
    mark_loaded(store, house, moment)
    tick(store, house, moment)
    return store, moment


def _carried(store: Store, house: House, moment: datetime) -> float:
    return clocked(lambda: asyncio.run(_carry(store, house, moment)))


async def _carry(store: Store, house: House, moment: datetime) -> None:
    """One round of the daemon's courier, from the first claim to the last mark."""
    scribe = Scribe(store)
    email = house.config.email
    courier = Courier(
        scribe,
        (EmailNotifier(email),),
        RunningClock(moment),
        holder="bench",
        random=Random(1),
        streams=email.connections,
        held=lambda: False,
    )
    await courier.round(house)
    await courier.close()
    await scribe.close()


def _sent(store: Store) -> Sequence[Ready]:
    """The bytes that the server accepted."""
    found: list[Ready] = []
    with store.reading() as ledger:
        for row in ledger.outbox("accepted"):
            content = ledger.letter_content(row.number)
            if content is not None and row.to is not None:
                found.append(Ready("duewatch@example.org", row.to, content))
    return found


async def _send(ready: Sequence[Ready], port: int, connections: int) -> float:
    """Seconds for all letters over connections that stand already."""
    waiting = list(ready)
    clients = [SMTP(hostname="127.0.0.1", port=port, start_tls=False) for _ in range(connections)]
    for client in clients:
        await client.connect()
        await client.ehlo()

    async def stream(client: SMTP) -> None:
        while waiting:
            letter = waiting.pop()
            await client.sendmail(letter.sender, letter.recipient, letter.content)

    loop = asyncio.get_running_loop()
    begun = loop.time()
    async with asyncio.TaskGroup() as group:
        for client in clients:
            group.create_task(stream(client))
    seconds = loop.time() - begun
    for client in clients:
        await client.quit()
    return seconds
