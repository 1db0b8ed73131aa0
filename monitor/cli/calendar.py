"""The calendar alone: commands that only count days need not read, nor check, the whole catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rules.workdays import CalendarYear, OffDay, Workdays, WorkedDay

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_FOLDER = "calendars"
_BUILTIN = "builtin"


def workdays_of(catalogue: Sequence[str]) -> Workdays:
    """The working days of the built-in calendar and of the catalogue's folders; a later file beats an earlier one.

    An entry that is not whole is passed over: ``check`` names it, and nothing is sent on this calendar's word.
    """
    years: dict[int, CalendarYear] = {}
    off: dict[date, OffDay] = {}
    worked: dict[date, WorkedDay] = {}
    for tree in _trees(catalogue):
        years.update((year.year, year) for year in _years(tree))
        off.update((entry.day, entry) for entry in _off(tree))
        worked.update((entry.day, entry) for entry in _worked(tree))
    return Workdays.of(years.values(), off.values(), worked.values())


def _trees(catalogue: Sequence[str]) -> Iterator[Mapping[str, object]]:
    import tomllib

    for file in _files(catalogue):
        try:
            yield tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue


def _files(catalogue: Sequence[str]) -> Iterator[Path | Traversable]:
    from importlib.resources import files

    builtin = files("rules") / "catalogue" / _FOLDER
    yield from sorted(
        (entry for entry in builtin.iterdir() if entry.name.endswith(".toml")), key=lambda e: e.name
    )
    for folder in catalogue:
        if folder != _BUILTIN:
            yield from sorted(Path(folder).rglob(f"{_FOLDER}/*.toml"))


def _tables(tree: Mapping[str, object], name: str) -> Sequence[object]:
    tables = tree.get(name)
    return tables if isinstance(tables, list) else ()


def _years(tree: Mapping[str, object]) -> Iterator[CalendarYear]:
    for entry in _tables(tree, "year"):
        match entry:
            case {"year": int() as year, "decided": bool() as decided, "tet": date() as tet}:
                yield CalendarYear(year, decided, tet)
            case {"year": int() as year, "decided": bool() as decided}:
                yield CalendarYear(year, decided)


def _off(tree: Mapping[str, object]) -> Iterator[OffDay]:
    for entry in _tables(tree, "off"):
        match entry:
            case {
                "day": date() as day,
                "name": str() as name,
                "name_en": str() as name_en,
                "source": str() as source,
            }:
                yield OffDay(day, name, name_en, source)


def _worked(tree: Mapping[str, object]) -> Iterator[WorkedDay]:
    for entry in _tables(tree, "worked"):
        match entry:
            case {"day": date() as day, "instead_of": date() as instead_of, "source": str() as source}:
                yield WorkedDay(day, instead_of, source)
