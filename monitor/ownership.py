"""Whether monitor, rules and notifiers are ours: public packages of those names exist.

Installed over ours they replace it without an error, and uninstalled they take ours away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata, util
from pathlib import Path

OURS = "duewatch"
PACKAGES = ("monitor", "rules", "notifiers")
_HOME = Path(__file__).resolve().parent.parent
_ADVICE = "install duewatch alone, in a virtual environment of its own"


def foreign_owners() -> tuple[str, ...]:
    """A plain sentence for each of our packages that is, or may be, somebody else's; none if all are ours."""
    return owners_apart_from_us(
        metadata.packages_distributions(), {name: _place(name) for name in PACKAGES}, _HOME
    )


def owners_apart_from_us(
    distributions: Mapping[str, Sequence[str]], places: Mapping[str, Path | None], home: Path
) -> tuple[str, ...]:
    """The same, for these owners and places of the packages.

    A checkout need not be installed, and an editable install names no packages: then only the place counts.
    """
    return tuple(_sentences(distributions, places, home))


def _sentences(
    distributions: Mapping[str, Sequence[str]], places: Mapping[str, Path | None], home: Path
) -> Iterator[str]:
    for name in PACKAGES:
        others = sorted({owner for owner in distributions.get(name, ()) if _normal(owner) != OURS})
        if others:
            yield f'The package "{name}" also belongs to the distribution {", ".join(others)}: {_ADVICE}.'
        place = places.get(name)
        if place is None:
            yield f'The package "{name}" is missing or incomplete: {_ADVICE}.'
        elif place != home / name:
            yield f'The package "{name}" is loaded from {place}, not from {home / name}: {_ADVICE}.'


def _place(name: str) -> Path | None:
    """The folder from which this package is loaded; None where there is none, or none with an __init__.py."""
    try:
        spec = util.find_spec(name)
    except (ImportError, ValueError):
        return None
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).resolve().parent


def _normal(distribution: str | None) -> str:
    return re.sub(r"[-_.]+", "-", distribution or "").lower()
