"""How far long work has come: on a terminal, on standard error, from the second second on."""

from __future__ import annotations

import sys
from time import monotonic

import click

_PATIENCE = 1.0
_PAUSE = 0.2
_WIDTH = 30


class Progress:
    """A bar that draws itself over itself; quiet where nobody watches or the work is short."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._watched = bool(sys.stderr and sys.stderr.isatty())
        self._shows_from = monotonic() + _PATIENCE
        self._drawn = False

    def at(self, share: float, words: str = "") -> None:
        """Draws the share (0 to 1) that is done."""
        if not self._watched or monotonic() < self._shows_from:
            return
        self._shows_from = monotonic() + _PAUSE
        share = min(max(share, 0.0), 1.0)
        full = round(share * _WIDTH)
        bar = "#" * full + "-" * (_WIDTH - full)
        click.echo(f"\r\x1b[K{self._label} [{bar}] {share:4.0%} {words}", err=True, nl=False)
        self._drawn = True

    def clear(self) -> None:
        """Takes the bar away, so that a line can be printed or the work is over."""
        if self._drawn:
            click.echo("\r\x1b[K", err=True, nl=False)
            self._drawn = False
