"""diff: a draft against the catalogue, so that one task is neither chased twice nor lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.command import as_json, reading
from monitor.cli.faults import Complaint
from monitor.cli.machine_forms import Json, print_array
from monitor.cli.paper import hint, safe, say
from monitor.cli.tables import Column, print_table
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.drafts.comparing import Finding
    from monitor.drafts.file import DraftFile

_COLUMNS = (
    Column("Draft"),
    Column("Is"),
    Column("Catalogue", grows="middle", narrows=3),
    Column("Clause", grows="end", drops=3),
    Column("Alike", right=True, drops=4),
    Column("Task", grows="end", narrows=1, drops=5),
    Column("Changes", grows="end", narrows=2, drops=6),
)


@click.command()
@click.argument("draft", metavar="DRAFT.toml", type=click.Path(dir_okay=False))
@click.option("--write", is_flag=True, help="Write the proposed continues into the draft.")
@as_json
@reading
def diff(wiring: Wiring, draft: str, write: bool, as_json: bool) -> None:
    """What of a draft is new, what changed, and what repeats an older task (continues is proposed)."""
    from monitor.drafts.comparing import Comparison

    path = Path(draft)
    file = opened_draft(path)
    findings = tuple(Comparison(file, wiring.library.catalogue).findings())
    if as_json:
        print_array(_machine(finding) for finding in findings)
    else:
        if findings:
            placed = any(finding.clause for finding in findings)
            print_table(
                [column for column in _COLUMNS if placed or column.head != "Clause"],
                [_row(finding, placed=placed) for finding in findings],
            )
        _conclude(findings)
    proposed = {finding.entry: finding.other for finding in findings if finding.proposed}
    if write:
        _write(path, file, proposed)
    elif proposed and not as_json:
        for entry, other in proposed.items():
            hint(f'obligation {entry}: continues = "{other}"')
        hint(
            "--write puts these into the draft; without them the older tasks are chased beside the new ones."
        )


def opened_draft(path: Path) -> DraftFile:
    """The draft in this file; raises Complaint."""
    from monitor.drafts.file import NoDraft, read_draft

    try:
        return read_draft(path.read_text(encoding="utf-8"))
    except NoDraft as fault:
        raise Complaint(f"{safe(str(path))} {fault.sentence}.") from fault
    except UnicodeDecodeError as fault:
        raise Complaint(f"{safe(str(path))} is not UTF-8: save it as UTF-8.") from fault


def _machine(finding: Finding) -> Json:
    return {
        "obligation": finding.entry,
        "relation": finding.relation,
        "other": finding.other,
        "likeness": round(finding.likeness, 2),
        "task": finding.task,
        "clause": finding.clause,
        "changes": list(finding.changes),
        "continues": finding.other if finding.proposed else None,
    }


def _row(finding: Finding, *, placed: bool) -> tuple[str, ...]:
    likeness = f"{finding.likeness:.0%}" if finding.likeness else ""
    return (
        finding.entry or "",
        finding.relation,
        finding.other or "",
        *((finding.clause or "",) if placed else ()),
        likeness,
        finding.task,
        "; ".join(finding.changes),
    )


def _conclude(findings: tuple[Finding, ...]) -> None:
    counts = [(word, sum(finding.relation == word for finding in findings)) for word in _ORDER]
    say(", ".join(f"{count} {word}" for word, count in counts if count) or "The draft holds no tasks.")


_ORDER = ("new", "changed", "repeated", "same", "gone")


def _write(path: Path, file: DraftFile, proposed: dict[str | None, str | None]) -> None:
    from monitor.drafts.rulings import replaced

    entries = [
        entry.put(continues=proposed[entry.text("id")])
        if entry.text("id") in proposed and not entry.text("continues")
        else entry
        for entry in file.entries
    ]
    replaced(path, replace(file, entries=tuple(entries)).written())
    hint(f"ok: continues written into {safe(str(path))} for {len(proposed)} obligations")
