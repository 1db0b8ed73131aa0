"""A mail server in a thread of this process that takes everything at once and notes when each letter was whole."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from threading import Event, Thread

from monitor.clock import SystemClock

END = b"\r\n.\r\n"
HELLO = b"250-arrivals\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n"


@dataclass(slots=True)
class Arrivals:
    """Who has got a letter, and when its last byte came; ``port`` is where the server listens."""

    port: int = 0
    moments: dict[str, datetime] = field(default_factory=dict)
    taken: int = 0
    _clock: SystemClock = field(default_factory=SystemClock)

    def note(self, recipient: str) -> None:
        self.moments.setdefault(recipient, self._clock.now())
        self.taken += 1

    def of(self, recipients: Mapping[str, object]) -> dict[str, datetime]:
        """The arrivals of these recipients, as far as they have come."""
        return {name: moment for name, moment in list(self.moments.items()) if name in recipients}


class Conversation(asyncio.Protocol):
    """One connection."""

    def __init__(self, note: Callable[[str], None]) -> None:
        self._note = note
        self._wire: asyncio.Transport | None = None
        self._held = b""
        self._recipient = ""
        self._in_letter = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self._wire = transport
            self._say(b"220 arrivals ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        self._held += data
        while self._goes_on():
            pass

    def _goes_on(self) -> bool:
        end = END if self._in_letter else b"\r\n"
        head, found, after = self._held.partition(end)
        if not found:
            return False
        self._held = after
        if self._in_letter:
            self._in_letter = False
            self._note(self._recipient)
            self._say(b"250 2.0.0 taken\r\n")
        else:
            self._answer(head)
        return True

    def _answer(self, line: bytes) -> None:
        verb = line[:4].upper()
        if verb == b"EHLO":
            self._say(HELLO)
        elif verb == b"DATA":
            self._in_letter = True
            self._say(b"354 go on\r\n")
        elif verb == b"QUIT" and self._wire is not None:
            self._say(b"221 2.0.0 bye\r\n")
            self._wire.close()
        else:
            if verb == b"RCPT":
                self._recipient = line.partition(b"<")[2].partition(b">")[0].decode()
            self._say(b"250 2.0.0 ok\r\n")

    def _say(self, answer: bytes) -> None:
        if self._wire is not None:
            self._wire.write(answer)


@contextmanager
def arrivals() -> Iterator[Arrivals]:
    """The server, as long as the block runs."""
    noted, ready, over = Arrivals(), Event(), asyncio.Event()
    loop = asyncio.new_event_loop()

    async def serve() -> None:
        server = await loop.create_server(partial(Conversation, noted.note), "127.0.0.1", 0)
        noted.port = server.sockets[0].getsockname()[1]
        ready.set()
        await over.wait()
        server.close()

    thread = Thread(target=loop.run_until_complete, args=(serve(),), daemon=True)
    thread.start()
    try:
        if not ready.wait(10):
            raise AssertionError("the server does not begin")
        yield noted
    finally:
        loop.call_soon_threadsafe(over.set)
        thread.join(10)
        loop.close()
