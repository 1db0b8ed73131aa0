"""Footnotes and endnotes of a Word file, and what runs along its pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, fromstring

from monitor.documents.numbering import w

_KINDS = {"footnote": "/word/footnotes.xml", "endnote": "/word/endnotes.xml"}
_RUNNING = re.compile(r"/word/(?:header|footer)[0-9]*\.xml")
_PAGE = re.compile(r"\W*(?:(?:trang|page)?\W*[0-9]*\W*(?:/|trên|of)?\W*[0-9]*)\W*", re.IGNORECASE)
_LONGEST_SHOWN = 120

Said = Callable[[Element], str]


@dataclass(frozen=True, slots=True)
class Notes:
    """The words of each note by the name and number of the sign that refers to it."""

    words: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def behind(self, references: Iterator[tuple[str, str]]) -> str:
        """What the notes of a paragraph say, in brackets, for its end; empty where it has none."""
        return "".join(f" ({words})" for key in references if (words := self.words.get(key)))


def notes_in(parts: Mapping[str, bytes], said: Said) -> Notes:
    """The notes of these parts of a file; raises SyntaxError for a part that is no XML."""
    found = {}
    for kind, name in _KINDS.items():
        if name in parts:
            for note in fromstring(parts[name]).iter(w(kind)):  # noqa: S314
                words = " ".join(said(line).strip() for line in note.iter(w("p")))
                found[f"{kind}Reference", note.get(w("id"), "")] = " ".join(words.split())
    return Notes(found)


def running_words(parts: Mapping[str, bytes], said: Said) -> tuple[str, ...]:
    """What runs along the pages besides their numbers, each once; raises SyntaxError for a part that is no XML."""
    found: dict[str, None] = {}
    for name in sorted(parts):
        if _RUNNING.fullmatch(name):
            lines = (said(line).strip() for line in fromstring(parts[name]).iter(w("p")))  # noqa: S314
            words = " ".join(" ".join(lines).split())
            if not _PAGE.fullmatch(words):
                found[words] = None
    return tuple(found)


def running_remark(words: tuple[str, ...]) -> tuple[str, ...]:
    """What to tell of it: a person may have to look there."""
    told = "; ".join(words)
    if len(told) > _LONGEST_SHOWN:
        told = f"{told[: _LONGEST_SHOWN - 1]}…"
    return (f'what runs along its pages was not read: "{told}"',) if words else ()
