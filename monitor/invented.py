"""Officers who do not exist: those of the sample directory, and addresses under names that nobody can have."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from monitor.config import Config
from rules.library import Directory

# RFC 2606 and 6761 keep these for examples and tests.
RESERVED = ("example.org", "example.com", "example.net", "example", "test", "invalid")


@dataclass(frozen=True, slots=True)
class Invented:
    """What is so, and what a person does about it."""

    found: str
    advice: str


def invented(config: Config, directory: Directory) -> Invented | None:
    """Whether letters go to people who cannot read them; None where every officer may be a true one."""
    if config.directory_file is None:
        return Invented(
            "the sample directory is in use, and its officers are invented",
            f"name your own in {config.base / 'directory.toml'} (`duewatch init` writes one)",
        )
    under = Counter(
        name
        for officer in directory.officers.values()
        if (name := _reserved(officer.email.rpartition("@")[2].lower())) is not None
    )
    if not under:
        return None
    many, of = under.total(), len(directory.officers)
    verb = "has an address" if many == 1 else "have addresses"
    return Invented(
        f"{many} of {of} officers {verb} under {', '.join(sorted(under))}, which only examples use",
        f"write their own into {config.directory_file}, or take them out",
    )


def _reserved(domain: str) -> str | None:
    return next((name for name in RESERVED if domain == name or domain.endswith(f".{name}")), None)
