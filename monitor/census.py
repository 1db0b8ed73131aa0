"""The counts and ages that a watcher of the watcher asks of the store, taken in one view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from monitor.clock import Clock
from monitor.hold import stored_hold
from monitor.house import House
from monitor.reaching import counted
from monitor.store import Ledger, Store
from monitor.store.gauges import UNSERVED, Rows
from rules.digest import HORIZON_WORKING_DAYS
from rules.model import OPEN, Status

FAILING_AFTER = timedelta(hours=1)
RECOUNT_S = 15.0


@dataclass(frozen=True, slots=True)
class Post:
    """How the letters get on: how many wait that should have gone, since when, and since when none was accepted.

    ``unserved``: the oldest moment that nobody has been told of yet, be it an unread case or an unsent letter.
    """

    waiting: int
    unserved: datetime | None
    accepted: datetime | None

    @property
    def failing(self) -> datetime | None:
        """Since when something waits and nothing goes; None while nothing waits."""
        if self.unserved is None or self.accepted is None:
            return self.unserved
        return max(self.unserved, self.accepted)

    def has_failed(self, moment: datetime) -> bool:
        """Whether nothing has been accepted for an hour although something waits."""
        return self.failing is not None and moment - self.failing >= FAILING_AFTER


def post_of(ledger: Ledger, moment: datetime) -> Post:
    """How the letters get on at this moment."""
    return _post(ledger.due(moment), ledger.unsettled(moment), ledger.last_accepted())


def _post(due: Rows, unsettled: Mapping[str, Rows], accepted: datetime | None) -> Post:
    letters = [unsettled[state] for state in UNSERVED if state in unsettled]
    moments = [rows.since for rows in (due, *letters) if rows.since is not None]
    return Post(sum(rows.count for rows in letters), min(moments, default=None), accepted)


@dataclass(frozen=True, slots=True)
class Totals:
    """What costs the more to count the more is stored: open cases by status, rows of the outbox by state."""

    cases: Mapping[Status, int]
    outbox: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Census:
    """Everything that `/metrics` shows of the store, as of ``moment``."""

    moment: datetime
    totals: Totals
    due: Rows
    unsettled: Mapping[str, Rows]
    post: Post
    set_aside: int
    held: bool
    unreached: int | None
    decided_until: date
    provisional: bool
    sealed: date | None = None


class CensusTaker:
    """Counts; what is dear to count at most every fifteen seconds, however often somebody asks."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._counted: tuple[float, Totals] | None = None

    def take(self, store: Store, house: House) -> Census:
        """One view of the store; called in the store's thread. Raises StoreFault."""
        moment = self._clock.now()
        workdays = house.setting.workdays
        today = house.setting.legal_day(moment)
        with store.reading() as ledger:
            seal = ledger.last_seal()
            due, unsettled = ledger.due(moment), ledger.unsettled(moment)
            return Census(
                moment=moment,
                totals=self._totals(ledger, today),
                due=due,
                unsettled=unsettled,
                post=_post(due, unsettled, ledger.last_accepted()),
                set_aside=len(ledger.set_aside_cases()),
                held=stored_hold(ledger) is not None,
                unreached=counted(ledger),
                decided_until=workdays.known_until,
                provisional=workdays.is_provisional(workdays.shift(today, HORIZON_WORKING_DAYS)),
                sealed=seal.day if seal is not None else None,
            )

    def _totals(self, ledger: Ledger, today: date) -> Totals:
        now = self._clock.monotonic()
        if self._counted is None or now - self._counted[0] >= RECOUNT_S:
            totals = ledger.totals(today)
            cases = {status: totals[status] for status in OPEN}
            self._counted = now, Totals(cases, ledger.outbox_counts())
        return self._counted[1]
