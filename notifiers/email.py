"""E-mail: letters over a few reused SMTP connections, encrypted with a verified server or not sent at all."""

from __future__ import annotations

import asyncio
import ssl
from typing import TYPE_CHECKING

from notifiers.address import ascii_address
from notifiers.answers import UnsentError
from notifiers.base import Deferred, Letter, Receipt, Refused, Tell
from notifiers.email_settings import EmailSettings, Timeouts

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
        self._closed = False
        self._own_name: str | None = None

    async def deliver(self, letter: Letter) -> Receipt:
        """Hand the letter over. Cancelled in the middle it drops its connection: the outcome is unknown."""
        return await self.probe(letter, _silent)

    async def probe(self, letter: Letter, tell: Tell) -> Receipt:
        """Deliver, and tell each step in one human line; the login itself is never shown."""
        try:
            sender = ascii_address(letter.sender)
        except ValueError as fault:
            return Deferred(f"the sender cannot be used: {fault}", scope="host", alarm=True)
        try:
            recipient = ascii_address(letter.recipient)
        except ValueError as fault:
            return Refused(str(fault), scope="recipient")
        async with self._free:
            try:
                return await self._send(sender, recipient, letter, tell)
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

    async def _send(self, sender: str, recipient: str, letter: Letter, tell: Tell) -> Receipt:
        connection = await self._kept()
        if connection is not None:
            try:
                return await self._carry(connection, sender, recipient, letter, tell)
            except UnsentError as unsent:
                if not unsent.gone:
                    raise
                tell("the server had closed the kept connection")
        return await self._carry(await self._connect(tell), sender, recipient, letter, tell)

    async def _carry(
        self, connection: Connection, sender: str, recipient: str, letter: Letter, tell: Tell
    ) -> Receipt:
        kept = False
        try:
            receipt = await connection.carry(sender, recipient, letter, tell)
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

    async def _kept(self) -> Connection | None:
        """A kept connection that is clean; one that has served its time is ended here, between letters."""
        while self._idle:
            connection = self._idle.pop()
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
