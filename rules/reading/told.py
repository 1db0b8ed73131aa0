"""What a clause says of bodies, and the part each plays in it."""

from __future__ import annotations

from dataclasses import dataclass

from rules.reading.bodies import Body, Group


@dataclass(frozen=True, slots=True)
class Told:
    """What a clause says of bodies: who leads, who helps, who receives; ``ordered``: an order names the lead."""

    leads: tuple[Body, ...] = ()
    cooperating: tuple[Body, ...] = ()
    receivers: tuple[Body, ...] = ()
    ordered: bool = False
    predicate: int | None = None
    speakers: tuple[Body, ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """The groups of a clause by their part in it."""

    subject: Group | None = None
    speaker: Group | None = None
    ordered: Group | None = None
    steered: Group | None = None
    doer: Group | None = None
    cooperating: tuple[Body, ...] = ()
    receivers: tuple[Body, ...] = ()
