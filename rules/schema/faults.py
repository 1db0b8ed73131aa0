"""One rule file as read, and the faults found in all of them, each with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from rules.lines import KeyPath, Lines
from rules.model import Fault
from rules.schema.characters import clean, shown

FileKind = Literal["instrument", "agencies", "ladders", "calendar", "directory"]

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one rule file; ``file`` is how faults name it."""

    file: str
    kind: FileKind
    text: str


@dataclass(slots=True)
class Document:
    """One file's tables, its strings in NFC, and where each key stands."""

    file: str
    tree: Mapping[str, object]
    text: str
    _lines: Lines | None = None

    def line(self, path: KeyPath) -> int:
        """The line of this key; the text is scanned when first asked."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines.of(path)

    def at(self, path: KeyPath) -> object:
        """The value at this path; None where there is none."""
        value: object = self.tree
        for part in path:
            if isinstance(part, str) and isinstance(value, dict):
                value = value.get(part)
            elif isinstance(part, int) and isinstance(value, list) and part < len(value):
                value = value[part]
            else:
                return None
        return value

    def tables(self, name: str) -> tuple[KeyPath, ...]:
        """The paths of an array of tables."""
        found = self.tree.get(name)
        return tuple((name, number) for number in range(len(found))) if isinstance(found, list) else ()

    def key(self, path: KeyPath) -> str:
        """A path as people read it: ``obligation[1].figure[2].done``; a table with an id by its id."""
        words = ""
        for depth, part in enumerate(path, start=1):
            if isinstance(part, str):
                words += f".{part}" if words else part
                continue
            table = self.at(path[:depth])
            name = table.get("id") if isinstance(table, dict) else None
            words += f"[{name}]" if isinstance(name, str) else f"[{part + 1}]"
        return words or "file"


@dataclass(slots=True)
class Findings:
    """Every fault found so far; ``today``: what is known cannot be of a later day (None: any day)."""

    today: date | None = None
    faults: list[Fault] = field(default_factory=list)

    def add(self, document: Document, path: KeyPath, text: str, warning: bool = False) -> None:
        """Note what is wrong at this key."""
        self.note(document.file, document.line(path), document.key(path), text, warning)

    def note(self, file: str, line: int, key: str, text: str, warning: bool = False) -> None:
        """Note what is wrong at a place outside any document."""
        self.faults.append(Fault(shown(file), line, shown(key), shown(text), warning))

    def sorted(self) -> tuple[Fault, ...]:
        """Each fault once, in the order of files and lines, errors before warnings in a line."""
        once = dict.fromkeys(self.faults)
        return tuple(sorted(once, key=lambda fault: (fault.file, fault.line, fault.warning)))


def opened(source: SourceText, findings: Findings) -> Document | None:
    """The document of this text; None, and a fault, where it is not TOML."""
    text = source.text.removeprefix("\ufeff")
    try:
        tree: dict[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        reason = _AT_LINE.sub("", str(error)).strip()
        findings.note(source.file, line, "file", f"is not TOML: {reason}")
        return None
    except RecursionError:
        findings.note(source.file, 1, "file", "is nested too deeply")
        return None
    document = Document(source.file, tree, text.replace("\r\n", "\n"))
    for path, problem in clean(tree):
        findings.add(document, path, problem)
    return document
