"""What a shell offers at Tab: case keys and instruments from the store, officers, agencies. It never complains."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class, split_arg_string

from monitor.cli.faults import Complaint, world_faults
from monitor.cli.paper import safe, shortened
from monitor.cli.wiring import wiring_of

COMPLETIONS = 50


def cases(ctx: click.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Keys that begin like this, each with its task."""
    begun = "".join(sign for sign in incomplete if sign not in "*?")
    wiring = wiring_of(ctx)
    try:
        if not wiring.has_store():
            return
        with wiring.ledger() as ledger:
            found = ledger.matching(f"{begun}*")[:COMPLETIONS]
    except (Complaint, OSError):
        return
    except world_faults():
        return
    for case in found:
        yield case.key, shortened(safe(case.brief.task), 60)


def officers(ctx: click.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Officers whose id begins like this, each with the name."""
    wiring = wiring_of(ctx)
    try:
        known = wiring.library.directory.officers.values()
    except (Complaint, OSError):
        return
    except world_faults():
        return
    for officer in known:
        if officer.id.startswith(incomplete):
            yield officer.id, safe(officer.name)


def agencies(ctx: click.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Agencies whose id begins like this, each with its name; rosters behind an "@"."""
    wiring = wiring_of(ctx)
    try:
        catalogue = wiring.library.catalogue
    except (Complaint, OSError):
        return
    except world_faults():
        return
    rosters = [(f"@{roster}", "") for roster in catalogue.rosters]
    names = [(agency.id, safe(agency.name)) for agency in catalogue.agencies.values()]
    yield from (pair for pair in (*names, *rosters) if pair[0].startswith(incomplete))


def instruments(ctx: click.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Instruments that have cases and whose id begins like this."""
    wiring = wiring_of(ctx)
    try:
        if not wiring.has_store():
            return
        with wiring.ledger() as ledger:
            known = ledger.instruments()
    except (Complaint, OSError):
        return
    except world_faults():
        return
    yield from ((id_, "") for id_ in sorted(known) if id_.startswith(incomplete))


class WholeKeys(BashComplete):
    """Completion for bash, which breaks words at "@": the parts of a case key are put together again."""

    def get_completion_args(self) -> tuple[list[str], str]:
        words = split_arg_string(os.environ["COMP_WORDS"])
        place = int(os.environ["COMP_CWORD"])
        joined: list[str] = []
        for word in words[1 : place + 1]:
            # "--agency @provinces": nothing is ever glued to an option's name.
            if joined and ((word.startswith("@") and joined[-1][:2] != "--") or joined[-1].endswith("@")):
                joined[-1] += word
            else:
                joined.append(word)
        if place >= len(words):
            return joined, ""
        return joined[:-1], joined[-1]

    def format_completion(self, item: CompletionItem) -> str:
        # bash replaces only what follows its last break.
        words = split_arg_string(os.environ["COMP_WORDS"])
        place = int(os.environ["COMP_CWORD"])
        broken = place < len(words) and place > 1 and ("@" in (words[place][:1], words[place - 1][-1:]))
        value = item.value.rpartition("@")[2] if broken else item.value
        return f"{item.type},{value}"


def install() -> None:
    """Makes bash's completion ours."""
    add_completion_class(WholeKeys, "bash")
