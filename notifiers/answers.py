"""What a mail server's answer means for the letter: the whole table in one place (RFC 5321 section 4.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, assert_never

from notifiers.address import UNSAFE
from notifiers.base import Accepted, Deferred, Receipt, Refused, Uncertain

Step = Literal["sender", "recipient", "start"]
GOODBYE = 421
_WANTS_LOGIN = (530, 534, 535, 538)
_LONGEST = 300
_GOES_ON: Mapping[Step, tuple[int, ...]] = {"sender": (250,), "recipient": (250, 251, 252), "start": (354,)}


class UnsentError(Exception):
    """The letter was certainly not taken; ``gone``: the connection was lost before its first answer."""

    def __init__(self, receipt: Receipt, gone: bool = False) -> None:
        super().__init__(receipt.answer)
        self.receipt = receipt
        self.gone = gone


def plain(text: str) -> str:
    """A server's words as one short line that can stand in a log, a terminal and a database."""
    if "  " in text or not text.isprintable():  # mostly neither: no sign that is unsafe can be printed
        text = " ".join(UNSAFE.sub(" ", text).split())
    line = text.strip()
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def verdict(step: Step, code: int, text: str) -> Receipt | None:
    """The receipt that an answer amounts to, or None where the conversation goes on."""
    if code in _GOES_ON[step]:
        return None
    answer = plain(f"{code} {text}")
    match step:
        case "sender":
            return _host_fault(code, answer)
        case "recipient":
            return _letter_fault(code, answer, "recipient")
        case "start":
            return _letter_fault(code, answer, "letter")
        case _:
            assert_never(step)


def outcome(code: int, text: str) -> Receipt:
    """The receipt that the answer to the final dot amounts to."""
    answer = plain(f"{code} {text}")
    if 200 <= code < 300:
        return Accepted(answer)
    if not 400 <= code < 600:
        return Uncertain(f"the answer to the text made no sense: {answer}")
    return _letter_fault(code, answer, "letter")


def _host_fault(code: int, answer: str) -> Deferred:
    """Every letter has the same sender: what is wrong here is wrong for all, and never a letter's fault."""
    return Deferred(answer, scope="host", alarm=not 400 <= code < 500)


def _letter_fault(code: int, answer: str, scope: Literal["letter", "recipient"]) -> Receipt:
    if code == GOODBYE or code in _WANTS_LOGIN or not 400 <= code < 600:
        return _host_fault(code, answer)
    return Deferred(answer, scope=scope) if code < 500 else Refused(answer, scope=scope)
