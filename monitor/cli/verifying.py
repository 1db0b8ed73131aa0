"""verify: the contract and the journal's chains, checked again by a program that knows nothing of this one."""

from __future__ import annotations

import click

from monitor.cli.command import as_json, reading
from monitor.cli.paper import print_json, say
from monitor.cli.wiring import Wiring


@click.command()
@click.option(
    "--seal", metavar="HEX", help="A seal from a digest's foot: was anything under it changed since?"
)
@as_json
@reading
def verify(wiring: Wiring, seal: str | None, as_json: bool) -> None:
    """Check the whole journal and outbox: each due stage has one outcome, no notice is lost, no fact was changed.

    Exits 0 with "ok", or 1 with a line for each finding.
    """
    from monitor.verify import verify as verdict_on

    with wiring.ledger() as ledger:
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
            f"ok: {verdict.facts} facts of {verdict.cases} cases, {verdict.letters} letters, {verdict.seals} seals"
            f"{sealed}"
        )
    if verdict.findings:
        raise click.exceptions.Exit(1)
