"""Settings that are well formed each by itself and still cannot work together, or here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from monitor.settings import Config
from rules.lines import KeyPath


def contradictions(config: Config) -> Iterator[tuple[KeyPath, str]]:
    """The key to blame and what is wrong; looks at the disk for the files and folders that are named."""
    if config.directory is not None and config.directory.is_dir():
        named = "it is empty" if config.directory == config.base else f"{config.directory} is a folder"
        yield ("directory",), f"{named}: name the file that lists the officers, or leave the key out"
    elif config.directory is not None and not config.directory.is_file():
        yield ("directory",), f"there is no file {config.directory}"
    for number, name in enumerate(config.catalogue):
        if name != "builtin" and not Path(name).is_dir():
            yield ("catalogue", number), f"there is no folder {name}"
    for number, folder in enumerate(config.templates):
        if not folder.is_dir():
            yield ("templates", number), f"there is no folder {folder}"
    if config.language not in config.languages:
        known = ", ".join(config.languages)
        yield ("language",), f'no letters are written in "{config.language}"; there are {known}'
    if "email" in config.channels:
        if config.directory_file is None:
            yield ("channels",), f'"email" needs a directory of your own: {config.base / "directory.toml"}'
        if not config.operator.email:
            yield ("operator", "email"), 'the channel "email" needs an operator who hears of failures'
