"""The layers of the configuration laid over each other; each value remembers where it was written."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from monitor.mistakes import key_text, unknown_key
from monitor.origins import ConfigFile, Origin, Tree, Value, Written, written_outside
from rules.lines import KeyPath
from rules.model import Fault

Kind = Literal["text", "whole", "number", "list", "table", "unknown"]


class Layers:
    """One tree of values: the file's, over it the credentials', the environment's, the command line's.

    ``kind`` says how a text is to be read for a key, ``known`` which keys a section has.
    """

    def __init__(
        self,
        file: ConfigFile,
        environ: Mapping[str, str],
        overrides: Mapping[str, str],
        kind: Callable[[tuple[str, ...]], Kind],
        known: Callable[[KeyPath], tuple[str, ...]],
    ) -> None:
        self._file = file
        self._origins: dict[KeyPath, Origin] = {}
        self.tree: Tree = _copied(file.tree)
        self.faults: list[Fault] = []
        try:
            for written in written_outside(environ, overrides):
                self._lay(written, kind(written.path), known)
        except OSError as fault:
            self.faults.append(
                Fault(str(fault.filename), 1, "credential", f"cannot be read: {fault.strerror}")
            )
        self.faults += [self.fault(path, f"holds the character {sign}") for path, sign in _unsafe(self.tree)]

    def fault(self, path: KeyPath, sentence: str) -> Fault:
        """What is wrong with a key, at the place where its value was written."""
        origin = self._origin(path)
        note = f" ({origin.note})" if origin.note else ""
        return Fault(origin.file, origin.line, key_text(path), sentence + note)

    def _origin(self, path: KeyPath) -> Origin:
        for length in range(len(path), 0, -1):
            if path[:length] in self._origins:
                return self._origins[path[:length]]
        return self._file.origin(path)

    def _lay(self, written: Written, kind: Kind, known: Callable[[KeyPath], tuple[str, ...]]) -> None:
        path = written.path
        self._origins[path] = written.origin
        if kind == "unknown":
            self.faults.append(self.fault(path, unknown_key(path[-1], known(path[:-1]))))
        elif kind == "table":
            self.faults.append(self.fault(path, f"is a table: set its keys one by one, {path[0]}.KEY"))
        else:
            section = self._section(path[:-1])
            if section is not None:
                section[path[-1]] = _read(written.text, kind)

    def _section(self, path: tuple[str, ...]) -> Tree | None:
        """The table to write into; None where the file holds something else there, which is its own fault."""
        section = self.tree
        for part in path:
            inner = section.setdefault(part, {})
            if not isinstance(inner, dict):
                return None
            section = inner
        return section


def _read(text: str, kind: Kind) -> Value:
    """A text as a value of its kind; what does not read as one stays text, for the shape to refuse."""
    try:
        match kind:
            case "whole":
                return int(text)
            case "number":
                return float(text)
            case "list" if text.lstrip().startswith("["):
                value: Value = json.loads(text)
                return value
            case "list":
                return [part.strip() for part in text.split(",") if part.strip()]
    except (ValueError, RecursionError):
        return text
    return text


def without_unsafe(value: Value) -> Value:
    """The same without the characters that have been reported already."""
    match value:
        case str():
            return "".join(char for char in value if not _is_unsafe(char))
        case list():
            return [without_unsafe(element) for element in value]
        case dict():
            return {str(without_unsafe(key)): without_unsafe(element) for key, element in value.items()}
    return value


def _copied(tree: Tree) -> Tree:
    return {key: _copied(value) if isinstance(value, dict) else value for key, value in tree.items()}


def _unsafe(value: Value, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every key and text that holds a control, bidi or zero-width character, and which."""
    match value:
        case str():
            yield from ((path, f"U+{ord(char):04X}") for char in value if _is_unsafe(char))
        case list():
            for number, element in enumerate(value):
                yield from _unsafe(element, (*path, number))
        case dict():
            for key, element in value.items():
                yield from _unsafe(key, (*path, key))
                yield from _unsafe(element, (*path, key))


def _is_unsafe(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
