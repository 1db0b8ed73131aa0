"""A document's words as a rule file may hold them: some signs are banned there."""

from __future__ import annotations

from rules.reading.words.text import clean
from rules.schema.characters import banned

_KEPT_IN_QUOTES = frozenset("\n\t\u00ad")


def one_line(text: str) -> str:
    """Words on one line without signs that no rule file may hold."""
    return clean("".join(sign if not banned(sign) else " " if sign.isspace() else "" for sign in text))


def quoted(text: str) -> str:
    """The law's own words, without signs that no rule file may hold."""
    lined = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lined if not banned(sign, _KEPT_IN_QUOTES)).strip()
