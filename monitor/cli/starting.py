"""init: the first files."""

from __future__ import annotations

from pathlib import Path

import click

from monitor.cli.command import reading
from monitor.cli.paper import hint, say
from monitor.cli.wiring import Wiring


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]", default=Path())
@reading
def init(_wiring: Wiring, folder: Path) -> None:
    """Write a commented config.toml, directory.toml and a catalogue with a sample; never over what is there."""
    from monitor.starter import lay_out

    for laid in lay_out(folder):
        say(f"ok: wrote {laid.path}" if laid.written else f"left alone: {laid.path} is there already")
    hint(f"Next: duewatch check --config {folder / 'config.toml'}")
