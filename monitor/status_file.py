"""Reads a status file: what an agency's own system says of its cases, row by row."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from dataclasses import dataclass
from datetime import date

LARGEST = 5_000_000
FIELDS = ("case", "percent", "done_on", "evidence", "note")
SIGNS = (",", ";", "\t")
MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SAVE_AS = "save it as CSV UTF-8 or as Unicode text"
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
Line = tuple[int, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One report: the case, and that it is done on a day, or how far it is, or only that it is open."""

    number: int
    case: str
    percent: int | None
    done_on: date | None
    evidence: str
    note: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be used; ``number`` counts from 1, the heads of a CSV file being row 1. 0: the whole file."""

    number: int
    reason: str

    def __str__(self) -> str:
        return f"row {self.number}: {self.reason}" if self.number else self.reason


def read_rows(name: str, content: bytes) -> tuple[tuple[Row, ...], tuple[BadRow, ...]]:
    """The rows of a .csv (heads in the first row) or .json (array of objects) file, and what is wrong with others."""
    if len(content) > LARGEST:
        return (), (BadRow(0, f"larger than {LARGEST} bytes"),)
    try:
        text = _text(content)
        lines = _csv_lines(text) if name.endswith(".csv") else _json_lines(text)
    except (csv.Error, json.JSONDecodeError, RecursionError, ValueError) as fault:
        return (), (BadRow(0, f"not readable: {fault}"),)
    rows: list[Row] = []
    bad: list[BadRow] = []
    for number, fields in lines:
        try:
            rows.append(_row(number, fields))
        except ValueError as fault:
            bad.append(BadRow(number, str(fault)))
    return tuple(rows), tuple(bad)


def _text(content: bytes) -> str:
    """UTF-8, or UTF-16 with its mark, as spreadsheets save "Unicode text"; raises ValueError for anything else."""
    wide = content.startswith(MARKS)
    unmarked = f"neither UTF-8, nor UTF-16 with its mark (BOM) at the head; {SAVE_AS}"
    if not wide and b"\0" in content[:2]:
        raise ValueError(unmarked)
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        byte = f"no UTF-8 (byte {content[fault.start]:#04x} in line {line})"
        raise ValueError(f"{'UTF-16 that breaks off' if wide else byte}; {SAVE_AS}") from None
    if text.startswith("\0"):  # the mark of UTF-32 begins like that of UTF-16
        raise ValueError(unmarked)
    return text


def _csv_lines(text: str) -> list[Line]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_sign(text), strict=True)
    heads = _heads(next(reader, []))
    _check_heads(heads)
    lines: list[Line] = []
    for cells in reader:
        if any(cell.strip() for cell in cells):
            extra = {} if len(cells) <= len(heads) else {"": "more cells than heads"}
            lines.append((reader.line_num, dict(zip(heads, cells, strict=False)) | extra))
    return lines


def _sign(text: str) -> str:
    """What stands between the cells: spreadsheets write a semicolon where the comma is the decimal sign, as in Viet Nam."""
    first = text.partition("\n")[0]
    return next((sign for sign in SIGNS if "case" in _heads(first.split(sign))), SIGNS[0])


def _heads(cells: list[str]) -> list[str]:
    return [cell.strip().strip('"').strip().lower() for cell in cells]


def _json_lines(text: str) -> list[Line]:
    read: object = json.loads(text)
    if not isinstance(read, list):
        raise ValueError("a JSON status file is an array of objects")
    return [(number, _json_fields(item)) for number, item in enumerate(read, start=1)]


def _json_fields(item: object) -> dict[str, str]:
    if not isinstance(item, dict):
        return {"": "not an object"}
    simple = all(
        value is None or (isinstance(value, str | int) and not isinstance(value, bool))
        for value in item.values()
    )
    if not simple:
        return {"": "values are texts or whole numbers"}
    fields = {str(key): "" if value is None else str(value) for key, value in item.items()}
    unknown = [key for key in fields if key not in FIELDS]
    return {"": f'unknown key "{unknown[0]}"'} if unknown else fields


def _check_heads(heads: list[str]) -> None:
    if "case" not in heads:
        raise ValueError('no column "case" in the first row (between the cells: comma, semicolon or tab)')
    for head in heads:
        if head not in FIELDS:
            raise ValueError(f'unknown column "{head}": known are {", ".join(FIELDS)}')
    if len(set(heads)) != len(heads):
        raise ValueError("a column stands twice")


def _row(number: int, fields: dict[str, str]) -> Row:
    if "" in fields:
        raise ValueError(fields[""])
    given = {name: fields.get(name, "").strip() for name in FIELDS}
    if not given["case"]:
        raise ValueError("no case")
    for name, value in given.items():
        if any(not sign.isprintable() for sign in value):
            raise ValueError(f"{name} holds a control character")
    done_on = _day(given["done_on"]) if given["done_on"] else None
    if done_on is not None and not given["evidence"]:
        raise ValueError("done_on without evidence: name the result document")
    percent = _percent(given["percent"]) if given["percent"] else None
    return Row(number, given["case"], percent, done_on, given["evidence"], given["note"])


def _day(text: str) -> date:
    try:
        if slashed := _SLASHED.fullmatch(text):
            return date(int(slashed[3]), int(slashed[2]), int(slashed[1]))
        if len(text) != len("2016-06-30"):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f'done_on "{text}" is not a day like 2016-06-30 or 30/6/2016') from None


def _percent(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 3) or int(text) > 100:
        raise ValueError(f'percent "{text}" is not a whole number from 0 to 100')
    return int(text)
