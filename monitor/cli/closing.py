"""close, reopen, withdraw, extend: what ends a round of a case."""

from __future__ import annotations

from datetime import date
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.changes import Scene, carry, on_cases
from monitor.cli.command import changing
from monitor.cli.faults import Complaint
from monitor.cli.rows import before_its_instrument
from monitor.cli.types import DAY, WORDS
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from rules.commands import Answer
    from rules.model import Case


@click.command()
@on_cases
@click.option(
    "--evidence",
    required=True,
    type=WORDS,
    metavar="TEXT",
    help="The result document: its number and issuer.",
)
@click.option(
    "--on", "day", type=DAY, metavar="DAY", help="The document's day, which decides in time or late (today)."
)
@click.option(
    "--file",
    "file",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The document; its SHA-256 is kept.",
)
@changing
def close(
    wiring: Wiring, cases: tuple[str, ...], yes: bool, evidence: str, day: date | None, file: Path | None
) -> None:
    """Done: whoever was told that it is due is told that it is closed."""
    from rules.commands import close as end

    name, seal = (file.name, _sha256(file)) if file is not None else (None, None)

    def command(case: Case, scene: Scene) -> Answer:
        return end(case, evidence, day, scene.moment, scene.setting, name, seal)

    def doubt(case: Case, _scene: Scene) -> str | None:
        return before_its_instrument(case, day) if day is not None else None

    deed = f"is closed{f' on {day}' if day else ''}"
    carry(wiring, cases, yes, deed, command, doubt, "Close with that day all the same?")


@click.command()
@on_cases
@click.option("--reason", required=True, type=WORDS, metavar="TEXT", help="Why it is open again.")
@changing
def reopen(wiring: Wiring, cases: tuple[str, ...], yes: bool, reason: str) -> None:
    """Undo a closing or a withdrawal."""
    from rules.commands import reopen as undo

    def command(case: Case, scene: Scene) -> Answer:
        return undo(case, reason, scene.moment, scene.setting)

    carry(wiring, cases, yes, "is open again", command)


@click.command()
@on_cases
@click.option(
    "--authority", required=True, type=WORDS, metavar="TEXT", help="The document that takes it back."
)
@changing
def withdraw(wiring: Wiring, cases: tuple[str, ...], yes: bool, authority: str) -> None:
    """Taken back by its issuer: nothing more is sent."""
    from rules.commands import withdraw as take_back

    def command(case: Case, scene: Scene) -> Answer:
        return take_back(case, authority, scene.moment, scene.setting)

    carry(wiring, cases, yes, "is withdrawn", command)


@click.command()
@on_cases
@click.option("--to", "day", type=DAY, required=True, metavar="DAY", help="The new last day.")
@click.option("--authority", required=True, type=WORDS, metavar="TEXT", help="The document that grants it.")
@click.option("--reason", required=True, type=WORDS, metavar="TEXT", help="Why it was granted.")
@changing
def extend(wiring: Wiring, cases: tuple[str, ...], yes: bool, day: date, authority: str, reason: str) -> None:
    """A later last day, granted by a document; the original day stays visible."""
    from rules.commands import extend as grant

    def command(case: Case, scene: Scene) -> Answer:
        return grant(case, day, authority, reason, scene.moment, scene.setting)

    carry(wiring, cases, yes, f"is extended to {day}", command)


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return file_digest(content, "sha256").hexdigest()
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        raise Complaint(
            f"The file {str(file)!r} cannot be read ({reason}); give --file the path of the document."
        ) from None
