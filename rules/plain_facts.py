"""Facts of no case: of digests, of letters that a person moves. In the journal they form a chain of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DigestDrawn:
    """The digest of one officer and local day, with its running number, and the journal's latest ``seal``."""

    case: None
    effective: date
    officer: str
    number: int
    quiet: bool = False
    seal: str = ""


@dataclass(frozen=True, slots=True)
class LetterRetried:
    """A person lets a row of the outbox, which was in ``state``, be tried again."""

    case: None
    effective: date
    row: int
    letter: str
    officer: str
    state: str
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterDropped:
    """A person gives up a row of the outbox, which was in ``state``, for good."""

    case: None
    effective: date
    row: int
    letter: str
    officer: str
    state: str
    reason: str
    cases: tuple[str, ...] = ()


PlainFact = DigestDrawn | LetterRetried | LetterDropped
