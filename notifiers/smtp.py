"""One SMTP connection, driven command by command.

aiosmtplib's convenience calls parse and encode everything twice and raise the same exception before and
after the final dot. Here the phase is always known, and with it whether the server can have the letter.
"""

from __future__ import annotations

import asyncio
import re
import ssl

from aiosmtplib import (
    SMTP,
    SMTPException,
    SMTPResponse,
    SMTPResponseException,
    SMTPServerDisconnected,
    SMTPTimeoutError,
)

from notifiers.answers import GOODBYE, Step, UnsentError, outcome, plain, verdict
from notifiers.base import Deferred, Letter, Receipt, Tell, Uncertain
from notifiers.email import EmailSettings, Timeouts

LETTERS_PER_CONNECTION = 50
IDLE_S = 30.0  # servers close what stays idle; a fresh connection costs less than a lost one


class Connection:
    """One SMTP connection and what it is fit for."""

    def __init__(
        self, settings: EmailSettings, timeouts: Timeouts, trust: ssl.SSLContext | None, own_name: str | None
    ) -> None:
        self._settings = settings
        self._timeouts = timeouts
        self._smtp: SMTP = SMTP(
            hostname=settings.host,
            port=settings.port,
            local_hostname=own_name,
            use_tls=settings.security == "tls",
            start_tls=False,  # open() takes that step itself: each failure has its own sentence
            tls_context=trust,
            timeout=timeouts.connect,
        )
        self._letters = 0
        self._in_transaction = False
        self._used_at = 0.0

    @property
    def own_name(self) -> str | None:
        """How this machine calls itself in EHLO; finding out may take a question to the DNS."""
        return self._smtp.local_hostname

    @property
    def alive(self) -> bool:
        return self._smtp.is_connected

    @property
    def worn(self) -> bool:
        idle = asyncio.get_running_loop().time() - self._used_at
        return self._letters >= LETTERS_PER_CONNECTION or idle > IDLE_S

    async def open(self, tell: Tell) -> None:
        """Connect, encrypt, log in; raises UnsentError, which concerns the host and never the letter."""
        host = f"{self._settings.host}:{self._settings.port}"
        try:
            async with asyncio.timeout(self._timeouts.connect):
                await self._introduce(host, tell)
        except SMTPResponseException as fault:
            answer = plain(f"{host} answered {fault.code} {fault.message}")
            raise UnsentError(Deferred(answer, "host", alarm=not 400 <= fault.code < 500)) from None
        except TimeoutError:
            raise UnsentError(Deferred(f"{host} did not answer in time", "host")) from None
        except (SMTPException, OSError, UnicodeError) as fault:
            encryption = isinstance(fault, ssl.SSLError) or isinstance(fault.__cause__, ssl.SSLError)
            answer = plain(f"{host}: {fault}")
            raise UnsentError(
                Deferred(answer, "host", encryption or not isinstance(fault, OSError))
            ) from None

    async def _introduce(self, host: str, tell: Tell) -> None:
        tell(f"connecting to {host} ({self._settings.security})")
        greeting = await self._smtp.connect()
        tell(f"the server greets: {plain(str(greeting))}")
        hello = await self._smtp.ehlo()
        tell(f"EHLO {self.own_name}: {plain(str(hello))}")
        if self._settings.security == "starttls":
            await self._encrypt(host, tell)
        if self._settings.security == "tls":
            tell(f"encrypted with {self._cipher()}, certificate verified")
        if self._settings.username:
            tell(f"logging in as {self._settings.username}")
            await self._smtp.login(self._settings.username, self._settings.password.get_secret_value())
            tell("login accepted")

    async def _encrypt(self, host: str, tell: Tell) -> None:
        if not self._smtp.supports_extension("starttls"):
            answer = f"{host} does not offer STARTTLS, and letters do not travel unencrypted"
            raise UnsentError(Deferred(answer, "host", alarm=True))
        try:
            await self._smtp.starttls()
        except TimeoutError:
            raise
        except (SMTPException, OSError) as fault:
            answer = plain(f"{host}: no encryption after STARTTLS: {fault}")
            raise UnsentError(Deferred(answer, "host", alarm=True)) from None
        tell(f"STARTTLS: encrypted with {self._cipher()}, certificate verified")
        await self._smtp.ehlo()  # what was said before the encryption does not count (RFC 3207)

    def _cipher(self) -> str:
        cipher: tuple[str, str, int] | None = self._smtp.get_transport_info("cipher")
        return f"{cipher[1]} {cipher[0]}" if cipher else "an unknown cipher"

    async def carry(self, sender: str, recipient: str, letter: Letter, tell: Tell) -> Receipt:
        """One transaction; raises UnsentError while the text has not gone, afterwards always a receipt."""
        self._letters += 1
        self._used_at = asyncio.get_running_loop().time()
        commands: tuple[tuple[Step, str], ...] = (
            ("sender", f"MAIL FROM:<{sender}>"),
            ("recipient", f"RCPT TO:<{recipient}>"),
            ("start", "DATA"),
        )
        for step, command in commands:
            reply = await self._ask(step, command)
            tell(f"{command}: {plain(str(reply))}")
            self._in_transaction = True
            receipt = verdict(step, reply.code, reply.message)
            if receipt is not None:
                if step == "sender" and reply.code == GOODBYE:
                    raise UnsentError(receipt, gone=True)
                return receipt
        if not letter.is_ours():
            raise UnsentError(Deferred("the machine stood still before the text could be sent"))
        return await self._hand_over(letter.content, tell)

    async def _ask(self, step: Step, command: str) -> SMTPResponse:
        try:
            return await self._smtp.execute_command(command.encode("ascii"), timeout=self._timeouts.reply)
        except SMTPTimeoutError:
            raise UnsentError(Deferred(f"no answer to {command}", "host")) from None
        except SMTPServerDisconnected as fault:
            answer = plain(f"the connection was lost at {command}: {fault}")
            raise UnsentError(Deferred(answer), gone=step == "sender") from None
        except SMTPException as fault:
            raise UnsentError(Deferred(plain(f"{command}: {fault}"), "host", alarm=True)) from None

    async def _hand_over(self, content: bytes, tell: Tell) -> Receipt:
        protocol = self._smtp.protocol
        if protocol is None:
            raise UnsentError(Deferred("the connection was lost after DATA, before the text"))
        try:
            protocol.write(_on_the_wire(content))
            reply = await protocol.read_response(timeout=self._timeouts.content)
        except SMTPException as fault:
            self.drop()
            answer = plain(f"the answer to the text was lost: {fault}")
            tell(answer)
            return Uncertain(answer)
        tell(f"{len(content)} bytes: {plain(str(reply))}")
        self._in_transaction = False
        self._used_at = asyncio.get_running_loop().time()
        if reply.code == GOODBYE:
            self.drop()
        return outcome(reply.code, reply.message)

    async def clean(self) -> bool:
        """Whether a new transaction can begin, once what a refused one left is taken back (RSET)."""
        if self._in_transaction and self.alive:
            try:
                await self._smtp.rset(timeout=self._timeouts.farewell)
                self._in_transaction = False
            except SMTPException:
                self.drop()
        return self.alive

    async def quit(self) -> None:
        """Say goodbye; a server that does not answer is left standing."""
        try:
            if self.alive:
                await self._smtp.quit(timeout=self._timeouts.farewell)
        except SMTPException:
            pass
        finally:
            self.drop()

    def drop(self) -> None:
        """End the connection now; nothing that still waits to be written goes out."""
        if isinstance(self._smtp.transport, asyncio.WriteTransport):
            self._smtp.transport.abort()
        self._smtp.close()


def _on_the_wire(content: bytes) -> bytes:
    """The text, leading dots doubled, line ends CRLF, then the final dot (RFC 5321 section 4.5.2).

    A lone CR or LF would let a letter's text end the transaction early on some servers.
    """
    if not content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n"):
        content = re.sub(rb"\r\n|\r|\n", b"\r\n", content)
    if content.startswith(b"."):
        content = b"." + content
    content = content.replace(b"\r\n.", b"\r\n..")
    return content + (b".\r\n" if content.endswith(b"\r\n") else b"\r\n.\r\n")
