"""The reasons of the table of phrases spelled out: from the few words of a row to every step that the product writes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rules.model import Step
from rules.reading.words.text import clean
from tests.phrase_table import FOLDER, REASONS, Row
from tests.rules.calendar_file import vietnam

DAY = timedelta(days=1)
MOVED = re.compile(r"(?P<way>back|forward) over (?P<days>.+)")
PROVISIONAL = "provisional"
STRICT, HOURS, TWO_READINGS = "before is strict", "hours", "the stricter reading"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
Told = date | str | int | None


@dataclass(frozen=True, slots=True)
class Why:
    """The column ``why`` taken apart: rules, which way the last day was moved, and the days off between, in order."""

    rules: tuple[str, ...]
    way: str = ""
    off: tuple[str, ...] = ()
    provisional: bool = False


@cache
def wordings() -> dict[str, dict[str, dict[str, str]]]:
    """reasons.toml: rules, openings, closings, days off and doubts, each in English and Vietnamese."""
    return tomllib.loads((FOLDER / f"{REASONS}.toml").read_text(encoding="utf-8"))


def why_of(row: Row) -> Why:
    parts = row.why.split(" + ")
    moved = next((found for part in parts if (found := MOVED.fullmatch(part))), None)
    rules = tuple(part for part in parts if part != PROVISIONAL and not MOVED.fullmatch(part))
    if moved is None:
        return Why(rules, provisional=PROVISIONAL in parts)
    return Why(rules, moved["way"], tuple(moved["days"].split(", ")), PROVISIONAL in parts)


def because_of(row: Row) -> tuple[Step, ...]:
    """Every step of the reason that the row's deadline must be given."""
    why, told = why_of(row), _told(row)
    steps = list(read_because_of(row))
    if row.last is None:
        return tuple(steps if row.count else [*steps, _step("closing", "continuous", told)])
    if why.way == "forward":
        steps.extend(_passed(row.last - len(why.off) * DAY, why.off))
        steps.append(_step("closing", "forward", told))
    steps.append(_step("closing", "last", told))
    if why.way == "back":
        steps.extend(_passed(row.last - (len(why.off) - 1) * DAY, why.off))
        steps.append(_step("closing", "back", told))
    if why.provisional:
        steps.append(_step("closing", PROVISIONAL, told))
    return tuple(steps)


def read_because_of(row: Row) -> tuple[Step, ...]:
    """The first steps: the words themselves, and the rules that read them."""
    why, told = why_of(row), _told(row)
    words = clean(row.words)
    steps = [Step(f'the text says "{words}"', f"văn bản ghi “{words}”")]
    if row.count:
        steps.append(_step("opening", "count", told))
    if row.start:
        steps.append(_step("opening", "hour" if HOURS in why.rules else "start", told))
    return (*steps, *(_step("rule", rule, told) for rule in why.rules))


def doubts_of(row: Row) -> tuple[Step, ...]:
    """What a person should look at: that there are two readings, and what the row says."""
    told = _told(row)
    doubts = [_step("doubt", doubt, told) for doubt in row.doubt.split(", ") if doubt]
    return (*(_step("rule", rule, told) for rule in why_of(row).rules if rule == TWO_READINGS), *doubts)


def _told(row: Row) -> dict[str, Told]:
    why = why_of(row)
    last = row.last
    next_day = last + DAY if last else None
    named = next_day if STRICT in why.rules else last
    return {
        "document": row.document,
        "last": last,
        "safe": row.safe,
        "next": next_day,
        "named": named,
        "weekday": WEEKDAYS[named.weekday()] if named else None,
        "first": row.first,
        "other": row.other,
        "hour": row.hour,
        "year": row.year or (last.year if last else None),
        "count": row.count,
        "anchor": row.anchor,
        "start": row.start,
        "end": last - len(why.off) * DAY if last and why.way == "forward" else last,
    }


def _step(section: str, name: str, told: Mapping[str, Told]) -> Step:
    wording = wordings()[section][name]
    spoken = {name: _in_vietnamese(name, value) for name, value in told.items()}
    return Step(wording["en"].format_map(told), wording["vi"].format_map(spoken))


def _in_vietnamese(name: str, value: Told) -> Told:
    if isinstance(value, date):
        return f"{value.day}/{value.month}/{value.year}"
    if name == "count" and isinstance(value, str) and value:
        number, unit = value.split(" ", 1)
        return f"{number} {wordings()['unit'][unit.removesuffix('s')]['vi']}"
    return value


def _passed(day: date, names: tuple[str, ...]) -> Iterator[Step]:
    """A step for each day off, one day after another; its source and the Saturday worked for it are the calendar's."""
    sources = {entry.day: entry.source for entry in vietnam().off}
    worked = {entry.instead_of: entry.day for entry in vietnam().worked}
    for number, name in enumerate(names):
        off = day + number * DAY
        yield _step("off", name, {"day": off, "source": sources.get(off), "worked": worked.get(off)})
