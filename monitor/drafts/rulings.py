"""Rulings on words that can be read in two ways, remembered by issuer and proposed the next time."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from monitor.drafts.notation import table_lines
from monitor.origins import Tree
from rules.reading.words.text import fold

FILE = "rulings.toml"
Choice = Literal["stricter", "other"]
_NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Remembered:
    """Who ruled, for which issuer and form of words, and which of the two readings counts."""

    issuer: str
    words: str
    choice: Choice
    by: str
    on: date
    reason: str


def form_of(phrase: str) -> str:
    """Words that are ambiguous alike: spelling and numbers apart."""
    return _NUMBERS.sub("#", fold(phrase))


def remembered(folder: Path) -> tuple[Remembered, ...]:
    """The rulings in this folder's file; none where there is no such file, or where it cannot be understood."""
    try:
        tree: Tree = tomllib.loads((folder / FILE).read_text(encoding="utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return ()
    tables = tree.get("ruling")
    found = [_of(table) for table in tables] if isinstance(tables, list) else []
    return tuple(ruling for ruling in found if ruling is not None)


def _of(table: object) -> Remembered | None:
    match table:
        case {
            "issuer": str(issuer),
            "words": str(words),
            "reading": ("stricter" | "other") as choice,
            "by": str(by),
            "on": date() as on,
            "reason": str(reason),
        }:
            return Remembered(issuer, words, "other" if choice == "other" else "stricter", by, on, reason)
    return None


def proposal(rulings: tuple[Remembered, ...], issuer: str, phrase: str) -> Remembered | None:
    """The latest ruling of this issuer's on words of this form."""
    found = [ruling for ruling in rulings if ruling.issuer == issuer and ruling.words == form_of(phrase)]
    return max(found, key=lambda ruling: ruling.on, default=None)


def remember(folder: Path, ruling: Remembered) -> None:
    """Adds a ruling to the folder's file, in the place of an older one on the same words; raises OSError."""
    kept = [one for one in remembered(folder) if (one.issuer, one.words) != (ruling.issuer, ruling.words)]
    lines = ["# Rulings on words that can be read in two ways; 'duewatch review' proposes them again."]
    for one in (*kept, ruling):
        table: Tree = {"issuer": one.issuer, "words": one.words, "reading": one.choice}
        lines += [
            "",
            *table_lines(
                "ruling", {**table, "by": one.by, "on": one.on, "reason": one.reason}, repeated=True
            ),
        ]
    replaced(folder / FILE, "\n".join(lines) + "\n")


def replaced(path: Path, text: str) -> None:
    """The file with this text, whole or not at all; raises OSError."""
    beside = path.with_name(f"{path.name}.part")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
