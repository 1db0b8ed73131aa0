"""A claimed letter: the notices that one officer is to get together, with their cases as they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from rules.digest import Digest
from rules.model import Case
from rules.notices import LetterKind, Notice


@dataclass(frozen=True, slots=True)
class Entry:
    """A notice and the case it speaks of (None for digests and failures)."""

    notice: Notice
    case: Case | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How a collective obligation stands over all its cases of the period."""

    of: int
    done: int
    open_late: int
    open_in_time: int
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class Ready:
    """Finished bytes: a letter that goes out, and one whose answer was lost is resent exactly so.

    ``packed``: the content as it is stored, where somebody had time to pack it; else it is packed when it is stored.
    """

    sender: str
    recipient: str
    message_id: str
    subject: str
    content: bytes
    packed: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A letter in the making; ``officer`` is the intended one, the deputy may receive it.

    ``entries`` are worst first. ``tallies`` maps "instrument/obligation[#period]" to the collective's count.
    ``ready`` holds the stored bytes where the last answer was lost.
    """

    number: int
    key: str
    kind: LetterKind
    officer: str
    entries: tuple[Entry, ...]
    attempts: int
    formed: datetime
    tallies: tuple[tuple[str, Tally], ...] = ()
    digest: Digest | None = None
    ready: Ready | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A letter's words: subject and the two complete parts."""

    subject: str
    text: str
    html: str
