"""A raw SMTP server for tests: it takes letters, and misbehaves exactly where it is told to.

    async with SmtpServer(at={"RCPT": "550 5.1.1 no such person"}) as server:
        ... server.port ... server.letters

``at`` maps a step to what happens there instead of the usual answer: a reply line, ``DROP`` (the connection
is cut), ``HANG`` (no answer ever), ``DRIP`` (an answer that never ends, byte by byte), ``HOLD`` (the usual
answer, after ``release()``), or a list of these, one for each time, after which all is well again.
The steps: greeting, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, text (after its first line), dot, RSET, QUIT.
At the dot the letter is kept before ``DROP``, ``HANG`` and ``DRIP``: the server has it, only its answer is lost.
"""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import NamedTuple, Self

DROP = "<drop>"
HANG = "<hang>"
DRIP = "<drip>"
HOLD = "<hold>"
_USUAL = {
    "greeting": "220 test.example.org ESMTP",
    "STARTTLS": "220 2.0.0 go ahead",
    "AUTH": "235 2.7.0 welcome",
    "MAIL": "250 2.1.0 sender ok",
    "RCPT": "250 2.1.5 recipient ok",
    "DATA": "354 end with a dot",
    "dot": "250 2.0.0 queued",
    "RSET": "250 2.0.0 reset",
    "QUIT": "221 2.0.0 bye",
}


class Received(NamedTuple):
    mail_from: str
    rcpt: str
    content: bytes


class SmtpServer:
    """``tls`` alone: STARTTLS is offered; with ``implicit``: encrypted from the first byte."""

    def __init__(
        self,
        at: Mapping[str, str | list[str]] | None = None,
        *,
        offers: tuple[str, ...] = (),
        tls: ssl.SSLContext | None = None,
        implicit: bool = False,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        self.host = host
        self.at: dict[str, str | list[str]] = dict(at or {})
        self.port = port
        self.letters: list[Received] = []
        self.commands: list[str] = []
        self.connections = 0
        self.most_at_once = 0
        self._offers = offers
        self._tls = tls
        self._implicit = implicit
        self._sessions: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self._changed = asyncio.Condition()
        self.released = asyncio.Event()
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> Self:
        context = self._tls if self._implicit else None
        self._server = await asyncio.start_server(self._accept, self.host, self.port, ssl=context)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.close()
        await self.cut()

    async def cut(self) -> None:
        """End every open connection without a word, as a restart or an idle limit does."""
        sessions = list(self._sessions)
        for session in sessions:
            session.cancel()
        await asyncio.gather(*sessions, return_exceptions=True)

    async def say_to_all(self, line: str) -> None:
        """Speak unasked on every open connection, as a server does before it closes an idle one."""
        for writer in self._writers:
            writer.write(f"{line}\r\n".encode())
            await writer.drain()

    async def has_seen(self, command: str) -> None:
        """Wait until a command that begins with ``command`` has arrived; "." stands for the final dot."""
        async with self._changed:
            await self._changed.wait_for(lambda: any(line.startswith(command) for line in self.commands))

    async def is_alone(self) -> None:
        """Wait until no connection is open any more."""
        async with self._changed:
            await self._changed.wait_for(lambda: not self._sessions)

    def release(self) -> None:
        self.released.set()

    def count(self, command: str) -> int:
        return sum(line.startswith(command) for line in self.commands)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        session = asyncio.current_task()
        assert session is not None
        self._sessions.add(session)
        self._writers.add(writer)
        self.connections += 1
        self.most_at_once = max(self.most_at_once, len(self._sessions))
        try:
            await _Session(self, reader, writer).run()
        except (ConnectionError, ssl.SSLError, asyncio.IncompleteReadError):
            pass
        finally:
            if isinstance(writer.transport, asyncio.WriteTransport):
                writer.transport.abort()
            with contextlib.suppress(ConnectionError, ssl.SSLError, TimeoutError):
                async with asyncio.timeout(1):
                    await writer.wait_closed()
            self._sessions.discard(session)
            self._writers.discard(writer)
            async with self._changed:
                self._changed.notify_all()

    def reply(self, step: str) -> str:
        """What is to happen at ``step`` this time."""
        told = self.at.get(step)
        if isinstance(told, list):
            told = told.pop(0) if told else None
        return told or _USUAL.get(step, "250 ok")

    def greeting_lines(self, encrypted: bool) -> list[str]:
        offers = [*self._offers]
        if self._tls is not None and not encrypted:
            offers.append("STARTTLS")
        lines = ["test.example.org", *offers]
        return [f"250{'-' if line is not lines[-1] else ' '}{line}" for line in lines]

    async def note(self, command: str) -> None:
        self.commands.append(command)
        async with self._changed:
            self._changed.notify_all()

    @property
    def context(self) -> ssl.SSLContext | None:
        return self._tls

    @property
    def implicit(self) -> bool:
        return self._implicit


class _Session:
    def __init__(
        self, server: SmtpServer, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._server = server
        self._reader = reader
        self._writer = writer
        self._encrypted = server.implicit
        self._sender = ""
        self._recipient = ""

    async def run(self) -> None:
        await self._answer("greeting")
        while line := await self._reader.readline():
            command = line.decode("utf-8", "replace").rstrip("\r\n")
            verb = command.split(" ")[0].upper()
            await self._server.note(command)
            match verb:
                case "EHLO" if "EHLO" not in self._server.at:
                    await self._say(*self._server.greeting_lines(self._encrypted))
                case "STARTTLS":
                    if (await self._answer("STARTTLS")).startswith("220") and self._server.context:
                        await self._writer.start_tls(self._server.context)
                        self._encrypted = True
                case "MAIL":
                    self._sender = _address(command)
                    await self._answer("MAIL")
                case "RCPT":
                    self._recipient = _address(command)
                    await self._answer("RCPT")
                case "DATA":
                    if (await self._answer("DATA")).startswith("354"):
                        await self._take_text()
                case "QUIT":
                    await self._answer("QUIT")
                    return
                case _:
                    await self._answer(verb)

    async def _take_text(self) -> None:
        lines: list[bytes] = []
        while (line := await self._reader.readline()) != b".\r\n":
            if not line:
                return
            lines.append(line[1:] if line.startswith(b".") else line)
            if len(lines) == 1 and "text" in self._server.at:
                await self._answer("text")
        reply = await self._reply("dot")
        if reply.startswith("2") or reply in {DROP, HANG, DRIP}:
            self._server.letters.append(Received(self._sender, self._recipient, b"".join(lines)))
        await self._server.note(".")
        await self._act(reply)

    async def _answer(self, step: str) -> str:
        reply = await self._reply(step)
        await self._act(reply)
        return reply

    async def _reply(self, step: str) -> str:
        reply = self._server.reply(step)
        if reply != HOLD:
            return reply
        await self._server.released.wait()
        return _USUAL[step]

    async def _act(self, reply: str) -> None:
        if reply == DROP:
            raise ConnectionAbortedError
        if reply == HANG:
            await self._reader.read()  # until the other side has gone
            raise ConnectionAbortedError
        while reply == DRIP:
            self._writer.write(b"2")
            await self._writer.drain()
            await asyncio.sleep(0.05)
        await self._say(reply)

    async def _say(self, *lines: str) -> None:
        self._writer.write("".join(f"{line}\r\n" for line in lines).encode())
        await self._writer.drain()


def _address(command: str) -> str:
    return command.partition("<")[2].partition(">")[0]
