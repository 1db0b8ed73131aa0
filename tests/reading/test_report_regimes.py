"""Whole regimes of reports: who reports, how often and by when, in articles, plans, dispatches and news.

The texts stand in ``regimes/*.toml``: what a text says and which duties it gives, each as who leads, when, and the
words that its quote must lie on. A text with no wanted duty gives none.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from rules.reading.draft import DraftObligation, MonthDay, QuarterDay, RuleDay, WeekDay, YearDay
from tests.reading.reading_desk import duties
from tests.reading.wording import alike, contains

FOLDER = Path(__file__).parent / "regimes"
SAME_PLACE = 0.5
LEAST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Regime:
    """A text and the duties that it gives: (leads joined by " + ", when, the words that hold the time)."""

    name: str
    says: str
    wants: tuple[tuple[str, str, str], ...]


def regimes() -> list[Regime]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["text"]:
            wants = tuple((lead, when, words) for lead, when, words in entry["wants"])
            found.append(Regime(f"{path.stem}: {entry['name']}", entry["says"].strip(), wants))
    return found


def told(day: RuleDay) -> str:
    """A day of a rule as the files write it."""
    match day:
        case YearDay(month, number, offset):
            return f"{number}/{month}" + " next" * offset
        case QuarterDay(month, number, offset):
            return f"{number} of month {month}" + " next" * offset
        case MonthDay(number, offset):
            return f"{number}" + " next" * offset
        case WeekDay(number):
            return str(number)


def when(duty: DraftObligation) -> str:
    """The time of a duty as the files write it."""
    if duty.due is not None:
        return duty.due.isoformat()
    if duty.relative is not None:
        return f"{duty.relative.n} {duty.relative.unit} " + ("before" if duty.relative.back else "after")
    return f"{duty.recurrence} {', '.join(told(day) for day in duty.rule)}".strip()


def lies_on(quote: str, words: str) -> bool:
    """Whether a quote is of these words: it holds them, or most of the words are the same."""
    whole = len(words.split()) >= LEAST_WORDS and contains(quote, words)
    return whole or alike(quote, words) >= SAME_PLACE


@pytest.mark.parametrize("regime", regimes(), ids=lambda one: one.name)
def test_a_regime_is_read_whole(regime: Regime) -> None:
    found = duties(regime.says)
    assert [(" + ".join(duty.lead), when(duty)) for duty in found] == [
        (lead, term) for lead, term, _ in regime.wants
    ], [duty.quote for duty in found]
    for duty, (_, _, words) in zip(found, regime.wants, strict=True):
        assert lies_on(duty.quote, words), (duty.quote, words)


def test_the_wanted_words_stand_in_their_texts() -> None:
    for regime in regimes():
        assert all(contains(regime.says, words) for _, _, words in regime.wants), regime.name
