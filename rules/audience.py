"""Who is told: roles, fall-backs, successors and deputies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rules.library import Directory
from rules.model import Case, Role
from rules.people import Agency, Officer
from rules.setting import Setting

ROLES: tuple[Role, ...] = ("owner", "head", "leader", "cooperating", "watch")
LINE: tuple[Role, ...] = ("owner", "head", "leader")
EVERYWHERE = "*"
DEPUTIES = 3


@dataclass(frozen=True, slots=True)
class Addressee:
    """An officer and the role that reaches them; ``instead`` is the role asked for where nobody fills it."""

    officer: str
    role: Role
    instead: Role | None = None


def audience(case: Case, roles: Iterable[Role], day: date, setting: Setting) -> tuple[Addressee, ...]:
    """All officers of the roles, each once, in the order of ROLES; empty when nobody at all would be told."""
    wanted = set(roles)
    found: dict[str, Addressee] = {}
    for role in ROLES:
        if role in wanted:
            for addressee in _holders(case, role, day, setting):
                found.setdefault(addressee.officer, addressee)
    return tuple(found.values())


def _holders(case: Case, role: Role, day: date, setting: Setting) -> Iterator[Addressee]:
    directory = setting.directory
    if role == "watch":
        for officer in directory.holders(EVERYWHERE, "watch"):
            yield Addressee(officer.id, "watch")
    elif role == "cooperating":
        for name in case.brief.cooperating:
            for officer in directory.holders(present(name, day, setting), "owner"):
                yield Addressee(officer.id, "cooperating")
    elif role == "owner" and case.assigned is not None and case.assigned in directory.officers:
        yield Addressee(case.assigned, "owner")
    else:
        for lead in case.leads:
            yield from accountable(present(lead, day, setting), role, setting)


def accountable(agency: str, role: Role, setting: Setting) -> tuple[Addressee, ...]:
    """The role's officers in the agency, else the next of owner → head → leader, the parents' same role, the watch."""
    directory = setting.directory
    for substitute in LINE[LINE.index(role) :]:
        if people := directory.holders(agency, substitute):
            instead = None if substitute == role else role
            return tuple(Addressee(person.id, substitute, instead) for person in people)
    for parent in _parents(agency, setting):
        if people := directory.holders(parent, role):
            return tuple(Addressee(person.id, role, role) for person in people)
    return tuple(Addressee(person.id, "watch", role) for person in directory.holders(EVERYWHERE, "watch"))


def _parents(agency: str, setting: Setting) -> Iterator[str]:
    seen = {agency}
    here = setting.agencies.get(agency)
    while here is not None and here.parent is not None and here.parent not in seen:
        seen.add(here.parent)
        yield here.parent
        here = setting.agencies.get(here.parent)


def present(agency: str, day: date, setting: Setting) -> str:
    """The agency that receives the mail on ``day``: after its ``until`` the successor, and so on."""
    seen: set[str] = set()
    here: Agency | None = setting.agencies.get(agency)
    while (
        here is not None
        and here.until is not None
        and here.until < day
        and here.successor
        and here.id not in seen
    ):
        seen.add(here.id)
        agency = here.successor
        here = setting.agencies.get(agency)
    return agency


def stand_in(officer: Officer, day: date, directory: Directory) -> Officer:
    """Who reads the officer's mail on ``day``: the first of at most three deputies who is there, else the officer."""
    here = officer
    for _ in range(DEPUTIES):
        if not here.is_away(day) or here.deputy is None:
            break
        deputy = directory.officers.get(here.deputy)
        if deputy is None:
            break
        here = deputy
    return officer if here.is_away(day) else here
