"""What a machine reads: values and records as JSON, harmless on a terminal too."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from monitor.cli.paper import CONTROLS

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def of_value(value: object, zone: ZoneInfo) -> Json:
    """A value's machine form: days ISO, moments ISO with offset, records as objects, absent values null."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case datetime():
            return value.astimezone(zone).isoformat()
        case date():
            return value.isoformat()
        case tuple() | list():
            return [of_value(part, zone) for part in value]
        case _ if is_dataclass(value):
            return of_record(value, zone)
    return str(value)


def of_record(record: object, zone: ZoneInfo, without: tuple[str, ...] = ()) -> dict[str, Json]:
    """A frozen record as an object, its fields in their order."""
    if not is_dataclass(record):
        raise TypeError("only records have fields")
    return {
        field.name: of_value(getattr(record, field.name), zone)
        for field in fields(record)
        if field.name not in without
    }


def json_text(value: Json) -> str:
    """One line of JSON; what a terminal would obey is escaped, which JSON reads back alike."""
    from json import dumps

    text = dumps(value, ensure_ascii=not _speaks_unicode())
    return CONTROLS.sub(_escaped, text)


def _speaks_unicode() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") in {
        "utf8",
        "utf16",
        "utf32",
    }


def print_json(value: Json) -> None:
    click.echo(json_text(value))


def print_array(rows: Iterable[Json]) -> None:
    """An array, one element a line, written as it is made."""
    opened = False
    for row in rows:
        click.echo(f"{',' if opened else '['}\n{json_text(row)}", nl=False)
        opened = True
    click.echo("\n]" if opened else "[]")


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
