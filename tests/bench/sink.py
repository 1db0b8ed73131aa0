"""A mail server that takes everything at once and keeps nothing, in a process of its own: the bench's wall.

`COUNT` is answered with the number of letters taken so far. The first line on standard output is the port.
"""

from __future__ import annotations

import asyncio
import sys

END = b"\r\n.\r\n"
ANSWERS = {
    b"EHLO": b"250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n",
    b"HELO": b"250 sink\r\n",
    b"MAIL": b"250 2.1.0 ok\r\n",
    b"RCPT": b"250 2.1.5 ok\r\n",
    b"RSET": b"250 2.0.0 ok\r\n",
    b"NOOP": b"250 2.0.0 ok\r\n",
    b"DATA": b"354 go on\r\n",
    b"QUIT": b"221 2.0.0 bye\r\n",
}
taken = 0


class Sink(asyncio.Protocol):
    """One connection; a letter's bytes are dropped as they come, but for the few that may be part of its end."""

    def __init__(self) -> None:
        self._wire: asyncio.Transport | None = None
        self._held = b""
        self._in_letter = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self._wire = transport
            transport.write(b"220 sink ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        self._held += data
        while self._letter() if self._in_letter else self._command():
            pass

    def _letter(self) -> bool:
        global taken
        _, end, after = self._held.partition(END)
        if not end:
            self._held = self._held[-len(END) + 1 :]
            return False
        taken += 1
        self._held, self._in_letter = after, False
        self._say(b"250 2.0.0 taken\r\n")
        return True

    def _command(self) -> bool:
        line, end, after = self._held.partition(b"\r\n")
        if not end:
            return False
        self._held = after
        verb = line[:4].upper()
        if verb == b"COUN":
            self._say(b"250 %d\r\n" % taken)
            return True
        self._in_letter = verb == b"DATA"
        self._say(ANSWERS.get(verb, b"500 5.5.1 unknown\r\n"))
        if verb == b"QUIT" and self._wire is not None:
            self._wire.close()
        return verb != b"QUIT"

    def _say(self, answer: bytes) -> None:
        if self._wire is not None:
            self._wire.write(answer)


async def serve() -> None:
    """Serve on a free port until standard input ends."""
    server = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve())
