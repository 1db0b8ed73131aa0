"""Which configuration and which database a command looks at, in words: a wrong folder must not look like a calm one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from monitor.cli.wiring import Wiring

SOUGHT = "--config, $DUEWATCH_CONFIG, ./config.toml, /etc/duewatch/config.toml"


def configuration(wiring: Wiring) -> str:
    """The configuration file that was read, or that none was found."""
    file = wiring.config.file
    return str(file) if file is not None else "no file: the defaults serve, counted from the current folder"


def database(wiring: Wiring) -> str:
    """The database's file as the configuration has it, or the server's database without its password."""
    file = database_file(wiring)
    if file is not None:
        return str(file) if file.exists() else f"{file}, which is not there yet: 'duewatch run' makes it"
    from monitor.store.urls import name_of_url

    return name_of_url(wiring.config.store.url)


def database_file(wiring: Wiring) -> Path | None:
    """The file that the store lies in; None where a server keeps it."""
    scheme, _, path = wiring.config.store.url.partition(":///")
    return wiring.config.base / path.partition("?")[0] if scheme == "sqlite" else None


def no_database(wiring: Wiring) -> str:
    """What to say in place of an empty list, where nothing was ever written: where it was looked, and what to do."""
    file = database_file(wiring)
    config = wiring.config.file
    by = f"configuration {config.absolute()}" if config is not None else f"no configuration found in {SOUGHT}"
    return (
        f"There is no database {file.absolute() if file is not None else ''} yet ({by}): 'duewatch run' or "
        "'duewatch tick' makes it; if yours lies elsewhere, name its configuration with --config."
    )
