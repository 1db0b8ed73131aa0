"""Facts of no case: digests, letters that a person moves, a restore. In the journal they form a chain of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


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


@dataclass(frozen=True, slots=True)
class Restored:
    """An older state was put back: what was written after ``since`` is lost.

    What may have been sent until ``until`` is held. ``backup`` names the file it came from ("" where another program
    put it back), ``replaced`` the copy of what stood there before.
    """

    case: None
    effective: date
    since: datetime
    until: datetime
    backup: str = ""
    replaced: str = ""


PlainFact = DigestDrawn | LetterRetried | LetterDropped | Restored
