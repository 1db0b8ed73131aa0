"""doctor: everything that a letter on its way depends on, one line each, with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from monitor.cli.command import as_json, reading
from monitor.cli.faults import REFUSED
from monitor.cli.machine_forms import print_array
from monitor.cli.paper import say
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.checkup.finding import Finding


@click.command()
@as_json
@reading
def doctor(wiring: Wiring, as_json: bool) -> None:
    """Look at everything that letters depend on, without sending any; exit 1 where something is wrong."""
    found: list[Finding] = []
    for finding in _findings(wiring):
        found.append(finding)
        if not as_json:
            for line in _lines(finding):
                say(line)
    if as_json:
        print_array(
            {"about": one.about, "level": one.level, "found": one.found, "advice": one.advice}
            for one in found
        )
    if any(finding.level == "fault" for finding in found):
        raise click.exceptions.Exit(REFUSED)


def _findings(wiring: Wiring) -> Iterator[Finding]:
    from monitor.checkup.examination import examine
    from monitor.checkup.finding import fault
    from monitor.config import ConfigFaults

    try:
        config = wiring.config
    except ConfigFaults as wrong:
        for one in wrong.faults:
            yield fault("configuration", str(one), "mend this first: the rest can only be looked at then")
        return
    yield from examine(config, wiring.now())


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.level:<8} {finding.about:<14} {finding.found}"
    if finding.advice:
        yield f"{'':<8} {'':<14} → {finding.advice}"
