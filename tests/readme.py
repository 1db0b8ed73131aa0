"""The README's console blocks, run again: `python -m tests.readme` writes what really comes out.

They run one after the other in one empty folder, with the wall clock standing at one moment of June 2016.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.daemon.turned import WallClock, built, local

README = Path(__file__).parents[1] / "README.md"
MOMENT = "2016-06-22T09:00"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """One command of the README and the lines that stand below it."""

    command: str
    lines: str


def shown(block: str) -> Iterator[Shown]:
    """The commands of one block, each begun by "$ "."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, lines = part.partition("\n")
        yield Shown(command, lines)


def blocks(text: str) -> tuple[tuple[Shown, ...], ...]:
    return tuple(tuple(shown(found[1])) for found in _BLOCK.finditer(text))


def run(commands: tuple[tuple[Shown, ...], ...], folder: Path) -> tuple[tuple[Shown, ...], ...]:
    """The same commands with what they print now."""
    for name in ("scratch", "clock", "home"):
        (folder / name).mkdir()
    clock = WallClock(built(folder / "clock"), folder / "clock", local(MOMENT))
    clock.turn(local(MOMENT), pace=0.0)
    environ = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(folder / "home"),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
        "SUDO_USER": "ntlan",
        **clock.environ,
    }
    return tuple(tuple(_again(one, folder / "scratch", environ) for one in block) for block in commands)


def _again(one: Shown, folder: Path, environ: dict[str, str]) -> Shown:
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", one.command],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=100,
        check=False,
    )
    lines = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
    return Shown(one.command, lines)


def rewritten(text: str, results: tuple[tuple[Shown, ...], ...]) -> str:
    """The README with the lines that really come out."""
    fresh = iter(results)

    def block(_: re.Match[str]) -> str:
        return "```console\n" + "".join(f"$ {one.command}\n{one.lines}" for one in next(fresh)) + "```"

    return _BLOCK.sub(block, text)


if __name__ == "__main__":
    written = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        README.write_text(rewritten(written, run(blocks(written), Path(scratch))), encoding="utf-8")
