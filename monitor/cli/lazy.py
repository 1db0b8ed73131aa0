"""Commands that are imported when they are called: start-up counts, also at each Tab of a shell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

import click

from monitor.cli.faults import near


@dataclass(frozen=True, slots=True)
class Door:
    """A command's name, the module and name it is found under, and what it does in a few words."""

    name: str
    module: str
    attribute: str
    says: str

    def open(self) -> click.Command:
        command = getattr(import_module(f"monitor.cli.{self.module}"), self.attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.name} is not a command")
        return command


@dataclass(frozen=True, slots=True)
class Shelf:
    """A group of commands under one head of the help page."""

    head: str
    doors: tuple[Door, ...]


class LazyGroup(click.Group):
    """A group that knows its commands' names and help lines without importing them."""

    shelves: tuple[Shelf, ...] = ()

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [door.name for shelf in self.shelves for door in shelf.doors]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        for shelf in self.shelves:
            for door in shelf.doors:
                if door.name == cmd_name:
                    return door.open()
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        widest = max(len(name) for name in self.list_commands(ctx))
        for shelf in self.shelves:
            with formatter.section(shelf.head):
                formatter.write_dl([(door.name.ljust(widest), door.says) for door in shelf.doors])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return resolved(self, ctx, args)


class SubGroup(click.Group):
    """A command with commands of its own, which answers an unknown one in the same words."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        return resolved(self, ctx, args)


def resolved(
    group: click.Group, ctx: click.Context, args: Sequence[str]
) -> tuple[str | None, click.Command | None, list[str]]:
    """The command that was named; raises UsageError that offers the nearest ones."""
    name, *rest = args
    command = group.get_command(ctx, name)
    if command is None and not ctx.resilient_parsing:
        known = group.list_commands(ctx)
        offer = near(name, known) or f"; it knows {', '.join(known)}"
        raise click.UsageError(f"there is no command {name!r}{offer.rstrip('.')}", ctx)
    return (name if command else None), command, rest
