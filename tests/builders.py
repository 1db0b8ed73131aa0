"""What tests are built from: cases, settings and moments, in the words of the domain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from rules.deadline import reckon
from rules.library import Catalogue, Directory
from rules.model import Brief, Case, Figure, Kind, Ladder, Offset, Promise, Role, Snooze, Stage
from rules.people import Absence, Agency, Officer
from rules.schema import SourceText, kind_of, read_catalogue, read_offset
from rules.setting import Setting
from rules.term import OnDay, Term, Undated
from rules.workdays import Workdays
from tests.rules.calendar_file import vietnam

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
RULE_FILES = Path(__file__).parents[1] / "rules" / "catalogue"
AGENCIES = (
    Agency("chinh-phu", "Chính phủ", "Government"),
    Agency("vpcp", "Văn phòng Chính phủ", "Government Office", parent="chinh-phu", rosters=("ministries",)),
    Agency("bo-y-te", "Bộ Y tế", "Ministry of Health", parent="chinh-phu", rosters=("ministries",)),
    Agency("bo-noi-vu", "Bộ Nội vụ", "Ministry of Home Affairs", parent="chinh-phu", rosters=("ministries",)),
    Agency("ha-noi", "Hà Nội", "Ha Noi", parent="chinh-phu", rosters=("provinces",)),
)
FIGURE = Figure(("ministries",), 22, 30, date(2016, 3, 24), "a letter of 24/3/2016")


class Changes(TypedDict, total=False):
    """Fields of a case that a test sets by hand."""

    number: int
    round: int
    opened: datetime | None
    original_last_day: date | None
    quiet_until: datetime | None
    decided: tuple[int, ...]
    spoken: tuple[int, int] | None
    closed_on: date | None
    evidence: str | None
    withdrawn: bool
    snooze: Snooze | None
    snoozes: int
    promises: tuple[Promise, ...]
    progress: int | None
    figure: Figure | None
    assigned: str | None
    vanished: bool
    waits_for: str | None
    anchors: tuple[tuple[str, date], ...]
    next_look: datetime | None


def local(text: str) -> datetime:
    """A moment as the clocks of Hanoi show it, "2016-06-21T08:00" (or a day alone: its first moment), in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=HANOI).astimezone(UTC)


def shown(moment: datetime | None) -> str | None:
    """The moment as ``local`` writes it."""
    return None if moment is None else moment.astimezone(HANOI).strftime("%Y-%m-%dT%H:%M")


@cache
def builtin_catalogue() -> Catalogue:
    """The rule files that we ship, without a fault."""
    texts = [
        SourceText(
            str(path.relative_to(RULE_FILES)),
            kind_of(str(path.relative_to(RULE_FILES))),
            path.read_text("utf-8"),
        )
        for path in sorted(RULE_FILES.rglob("*.toml"))
        if "sample" not in path.parts
    ]
    catalogue, faults = read_catalogue(texts)
    wrong = [str(fault) for fault in faults if not fault.warning]
    if wrong:
        raise ValueError("\n".join(wrong))
    return catalogue


@cache
def builtin_ladder(name: str) -> Ladder:
    """A ladder of ours: standard, collective, recurring or milestone."""
    text = (RULE_FILES / "ladders.toml").read_text("utf-8")
    catalogue, faults = read_catalogue([SourceText("ladders.toml", "ladders", text)])
    if any(not fault.warning for fault in faults):
        raise ValueError(faults)
    return catalogue.ladders[name]


def offset(text: str) -> Offset:
    """The offset "-7wd"."""
    found = read_offset(text)
    if found is None:
        raise ValueError(text)
    return found


def a_stage(
    name: str, at: str, to: str = "owner", *, every: str | None = None, snoozable: bool = True
) -> Stage:
    """A stage in the ladder file's words; ``to`` names roles, parted by blanks."""
    roles: dict[str, Role] = {
        "owner": "owner",
        "head": "head",
        "leader": "leader",
        "cooperating": "cooperating",
        "watch": "watch",
    }
    to_roles = tuple(roles[word] for word in to.split())
    return Stage(name, offset(at), to_roles, snoozable, None if every is None else offset(every))


def a_ladder(*stages: Stage, longest: str = "10wd", times: int = 2) -> Ladder:
    return Ladder("bespoke", stages, offset(longest), times)


def an_officer(
    id: str,  # noqa: A002  (the word of the directory)
    agency: str,
    role: Role,
    *,
    deputy: str | None = None,
    away: tuple[Absence, ...] = (),
    language: str = "vi",
) -> Officer:
    return Officer(id, id.title(), f"{id}@example.org", agency, role, language, deputy=deputy, away=away)


def the_officers() -> tuple[Officer, ...]:
    """For every agency an owner, a head and a leader ("owner-of-bo-y-te"), and a monitoring office of two."""
    roles: tuple[Role, ...] = ("owner", "head", "leader")
    lines = [an_officer(f"{role}-of-{agency.id}", agency.id, role) for agency in AGENCIES for role in roles]
    return (*lines, an_officer("watch-1", "*", "watch"), an_officer("watch-2", "*", "watch", language="en"))


def a_directory(officers: Iterable[Officer]) -> Directory:
    return Directory({officer.id: officer for officer in officers})


def a_setting(
    *,
    officers: Iterable[Officer] | None = None,
    agencies: Iterable[Agency] = AGENCIES,
    send_at: str = "08:00",
    workdays: Workdays | None = None,
) -> Setting:
    """The real calendar of Viet Nam, five agencies, their officers, letters at eight."""
    return Setting(
        workdays or vietnam(),
        {agency.id: agency for agency in agencies},
        a_directory(the_officers() if officers is None else officers),
        HANOI,
        time.fromisoformat(send_at),
    )


SETTING = a_setting()


def a_brief(
    term: Term,
    *,
    ladder: Ladder | str | None = "standard",
    anchors: tuple[tuple[str, date], ...] = (),
    cooperating: tuple[str, ...] = ("vpcp",),
    joint: tuple[str, ...] = (),
    collective: tuple[str, ...] = (),
    kind: Kind = "obligation",
    period: str | None = None,
    task: str = "Làm việc này",
) -> Brief:
    return Brief(
        instrument="nq-23-2016",
        obligation="1",
        period=period,
        number="23/NQ-CP",
        instrument_kind="resolution",
        title="Nghị quyết phiên họp tháng 3",
        issuer="chinh-phu",
        issued=date(2016, 3, 30),
        source="the gazette",
        task=task,
        kind=kind,
        deadline=reckon(term, dict(anchors), vietnam()),
        term=term,
        anchors=anchors,
        cooperating=cooperating,
        joint=joint,
        collective=collective,
        ladder=builtin_ladder(ladder) if isinstance(ladder, str) else ladder,
    )


def a_case(
    due: str | None = "2016-06-30",
    agency: str = "bo-y-te",
    ladder: Ladder | str | None = "standard",
    on: str = "2016-04-01",
    brief: Brief | None = None,
    **changes: Unpack[Changes],
) -> Case:
    """An open case as it stands before anything has been decided; ``on`` is the day it was opened."""
    if brief is None:
        brief = a_brief(Undated() if due is None else OnDay(date.fromisoformat(due)), ladder=ladder)
    case = Case(
        key=f"{brief.instrument}/{brief.obligation}@{agency}" + (f"#{brief.period}" if brief.period else ""),
        agency=agency,
        brief=brief,
        last_day=brief.deadline.last_day,
        safe_day=brief.deadline.safe_day,
        because=brief.deadline.because,
        opened=local(on),
        waits_for=brief.deadline.waits_for,
        anchors=brief.anchors,
    )
    return replace(case, **changes)
