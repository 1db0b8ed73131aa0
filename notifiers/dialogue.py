"""What is said to and fro on an SMTP connection once it stands: lines out, replies in (RFC 5321 section 4.2).

aiosmtplib reads one reply a command and loses what comes beyond; commands that travel together (PIPELINING,
RFC 2920) need a listener that keeps every reply until it is asked for.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

LF = 10
_NO_ENDS = bytes(set(range(256)) - set(b"\r\n"))
LONGEST = 64 * 1024  # characters of one reply; servers are asked to stay below 512 a line


class Reply(NamedTuple):
    """A server's answer: its code, and its words, lines kept apart."""

    code: int
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


class HungUpError(Exception):
    """The connection has ended."""


class BabbleError(HungUpError):
    """What came over the connection was no reply; it is not used any further."""


class Dialogue(asyncio.Protocol):
    """Takes over a connection after its greeting; replies wait in order until somebody asks."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._loop = asyncio.get_running_loop()
        self._rest = b""
        self._lines: list[str] = []
        self._replies: deque[Reply] = deque()
        self._expected = 0
        self._end: HungUpError | None = None
        self._waiter: asyncio.Future[None] | None = None
        transport.set_protocol(self)

    @property
    def alive(self) -> bool:
        """Whether another command may be said; a server that speaks unasked is about to hang up."""
        return self._end is None and not self._transport.is_closing()

    def say(self, *commands: str) -> None:
        """Send command lines together, one reply expected for each; raises HungUpError where nobody listens."""
        self.send(group(commands), len(commands))

    def send(self, raw: bytes, replies: int = 1) -> None:
        """Send bytes as they are; raises HungUpError where nobody listens."""
        if not self.alive:
            raise self._end or HungUpError("the connection is closed")
        self._expected += replies
        self._transport.write(raw)

    async def reply(self, patience_s: float) -> Reply:
        """The next reply; raises TimeoutError after ``patience_s`` seconds, HungUpError where none can come."""
        if not self._replies and self._end is None:
            async with asyncio.timeout(patience_s):
                self._waiter = self._loop.create_future()
                try:
                    await self._waiter
                finally:
                    self._waiter = None
        if not self._replies:
            raise self._end or HungUpError("the connection is closed")
        self._expected -= 1
        return self._replies.popleft()

    def abort(self) -> None:
        """End the connection now; nothing that still waits to be written goes out."""
        self._finish(HungUpError("the connection was dropped"))
        self._transport.abort()

    def data_received(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._hear(line.rstrip(b"\r").decode("utf-8", "replace"))
        if len(self._rest) + sum(map(len, self._lines)) > LONGEST:
            self._finish(BabbleError("the reply has no end"))
        if len(self._replies) > self._expected:
            self._finish(BabbleError(f"the server spoke unasked: {self._replies.pop()}"))
        if self._waiter is not None and self._replies and not self._waiter.done():
            self._waiter.set_result(None)

    def _hear(self, line: str) -> None:
        code, more = line[:3], line[3:4] == "-"
        if not (len(code) == 3 and code.isascii() and code.isdecimal()):
            self._finish(BabbleError(f"that is no SMTP reply: {line[:200]}"))
            return
        self._lines.append(line[4:].strip())
        if not more:
            self._replies.append(Reply(int(code), "\n".join(self._lines)))
            self._lines.clear()

    def eof_received(self) -> bool:
        self._finish(HungUpError("the server hung up"))
        return False

    def connection_lost(self, fault: Exception | None) -> None:
        self._finish(
            HungUpError("the connection was lost" if fault is None else f"the connection was lost: {fault}")
        )

    def _finish(self, why: HungUpError) -> None:
        if self._end is None:
            self._end = why
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


def group(commands: Sequence[str]) -> bytes:
    """Command lines that travel together; raises ValueError where one is more than a line of ASCII."""
    if any("\r" in command or "\n" in command for command in commands):
        raise ValueError("a command is one line")
    return "".join([f"{command}\r\n" for command in commands]).encode("ascii")


def on_the_wire(content: bytes, commands: Sequence[str] = ()) -> bytes:
    """The text, leading dots doubled, line ends CRLF, then the final dot (RFC 5321 section 4.5.2).

    ``commands`` follow in the same group: the text may begin one, as RFC 2920 section 3.1 allows.

    A lone CR or LF would let a letter's text end the transaction early on some servers.
    """
    ends = content.translate(None, _NO_ENDS)
    breaks = len(content.splitlines()) - (not content.endswith((b"\r", b"\n")))
    # As many CR as LF, and no more breaks than either: each CR has its LF beside it.
    if not 2 * ends.count(b"\r") == len(ends) == 2 * max(breaks, 0):
        content = re.sub(rb"\r\n|\r|\n", b"\r\n", content)
    if _has_leading_dot(content):
        content = re.sub(rb"(?m)^\.", b"..", content)
    end = b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n"
    return b"".join((content, end, group(commands)))


def _has_leading_dot(content: bytes) -> bool:
    """Looks at the dots, not at the lines: a letter in base64 has few of them."""
    at = content.find(b".")
    while at > 0 and content[at - 1] != LF:
        at = content.find(b".", at + 1)
    return at >= 0
