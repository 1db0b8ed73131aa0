"""The rule files: from their texts to records, and every fault found on the way, all at once.

No I/O: texts come in, a Catalogue or a Directory and Faults go out. Where a Fault is no mere warning, the
records hold what could be read all the same; whoever asked decides what to do with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from rules.library import Catalogue, Directory
from rules.model import Fault
from rules.schema.agencies import read_agencies
from rules.schema.calendars import read_calendars
from rules.schema.faults import Document, FileKind, Findings, SourceText, opened
from rules.schema.instruments import read_instruments
from rules.schema.ladders import read_ladders, read_offset
from rules.schema.people import read_officers, warn_of_gaps, warn_of_languages

__all__ = ["FileKind", "SourceText", "kind_of", "read_catalogue", "read_directory", "read_offset"]


def kind_of(relative: str) -> FileKind:
    """What a file of a catalogue folder holds, by its path in that folder."""
    path = PurePosixPath(relative)
    if "agencies" in path.parts[:-1]:
        return "agencies"
    if "calendars" in path.parts[:-1]:
        return "calendar"
    return "ladders" if path.name == "ladders.toml" else "instrument"


def read_catalogue(
    texts: Sequence[SourceText], today: date | None = None
) -> tuple[Catalogue, tuple[Fault, ...]]:
    """The catalogue of these files, and every fault in them; nothing is known of days after ``today``."""
    findings = Findings(today)
    documents: dict[FileKind, list[Document]] = {}
    for source in texts:
        document = opened(source, findings)
        if document is not None:
            documents.setdefault(source.kind, []).append(document)
    base = Catalogue(
        instruments=(),
        agencies=read_agencies(documents.get("agencies", ()), findings),
        ladders=read_ladders(documents.get("ladders", ()), findings),
        workdays=read_calendars(documents.get("calendar", ()), findings),
    )
    instruments = read_instruments(documents.get("instrument", ()), base, findings)
    return replace(base, instruments=instruments), findings.sorted()


def read_directory(
    source: SourceText, catalogue: Catalogue, language: str = "vi", languages: Sequence[str] = ()
) -> tuple[Directory, tuple[Fault, ...]]:
    """The officers of this file, against the catalogue's agencies; warnings for roles that nobody fills.

    ``language`` is that of officers who do not say, ``languages`` those in which there are letters (none: not asked).
    """
    findings = Findings()
    document = opened(source, findings)
    if document is None:
        return Directory({}), findings.sorted()
    directory = Directory(read_officers(document, catalogue, language, findings))
    warn_of_gaps(document, catalogue, directory, findings)
    if languages:
        warn_of_languages(document, language, languages, findings)
    return directory, findings.sorted()
