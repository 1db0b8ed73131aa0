"""The built-in calendar, read without the schema, so that the rules are tested by themselves."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from rules.workdays import CalendarYear, OffDay, Workdays, WorkedDay

FILE = Path(__file__).parents[2] / "rules" / "catalogue" / "calendars" / "vn.toml"


@cache
def vietnam() -> Workdays:
    """Working days 2010 to 2026 as vn.toml says."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return Workdays.of(
        [CalendarYear(**table) for table in tables["year"]],
        [OffDay(**table) for table in tables["off"]],
        [WorkedDay(**table) for table in tables["worked"]],
    )
