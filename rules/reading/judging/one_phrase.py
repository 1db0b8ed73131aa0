"""Phrases of a text read anew with other words beside them, and what a single phrase is."""

from __future__ import annotations

import re

from rules.reading.judging.refusals import Judged
from rules.reading.judging.spotted import Spotted
from rules.reading.phrase.answers import Reading, Speech
from rules.reading.phrase.nodes import Day, Dues, Whole
from rules.reading.phrase.phrases import read_phrase
from rules.reading.words.script import Script, Stretch
from rules.term import Every

BEFORE = 16  # tokens
# "Thời hạn gửi báo cáo: trước ngày …": the label says nothing of when.
LABEL = re.compile(
    r"(?:^|(?<=, )|(?<=và ))(?:(?:thời hạn|thời gian|thời điểm|hạn|kỳ hạn|ngày|lịch|tần suất|kỳ)\b[^:,;.0-9]{0,60}: *"
    r"|(?:thời hạn|thời gian|thời điểm|hạn)\b[^:,;.0-9]*?(?=\b(?:trước|chậm|muộn|ngày|đến|vào)\b))",
    re.IGNORECASE,
)


def words_before(one: Judged, script: Script, count: int = BEFORE) -> str:
    """The words that stand close before a phrase, so many tokens."""
    return script.words(Stretch(max(0, one.place.first - count), one.place.first))


def returns_yearly(one: Judged) -> bool:
    """Whether a phrase was read as a day of every year."""
    reading = one.spotted.reading
    return isinstance(reading, Reading) and isinstance(reading.term, Every) and reading.term.period == "year"


def plain_day(one: Judged) -> bool:
    """Whether it is one day of a month without a year."""
    core = one.spotted.whole.core
    return (
        isinstance(core, Dues)
        and len(core.all) == 1
        and isinstance(core.all[0].when, Day)
        and (core.all[0].when.year is None)
    )


def read_as_one(text: str, at: Judged, speech: Speech) -> Judged | None:
    """The phrase under words that make it return; None where they do not."""
    reading = read_phrase(LABEL.sub("", text), speech.said_on, speech.tet)
    if not isinstance(reading, Reading) or not isinstance(reading.term, Every):
        return None
    whole: Whole = at.spotted.whole
    return Judged(Spotted(at.place, whole, reading), "deadline", "")
