"""What is asked of a phrase and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rules.model import Step
from rules.term import Term


@dataclass(frozen=True, slots=True)
class Speech:
    """When the words were said, and the calendar's days of Tết."""

    said_on: date | None
    tet: Callable[[int], date | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase understood: its term, every step of why, what else it might have meant, and what is doubtful.

    ``other_day`` is the day of the reading that the stricter one beat.
    """

    term: Term
    because: tuple[Step, ...] = ()
    other_day: date | None = None
    flags: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A phrase from which no deadline is taken; ``why`` is one plain sentence."""

    why: str
