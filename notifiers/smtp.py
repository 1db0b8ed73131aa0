"""One SMTP connection: opened by aiosmtplib, then driven command by command.

aiosmtplib's convenience calls parse and encode everything twice and raise the same exception before and
after the final dot. Here the phase is always known, and with it whether the server can have the letter.
"""

from __future__ import annotations

import asyncio
import ssl

from aiosmtplib import SMTP, SMTPException, SMTPResponseException

from notifiers.answers import GOODBYE, Step, UnsentError, outcome, plain, verdict
from notifiers.base import Deferred, Letter, Receipt, Tell, Uncertain
from notifiers.dialogue import BabbleError, Dialogue, HungUpError, Reply, on_the_wire
from notifiers.email_settings import EmailSettings, Timeouts
from notifiers.envelope import Envelope

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
        self._dialogue: Dialogue | None = None
        self._pipelining = False
        self._ahead: Envelope | None = None
        self._letters = 0
        self._in_transaction = False
        self._used_at = 0.0

    @property
    def own_name(self) -> str | None:
        """How this machine calls itself in EHLO; finding out may take a question to the DNS."""
        return self._smtp.local_hostname

    @property
    def ahead(self) -> Envelope | None:
        """The envelope that has been said before its letter came; nothing else can be said until that comes."""
        return self._ahead

    @property
    def alive(self) -> bool:
        return self._dialogue is not None and self._dialogue.alive

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
        self._pipelining = self._smtp.supports_extension("pipelining")
        self._dialogue = Dialogue(self._wire(host))

    def _wire(self, host: str) -> asyncio.Transport:
        transport = self._smtp.transport
        if not isinstance(transport, asyncio.Transport):
            raise UnsentError(Deferred(f"the connection to {host} was lost after the login", "host"))
        return transport

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

    async def carry(
        self, envelope: Envelope, letter: Letter, tell: Tell, following: Envelope | None = None
    ) -> Receipt:
        """One transaction; raises UnsentError while the text has not gone, afterwards always a receipt.

        ``following``: the next envelope goes along with the text, where this connection is fit for another letter.
        """
        self._letters += 1
        self._used_at = asyncio.get_running_loop().time()
        dialogue, commands = self._standing(), envelope.commands
        was_said, self._ahead = self._ahead == envelope, None
        if self._pipelining and not was_said:
            _say(dialogue, *(command for _, command in commands))
        for position, (step, command) in enumerate(commands):
            if not self._pipelining:
                _say(dialogue, command)
            reply = await self._heard(dialogue, step, command)
            tell(f"{command}: {plain(str(reply))}")
            self._in_transaction = True
            receipt = verdict(step, reply.code, reply.text)
            if receipt is not None:
                if step == "sender" and reply.code == GOODBYE:
                    raise UnsentError(receipt, gone=True)
                if self._pipelining:
                    await self._hear_out(dialogue, len(commands) - position - 1)
                return receipt
        if not letter.is_ours():
            raise UnsentError(Deferred("the machine stood still before the text could be sent"))
        goes_on = self._pipelining and self._letters < LETTERS_PER_CONNECTION
        next_commands = following.commands if following is not None and goes_on else ()
        try:
            dialogue.send(
                on_the_wire(letter.content, [command for _, command in next_commands]), 1 + len(next_commands)
            )
        except HungUpError:
            # An envelope that was said ahead lay there for a while: the server may have grown tired of it.
            lost = Deferred("the connection was lost after DATA, before the text")
            raise UnsentError(lost, gone=was_said) from None
        self._ahead = following if next_commands else None
        return await self._answered(dialogue, len(letter.content), tell)

    def _standing(self) -> Dialogue:
        if self._dialogue is None:
            raise AssertionError("a connection is opened before it carries anything")
        return self._dialogue

    async def _heard(self, dialogue: Dialogue, step: Step, command: str) -> Reply:
        try:
            return await dialogue.reply(self._timeouts.reply)
        except TimeoutError:
            raise UnsentError(Deferred(f"no answer to {command}", "host")) from None
        except BabbleError as fault:
            raise UnsentError(Deferred(plain(f"{command}: {fault}"), "host", alarm=True)) from None
        except HungUpError as fault:
            answer = plain(f"the connection was lost at {command}: {fault}")
            raise UnsentError(Deferred(answer), gone=step == "sender") from None

    async def _hear_out(self, dialogue: Dialogue, left: int) -> None:
        """The replies to what was said together with a refused command (RFC 2920 section 3.1).

        A server that wants the text all the same gets none: the connection ends before the dot.
        """
        try:
            for _ in range(left):
                if (await dialogue.reply(self._timeouts.farewell)).code == 354:
                    self.drop()
        except (TimeoutError, HungUpError):
            self.drop()

    async def _answered(self, dialogue: Dialogue, size: int, tell: Tell) -> Receipt:
        """What the server says to a text of so many bytes."""
        try:
            reply = await dialogue.reply(self._timeouts.content)
        except (TimeoutError, HungUpError) as fault:
            self.drop()
            why = "it did not come in time" if isinstance(fault, TimeoutError) else str(fault)
            answer = plain(f"the answer to the text was lost: {why}")
            tell(answer)
            return Uncertain(answer)
        tell(f"{size} bytes: {plain(str(reply))}")
        self._in_transaction = False
        self._used_at = asyncio.get_running_loop().time()
        if reply.code == GOODBYE:
            self.drop()
        return outcome(reply.code, reply.text)

    async def clean(self) -> bool:
        """Whether a new transaction can begin, once what a refused one left is taken back (RSET)."""
        if self._in_transaction and self.alive:
            if await self._asked("RSET") is None:
                self.drop()
            self._in_transaction = False
        return self.alive

    async def quit(self) -> None:
        """Say goodbye; a server that does not answer, or that waits for a letter's text, is left standing."""
        if self.alive and self._ahead is None:
            await self._asked("QUIT")
        self.drop()

    async def _asked(self, command: str) -> Reply | None:
        """The answer to a command that is no part of a transaction; None where it is a refusal, or none."""
        dialogue = self._standing()
        try:
            dialogue.say(command)
            reply = await dialogue.reply(self._timeouts.farewell)
        except (TimeoutError, HungUpError):
            return None
        return reply if 200 <= reply.code < 300 else None

    def drop(self) -> None:
        """End the connection now; nothing that still waits to be written goes out."""
        if self._dialogue is not None:
            self._dialogue.abort()
        elif isinstance(self._smtp.transport, asyncio.WriteTransport):
            self._smtp.transport.abort()
        self._smtp.close()


def _say(dialogue: Dialogue, *commands: str) -> None:
    try:
        dialogue.say(*commands)
    except HungUpError as fault:
        answer = plain(f"the connection was lost before {commands[0]}: {fault}")
        raise UnsentError(Deferred(answer), gone=commands[0].startswith("MAIL")) from None
