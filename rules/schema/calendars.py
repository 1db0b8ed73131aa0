"""Calendar files into Workdays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rules.schema.agencies import only_tables
from rules.schema.faults import Document, Findings
from rules.schema.fitting import shaped
from rules.schema.shapes import OffShape, WorkedShape, YearShape
from rules.workdays import CalendarYear, OffDay, Workdays, WorkedDay

_SATURDAY = 5


def read_calendars(documents: Iterable[Document], findings: Findings) -> Workdays:
    """The calendar of all files together; a later file's year, day off or worked day replaces an earlier one's."""
    years: dict[int, CalendarYear] = {}
    off: dict[date, OffDay] = {}
    worked: dict[date, WorkedDay] = {}
    for document in documents:
        only_tables(document, ("year", "off", "worked"), findings)
        years.update((year.year, year) for year in _years(document, findings))
        off.update((entry.day, entry) for entry in _off(document, findings))
        worked.update((entry.day, entry) for entry in _worked(document, findings))
    return Workdays.of(years.values(), off.values(), worked.values())


def _years(document: Document, findings: Findings) -> Iterable[CalendarYear]:
    seen: set[int] = set()
    for path in document.tables("year"):
        shape = shaped(document, path, YearShape, findings)
        if shape is None:
            continue
        if shape.year in seen:
            findings.add(document, (*path, "year"), f"{shape.year} stands twice")
        if shape.tet is not None and shape.tet.year != shape.year:
            findings.add(document, (*path, "tet"), f"{shape.tet} is no day of {shape.year}")
        seen.add(shape.year)
        yield CalendarYear(shape.year, shape.decided, shape.tet)


def _off(document: Document, findings: Findings) -> Iterable[OffDay]:
    seen: set[date] = set()
    for path in document.tables("off"):
        shape = shaped(document, path, OffShape, findings)
        if shape is None:
            continue
        if shape.day in seen:
            findings.add(document, (*path, "day"), f"{shape.day} stands twice")
        seen.add(shape.day)
        yield OffDay(shape.day, shape.name, shape.name_en, shape.source)


def _worked(document: Document, findings: Findings) -> Iterable[WorkedDay]:
    seen: set[date] = set()
    for path in document.tables("worked"):
        shape = shaped(document, path, WorkedShape, findings)
        if shape is None:
            continue
        if shape.day in seen:
            findings.add(document, (*path, "day"), f"{shape.day} stands twice")
        if shape.day.weekday() < _SATURDAY:
            findings.add(document, (*path, "day"), f"{shape.day} is no Saturday or Sunday")
        seen.add(shape.day)
        yield WorkedDay(shape.day, shape.instead_of, shape.source)
