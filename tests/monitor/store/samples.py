"""Cases, facts and notices for tests of the store: plain, and as many as wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import event

from monitor.store import Change, Ledger, Store
from rules.facts import CaseOpened
from rules.model import CLOCK, Brief, Case, Deadline, Kind, Step
from rules.notices import Notice, stage_notice
from rules.stage_facts import StageReached
from rules.term import Continuous, OnDay, Term, Undated

NOW = datetime(2016, 5, 25, 1, 0, tzinfo=UTC)
DUE = date(2016, 6, 30)
MINUTE = timedelta(minutes=1)
LEASE = timedelta(minutes=15)


def a_brief(
    *,
    instrument: str = "nq-23-2016",
    obligation: str = "1",
    period: str | None = None,
    due: date | None = DUE,
    term: Term | None = None,
    kind: Kind = "obligation",
    collective: tuple[str, ...] = (),
    joint: tuple[str, ...] = (),
    task: str = "Liên thông văn bản điện tử",
) -> Brief:
    because = (Step("before 1 July 2016 means 30 June", "trước ngày 1/7/2016 nghĩa là hết ngày 30/6"),)
    return Brief(
        instrument=instrument,
        obligation=obligation,
        period=period,
        number="23/NQ-CP",
        instrument_kind="resolution",
        title="Nghị quyết",
        issuer="chinh-phu",
        issued=date(2016, 3, 30),
        source="the gazette",
        task=task,
        kind=kind,
        deadline=Deadline(due, due, because),
        term=term or (Undated() if due is None else OnDay(due)),
        collective=collective,
        joint=joint,
    )


def a_case(
    agency: str = "bo-y-te",
    *,
    brief: Brief | None = None,
    due: date | None = DUE,
    next_look: datetime | None = None,
    closed_on: date | None = None,
    withdrawn: bool = False,
    waits_for: str | None = None,
) -> Case:
    brief = brief or a_brief(due=due)
    period = "" if brief.period is None else f"#{brief.period}"
    return Case(
        key=f"{brief.instrument}/{brief.obligation}@{agency}{period}",
        agency=agency,
        brief=brief,
        last_day=due,
        safe_day=due,
        because=brief.deadline.because,
        opened=NOW,
        next_look=next_look,
        closed_on=closed_on,
        withdrawn=withdrawn,
        waits_for=waits_for,
    )


def continuous() -> Continuous:
    return Continuous(date(2016, 1, 1), date(2020, 12, 31))


def opened(case: Case) -> CaseOpened:
    return CaseOpened(case.key, NOW.date(), case.agency, case.last_day, case.safe_day)


def a_stage(
    case: Case,
    stage: str = "reminder",
    *,
    officer: str = "lan",
    moment: datetime = NOW,
    occurrence: int = 0,
    role: str = "owner",
) -> tuple[StageReached, Notice]:
    """A stage that speaks, and its notice."""
    reached = StageReached(
        case.key, moment.date(), case.round, stage, occurrence, officer, moment, "its moment came", role
    )
    return reached, stage_notice(reached, (), moment)


def write(ledger: Ledger, *changed: Case, moment: datetime = NOW) -> tuple[Case, ...]:
    """Cases without any fact, with their numbers."""
    ledger.record([Change(case) for case in changed], moment, CLOCK)
    return ledger.cases([case.key for case in changed])


def stored(store: Store, *changed: Case) -> tuple[Case, ...]:
    """The cases, committed."""
    with store.writing() as ledger:
        return write(ledger, *changed)


def speaks(case: Case, *stages: tuple[StageReached, Notice]) -> Change:
    """The case with stages that speak, and their notices."""
    return Change(case, tuple(stage[0] for stage in stages), tuple(stage[1] for stage in stages))


def spoken(store: Store, case: Case, *stages: tuple[StageReached, Notice]) -> None:
    """Stages of a stored case, committed with their notices."""
    with store.writing() as ledger:
        ledger.record([speaks(case, *stages)], NOW, CLOCK)


def everything_is_wanted(_notice: Notice, _case: Case | None) -> str | None:
    return None


def plan_of(ledger: Ledger, read: Callable[[], object]) -> str:
    """How SQLite means to find what ``read`` asks for."""
    statements: list[tuple[str, tuple[object, ...]]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        if isinstance(values, tuple) and not statement.startswith("INSERT"):
            statements.append((statement, values))

    event.listen(ledger.connection, "before_cursor_execute", note)
    try:
        read()
    finally:
        event.remove(ledger.connection, "before_cursor_execute", note)
    assert statements
    return "\n".join(
        str(row[-1])
        for statement, values in statements
        for row in ledger.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    )
