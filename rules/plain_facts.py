"""Facts of no case: of digests, letters, loads and restores. In the journal they form a chain of their own."""

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
class LettersSealed:
    """The accepted letters that no sealing before has covered, each with its number and the hash of its bytes."""

    case: None
    effective: date
    until: datetime
    letters: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class LettersForgotten:
    """The bytes of ``letters`` letters accepted before that moment were erased, as the configuration says."""

    case: None
    effective: date
    before: datetime
    letters: int


@dataclass(frozen=True, slots=True)
class LoadAccepted:
    """A person lets a load of the rule files with this ``digest`` move open deadlines and lose cases, so many."""

    case: None
    effective: date
    digest: str
    moved: int
    lost: int


@dataclass(frozen=True, slots=True)
class LoadLetHappen:
    """A load that would have been refused was taken over: ``accepted_by`` has let it happen, at that moment."""

    case: None
    effective: date
    digest: str
    accepted_by: str
    accepted_at: datetime
    moved: int
    lost: int


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


PlainFact = (
    DigestDrawn
    | LetterRetried
    | LetterDropped
    | LettersSealed
    | LettersForgotten
    | LoadAccepted
    | LoadLetHappen
    | Restored
)
