"""What ``duewatch init`` writes: a configuration, a directory and a catalogue folder to begin with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

CONFIG = "config.toml"
# What differs here from the example, which shows the defaults: a new office watches its own tasks alone.
_HEAD = ("every setting with its default.", "every setting with its default, but for catalogue.")
_CATALOGUE = (
    '["builtin"]                    # "builtin" (our instruments) and/or folders',
    (
        '["catalogue"]                  # ["builtin", "catalogue"] watches our instruments of 2015 to 2018 too; '
        'the default is ["builtin"]; folders'
    ),
)


@dataclass(frozen=True, slots=True)
class Laid:
    """A file of the start; ``written`` False: something stood there before, and was left alone."""

    path: Path
    written: bool


def lay_out(folder: Path) -> tuple[Laid, ...]:
    """Write the starting files into the folder, which is made where it is missing; nothing is overwritten.

    Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_lay(folder / relative, text) for relative, text in starting_files())


def starting_files() -> Iterator[tuple[Path, str]]:
    """Each file's place and text."""
    for written, source in _below(files("monitor") / "_starter", Path()):
        relative = written.with_name(written.name.replace(".example", ""))
        text = source.read_text(encoding="utf-8")
        if relative == Path(CONFIG):
            text = text.replace(*_HEAD).replace(*_CATALOGUE)
        yield relative, text


def _below(folder: Traversable, relative: Path) -> Iterator[tuple[Path, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _below(entry, relative / entry.name)
        else:
            yield relative / entry.name, entry


def _lay(path: Path, text: str) -> Laid:
    path.parent.mkdir(parents=True, exist_ok=True)
    # A password may be written into the configuration one day: it is born private.
    mode = 0o600 if path.name == CONFIG else 0o666
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, mode)
    except FileExistsError:
        return Laid(path, written=False)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        path.unlink()  # half a file would be left alone the next time
        raise
    return Laid(path, written=True)
