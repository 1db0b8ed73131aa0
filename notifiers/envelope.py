"""A letter's envelope: the addresses as a server hears them, and the commands that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from notifiers.address import ascii_address
from notifiers.answers import Step, UnsentError
from notifiers.base import Deferred, Letter, Refused


@dataclass(frozen=True, slots=True)
class Envelope:
    """From whom a letter comes and to whom it goes."""

    sender: str
    recipient: str

    @classmethod
    def of(cls, letter: Letter) -> Self:
        """Raises UnsentError where an address is none; the sender's is the host's fault, and never the letter's."""
        try:
            sender = ascii_address(letter.sender)
        except ValueError as fault:
            reason = f"the sender cannot be used: {fault}"
            raise UnsentError(Deferred(reason, scope="host", alarm=True)) from None
        try:
            return cls(sender, ascii_address(letter.recipient))
        except ValueError as fault:
            raise UnsentError(Refused(str(fault), scope="recipient")) from None

    @classmethod
    def ahead(cls, letter: Letter) -> Self | None:
        """The envelope of the letter that follows this one; None where none does, or where it has no addresses."""
        if letter.following is None:
            return None
        try:
            return cls.of(letter.following)
        except UnsentError:  # the letter itself will hear of it
            return None

    @property
    def commands(self) -> tuple[tuple[Step, str], ...]:
        """What opens the transaction, up to the server's go-ahead."""
        return (
            ("sender", f"MAIL FROM:<{self.sender}>"),
            ("recipient", f"RCPT TO:<{self.recipient}>"),
            ("start", "DATA"),
        )
