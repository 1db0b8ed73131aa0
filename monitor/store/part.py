"""What every part of a ledger shares: the transaction's connection, the briefs, and what was read in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from monitor.store.briefs import Briefs, Shelf

T = TypeVar("T")
CHUNK = 500

Cold = tuple[object, ...]


@dataclass(slots=True)
class Reads:
    """What was read of each case in this transaction: its indexed columns, for an update that leaves them alone is
    cheaper; and, by key, the hash of its last fact, to which the next one is chained.
    """

    cold: dict[int, Cold] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)


class Turns(Protocol):
    """Whose turn it is where several programs write one database, and how many letters a courier takes per turn."""

    claimed_at_once: int

    def take_alone(self, connection: Connection) -> None:
        """Wait until nobody else decides or claims; until the transaction's end nobody will."""
        ...

    def gone(self, connection: Connection) -> Sequence[str]:
        """The names of couriers that have claimed letters and are certainly not there any more."""
        ...


class Part:
    """A ledger's part works on one connection, inside the transaction that the store has begun.

    ``deciding``: what is read may be changed in this transaction, so nobody else may change it meanwhile.
    """

    def __init__(self, connection: Connection, shelf: Shelf, turns: Turns, *, deciding: bool) -> None:
        self.connection = connection
        self.briefs = Briefs(connection, shelf)
        self.turns = turns
        self.deciding = deciding
        self.reads = Reads()


def chunks(values: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """The values in portions: a statement takes only so many."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def the_date(value: object) -> date:
    """A column that the schema promises to be a day."""
    if not isinstance(value, date):
        raise TypeError("a day is wanted")
    return value
