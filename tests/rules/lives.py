"""Random lives of a case for property tests: a ladder, a deadline, an opening, commands, and how often one looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from rules import commands
from rules.commands import Answer, Refusal
from rules.deadline import shifted
from rules.facts import CaseFact, Fact
from rules.instrument import Instrument, KnownState, Obligation
from rules.library import Catalogue
from rules.model import Case, Figure, Ladder, Offset, OffsetUnit, Role, Stage
from rules.plain_facts import PlainFact
from rules.reconcile import reconcile
from rules.schema.ladders import rank
from rules.term import OnDay
from tests.builders import AGENCIES, FIGURE, SETTING, local, offset
from tests.rules.calendar_file import vietnam
from tests.watched import Entry, Watched

HOURS = (7, 8, 10, 15, 22)
ROLES: tuple[Role, ...] = ("owner", "head", "leader", "cooperating", "watch")
MOST: dict[OffsetUnit, int] = {"d": 40, "wd": 20, "w": 5, "m": 2}


@dataclass(frozen=True, slots=True)
class Act:
    """A command on a day after the opening, at an hour: what it does depends on ``number`` (days, officer, percent)."""

    day: int
    hour: int
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Life:
    """What is to happen to a case; ``days`` is how long it is watched."""

    ladder: Ladder
    due: date
    opened: datetime
    figure: Figure | None
    acts: tuple[Act, ...]
    days: int


@st.composite
def offsets(draw: st.DrawFn) -> Offset:
    unit = draw(st.sampled_from(tuple(MOST)))
    return Offset(draw(st.integers(1, MOST[unit])), unit, draw(st.booleans()))


@st.composite
def ladders(draw: st.DrawFn) -> Ladder:
    """A ladder that the schema lets through."""
    found = draw(st.lists(offsets(), min_size=1, max_size=6, unique_by=rank))
    stages = []
    for number, at in enumerate(sorted(found, key=rank)):
        roles = draw(st.lists(st.sampled_from(ROLES), min_size=1, max_size=3, unique=True))
        stages.append(Stage(f"stage-{number}", at, tuple(roles), draw(st.booleans())))
    if stages[-1].at.after and draw(st.booleans()):
        every = replace(draw(offsets()), after=True)
        stages[-1] = replace(stages[-1], every=every)
    return Ladder("bespoke", tuple(stages), offset("10wd"), 2)


def days_of_law() -> st.SearchStrategy[date]:
    """Years that the calendar decides, and one that it does not."""
    return st.dates(date(2010, 2, 1), date(2027, 6, 30))


ACTS = ("snooze", "snooze", "unsnooze", "ack", "ack", "close", "reopen", "extend", "withdraw", "progress")


@st.composite
def lives(draw: st.DrawFn, *, acts: bool = True, late: bool = True, figures: bool = True) -> Life:
    due = draw(days_of_law())
    day = due + timedelta(days=draw(st.integers(-70, 40 if late else 0)))
    hour = draw(st.sampled_from(HOURS))
    some = st.builds(
        Act, st.integers(0, 100), st.sampled_from(HOURS), st.sampled_from(ACTS), st.integers(0, 30)
    )
    return Life(
        ladder=draw(ladders()),
        due=due,
        opened=local(f"{day}T{hour:02}:00"),
        figure=FIGURE if figures and draw(st.booleans()) else None,
        acts=tuple(sorted(draw(st.lists(some, max_size=6)), key=lambda act: (act.day, act.hour)))
        if acts
        else (),
        days=110,
    )


def open_case(life: Life) -> Watched:
    """The case as the catalogue opens it."""
    obligation = Obligation(
        "1",
        "Làm việc này",
        ("bo-y-te",),
        OnDay(life.due),
        ladder=life.ladder.name,
        cooperating=("vpcp",),
        figures=() if life.figure is None else (life.figure,),
        states=() if life.figure else (KnownState("bo-y-te", open_on=life.due),),
    )
    instrument = Instrument(
        "nq-1", "resolution", "Nghị quyết", "chinh-phu", "", date(2009, 1, 1), obligations=(obligation,)
    )
    catalogue = Catalogue(
        (instrument,), {agency.id: agency for agency in AGENCIES}, {"bespoke": life.ladder}, vietnam()
    )
    (change,) = reconcile(instrument, catalogue, (), life.opened, SETTING, {}).opened
    watched = Watched(change.case, next_look=change.case.next_look)
    watched.journal.extend(Entry(life.opened, fact) for fact in _of_case(change.facts))
    return watched


def _of_case(facts: tuple[Fact, ...]) -> Iterator[CaseFact]:
    for fact in facts:
        assert not isinstance(fact, PlainFact)
        yield fact


def answer(case: Case, act: Act, at: datetime) -> Answer:
    """What the command says to this case; most random ones are refused."""
    today = SETTING.legal_day(at)
    day = today + timedelta(days=act.number)
    officer = ("owner-of-bo-y-te", "head-of-bo-y-te", "watch-1")[act.number % 3]
    until = min(day, shifted(today, case_longest(case), vietnam()))
    does: dict[str, Callable[[], Answer]] = {
        "snooze": lambda: commands.snooze(case, until, "waits", officer, at, SETTING),
        "unsnooze": lambda: commands.unsnooze(case, at, SETTING),
        "ack": lambda: commands.acknowledge(case, officer, day, "", at, SETTING),
        "close": lambda: commands.close(case, "1/BC", today, at, SETTING),
        "reopen": lambda: commands.reopen(case, "not done", at, SETTING),
        "extend": lambda: commands.extend(
            case, (case.last_day or today) + timedelta(days=act.number), "2/QĐ", "r", at, SETTING
        ),
        "withdraw": lambda: commands.withdraw(case, "3/QĐ", at, SETTING),
        "progress": lambda: commands.progress(case, act.number * 4, "", at, SETTING),
    }
    return does[act.name]()


def case_longest(case: Case) -> Offset:
    assert case.brief.ladder is not None
    return case.brief.ladder.longest


Looks = Callable[[Watched, datetime, datetime], None]


def live(life: Life, looks: Looks) -> Watched:
    """The whole life; ``looks`` watches the case between two moments, up to and with the second."""
    watched = open_case(life)
    at = life.opened
    looks(watched, at, at)
    for act in life.acts:
        day = SETTING.legal_day(life.opened) + timedelta(days=act.day)
        then = max(at, local(f"{day}T{act.hour:02}:00"))
        looks(watched, at, then)
        at = then
        said = answer(watched.case, act, at)
        if not isinstance(said, Refusal):
            watched.do(said, at)
        looks(watched, at, at)
    looks(watched, at, end_of(life))
    return watched


def end_of(life: Life) -> datetime:
    """The last look: in the morning of a working day, so that everything passed may speak."""
    day = max(SETTING.legal_day(life.opened), life.due) + timedelta(days=life.days)
    return SETTING.speaks(vietnam().on_or_after(day))


def by_next_look(watched: Watched, after: datetime, until: datetime) -> None:
    watched.run(until)


def often(watched: Watched, after: datetime, until: datetime) -> None:
    """Four looks a day, a minute before the stages' hour among them, and one at the very end."""
    day = SETTING.legal_day(after)
    while day <= SETTING.legal_day(until):
        for clock in ("07:59", "08:00", "13:00", "23:00"):
            moment = local(f"{day}T{clock}")
            if after < moment < until:
                watched.look(moment)
        day += timedelta(days=1)
    watched.look(until)


def rarely(days: int, hour: int) -> Looks:
    """A look every so many days at this hour, whatever ``next_look`` says."""

    def looks(watched: Watched, after: datetime, until: datetime) -> None:
        moment = local(f"{SETTING.legal_day(after)}T{hour:02}:00")
        while moment < until:
            if moment > after:
                watched.look(moment)
            moment += timedelta(days=days)
        if watched.next_look is not None and until > after:
            watched.look(until)

    return looks
