"""A draft file: an instrument file whose comments say how sure each reading is and what is doubtful."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from monitor.drafts.notation import table_lines, written
from monitor.origins import Tree, Value

Label = Literal[
    "read from",
    "missing",
    "sure",
    "doubt",
    "place",
    "says",
    "unknown lead",
    "unknown cooperating",
    "passed over",
    "not read",
    "decided",
]
Decision = Literal["open", "accepted", "dropped"]
HEAD_ORDER = (
    *("id", "number", "kind", "title", "issuer", "issued", "effective", "known_from"),
    *("continues", "amends", "replaces", "source"),
)
ORDER = (
    *("id", "clause", "task", "quote", "lead", "joint", "cooperating", "deliverable", "deadline", "last_day"),
    *("kind", "ladder", "roster", "continues", "anchors"),
)
_COMMENT = re.compile(rf"# ({'|'.join(get_args(Label))}): (.*)")
_OBLIGATION = "[[obligation]]"


class NoDraft(Exception):
    """A file that is no draft; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Note:
    """A comment that a program reads too: ``# doubt: …``."""

    label: Label
    text: str

    def __str__(self) -> str:
        return f"# {self.label}: {' '.join(self.text.split())}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One obligation of a draft: its table as the instrument file has it, its notes, and what was decided."""

    table: Tree
    notes: tuple[Note, ...] = ()
    decision: Decision = "open"

    def text(self, key: str) -> str:
        """The value of this key as a person writes it, empty where there is none."""
        value = self.table.get(key)
        if value is None or isinstance(value, str):
            return value or ""
        return "; ".join(self.names(key)) if isinstance(value, list) else written(value)

    def names(self, key: str) -> tuple[str, ...]:
        """The texts in this key's array."""
        value = self.table.get(key)
        return tuple(part for part in value if isinstance(part, str)) if isinstance(value, list) else ()

    def noted(self, label: Label) -> tuple[str, ...]:
        return tuple(note.text for note in self.notes if note.label == label)

    def put(self, **values: Value | None) -> Entry:
        """The entry with these values; None takes a key out."""
        table = {**self.table, **{key: value for key, value in values.items() if value is not None}}
        return replace(
            self, table={key: value for key, value in table.items() if values.get(key, value) is not None}
        )

    def without(self, *labels: Label) -> Entry:
        """The entry without its notes of these kinds."""
        return replace(self, notes=tuple(note for note in self.notes if note.label not in labels))


@dataclass(frozen=True, slots=True)
class DraftFile:
    head: Tree
    entries: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()

    def written(self, *, reviewed: bool = False) -> str:
        """The file's text; a reviewed one holds what was accepted and no comments."""
        lines = (
            [] if reviewed else [str(note) for note in self.notes if note.label in {"read from", "missing"}]
        )
        lines += table_lines("instrument", self.head, HEAD_ORDER)
        for entry in self.entries:
            if not reviewed or entry.decision == "accepted":
                lines += ["", *_entry_lines(entry, reviewed)]
        left = [str(note) for note in self.notes if note.label in {"passed over", "not read"}]
        lines += [] if reviewed else ["", *left]
        return "\n".join(lines).rstrip("\n") + "\n"


def _entry_lines(entry: Entry, reviewed: bool) -> Iterator[str]:
    first, *rest = table_lines("obligation", entry.table, ORDER, repeated=True)
    yield first
    if not reviewed:
        notes = tuple(note for note in entry.notes if note.label != "decided")
        yield from map(str, notes if entry.decision == "open" else (*notes, Note("decided", entry.decision)))
    yield from rest


def read_draft(text: str) -> DraftFile:
    """The draft in this text; raises NoDraft."""
    try:
        tree: Tree = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as fault:
        raise NoDraft(f"is not TOML: {fault}") from fault
    except RecursionError as fault:
        raise NoDraft("is nested too deeply") from fault
    head, tables = tree.get("instrument"), tree.get("obligation", [])
    if not isinstance(head, dict) or not isinstance(tables, list):
        raise NoDraft("has no [instrument]: 'duewatch extract' writes such drafts")
    notes = _notes(text)
    entries = []
    for number, table in enumerate(tables):
        if isinstance(table, dict):
            own = notes.get(number, ())
            entries.append(
                Entry(table, tuple(note for note in own if note.label not in _OF_FILE), _decision(own))
            )
    file_notes = [note for place in sorted(notes) for note in notes[place] if note.label in _OF_FILE]
    return DraftFile(head, tuple(entries), tuple(file_notes))


_OF_FILE = frozenset({"read from", "missing", "passed over", "not read"})


def _decision(notes: tuple[Note, ...]) -> Decision:
    said = [note.text for note in notes if note.label == "decided"]
    return "accepted" if "accepted" in said else "dropped" if "dropped" in said else "open"


def _notes(text: str) -> dict[int, tuple[Note, ...]]:
    """The notes under each obligation by its number; those before the first under -1."""
    found: dict[int, list[Note]] = {}
    number = -1
    for line in text.splitlines():
        number += line.strip() == _OBLIGATION
        match = _COMMENT.fullmatch(line)
        label = next((label for label in get_args(Label) if match is not None and match[1] == label), None)
        if match is not None and label is not None:
            found.setdefault(number, []).append(Note(label, match[2]))
    return {place: tuple(notes) for place, notes in found.items()}
