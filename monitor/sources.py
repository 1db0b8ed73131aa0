"""Status reports from agencies' own systems: files in a folder, read once, each row checked."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from monitor import logs
from monitor.config import Source
from monitor.desk import Command, RefusedError, apply
from monitor.house import House
from monitor.status_file import BadRow, Row, read_rows
from monitor.store import Ledger, Store
from rules.commands import close, progress
from rules.model import Actor, Case

SETTLED = timedelta(seconds=2)
ENDINGS = (".csv", ".json")
REJECTED = "rejected"
log = logs.of("sources")


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file: rows that were carried out, rows that were not and why."""

    file: str
    carried_out: int
    bad: tuple[BadRow, ...]
    repeated: bool = False


def sweep(store: Store, house: House, source: Source, moment: datetime) -> tuple[Report, ...]:
    """Read every finished file of the source's folder; raises OSError when the folder cannot be used."""
    return tuple(_take(store, house, source, path, moment) for path in _finished(source.path, moment))


def _finished(folder: Path, moment: datetime) -> Iterator[Path]:
    """Regular files of ours, oldest first; those still being written (.part, younger than two seconds) wait."""
    if not folder.is_dir():
        return
    found: list[tuple[float, Path]] = []
    for path in folder.iterdir():
        if path.suffix not in ENDINGS:
            continue
        about = path.lstat()
        if stat.S_ISREG(about.st_mode) and moment.timestamp() - about.st_mtime >= SETTLED.total_seconds():
            found.append((about.st_mtime, path))
    for _, path in sorted(found):
        yield path


def _take(store: Store, house: House, source: Source, path: Path, moment: datetime) -> Report:
    content = _content(path)
    digest = sha256(content).hexdigest()
    rows, bad = read_rows(path.name, content)
    with store.writing(alone=True) as ledger:
        repeated = ledger.seen_file(digest)
        if repeated:
            report = Report(path.name, 0, _known_to_be_bad(ledger, digest), repeated=True)
        else:
            refused = tuple(_carried_out(ledger, house, source, rows, moment))
            wrong = tuple(sorted((*bad, *refused), key=lambda row: row.number))
            report = Report(path.name, len(rows) - len(refused), wrong)
            ledger.write_file(digest, path.name, moment, report.carried_out, len(report.bad))
    _put_away(path, digest, report)
    if report.bad:
        log.warning("status file has bad rows", source=source.name, file=path.name, bad=len(report.bad))
    else:
        log.info("status file read", source=source.name, file=path.name, rows=report.carried_out)
    return report


def _known_to_be_bad(ledger: Ledger, digest: str) -> tuple[BadRow, ...]:
    """A file that comes again changes nothing; one that was bad is no better for that."""
    refused = ledger.rows_refused(digest)
    why = f"read before, with {refused} bad rows: mend them and drop the file again"
    return (BadRow(0, why),) if refused else ()


def _content(path: Path) -> bytes:
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    with os.fdopen(handle, "rb") as file:
        return file.read(5_000_001)


def _carried_out(
    ledger: Ledger, house: House, source: Source, rows: tuple[Row, ...], moment: datetime
) -> Iterator[BadRow]:
    """Carries out the good rows and gives back the others; a refused row has changed nothing."""
    today = house.setting.legal_day(moment)
    allowed = frozenset(house.library.catalogue.expand(source.agencies, today))
    actor = Actor(source.name, "", "source")
    for row in rows:
        case = ledger.case(row.case)
        if case is None:
            yield BadRow(row.number, f'no case "{row.case}"')
        elif not allowed.intersection(case.leads):
            yield BadRow(
                row.number, f"{case.key} belongs to {case.agency}, for which {source.name} may not speak"
            )
        elif not _says_nothing_new(case, row):
            try:
                apply(ledger, house.setting, moment, actor, (case.key,), _command(row, moment, house))
            except RefusedError as refused:
                yield BadRow(row.number, refused.refusal.sentence)


def _says_nothing_new(case: Case, row: Row) -> bool:
    """Systems repeat themselves: a closing that stands already changes nothing."""
    return case.closed_on is not None and case.closed_on == row.done_on


def _command(row: Row, moment: datetime, house: House) -> Command:
    if row.done_on is not None:
        on = row.done_on
        return lambda case: close(case, row.evidence, on, moment, house.setting)
    return lambda case: progress(case, row.percent, row.note, moment, house.setting)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Status files of one source that lie aside until somebody has mended them."""

    source: str
    files: int
    folder: Path


def rejected(source: Source) -> Rejected:
    """How many of the source's files lie in its rejected/; none where that cannot be read."""
    folder = source.path / REJECTED
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        names = []
    return Rejected(source.name, sum(name.endswith(ENDINGS) for name in names), folder)


def _put_away(path: Path, digest: str, report: Report) -> None:
    """A wholly good file goes to done/, any other to rejected/ with its errors beside it."""
    folder = path.parent / (REJECTED if report.bad else "done")
    folder.mkdir(exist_ok=True)
    target = folder / path.name
    if target.exists():
        target = folder / f"{path.stem}-{digest[:12]}{path.suffix}"
    if report.bad:
        errors = "".join(f"{path.name}: {bad}\n" for bad in report.bad)
        target.with_name(f"{target.name}.errors.txt").write_text(errors, encoding="utf-8")
    path.replace(target)
