"""How long a command takes that a person types, against an interpreter that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.measure import Goal, Line, Table, in_turns, shown

RUNS = 15
NOTHING = (sys.executable, "-c", "pass")
COMMANDS: tuple[tuple[tuple[str, ...], Goal], ...] = (
    (("--version",), Goal(8)),
    (("--help",), Goal(8)),
    (("list", "--limit", "20"), Goal(45)),
)


def bench(folder: Path, store: Path, cases: int, runs: int = RUNS) -> Table:
    """Each command once per turn, each time in a new process; ``store`` is what `list` reads."""
    config = config_over(folder, store)
    timings = in_turns(
        [
            lambda: _run(NOTHING, config),
            *(lambda words=words: type_in(words, config) for words, _ in COMMANDS),
        ],
        runs,
    )
    nothing = timings[0]
    lines = [Line("python -c pass", shown(nothing.median), nothing.spread)]
    for (words, goal), timing in zip(COMMANDS, timings[1:], strict=True):
        name = f"duewatch {' '.join(words)}"
        ratio = timing.median / nothing.median
        lines.append(Line(name, shown(timing.median), timing.spread, ratio, "python -c pass", goal))
    return Table(f"Command start-up; the store holds {cases} cases", tuple(lines))


def config_over(folder: Path, store: Path) -> Path:
    """A configuration that names this store."""
    config = folder / "config.toml"
    config.write_text(f'[store]\nurl = "sqlite:///{store}"\n', "utf-8")
    return config


def type_in(words: Sequence[str], config: Path) -> None:
    """Give a command in a process of its own, as a person does; it must succeed."""
    _run((*_program(), *words), config)


def _program() -> tuple[str, ...]:
    """The installed command, or the module where it is not installed."""
    command = Path(sys.executable).with_name("duewatch")
    return (str(command),) if command.exists() else (sys.executable, "-m", "monitor")


def _run(command: tuple[str, ...], config: Path) -> None:
    environ = {**os.environ, "DUEWATCH_CONFIG": str(config)}
    done = subprocess.run(
        command, cwd=config.parent, env=environ, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} ended with {done.returncode}: {done.stderr[:500]}")
