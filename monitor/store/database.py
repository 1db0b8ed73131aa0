"""What a store asks of the database beneath it: SQLite and PostgreSQL answer, and only there do they differ."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from sqlalchemy import Connection, Engine

from monitor.store.faults import StoreFault
from monitor.store.part import Turns


class Database(Turns, ABC):
    """One database. ``upgrades_itself``: whether a daemon may bring its tables up without being asked.

    ``claimed_at_once``: a courier takes at most so many letters together: few where others would be left without.
    """

    engine: Engine
    name: str
    single_daemon: bool
    upgrades_itself: bool

    @abstractmethod
    def transaction(
        self, *, writing: bool, deciding: bool = False, alone: bool = False
    ) -> AbstractContextManager[Connection]:
        """One transaction: committed at the end when ``writing``, rolled back on any exception, else read only.

        ``deciding`` ones may change cases and what waits of them; ``alone`` ones wait until no other decides.
        """

    @abstractmethod
    def daemon_lock(self) -> AbstractContextManager[None]:
        """Held by a running daemon; raises StoreFault (75) where there may be one and another has it."""

    @abstractmethod
    def is_served(self) -> bool:
        """Whether a daemon, or one pass of one, runs on this database at this moment."""

    @abstractmethod
    def changes(self, commits: int) -> int:
        """A number that is another one whenever somebody has changed something; ``commits``: this store's own."""

    @abstractmethod
    def holder_mark(self) -> str:
        """What a courier's name ends in, so that others can tell whether it is still there; may be empty."""

    @abstractmethod
    def refuse_unfit(self, connection: Connection) -> None:
        """Raises StoreFault (78) where this database cannot serve at all."""

    @abstractmethod
    def refuse_empty(self, *, by_hand: bool) -> None:
        """Raises StoreFault (78) where a database without tables is none to make them in; ``by_hand``: it was asked."""

    @abstractmethod
    def refuse_damaged(self, connection: Connection) -> None:
        """Raises StoreFault (78) where a quick look through all of it finds damage."""

    @abstractmethod
    def faults(self, connection: Connection) -> tuple[str, ...]:
        """What the database's own checks find, a sentence each; empty when it is sound."""

    @abstractmethod
    def fault_of(self, error: BaseException | None, name: str) -> StoreFault | None:
        """The fault of the world behind an error of the driver; None where the error is a bug."""

    @abstractmethod
    def keep_copy(self, revision: str) -> None:
        """Put a copy aside before an upgrade, where that is this program's business."""

    @abstractmethod
    def backup(self, path: Path) -> None:
        """A consistent copy into a new file; raises StoreFault where that is not to be had so."""

    @abstractmethod
    def last_numbers(self, connection: Connection) -> Mapping[str, int]:
        """The last number that was given in each table that never gives one twice."""

    @abstractmethod
    def go_on_from(self, connection: Connection, last: Mapping[str, int]) -> None:
        """Give no number of these or below any more."""

    @abstractmethod
    def close(self) -> None:
        """Let go of every connection."""
