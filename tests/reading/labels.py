"""What a label and a draft say of one obligation, in one shape, so that they can be compared."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

Plain: TypeAlias = bool | int | float | str | Sequence["Plain"] | Mapping[str, "Plain"] | None
RuleDay: TypeAlias = tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document, in code points; ``end`` is the first that no longer belongs to it."""

    start: int
    end: int

    def shared(self, other: Span) -> int:
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True)
class Timing:
    """When it is due; ``days`` holds every last day that is right, the stated one first."""

    days: tuple[str, ...] = ()
    earliest: str | None = None
    recurrence: str | None = None
    rule: frozenset[RuleDay] = frozenset()
    relative: tuple[int, str] | None = None

    @property
    def dated(self) -> bool:
        return bool(self.days or self.earliest or self.recurrence or self.relative)

    def agrees(self, other: Timing) -> bool:
        """Whether ``other``, a draft's, says the same; a first day is told but not compared."""
        if self.days:
            return bool(other.days) and other.days[0] in self.days
        if self.recurrence:
            return other.recurrence == self.recurrence and (not self.rule or other.rule == self.rule)
        return not other.days and self.relative == other.relative

    def __str__(self) -> str:
        if self.days:
            return " or ".join(self.days)
        if self.recurrence:
            return " ".join([self.recurrence, *(str(day) for day in sorted(self.rule))])
        if self.relative:
            return f"{self.relative[0]} {self.relative[1]} after an event"
        return f"from {self.earliest}" if self.earliest else "no day"


@dataclass(frozen=True, slots=True)
class Entry:
    """One obligation, labelled or drafted: its place, its leads, its day."""

    text: str
    places: tuple[Span, ...]
    lead: tuple[str, ...]
    cooperating: tuple[str, ...]
    phrase: str
    timing: Timing
    kind: str


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled obligation: the entry and how strictly it is scored."""

    entry: Entry
    optional: bool = False
    lead_unstated: bool = False
    lead_alternatives: tuple[tuple[str, ...], ...] = ()

    @property
    def counted(self) -> bool:
        """Whether finding it is required, with its day."""
        return self.entry.timing.dated and not self.optional


@dataclass(frozen=True, slots=True)
class Labels:
    """All that is labelled in one document."""

    issued: date | None
    published: date | None
    obligations: tuple[Label, ...]
    distractors: tuple[str, ...]


def labels_of(path: Path, text: str) -> Labels:
    """The labels in this file for this text; ValueError where a value has the wrong shape."""
    record = mapping(json.loads(path.read_text(encoding="utf-8")))
    return Labels(
        day_of(mapping(record["instrument"]).get("issued")),
        day_of(record.get("published")),
        tuple(_label(mapping(value), text) for value in sequence(record["obligations"])),
        words(record.get("distractors")),
    )


def draft_of(record: Plain) -> Entry:
    """One obligation as ``extract --json`` prints it."""
    fields = mapping(record)
    place = Span(number(fields["start"]), number(fields["end"]))
    return _entry(fields, string(fields["quote"]), (place,), words(fields.get("cooperating")))


def _label(fields: Mapping[str, Plain], text: str) -> Label:
    quote = string(fields["text"])
    start = number(fields["start"])
    elsewhere = (*words(fields.get("also_stated")), *words(fields.get("subtasks")))
    places = (Span(start, start + len(quote)), *(_found(text, words_) for words_ in elsewhere))
    return Label(
        _entry(fields, quote, places, words(fields.get("cooperate"))),
        bool(fields.get("optional")),
        bool(fields.get("lead_unstated")),
        tuple(words(value) for value in sequence(fields.get("lead_alternatives"))),
    )


def _found(text: str, passage: str) -> Span:
    start = text.index(passage)
    return Span(start, start + len(passage))


def _entry(
    fields: Mapping[str, Plain], text: str, places: tuple[Span, ...], cooperating: tuple[str, ...]
) -> Entry:
    days = [fields.get("due"), *sequence(fields.get("due_alternatives"))]
    timing = Timing(
        tuple(string(day) for day in days if day),
        string(fields["earliest"]) if fields.get("earliest") else None,
        string(fields["recurrence"]) if fields.get("recurrence") else None,
        frozenset(_rule_day(mapping(value)) for value in sequence(fields.get("rule"))),
        _relative(fields.get("relative")),
    )
    return Entry(
        text,
        places,
        words(fields.get("lead")),
        cooperating,
        string(fields.get("deadline_phrase") or ""),
        timing,
        string(fields.get("kind") or ""),
    )


def _rule_day(fields: Mapping[str, Plain]) -> RuleDay:
    """Month, month of the quarter, day, weekday, periods later; 0 where the rule does not name it."""
    offsets = ("offset_years", "offset_quarters", "offset_months")
    later = sum(number(fields.get(name) or 0) for name in offsets)
    names = ("month", "month_of_quarter", "day", "weekday")
    month, quarter, day, weekday = (number(fields.get(name) or 0) for name in names)
    return month, quarter, day, weekday, later


def _relative(value: Plain) -> tuple[int, str] | None:
    if value is None:
        return None
    fields = mapping(value)
    return number(fields["n"]), string(fields["unit"])


def day_of(value: Plain) -> date | None:
    return None if value is None else date.fromisoformat(string(value))


def words(value: Plain) -> tuple[str, ...]:
    return tuple(string(word) for word in sequence(value))


def mapping(value: Plain) -> Mapping[str, Plain]:
    if isinstance(value, Mapping):
        return value
    raise ValueError(f"an object is wanted, not {value!r}")


def sequence(value: Plain) -> Sequence[Plain]:
    if value is None:
        return ()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return value
    raise ValueError(f"an array is wanted, not {value!r}")


def string(value: Plain) -> str:
    if isinstance(value, str):
        return value
    raise ValueError(f"a text is wanted, not {value!r}")


def number(value: Plain) -> int:
    if isinstance(value, int):
        return value
    raise ValueError(f"a whole number is wanted, not {value!r}")
