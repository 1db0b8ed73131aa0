"""The calendar alone: commands that only count days need not read the whole catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.workdays import Workdays

_FOLDER = "calendars"


def workdays_of(catalogue: Sequence[str | Path]) -> Workdays:
    """The working days of the built-in calendar and of those in the catalogue's folders; faults are left to check."""
    from monitor.library import BUILTIN, Shelf, builtin
    from rules.schema import read_catalogue

    shelf = Shelf()
    for entry in sorted(builtin(_FOLDER).iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            shelf.add(f"{BUILTIN}/{_FOLDER}/{entry.name}", "calendar", entry)
    for name in catalogue:
        if name != BUILTIN and Path(name).is_dir():
            for file in sorted(Path(name).rglob(f"{_FOLDER}/*.toml")):
                shelf.add(str(file), "calendar", file)
    read, _faults = read_catalogue(shelf.texts)
    return read.workdays
