"""Logs: fixed messages with fields. JSON lines for machines, one human line an event for a terminal.

``log = logs.of("courier")``, then ``log.warning("letter deferred", letter=3, answer="450 later")``. What a field
holds is foreign text: nothing in it can begin a new line, move a cursor or forge an entry.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import re
import sys
import traceback
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TextIO

Field = str | int | float | bool | date | time | timedelta | Path | tuple[str, ...] | None
Json = str | int | float | bool | list[str] | None

ROOT = "duewatch"
LONGEST = 2000  # characters of one field; an SMTP server may answer with a page
_SECRET = re.compile(r"pass(word|wd)?|secret|token|credential|auth", re.IGNORECASE)
_URL_PASSWORD = re.compile(r"(?<=://)([^\s:/@]*):[^\s@/]+@")
_ENCODE = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
_PRIORITY = {logging.DEBUG: 7, logging.INFO: 6, logging.WARNING: 4, logging.ERROR: 3, logging.CRITICAL: 2}


class Log:
    """One part's log. A message never changes from event to event: what differs are its fields."""

    def __init__(self, name: str) -> None:
        self._logger = logging.getLogger(f"{ROOT}.{name}")

    def debug(self, message: str, **fields: Field) -> None:
        self._write(logging.DEBUG, message, fields)

    def info(self, message: str, **fields: Field) -> None:
        self._write(logging.INFO, message, fields)

    def warning(self, message: str, **fields: Field) -> None:
        self._write(logging.WARNING, message, fields)

    def error(self, message: str, **fields: Field) -> None:
        self._write(logging.ERROR, message, fields)

    def exception(self, message: str, **fields: Field) -> None:
        """An error with the exception that is being handled; its traceback becomes a field."""
        self._write(logging.ERROR, message, fields, with_exception=True)

    def _write(
        self, level: int, message: str, fields: Mapping[str, Field], *, with_exception: bool = False
    ) -> None:
        if self._logger.isEnabledFor(level):
            kept = {"fields": dict(fields)}
            self._logger.log(level, "%s", message, exc_info=with_exception, extra=kept)


def of(name: str) -> Log:
    """The log of one part of the program."""
    return Log(name)


def start(environ: Mapping[str, str], stream: TextIO | None = None, *, debug: bool = False) -> None:
    """Write logs to ``stream`` (standard error) from now on: human lines where it is a terminal, else JSON.

    Under the journal each line begins with its priority, <0> to <7> (sd-daemon(3)).
    """
    target = stream if stream is not None else sys.stderr
    handler = logging.StreamHandler(target)
    if target.isatty():
        handler.setFormatter(HumanLines(debug=debug))
    else:
        handler.setFormatter(JsonLines(with_priority="JOURNAL_STREAM" in environ))
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel(logging.WARNING)  # the libraries' own words
    logging.getLogger(ROOT).setLevel(logging.DEBUG if debug else logging.INFO)
    logging.raiseExceptions = False  # a log that cannot be written stops nothing
    # Nothing of this is shown, and finding it out costs more than the line ("Optimization" in logging's how-to).
    logging._srcfile = ""
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    atexit.unregister(_let_go)
    atexit.register(_let_go)


def _let_go() -> None:
    """What could not be written stays unsaid: Python would end with 120, as if the program had failed."""
    try:
        sys.stderr.flush()
    except OSError:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), sys.stderr.fileno())


class JsonLines(logging.Formatter):
    """One line of ASCII JSON an event."""

    def __init__(self, *, with_priority: bool) -> None:
        super().__init__()
        self._with_priority = with_priority

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, Json] = {
            "at": _moment(record).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "part": _part(record),
            "message": _masked(record.getMessage()),
        }
        # A field never takes the place of the event's own four.
        event |= {f"{name}_" if name in event else name: value for name, value in _fields(record)}
        if found := _exception(record):
            event["exception"], event["traceback"] = found
        line = _ENCODE(event)
        return f"<{_PRIORITY.get(record.levelno, 6)}>{line}" if self._with_priority else line


class HumanLines(logging.Formatter):
    """One line an event for a person at a terminal; a traceback only with --debug."""

    def __init__(self, *, debug: bool) -> None:
        super().__init__()
        self._debug = debug

    def format(self, record: logging.LogRecord) -> str:
        level = "" if record.levelno == logging.INFO else f"{record.levelname}: "
        line = (
            f"{_moment(record).astimezone():%H:%M:%S} {_part(record)}: {level}{_masked(record.getMessage())}"
        )
        fields = ", ".join(f"{name} {_words(value)}" for name, value in _fields(record))
        line += f" ({fields})" if fields else ""
        found = _exception(record)
        if found is None:
            return printable(line)
        line += f": {found[0]}"
        return printable(line) + ("\n" + _indented(found[1]) if self._debug else "")


def printable(text: str) -> str:
    """The text on one line, with every sign that a terminal would obey shown as ⟨U+001B⟩."""
    return "".join(
        char if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else f"⟨U+{ord(char):04X}⟩"
        for char in text
    )


def _fields(record: logging.LogRecord) -> Iterator[tuple[str, Json]]:
    fields = getattr(record, "fields", None)
    if isinstance(fields, dict):
        yield from ((str(name), _json(str(name), value)) for name, value in fields.items())


@cache
def _is_secret(name: str) -> bool:
    """Names of fields are ours, and few."""
    return _SECRET.search(name) is not None


def _json(name: str, value: object) -> Json:
    if _is_secret(name):
        return "(hidden)"
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return _masked(value)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case tuple() | list():
            return [_masked(str(element)) for element in value]
        case bytes():
            return f"({len(value)} bytes)"
    return _masked(str(value))


def _masked(text: str) -> str:
    if "://" in text:
        text = _URL_PASSWORD.sub(r"\1:(hidden)@", text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… ({len(text)} characters)"


def _words(value: Json) -> str:
    if isinstance(value, str):
        return value if re.fullmatch(r"[\w.:/@#+-]+", value) else f'"{value}"'
    return ", ".join(value) if isinstance(value, list) else str(value)


def _exception(record: logging.LogRecord) -> tuple[str, str] | None:
    """What was raised, and its traceback."""
    if not record.exc_info or record.exc_info[1] is None:
        return None
    raised = record.exc_info[1]
    lines = "".join(traceback.format_exception(raised))
    return _masked(f"{type(raised).__name__}: {raised}"), _URL_PASSWORD.sub(r"\1:(hidden)@", lines)


def _indented(text: str) -> str:
    return "\n".join(f"    {printable(line)}" for line in text.splitlines())


def _part(record: logging.LogRecord) -> str:
    return record.name.removeprefix(f"{ROOT}.")


def _moment(record: logging.LogRecord) -> datetime:
    return datetime.fromtimestamp(record.created, UTC)
