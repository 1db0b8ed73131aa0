"""What can go wrong for the person at the command line, each in one sentence with an exit code."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import IO

import click

from monitor.cli.paper import safe_lines

REFUSED = 1
USAGE = 2
TEMPORARY = 75
MISCONFIGURED = 78


class Complaint(click.ClickException):
    """A refusal in one plain sentence that says what to do; ``code`` is the exit code."""

    def __init__(self, sentence: str, exit_code: int = REFUSED) -> None:
        super().__init__(sentence)
        self.code = exit_code

    def show(self, file: IO[str] | None = None) -> None:
        with suppress(OSError):  # the exit code says it, where standard error takes nothing
            click.echo(safe_lines(self.message), file=file or sys.stderr)


def stopped(words: str) -> str:
    """The words with a full stop, unless they end in one."""
    return words if words.endswith((".", "?", "!")) else f"{words}."


def sentence(words: str) -> str:
    """Words of a deeper part as a sentence: a capital and a full stop."""
    return stopped(f"{words[:1].upper()}{words[1:]}")


def near(word: str, known: list[str] | tuple[str, ...], limit: int = 3) -> str:
    """``; near ones: a, b`` for a mistyped word, or nothing."""
    from difflib import get_close_matches

    # In a short word one wrong letter weighs more.
    close = get_close_matches(word, known, limit, 0.6 if len(word) < 5 else 0.7)
    return f"; did you mean {' or '.join(close)}?" if close else ""


def world_faults() -> tuple[type[Exception], ...]:
    """The exceptions by which other parts report the state of the world.

    Looked up when something is raised, so that a command that needs no store does not import one.
    """
    faults: list[type[Exception]] = []
    if "monitor.store" in sys.modules:
        from monitor.store import StoreFault, Unmovable

        faults += [StoreFault, Unmovable]
    if "monitor.config" in sys.modules:
        from monitor.config import ConfigFaults

        faults.append(ConfigFaults)
    return tuple(faults)
