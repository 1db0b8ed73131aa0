"""Loads the rule files and the directory from disk: the I/O around rules.schema."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from rules.library import Catalogue, Directory
from rules.model import Fault
from rules.schema import FileKind, SourceText, kind_of, read_catalogue, read_directory

BUILTIN = "builtin"
LARGEST = 5 * 1024 * 1024
SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Library:
    """What was loaded; ``digest`` is the SHA-256 of every text that went in, ``common`` that of agencies, calendar, ladders.

    Where ``faults`` holds more than warnings, the rest is what could be read, fit only to be looked at.
    """

    catalogue: Catalogue
    directory: Directory
    faults: tuple[Fault, ...]
    digest: str
    common: str

    @property
    def is_good(self) -> bool:
        """True if nothing worse than a warning was found."""
        return all(fault.warning for fault in self.faults)


@dataclass(slots=True)
class Shelf:
    """The texts gathered so far, and what kept others from being read."""

    texts: list[SourceText] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def add(self, file: str, kind: FileKind, source: Path | Traversable) -> None:
        """Read one file, or note why it cannot be."""
        try:
            with source.open("rb") as stream:
                content = stream.read(LARGEST + 1)
        except OSError as error:
            self.refuse(file, f"cannot be read: {error.strerror}")
            return
        if len(content) > LARGEST:
            self.refuse(file, f"is larger than {LARGEST // 1024 // 1024} MB")
            return
        try:
            self.texts.append(SourceText(file, kind, content.decode("utf-8")))
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            self.refuse(file, f"is not UTF-8: byte {content[error.start]:#04x}", line)

    def refuse(self, file: str, text: str, line: int = 1) -> None:
        """Note that this file or folder cannot be taken."""
        self.faults.append(Fault(file.encode("utf-8", "backslashreplace").decode(), line, "file", text))


def load_library(
    catalogue: Sequence[str | Path],
    directory: Path | None,
    language: str = "vi",
    *,
    languages: Sequence[str] = (),
    today: date | None = None,
) -> Library:
    """The catalogue of these folders ("builtin" for our own instruments) and the directory of this file.

    Our agencies, calendar and ladders are always there; without a directory the sample one under example.org
    serves. ``language`` is that of officers who do not say, ``languages`` those of the letters (none: not asked).
    What a file knows of an agency cannot be of a day after ``today``. Never raises for what the files hold.
    """
    shelf = Shelf()
    _take_builtin(shelf, instruments=BUILTIN in catalogue)
    for folder in catalogue:
        if folder != BUILTIN:
            _take_folder(shelf, Path(folder))
    rules, faults = read_catalogue(shelf.texts, today)
    source = _directory(shelf, directory)
    people, gaps = read_directory(source, rules, language, languages) if source else (Directory({}), ())
    found = (*shelf.faults, *faults, *gaps)
    texts = [*shelf.texts, source] if source else shelf.texts
    common = [text for text in shelf.texts if text.kind != "instrument"]
    return Library(rules, people, found, _digest(texts), _digest(common))


def builtin(*parts: str) -> Traversable:
    """A file or folder of the catalogue that comes with the program."""
    return files("rules").joinpath("catalogue", *parts)


def _take_builtin(shelf: Shelf, instruments: bool) -> None:
    for relative, source in _builtin_files(builtin(), ""):
        kind = kind_of(relative)
        if relative.startswith(f"{SAMPLE}/") or (kind == "instrument" and not instruments):
            continue
        shelf.add(f"{BUILTIN}/{relative}", kind, source)


def _builtin_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _builtin_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield prefix + entry.name, entry


def _take_folder(shelf: Shelf, folder: Path) -> None:
    try:
        if not folder.is_dir():
            shelf.refuse(str(folder), "there is no such folder")
            return
        root = Path(os.path.realpath(folder, strict=True))
        for path in _folder_files(shelf, folder):
            _take_file(shelf, path, folder, root)
    except OSError as error:
        shelf.refuse(str(error.filename or folder), f"cannot be read: {error.strerror}")


def _folder_files(shelf: Shelf, folder: Path) -> Iterator[Path]:
    """Every *.toml below this folder, hidden files and folders left out, in order of name."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if path.is_symlink():
                # A folder reached twice would give every instrument twice, and a loop would never end.
                shelf.refuse(str(path), "is a link to a folder, which is not followed")
            else:
                yield from _folder_files(shelf, path)
        elif path.suffix == ".toml":
            yield path


def _take_file(shelf: Shelf, path: Path, folder: Path, root: Path) -> None:
    try:
        # Not Path.resolve: before Python 3.13 it turns a link that points at itself into a RuntimeError.
        real = Path(os.path.realpath(path, strict=True))
        regular = stat.S_ISREG(real.stat().st_mode)
    except OSError as error:
        shelf.refuse(str(path), f"cannot be read: {error.strerror}")
        return
    if not real.is_relative_to(root):
        shelf.refuse(str(path), "is a link that leads out of the catalogue folder")
    elif not regular:
        shelf.refuse(str(path), "is no regular file")
    else:
        shelf.add(str(path), kind_of(path.relative_to(folder).as_posix()), real)


def _directory(shelf: Shelf, directory: Path | None) -> SourceText | None:
    """The directory's text; it is kept apart from the catalogue's."""
    own = Shelf()
    if directory is None:
        own.add(f"{BUILTIN}/{SAMPLE}/officers.toml", "directory", builtin(SAMPLE, "officers.toml"))
    elif directory.exists() and not directory.is_file():
        own.refuse(str(directory), "is no regular file")
    else:
        own.add(str(directory), "directory", directory)
    shelf.faults.extend(own.faults)
    return own.texts[0] if own.texts else None


def _digest(texts: Iterable[SourceText]) -> str:
    """Each name and text with its length before it, so that no two lists of texts look alike."""
    sum_ = hashlib.sha256()
    for text in texts:
        for part in (text.kind, text.file, text.text):
            content = part.encode("utf-8", "surrogateescape")
            sum_.update(f"{len(content)}:".encode())
            sum_.update(content)
    return sum_.hexdigest()
