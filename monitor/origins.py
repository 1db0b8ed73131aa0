"""Where a setting comes from: command line, environment, credentials and file, laid over each other."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from monitor.mistakes import key_text
from rules.lines import KeyPath, Lines
from rules.model import Fault

SYSTEM_FILE = Path("/etc/duewatch/config.toml")
PREFIX = "DUEWATCH_"
NOT_KEYS = frozenset({"DUEWATCH_CONFIG"})  # environment variables of ours that are no key of the file
_PASSWORD_IN_URL = re.compile(r"://[^/@\s]*:[^/@\s]+@|[?&]password=")
_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")

Value = str | int | float | bool | date | time | datetime | list["Value"] | dict[str, "Value"]
Tree = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one value was written: ``file`` and ``line`` for a Fault, ``note`` for its sentence."""

    file: str
    line: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A value given outside the file, as text, under its key path ("email", "port")."""

    path: tuple[str, ...]
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """The configuration file's content; without a file an empty one."""

    path: Path | None = None
    tree: Tree = field(default_factory=dict)
    lines: Lines = field(default_factory=lambda: Lines(""))
    private: bool = True
    faults: tuple[Fault, ...] = ()

    def origin(self, path: KeyPath) -> Origin:
        """The place of a key, or of the nearest table around it."""
        return Origin(str(self.path) if self.path else "defaults", self.lines.of(path))

    def fault(self, path: KeyPath, sentence: str) -> Fault:
        """What is wrong with a key as the file has it."""
        place = self.origin(path)
        return Fault(place.file, place.line, key_text(path), sentence)


def find_file(named: Path | None, environ: Mapping[str, str]) -> tuple[Path | None, str]:
    """The configuration file to read, and who named it ("" where it was only looked for)."""
    if named is not None:
        return named, "--config"
    if environ.get("DUEWATCH_CONFIG"):
        return Path(environ["DUEWATCH_CONFIG"]), "$DUEWATCH_CONFIG"
    for place in (Path("config.toml"), SYSTEM_FILE):
        if os.path.lexists(place):
            return place, ""
    return None, ""


def read_file(path: Path, namer: str) -> ConfigFile:
    """Read and parse; what is wrong with the file as a whole becomes its faults."""
    by = f" (named by {namer})" if namer else ""
    try:
        with path.open("rb") as file:
            private = not os.fstat(file.fileno()).st_mode & (stat.S_IRGRP | stat.S_IROTH)
            content = file.read()
    except FileNotFoundError:
        return _unusable(path, 1, f"there is no such file{by}")
    except OSError as fault:
        return _unusable(path, 1, f"cannot be read{by}: {fault.strerror or fault}")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        return _unusable(path, content.count(b"\n", 0, fault.start) + 1, "is not UTF-8 text")
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        place = _PLACE.search(str(fault))
        line = int(place["line"]) if place and place["line"] else text.count("\n") + 1
        return _unusable(path, line, f"is not TOML: {_PLACE.sub('', str(fault))}")
    except RecursionError:
        return _unusable(path, 1, "is nested too deeply")
    return ConfigFile(path, tree, Lines(text), private)


def written_outside(environ: Mapping[str, str], overrides: Mapping[str, str]) -> Iterator[Written]:
    """Everything given outside the file, weakest first: credentials, environment, command line.

    Raises OSError where a credential cannot be read.
    """
    yield from _credentials(environ)
    for name in sorted(environ):
        if name.startswith(PREFIX) and name not in NOT_KEYS:
            path = tuple(name.removeprefix(PREFIX).lower().split("__"))
            shown = key_text((name,))
            yield Written(path, environ[name], Origin(f"${shown}", note=f"from the environment: {shown}"))
    for key, text in overrides.items():
        yield Written(tuple(key.split(".")), text, Origin("command line", note="from the command line"))


def _credentials(environ: Mapping[str, str]) -> Iterator[Written]:
    # No look at the mode here: systemd opens a credential to its service's user by an access list, whose
    # mask shows as the group's bits although nobody else can read it.
    folder = environ.get("CREDENTIALS_DIRECTORY", "")
    if not folder or not Path(folder).is_dir():
        return
    for file in sorted(Path(folder).iterdir()):
        if "__" in file.name and file.is_file():
            try:
                text = file.read_text(encoding="utf-8").removesuffix("\n").removesuffix("\r")
            except UnicodeDecodeError:
                raise OSError(0, "it is not UTF-8 text", str(file)) from None
            note = f"from the credential {file.name}"
            yield Written(tuple(file.name.split("__")), text, Origin(str(file), note=note))


def secrets_in_the_open(file: ConfigFile) -> Iterator[Fault]:
    """A password in a file that its group or others can read."""
    if file.private:
        return
    email, store = file.tree.get("email"), file.tree.get("store")
    advice = f"chmod 600 {file.path}, or give it as a systemd credential or in the environment"
    if isinstance(email, dict) and email.get("password"):
        yield file.fault(("email", "password"), f"others can read this file: {advice}")
    if isinstance(store, dict) and _PASSWORD_IN_URL.search(str(store.get("url"))):
        yield file.fault(("store", "url"), f"holds a password, and others can read this file: {advice}")


def _unusable(path: Path, line: int, sentence: str) -> ConfigFile:
    return ConfigFile(path, faults=(Fault(str(path), line, "config", sentence),))
