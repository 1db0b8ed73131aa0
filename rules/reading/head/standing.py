"""Whether a document is a law, a decree or a circular: what they order on a day without a year, they order every year."""

from __future__ import annotations

import re

from rules.reading.draft import DraftInstrument
from rules.reading.words.text import clean, fold

STANDING = frozenset({"law", "decree", "circular"})
# A law quoted without its head begins with its name: "Luật ngân sách nhà nước 2025".
NAMED = re.compile(
    r"(?:bộ luật|luật(?! sư)|pháp lệnh) [^.:,;?!0-9]{3,60}(?: (?:19|20)[0-9]{2})?(?: \(sửa đổi\))?"
)
ENTRY = re.compile(r"^\s*(?:Điều\s+)?[0-9]{1,3}[.)]", re.MULTILINE)


def is_standing(text: str, instrument: DraftInstrument) -> bool:
    """Whether the document itself is one of these, by its head or by its first line and its entries."""
    if instrument.is_own:
        return instrument.kind in STANDING
    first = next((clean(line) for line in text.splitlines() if line.strip()), "")
    return NAMED.fullmatch(fold(first)) is not None and ENTRY.search(text) is not None
