"""Where a key stands: maps a key path of a TOML text to its 1-based line."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_REST = re.compile(r"[^\n]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE = re.compile(r"[^,\]}\n#]*")
# The order matters: three quotes open a long string before two quotes close an empty one.
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)


class Lines:
    """The lines of one text's keys, arrays' elements and tables.

    The text has been read by tomllib before: this scanner follows its grammar and does not check it.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[KeyPath, int] = {(): 1}
        self._counts: dict[KeyPath, int] = {}
        self._text = text
        self._starts = [match.end() for match in re.finditer("\n", text)]
        self._at = 0
        self._scan()

    def of(self, path: KeyPath) -> int:
        """The line of this key, or of the nearest table around it that the text writes."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _scan(self) -> None:
        table: KeyPath = ()
        while self._skip(_BLANK) < len(self._text):
            line = self._line()
            if self._text.startswith("[[", self._at):
                table = self._head(2, line)
            elif self._text.startswith("[", self._at):
                table = self._head(1, line)
            else:
                self._pair(table)
            self._skip(_REST)

    def _head(self, brackets: int, line: int) -> KeyPath:
        self._at += brackets
        parts = self._key()
        path: KeyPath = ()
        for number, part in enumerate(parts, start=1):
            path = (*path, part)
            self._lines.setdefault(path, line)
            if brackets == 2 and number == len(parts):
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
                self._lines.setdefault(path, line)
        # A head may come after a table below it ([a.b] before [a]): the table's own head is its place.
        self._lines[path] = line
        return path

    def _pair(self, table: KeyPath) -> None:
        line = self._line()
        path = table
        for part in self._key():
            path = (*path, part)
            self._lines.setdefault(path, line)
        self._skip(_SPACE)
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        self._value(path)

    def _key(self) -> list[str]:
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            if self._text[self._at] in "\"'":
                written = self._take(_STRING)
                parts.append(_unquoted(written))
            else:
                parts.append(self._take(_BARE_KEY))
            self._skip(_SPACE)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _value(self, path: KeyPath) -> None:
        match self._text[self._at]:
            case '"' | "'":
                self._take(_STRING)
            case "[":
                self._array(path)
            case "{":
                self._inline(path)
            case _:
                self._take(_BARE_VALUE)

    def _array(self, path: KeyPath) -> None:
        self._at += 1
        number = 0
        while self._text[self._skip(_BLANK)] != "]":
            self._lines.setdefault((*path, number), self._line())
            self._value((*path, number))
            number += 1
            if self._text[self._skip(_BLANK)] == ",":
                self._at += 1
        self._at += 1

    def _inline(self, path: KeyPath) -> None:
        self._at += 1
        while self._text[self._skip(_BLANK)] != "}":
            self._pair(path)
            if self._text[self._skip(_BLANK)] == ",":
                self._at += 1
        self._at += 1

    def _line(self) -> int:
        return bisect_right(self._starts, self._at) + 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None or match.end() == self._at:
            raise ValueError(f"not TOML at line {self._line()}")
        self._at = match.end()
        return match.group()


def _unquoted(written: str) -> str:
    """A quoted key as tomllib reads it, escapes resolved."""
    return next(iter(tomllib.loads(f"{written} = 0")))
