"""What a channel takes and gives: a finished Letter in, a Receipt out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

Scope = Literal["letter", "recipient", "host"]
Tell = Callable[[str], None]


def _for_ever() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Letter:
    """Finished bytes for one recipient. ``content`` is a whole RFC 5322 message with CRLF line ends.

    ``is_ours`` is asked just before the text goes: whoever stood still on the way may have lost it to another.
    ``following`` is the letter that comes next if nothing intervenes: its envelope may be said ahead, its text never.
    """

    number: int
    message_id: str
    sender: str
    recipient: str
    content: bytes
    is_ours: Callable[[], bool] = field(default=_for_ever, compare=False, repr=False)
    following: Letter | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The server has taken the letter; ``answer`` is its last reply."""

    answer: str


@dataclass(frozen=True, slots=True)
class Deferred:
    """Certainly not taken; try again.

    ``scope`` "host": nothing can go out now; ``alarm``: tell the operator.
    """

    answer: str
    scope: Scope = "letter"
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Certainly not taken, and never will be."""

    answer: str
    scope: Scope = "letter"


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The answer was lost after the data had gone: perhaps taken, perhaps not."""

    answer: str


Receipt = Accepted | Deferred | Refused | Uncertain


class Notifier(Protocol):
    """A channel reports, it does not decide."""

    async def deliver(self, letter: Letter) -> Receipt:
        """Hand the letter over and say what became of it; never raises for what the world does."""
        ...

    def forgo(self, letter: Letter) -> None:
        """The letter that was announced as a following one does not come."""
        ...

    async def close(self) -> None:
        """End connections politely."""
        ...


class Channel(Notifier, Protocol):
    """A notifier that can also be tried out by a person."""

    async def probe(self, letter: Letter, tell: Tell) -> Receipt:
        """Deliver, and tell each step in one human line."""
        ...

    async def greet(self, tell: Tell) -> str | None:
        """Go as far as a letter's threshold and send nothing; why that fails, None where it does not."""
        ...
