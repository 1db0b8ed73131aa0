"""A worked example lived through: the pure core on a clock that jumps, without store or courier."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import groupby

from monitor.library import Library, load_library
from rules import commands
from rules.audience import ROLES
from rules.commands import Refusal
from rules.decide import decide
from rules.effect import effect
from rules.facts import CaseFact
from rules.instrument import Instrument, Obligation
from rules.library import Catalogue
from rules.model import Case, Role
from rules.moments import moment_of
from rules.notices import Change, Notice
from rules.peers import alone
from rules.reconcile import folded_into, reconcile
from rules.setting import Setting
from rules.stage_facts import StageHeld, StageSkipped
from rules.term import Every
from tests.builders import HANOI, a_setting, an_officer, local
from tests.worked import Event, Example

DAY = timedelta(days=1)
OFFICE: tuple[Role, ...] = ("owner", "head", "leader")


@cache
def library() -> Library:
    """The built-in catalogue."""
    return load_library(["builtin"], None)


@cache
def setting() -> Setting:
    """The built-in calendar, and a directory in which every agency has an owner, a head and a leader."""
    catalogue = library().catalogue
    office = [an_officer(f"{role}-of-{id_}", id_, role) for id_ in catalogue.agencies for role in OFFICE]
    watch = an_officer("monitoring-office", "*", "watch")
    return a_setting(
        officers=(*office, watch), agencies=catalogue.agencies.values(), workdays=catalogue.workdays
    )


def written(moment: datetime) -> str:
    """A moment as the examples write it: "2016-05-31 08:00"."""
    return f"{moment.astimezone(HANOI):%Y-%m-%d %H:%M}"


@dataclass(frozen=True, slots=True)
class Sent:
    """One letter about the case, to everybody who gets it at that moment."""

    at: str
    what: str
    roles: tuple[str, ...]
    officers: tuple[str, ...]

    def line(self) -> str:
        return f"{self.at} {self.what} to {', '.join(self.roles)}"


@dataclass(slots=True)
class Life:
    """What became of the obligation's cases of one agency."""

    example: Example
    catalogue: Catalogue
    instrument: Instrument
    cases: dict[str, Case] = field(default_factory=dict)
    first_load: tuple[Case, ...] = ()
    days: dict[date, Case] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    silent: list[tuple[str, StageSkipped | StageHeld]] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def case(self) -> Case | None:
        return self.cases.get(self.example.key)

    def take(self, change: Change, moment: datetime) -> None:
        """The case afterwards; of the followed one also what was said and what was not."""
        self.cases[change.case.key] = change.case
        if change.case.key != self.example.key:
            return
        for fact in change.facts:
            if isinstance(fact, StageSkipped | StageHeld):
                self.silent.append((written(moment), fact))
        for what, notices in groupby(change.notices, key=lambda notice: notice.stage or notice.kind):
            self._send(what, tuple(notices), moment)

    def _send(self, what: str, notices: tuple[Notice, ...], moment: datetime) -> None:
        by_officer = {
            notice.officer: self.told.get(notice.officer, "") if notice.role == "told" else notice.role
            for notice in notices
        }
        roles = tuple(role for role in ROLES if role in by_officer.values())
        self.sent.append(Sent(written(moment), what, roles, tuple(by_officer)))
        if notices[0].kind in {"stage", "register"}:
            self.told = {**by_officer, **self.told}


def lived(example: Example) -> Life:
    """The example's case from its first load to the end of its last day."""
    catalogue = library().catalogue
    instrument = catalogue.instrument(example.instrument)
    if instrument is None:
        raise LookupError(f"no instrument {example.instrument}")
    (obligation,) = (found for found in instrument.obligations if found.id == example.obligation)
    life = Life(example, catalogue, replace(instrument, obligations=(obligation,)))
    now = local(example.given.first_seen)
    end = moment_of(_last_day(example) + DAY, time(0), HANOI)
    loads = {moment_of(day, time(0), HANOI) for day in _load_days(catalogue, obligation, now, end)}
    events = list(example.given.then)
    _load(life, now, first=True)
    while now < end:
        if now in loads:
            _load(life, now, first=False)
        _look(life, now)
        while events and local(events[0].at) <= now:
            _do(life, events.pop(0), now)
            _look(life, now)
        _note_the_day(life, now)
        now = _next(life, now, loads, events, end)
    return life


def _last_day(example: Example) -> date:
    expect = example.expect
    days = [date.fromisoformat(day) for day in expect.status]
    days += [_day(event.at) for event in example.given.then]
    days.append(expect.until or _day(example.given.first_seen))
    return max(days)


def _day(moment: str) -> date:
    return date.fromisoformat(moment[:10])


def _load_days(
    catalogue: Catalogue, obligation: Obligation, start: datetime, end: datetime
) -> Iterator[date]:
    """The days that can change something: those of other instruments; of a recurring duty all."""
    first, last = start.astimezone(HANOI).date() + DAY, end.astimezone(HANOI).date()
    if isinstance(obligation.term, Every):
        yield from (first + DAY * n for n in range((last - first).days))
    else:
        yield from (other.day for other in catalogue.instruments if first <= other.day < last)


def _load(life: Life, moment: datetime, *, first: bool) -> None:
    today = setting().legal_day(moment)
    folded = folded_into(life.catalogue, today)
    found = reconcile(life.instrument, life.catalogue, alone(life.cases.values()), moment, setting(), folded)
    if first:
        life.first_load = tuple(change.case for change in found.opened)
    prefix = f"{life.instrument.id}/{life.example.obligation}@{life.example.agency}"
    for change in found.changes:
        if change.case.key.partition("#")[0] == prefix:
            life.take(change, moment)


def _look(life: Life, moment: datetime) -> None:
    for case in tuple(life.cases.values()):
        if case.next_look is not None and case.next_look <= moment:
            life.take(_changed(life, case, decide(case, moment, setting()).facts, moment), moment)


def _changed(life: Life, case: Case, facts: tuple[CaseFact, ...], moment: datetime) -> Change:
    told = sorted(life.told) if case.key == life.example.key else ()
    return effect(case, facts, told, moment, setting())


def _do(life: Life, event: Event, moment: datetime) -> None:
    case = life.case
    if case is None:
        raise LookupError(f"{life.example.key} is not there at {event.at}")
    answer = COMMANDS[event.do](case, event, moment)
    if isinstance(answer, Refusal):
        if event.refused is None:
            raise AssertionError(answer.sentence)
        life.refusals.append(answer)
    elif event.refused is not None:
        raise AssertionError(f"{event.do} at {event.at} was not refused")
    else:
        life.take(_changed(life, case, answer, moment), moment)


def _note_the_day(life: Life, moment: datetime) -> None:
    case = life.case
    if case is not None:
        life.days[setting().legal_day(moment)] = case


def _next(life: Life, now: datetime, loads: set[datetime], events: list[Event], end: datetime) -> datetime:
    looks = (case.next_look for case in life.cases.values())
    moments = [*loads, *(local(event.at) for event in events), *(look for look in looks if look is not None)]
    return min((moment for moment in moments if moment > now), default=end)


def _wanted(day: date | None) -> date:
    if day is None:
        raise TypeError("this event needs a day")
    return day


Run = Callable[[Case, Event, datetime], commands.Answer]
COMMANDS: dict[str, Run] = {
    "close": lambda case, event, at: commands.close(case, event.evidence, event.on, at, setting()),
    "reopen": lambda case, event, at: commands.reopen(case, event.reason, at, setting()),
    "withdraw": lambda case, event, at: commands.withdraw(case, event.authority, at, setting()),
    "extend": lambda case, event, at: commands.extend(
        case, _wanted(event.to), event.authority, event.reason, at, setting()
    ),
    "snooze": lambda case, event, at: commands.snooze(
        case, _wanted(event.until), event.reason, f"{event.by}-of-{case.agency}", at, setting()
    ),
    "promise": lambda case, event, at: commands.acknowledge(
        case, f"{event.by}-of-{case.agency}", _wanted(event.until), "", at, setting()
    ),
    "progress": lambda case, event, at: commands.progress(case, event.percent, "", at, setting()),
}
