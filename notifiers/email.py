"""E-mail: letters over a few reused SMTP connections, encrypted with a verified server or not sent at all."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING

from notifiers.answers import UnsentError
from notifiers.base import Letter, Receipt, Tell
from notifiers.email_settings import EmailSettings, Timeouts
from notifiers.envelope import Envelope

if TYPE_CHECKING:
    from notifiers.smtp import Connection


class EmailNotifier:
    """Delivers over at most ``connections`` connections, which it keeps for further letters."""

    def __init__(
        self, settings: EmailSettings, timeouts: Timeouts | None = None, trust: ssl.SSLContext | None = None
    ) -> None:
        self._settings = settings
        self._timeouts = timeouts or Timeouts()
        self._trust = trust
        self._free = asyncio.Semaphore(settings.connections)
        self._idle: list[Connection] = []
        self._under_way = 0
        self._closed = False
        self._own_name: str | None = None

    async def deliver(self, letter: Letter) -> Receipt:
        """Hand the letter over. Cancelled in the middle it drops its connection: the outcome is unknown."""
        return await self.probe(letter, _silent)

    async def probe(self, letter: Letter, tell: Tell) -> Receipt:
        """Deliver, and tell each step in one human line; the login itself is never shown."""
        try:
            envelope = Envelope.of(letter)
            async with self._free:
                self._under_way += 1
                try:
                    return await self._send(envelope, letter, tell)
                finally:
                    self._under_way -= 1
        except UnsentError as unsent:
            tell(f"not sent: {unsent.receipt.answer}")
            return unsent.receipt

    async def greet(self, tell: Tell) -> str | None:
        """Connect, encrypt, log in and say goodbye; why that fails, None where it does not."""
        try:
            connection = await self._connect(tell)
        except UnsentError as unsent:
            return unsent.receipt.answer
        await connection.quit()
        return None

    async def _send(self, envelope: Envelope, letter: Letter, tell: Tell) -> Receipt:
        connection = await self._kept(envelope)
        if connection is not None:
            try:
                return await self._carry(connection, envelope, letter, tell)
            except UnsentError as unsent:
                if not unsent.gone:
                    raise
                tell("the server had closed the kept connection")
        self._make_room()
        return await self._carry(await self._connect(tell), envelope, letter, tell)

    def _make_room(self) -> None:
        """Never more connections than configured: those that wait for another letter give way to this one."""
        while self._idle and len(self._idle) + self._under_way > self._settings.connections:
            self._idle.pop(0).drop()

    async def _carry(self, connection: Connection, envelope: Envelope, letter: Letter, tell: Tell) -> Receipt:
        kept = False
        try:
            receipt = await connection.carry(envelope, letter, tell, Envelope.ahead(letter))
            kept = connection.alive and not self._closed
        finally:
            if kept:
                self._idle.append(connection)
            else:
                connection.drop()
        return receipt

    async def _connect(self, tell: Tell) -> Connection:
        from notifiers.smtp import Connection  # late: a command that sends nothing need not pay for it

        if self._trust is None and self._settings.security != "none":
            self._trust = await asyncio.to_thread(ssl.create_default_context)
        connection = Connection(self._settings, self._timeouts, self._trust, self._own_name)
        try:
            await connection.open(tell)
        except BaseException:
            connection.drop()
            raise
        self._own_name = connection.own_name
        return connection

    def forgo(self, letter: Letter) -> None:
        """Only the end of its connection takes back an envelope that was said ahead."""
        try:
            begun = self._begun(Envelope.of(letter))
        except UnsentError:  # without an address nothing has been said
            return
        if begun is not None:
            begun.drop()

    def _begun(self, envelope: Envelope) -> Connection | None:
        """The kept connection on which this envelope has been said already; it is kept no longer."""
        for connection in self._idle:
            if connection.ahead == envelope:
                self._idle.remove(connection)
                return connection
        return None

    async def _kept(self, envelope: Envelope) -> Connection | None:
        """A kept connection that is clean; one that has served its time is ended here, between letters."""
        begun = self._begun(envelope)
        if begun is not None:
            return begun
        while free := [connection for connection in self._idle if connection.ahead is None]:
            connection = free[-1]
            self._idle.remove(connection)
            try:
                if connection.worn:
                    await connection.quit()
                elif await connection.clean():
                    return connection
                else:
                    connection.drop()
            except BaseException:
                connection.drop()
                raise
        return None

    async def close(self) -> None:
        """Say goodbye on every idle connection; a letter under way keeps its own until it is answered."""
        self._closed = True
        idle, self._idle = self._idle, []
        async with asyncio.TaskGroup() as group:
            for connection in idle:
                group.create_task(connection.quit())


def _silent(_line: str) -> None:
    """Tell nobody."""
