"""Cases that are alike: what the catalogue asks of one of them, it asks of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rules.model import Case

# Number, key and agency: all in which peers differ.
Place = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class Peers:
    """Cases that differ in nothing but their places; ``first`` is the case of the first of them."""

    first: Case
    places: tuple[Place, ...]

    def at(self, place: Place) -> Case:
        """The case of that place."""
        number, key, agency = place
        return replace(self.first, number=number, key=key, agency=agency)


def alone(cases: Iterable[Case]) -> tuple[Peers, ...]:
    """Each case without peers."""
    return tuple(Peers(case, ((case.number, case.key, case.agency),)) for case in cases)
