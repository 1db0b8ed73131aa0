"""A person's word before something that cannot be taken back."""

from __future__ import annotations

import sys

import click

from monitor.cli.faults import USAGE, Complaint


def ask(question: str, yes: bool) -> None:
    """Come back where the person agrees, or has done so with ``--yes``; raises Complaint where nobody can be asked."""
    if yes:
        return
    if not (sys.stdin and sys.stdin.isatty()):
        raise Complaint("There is no terminal to ask on: add --yes if that is what you want.", USAGE)
    click.confirm(question, abort=True, err=True)
