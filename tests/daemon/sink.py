"""A real mail server in a thread of its own, which can go away and come back at the same port."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from types import TracebackType
from typing import NamedTuple, Self, TypeVar

from tests.smtp_server import Received, SmtpServer

T = TypeVar("T")


class Arrival(NamedTuple):
    """One letter that the server has taken, and when by the processes' wall clock."""

    at: datetime
    letter: Received


class _Stamping(SmtpServer):
    """Writes down when each letter came."""

    arrived: Callable[[Received], None]
    steps: frozenset[str] = frozenset()

    def reply(self, step: str) -> str:
        self.steps |= {step}
        return super().reply(step)

    async def note(self, command: str) -> None:
        if command == "." and self.letters:
            self.arrived(self.letters.pop())
        await super().note(command)


class Sink:
    """``with Sink(now) as sink:`` takes letters until ``away()``, and again after ``back()``."""

    def __init__(
        self,
        now: Callable[[], datetime],
        at: Mapping[str, str | list[str]] | None = None,
        tls: ssl.SSLContext | None = None,
        offers: tuple[str, ...] = (),
        host: str = "127.0.0.1",
    ) -> None:
        self.host = host
        self.arrivals: list[Arrival] = []
        self.port = 0
        self._now = now
        self._at = at
        self._tls = tls
        self._offers = offers
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="sink", daemon=True)
        self._server: _Stamping | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        self.back()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.away()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def server(self) -> SmtpServer:
        """The server as it stands, to be told how to behave."""
        assert self._server is not None, "the server is away"
        return self._server

    @property
    def is_away(self) -> bool:
        return self._server is None

    @property
    def commands(self) -> tuple[str, ...]:
        """Everything that clients have said to the server since it came."""
        return tuple(self.server.commands)

    def behave(self, at: Mapping[str, str | list[str]]) -> None:
        """From now on misbehave at these steps, and nowhere else."""
        self._at = at
        self.server.at = dict(at)

    def saw(self, command: str) -> bool:
        """Whether a command that begins so has come; "." stands for the final dot."""
        return any(line.startswith(command) for line in self.commands)

    def away(self) -> None:
        """Nobody listens at the port any more, and every connection ends."""
        if self._server is not None:
            server, self._server = self._server, None
            self._do(server.__aexit__(None, None, None))

    def back(self) -> None:
        """Listen, at the same port as before."""
        server = _Stamping(self._at, offers=self._offers, tls=self._tls, host=self.host, port=self.port)
        server.arrived = lambda letter: self.arrivals.append(Arrival(self._now(), letter))
        self._do(server.__aenter__())
        self._server, self.port = server, server.port

    @property
    def has_a_whole_letter(self) -> bool:
        """Whether the server has read some letter to its end, whatever it answered."""
        return self.reached("dot")

    def forget(self) -> None:
        """What has been said and reached until now counts no more."""
        if self._server is not None:
            self._server.steps = frozenset()
            self._server.commands.clear()

    def reached(self, step: str) -> bool:
        """Whether a conversation has come to this step, whatever was answered."""
        return self._server is not None and step in self._server.steps

    def cut(self) -> None:
        """End every open connection without a word."""
        self._do(self.server.cut())

    def release(self) -> None:
        """Give the answers that were held back."""
        server = self.server
        self._loop.call_soon_threadsafe(server.release)

    def _do(self, work: Awaitable[T]) -> T:
        async def done() -> T:
            return await work

        return asyncio.run_coroutine_threadsafe(done(), self._loop).result(timeout=10)
