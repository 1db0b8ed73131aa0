"""What a letter shows: plain frozen records, every text already worded, made visible and shortened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rules.notices import LetterKind

Tone = Literal["late", "soon", "calm", "done"]
# Each tone has its own sign, so that nothing is said by colour alone.
MARKS: dict[Tone, str] = {"late": "▲", "soon": "◆", "calm": "●", "done": "✔"}
BAR_WIDTH = 10
# A bar is full at this many working days unless the letter holds a greater number.
BAR_FULL = 20


@dataclass(frozen=True, slots=True)
class Bar:
    """``filled`` of 100 hundredths; ``drawn`` is the same for the text part."""

    filled: int
    rest: int
    drawn: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and its lines; ``quoted`` lines are the instrument's own words."""

    title: str
    lines: tuple[str, ...]
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One case (or one collective obligation) with everything that is to be said of it."""

    tone: Tone
    mark: str
    state: str
    bar: Bar | None
    agency: str
    task: str
    news: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One case in two lines."""

    number: str
    tone: Tone
    mark: str
    state: str
    bar: Bar | None
    agency: str
    task: str
    note: str
    coming: str


@dataclass(frozen=True, slots=True)
class Section:
    """Cases under one heading; ``more`` says how many there was no room for."""

    title: str
    cards: tuple[Card, ...] = ()
    rows: tuple[Row, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole letter. ``start`` and ``state`` make the subject; ``start`` never changes for a case."""

    kind: LetterKind
    language: str
    tone: Tone
    mark: str
    start: str
    state: str
    headline: str
    name: str
    number: str
    day: str
    cause: tuple[str, ...]
    sections: tuple[Section, ...]
    text: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """How much a letter may hold: full cards, then short rows."""

    cards: int
    rows: int

    def smaller(self, ratio: float) -> Room:
        """Less room for a letter that is ``ratio`` times too heavy: fewer cards first, then fewer rows."""
        if self.cards > 1 and ratio < self.cards:
            return Room(3 if self.cards > 3 else 1, self.rows)
        return Room(1, max(1, min(self.rows - 1, int(self.rows * 0.95 / ratio))))


def capital(text: str) -> str:
    """The text with a capital first letter, for a line of its own."""
    return text[:1].upper() + text[1:]


def bar(days: int, longest: int) -> Bar:
    """A bar for so many working days; the longest of the letter is full."""
    filled = min(100, round(100 * abs(days) / max(longest, BAR_FULL)))
    cells = min(BAR_WIDTH, max(1, round(filled / 100 * BAR_WIDTH))) if days else 0
    return Bar(filled, 100 - filled, "█" * cells + "░" * (BAR_WIDTH - cells))
