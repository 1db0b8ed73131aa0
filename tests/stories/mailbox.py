"""A mail server that a story turns by hand, and the letters that came through it."""

from __future__ import annotations

import email
import email.policy
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from monitor.claim import Claim, Rendered
from monitor.clock import Clock
from monitor.render import Renderer
from notifiers.base import Accepted, Deferred, Letter, Receipt, Refused, Uncertain
from rules.people import Officer
from rules.setting import Setting
from tests.builders import shown


class PowerCutError(Exception):
    """The daemon is gone from one line to the next."""


class NotingRenderer(Renderer):
    """The real renderer; it notes what each letter speaks of, for stories to ask."""

    def __init__(self, noted: dict[int, Claim], folders: Sequence[Path]) -> None:
        super().__init__(folders)
        self._noted = noted

    def render(self, claim: Claim, recipient: Officer, setting: Setting, now: datetime) -> Rendered:
        self._noted[claim.number] = claim
        return super().render(claim, recipient, setting, now)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt, as the server saw it."""

    at: str
    letter: Letter
    receipt: Receipt
    claim: Claim | None

    @property
    def message(self) -> EmailMessage:
        parsed = email.message_from_bytes(self.letter.content, policy=email.policy.default)
        if not isinstance(parsed, EmailMessage):
            raise TypeError("the modern policy gives EmailMessage")
        return parsed

    @property
    def officer(self) -> str:
        """Whom it is meant for; the deputy may receive it."""
        return self.claim.officer if self.claim is not None else ""

    @property
    def kind(self) -> str:
        return str(self.message["X-Duewatch-Letter"])

    @property
    def subject(self) -> str:
        return str(self.message["Subject"])

    @property
    def cases(self) -> list[str]:
        return [key for key in str(self.message["X-Duewatch-Case"] or "").replace(" ", "").split(",") if key]

    @property
    def text(self) -> str:
        """The plain part, its lines joined by blanks."""
        body = self.message.get_body(("plain",))
        return " ".join(str(body.get_content()).split()) if body is not None else ""

    @property
    def stages(self) -> list[str]:
        entries = self.claim.entries if self.claim is not None else ()
        return [entry.notice.stage for entry in entries if entry.notice.stage is not None]

    @property
    def line(self) -> str:
        """ "2016-05-31T08:00 notice to owner-of-bo-y-te"."""
        what = ", ".join(dict.fromkeys(self.stages)) or self.kind
        return f"{self.at} {what} to {self.officer}"


@dataclass(slots=True)
class Mailbox:
    """Accepts everything, unless a story says otherwise."""

    clock: Clock
    noted: dict[int, Claim] = field(default_factory=dict)
    deliveries: list[Delivery] = field(default_factory=list)
    is_away: bool = False
    refuses: set[str] = field(default_factory=set)
    answers: deque[Receipt] = field(default_factory=deque)
    dies: bool = False
    meanwhile: Callable[[], Awaitable[object]] | None = None
    forgone: list[Letter] = field(default_factory=list)

    async def deliver(self, letter: Letter) -> Receipt:
        if self.meanwhile is not None:
            happens, self.meanwhile = self.meanwhile, None
            await happens()
        dies, self.dies = self.dies, False
        receipt = Uncertain("nobody was there to hear it") if dies else self._answer(letter)
        claim = self.noted.get(letter.number)
        at = shown(self.clock.now()) or ""
        self.deliveries.append(Delivery(at, letter, receipt, claim))
        if dies:
            raise PowerCutError
        return receipt

    def _answer(self, letter: Letter) -> Receipt:
        if self.is_away:
            return Deferred("no connection", scope="host")
        if letter.recipient in self.refuses:
            return Refused("550 no such user", scope="recipient")
        return self.answers.popleft() if self.answers else Accepted("250 ok")

    def forgo(self, letter: Letter) -> None:
        """Nothing was said ahead; it is noted all the same."""
        self.forgone.append(letter)

    async def close(self) -> None:
        """Nothing is held open."""

    def dies_at_the_next_letter(self) -> None:
        """The daemon ends while the server has the bytes."""
        self.dies = True

    def loses_the_next_answer(self) -> None:
        self.answers.append(Uncertain("the connection broke after the data"))

    @property
    def letters(self) -> list[Delivery]:
        """Those that were accepted, in their order."""
        return [delivery for delivery in self.deliveries if isinstance(delivery.receipt, Accepted)]

    @property
    def stages(self) -> list[str]:
        """The stages of all accepted letters, each as often as a letter spoke of it."""
        return [stage for letter in self.letters for stage in letter.stages]

    @property
    def lines(self) -> list[str]:
        return [letter.line for letter in self.letters]

    def to(self, officer: str) -> list[Delivery]:
        return [letter for letter in self.letters if letter.officer == officer]

    def of_kind(self, kind: str) -> list[Delivery]:
        return [letter for letter in self.letters if letter.kind == kind]
