"""Finding and counting cases by what people ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from sqlalchemy import ColumnElement, and_, func, or_, select, true

from monitor.claim import Tally
from monitor.store.cases import READ, Cases
from monitor.store.standing import DATED, Standing
from monitor.store.tables import cases, co_leads, has_ends
from rules.model import Case, Kind, Status

STATUSES: tuple[Status, ...] = (
    "open-late",
    "open-in-time",
    "undated",
    "not-running",
    "continuous",
    "done-in-time",
    "done-late",
    "done-undated",
    "withdrawn",
)


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases are wanted; None: all. ``due_before`` is strict, ``due_from`` is not.

    ``agencies`` are leads, the further ones of a joint lead too; besides theirs, the cases of ``owned`` agencies that
    are assigned to none of the ``others``, and those assigned to the ``owner``. ``keys_of``: only those assigned to
    this officer.
    ``ends_by``: open ones with a snooze or promise that ends on or before that day.
    Order "due": late ones first, the longest overdue at the head; then by last day; then, by day too, those that
    nobody is chased for (targets, forecasts); then undated, not yet running, continuous, done, withdrawn.
    Order "number": as they were opened.
    """

    today: date
    status: Status | None = None
    agencies: tuple[str, ...] | None = None
    owned: tuple[str, ...] = ()
    owner: str | None = None
    others: tuple[str, ...] = ()
    instrument: str | None = None
    obligation: str | None = None
    due_before: date | None = None
    due_from: date | None = None
    kinds: tuple[Kind, ...] | None = None
    unconfirmed: bool | None = None
    keys_of: str | None = None
    ends_by: date | None = None
    limit: int | None = None
    order: Literal["due", "number"] = "due"


@dataclass(frozen=True, slots=True)
class Reach:
    """How many open cases somebody looks after, and how they stand."""

    open: int
    overdue: int
    due_soon: int
    unconfirmed: int


def _status_is(status: Status, today: date) -> ColumnElement[bool]:
    standing = cases.c.standing
    match status:
        case "open-in-time":
            return and_(standing.in_(DATED), cases.c.last_day >= today)
        case "open-late":
            return and_(standing.in_(DATED), cases.c.last_day < today)
        case "done-in-time":
            return and_(standing == Standing.DONE, cases.c.closed_on <= cases.c.last_day)
        case "done-late":
            return and_(standing == Standing.DONE, cases.c.closed_on > cases.c.last_day)
        case "undated":
            return standing == Standing.UNDATED
        case "done-undated":
            return standing == Standing.DONE_UNDATED
        case "continuous":
            return standing == Standing.CONTINUOUS
        case "not-running":
            return standing == Standing.NOT_RUNNING
        case "withdrawn":
            return standing == Standing.WITHDRAWN
        case _:
            assert_never(status)


def _looked_after(wanted: CaseFilter, agencies: tuple[str, ...]) -> Iterator[ColumnElement[bool]]:
    yield from _led_by(agencies)
    if wanted.owned:
        nobody_elses = or_(cases.c.assigned.is_(None), cases.c.assigned.not_in(wanted.others))
        yield and_(nobody_elses, or_(*_led_by(wanted.owned)))
    if wanted.owner is not None:
        yield cases.c.assigned == wanted.owner


def _led_by(agencies: tuple[str, ...]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    shared = select(co_leads.c.number).where(co_leads.c.agency.in_(agencies))
    return cases.c.agency.in_(agencies), cases.c.number.in_(shared)


def _conditions(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.status is not None:
        found.append(_status_is(wanted.status, wanted.today))
    if wanted.agencies is not None:
        found.append(or_(*_looked_after(wanted, wanted.agencies)))
    if wanted.instrument is not None:
        found.append(cases.c.instrument == wanted.instrument)
    if wanted.obligation is not None:
        found.append(cases.c.obligation == wanted.obligation)
    if wanted.due_before is not None:
        found.append(cases.c.last_day < wanted.due_before)
    if wanted.due_from is not None:
        found.append(cases.c.last_day >= wanted.due_from)
    if wanted.kinds is not None:
        found.append(cases.c.kind.in_(wanted.kinds))
    if wanted.unconfirmed is not None:
        found.append(cases.c.unconfirmed.is_(wanted.unconfirmed))
    if wanted.ends_by is not None:
        found.append(and_(has_ends, cases.c.ends <= wanted.ends_by))
    if wanted.keys_of is not None:
        found.append(cases.c.assigned == wanted.keys_of)
    return found


class Queries(Cases):
    """What `list`, letters and reports ask."""

    def find(self, wanted: CaseFilter) -> tuple[Case, ...]:
        """The cases that fit; in order "due" the index gives them ready sorted, however many there are."""
        query = select(*READ).where(true(), *_conditions(wanted))
        if wanted.order == "due":
            query = query.order_by(cases.c.standing, cases.c.last_day, cases.c.number)
        else:
            query = query.order_by(cases.c.number)
        return self._decoded(
            self.connection.execute(query if wanted.limit is None else query.limit(wanted.limit))
        )

    def assignees(self) -> frozenset[str]:
        """The officers to whom any case is assigned, open or not."""
        query = select(cases.c.assigned).where(cases.c.assigned.is_not(None)).distinct()
        return frozenset(self.connection.execute(query).scalars())

    def count(self, wanted: CaseFilter) -> int:
        """How many fit, whatever the limit."""
        query = select(func.count()).select_from(cases).where(true(), *_conditions(wanted))
        return int(self.connection.execute(query).scalar_one())

    def reach(self, wanted: CaseFilter, horizon: date) -> Reach:
        """How many of the wanted cases are open, late, due by ``horizon``, late but only counted: in one look."""
        is_late = and_(cases.c.standing.in_(DATED), cases.c.last_day < wanted.today)
        is_soon = and_(
            cases.c.standing.in_(DATED), cases.c.last_day >= wanted.today, cases.c.last_day <= horizon
        )
        grouped = (
            select(
                is_late.label("late"), is_soon.label("soon"), cases.c.unconfirmed, func.count().label("many")
            )
            .where(cases.c.standing <= Standing.CONTINUOUS, *_conditions(wanted))
            .group_by("late", "soon", cases.c.unconfirmed)
        )
        total = overdue = due_soon = unconfirmed = 0
        for late, soon, only_counted, many in self.connection.execute(grouped):
            total += many
            due_soon += many if soon else 0
            overdue += many if late and not only_counted else 0
            unconfirmed += many if late and only_counted else 0
        return Reach(total, overdue, due_soon, unconfirmed)

    def tally(self, instrument: str, obligation: str, period: str | None, today: date) -> Tally:
        """How a collective obligation stands; withdrawn cases do not count, unconfirmed ones count apart."""
        is_late = and_(cases.c.standing.in_(DATED), cases.c.last_day < today)
        grouped = (
            select(cases.c.standing, cases.c.unconfirmed, is_late.label("late"), func.count().label("many"))
            .where(
                cases.c.instrument == instrument,
                cases.c.obligation == obligation,
                cases.c.period.is_not_distinct_from(period),
            )
            .group_by(cases.c.standing, cases.c.unconfirmed, "late")
        )
        of = done = late = in_time = unconfirmed = 0
        for standing, only_counted, overdue, many in self.connection.execute(grouped):
            if standing == Standing.WITHDRAWN:
                continue
            of += many
            if standing in {Standing.DONE, Standing.DONE_UNDATED}:
                done += many
            elif only_counted:
                unconfirmed += many
            elif overdue:
                late += many
            elif standing in DATED:
                in_time += many
        return Tally(of, done, late, in_time, unconfirmed)

    def totals(self, today: date, kinds: Sequence[Kind] | None = None) -> Mapping[Status, int]:
        """How many cases stand where, every status named; ``kinds`` None: of any kind."""
        chosen = None if kinds is None else tuple(kinds)
        return {status: self.count(CaseFilter(today, status, kinds=chosen)) for status in STATUSES}
