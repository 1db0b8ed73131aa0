"""Where a text names instruments: "Quyết định số 80/2014/QĐ-TTg ngày 30/12/2014"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rules.model import InstrumentKind
from rules.reading.draft import Cited
from rules.reading.words.text import clean, fold

KINDS: tuple[tuple[str, InstrumentKind], ...] = (
    ("nghị quyết", "resolution"), ("quyết định", "decision"), ("nghị định", "decree"),
    ("thông tư liên tịch", "circular"),
    ("thông tư", "circular"), ("chỉ thị", "directive"), ("thông báo", "notice"), ("công điện", "dispatch"),
    ("công văn", "dispatch"), ("luật", "law"), ("kế hoạch", "plan"), ("chương trình", "plan"), ("biên bản", "minutes"),
)  # fmt: skip
KIND_WORDS = "|".join(words for words, _ in KINDS)
_NAMED = (
    rf"\b({KIND_WORDS})\s+(?:liên tịch\s+|kết luận\s+|hỏa tốc\s+|khẩn\s+|thượng khẩn\s+)?(?:số\s*:?\s*)?"
    r"([0-9]+[a-zđ]?(?:-[a-zđ]+(?=/))?(?:/[0-9a-zđâư&./-]*[0-9a-zđ])?)"
)
MENTION = re.compile(
    _NAMED + r"(?:[^.;]{0,80}?ngày\s+([0-9]{1,2})\s*(?:/|tháng)\s*([0-9]{1,2})\s*(?:/|năm)\s*([0-9]{4}))?"
)
_NAME = re.compile(_NAMED)
# Its own day follows before another instrument is named, or a day of force or a deadline.
_ITS_DAY = re.compile(
    rf"(?:(?!\b(?:{KIND_WORDS}|hiệu lực|trước|đến|hết|kể từ)\b)[^.;]){{0,80}}?"
    r"\bngày\s+([0-9]{1,2})\s*(?:/|-|tháng)\s*([0-9]{1,2})\s*(?:/|-|năm)\s*([0-9]{4})"
)


def cited_in(sentence: str) -> Iterator[Cited]:
    """The instruments that a sentence names, in order, in the words of the text."""
    written, words = clean(sentence), fold(sentence)
    shown = written if len(written) == len(words) else words
    for found in _NAME.finditer(words):
        behind = _ITS_DAY.match(words, found.end())
        yield Cited(
            shown[found.start() : behind.end() if behind else found.end()],
            next(kind for name, kind in KINDS if name == found[1]),
            shown[found.start(2) : found.end(2)],
            day_of(behind) if behind else None,
        )


def day_of(found: re.Match[str]) -> date | None:
    """The day whose number, month and year the last three groups hold; None where the calendar has no such day."""
    day, month, year = (int(part) for part in found.groups()[-3:])
    try:
        return date(year, month, day)
    except ValueError:
        return None
