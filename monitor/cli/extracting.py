"""extract: documents in, drafts of their tasks out, each date with its reason and each doubt named."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal

import click

from monitor.cli.command import as_json, reading
from monitor.cli.drafted import print_drafts
from monitor.cli.faults import REFUSED, Complaint
from monitor.cli.leftovers import tell_leftovers
from monitor.cli.machine_forms import Json, json_text
from monitor.cli.paper import hint, safe, say
from monitor.cli.progress import Progress
from monitor.cli.types import DAY
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from rules.library import Catalogue
    from rules.reading.draft import Draft

Form = Literal["toml", "json", "table"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """One file read."""

    file: str
    text: str
    published: date | None
    remarks: tuple[str, ...]
    draft: Draft


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(allow_dash=True))
@click.option(
    "--published",
    type=DAY,
    metavar="DAY",
    help="The day of the news, or of a document that does not say its own.",
)
@click.option(
    "--format", "form", type=click.Choice(["toml", "json", "table"]), help="On a terminal table, else toml."
)
@as_json
@click.option(
    "--out",
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="Write one file for each FILE into this folder.",
)
@click.option(
    "--text", type=click.Path(dir_okay=False), metavar="FILE", help="Write the text that the places count in."
)
@reading
def extract(
    wiring: Wiring,
    files: tuple[str, ...],
    published: date | None,
    form: Form | None,
    as_json: bool,
    out: str | None,
    text: str | None,
) -> None:
    """Draft the tasks of documents: text, Markdown, HTML, DOCX, PDF, XLSX, CSV; "-" is standard input."""
    chosen = _form(form, as_json, out, files)
    if text is not None and len(files) > 1:
        raise click.UsageError("give --text with one FILE only", click.get_current_context())
    catalogue = _catalogue(wiring)
    refused = 0
    progress = Progress("reading")
    for number, file in enumerate(files):
        progress.at(number / len(files), _named(file))
        try:
            found = _extracted(file, published, catalogue)
        except Complaint as complaint:
            refused += 1
            progress.clear()
            complaint.show()
            continue
        progress.clear()
        if text is not None:
            # Written as it stands: places count in it.
            Path(text).write_bytes(found.text.encode("utf-8", "surrogatepass"))
        _give(found, chosen, catalogue, Path(out) if out is not None else None, several=len(files) > 1)
        tell_leftovers(_named(found.file), found.text, found.draft, aloud=chosen == "table")
    if refused:
        raise click.exceptions.Exit(REFUSED)


def _form(form: Form | None, as_json: bool, out: str | None, files: Sequence[str]) -> Form:
    context = click.get_current_context()
    if as_json and form not in {None, "json"}:
        raise click.UsageError(f"give --json or --format {form}, not both", context)
    chosen: Form = "json" if as_json else form or ("toml" if out else _usual_form(len(files)))
    if chosen == "table" and out:
        raise click.UsageError("a table is only shown: give --format toml or json with --out", context)
    if chosen == "toml" and len(files) > 1 and not out:
        raise click.UsageError("several FILEs as TOML need --out DIR", context)
    return chosen


def _usual_form(count: int) -> Form:
    return "table" if count > 1 or (sys.stdout and sys.stdout.isatty()) else "toml"


def _catalogue(wiring: Wiring) -> Catalogue:
    """The agencies and the calendar as far as they could be read: a draft is only a draft."""
    library = wiring.library
    if not library.is_good:
        hint(
            "The catalogue has faults; 'duewatch check' shows them. Agencies in faulty files are not known here."
        )
    return library.catalogue


def _extracted(file: str, published: date | None, catalogue: Catalogue) -> Extracted:
    from monitor.documents import Unreadable, read_document_file
    from rules.reading.document import read_document

    try:
        document = read_document_file(file)
    except Unreadable as fault:
        raise Complaint(f"{_named(file)} {fault.sentence}.") from fault
    except OSError as fault:
        raise Complaint(
            f"{_named(file)} cannot be read: {(fault.strerror or str(fault)).lower()}."
        ) from fault
    day = published or document.published
    return Extracted(file, document.text, day, document.remarks, read_document(document.text, day, catalogue))


def _named(file: str) -> str:
    return "Standard input" if file == "-" else safe(file)


def _give(found: Extracted, form: Form, catalogue: Catalogue, out: Path | None, *, several: bool) -> None:
    for remark in found.remarks:
        hint(f"{_named(found.file)}: {remark}.")
    match form:
        case "table":
            if several:
                say(f"{_named(found.file)}:")
            print_drafts(found.draft)
        case "json":
            _put(json_text(_machine(found, several=several)), found.file, ".json", out)
        case "toml":
            from monitor.drafts.drafting import drafted

            name = "standard-input" if found.file == "-" else PurePath(found.file).name
            _put(
                drafted(found.draft, name, catalogue, found.published, found.text).written(),
                found.file,
                ".toml",
                out,
            )


def _machine(found: Extracted, *, several: bool) -> Json:
    from rules.reading.machine import as_json as machine

    return {"file": found.file, **machine(found.draft)} if several else machine(found.draft)


def _put(words: str, file: str, ending: str, out: Path | None) -> None:
    """Prints what was drafted, or writes it into the folder; nothing is overwritten."""
    if out is None:
        click.echo(words.rstrip("\n"))
        return
    out.mkdir(parents=True, exist_ok=True)
    path = out / f"{'standard-input' if file == '-' else PurePath(file).stem}{ending}"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(words if words.endswith("\n") else f"{words}\n")
    except FileExistsError as fault:
        raise Complaint(f"{safe(str(path))} exists already: give another folder, or move it away.") from fault
    say(f"ok: {safe(str(path))}")
