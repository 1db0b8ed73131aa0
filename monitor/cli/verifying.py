"""verify: the contract and the journal's chains, checked again by a program that knows nothing of this one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from monitor.cli.command import as_json, reading
from monitor.cli.machine_forms import print_json
from monitor.cli.paper import of, say
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.store import Ledger

_SEAL = re.compile(r"[0-9a-fA-F]{16,64}", re.ASCII)


class _Seal(click.ParamType[str]):
    """A seal as a digest tells it: its first sixteen signs, or all."""

    name = "seal"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not _SEAL.fullmatch(value.strip()):
            self.fail(
                f"{value!r} is no seal: write its 16 to 64 signs, 0-9 and a-f, from a digest's foot",
                param,
                ctx,
            )
        return value.strip()


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option(
    "--seal",
    type=_Seal(),
    metavar="HEX",
    help="A seal from a digest's foot: was anything under it changed since?",
)
@as_json
@reading
def verify(wiring: Wiring, file: Path | None, seal: str | None, as_json: bool) -> None:
    """Check the whole journal and outbox: each due stage has one outcome, no notice is lost, no fact was changed.

    FILE: a copy of an SQLite database instead of the configured one; it is only read. Exits 0 with "ok", or 1 with a
    line for each finding.
    """
    from monitor.verify import verify as verdict_on

    with _ledger(wiring, file) as ledger:
        verdict = verdict_on(ledger.rows, seal=seal)
    if as_json:
        print_json(
            {
                "facts": verdict.facts,
                "cases": verdict.cases,
                "letters": verdict.letters,
                "seals": verdict.seals,
                "findings": list(verdict.findings),
            }
        )
    elif verdict.findings:
        for finding in verdict.findings:
            say(finding)
    else:
        sealed = " and the seal is this journal's" if seal is not None else ""
        say(
            f"ok: {of(verdict.facts, 'fact')} of {of(verdict.cases, 'case')}, {of(verdict.letters, 'letter')}, "
            f"{of(verdict.seals, 'seal')}"
            f"{sealed}"
        )
    if verdict.findings:
        raise click.exceptions.Exit(1)


@contextmanager
def _ledger(wiring: Wiring, file: Path | None) -> Iterator[Ledger]:
    if file is None:
        with wiring.ledger() as ledger:
            yield ledger
        return
    from contextlib import closing

    from monitor.store import Store

    with closing(Store.still(file)) as store, store.reading() as ledger:
        yield ledger
