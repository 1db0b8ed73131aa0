"""What is loaded: the Catalogue of rules and the Directory of people, indexed and frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rules.instrument import Instrument
from rules.model import Ladder, Role
from rules.people import Agency, Officer
from rules.reading.words.text import fold
from rules.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All rule files, loaded. A roster is written with or without its "@"."""

    instruments: tuple[Instrument, ...]
    agencies: Mapping[str, Agency]
    ladders: Mapping[str, Ladder]
    workdays: Workdays
    _rosters: Mapping[str, tuple[Agency, ...]] = field(init=False, repr=False, compare=False)
    _names: Mapping[str, tuple[Agency, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_rosters", _by_roster(self.agencies.values()))
        object.__setattr__(self, "_names", _by_name(self.agencies.values()))

    @property
    def rosters(self) -> tuple[str, ...]:
        """The names of all rosters, without "@"."""
        return tuple(self._rosters)

    def agency(self, id: str) -> Agency:  # noqa: A002  (the word of the rule files)
        """The agency of this id; KeyError for an unknown one."""
        return self.agencies[id]

    def members(self, roster: str, day: date) -> tuple[str, ...]:
        """The ids of the roster's agencies that existed on this day, in the order of the files."""
        agencies = self._rosters.get(roster.removeprefix("@"), ())
        return tuple(agency.id for agency in agencies if agency.existed_on(day))

    def expand(self, names: Iterable[str], day: date) -> tuple[str, ...]:
        """Agency ids for a list of ids and @rosters, each once, in order."""
        found: dict[str, None] = {}
        for name in names:
            members = self.members(name, day) if name.startswith("@") else (name,)
            found.update(dict.fromkeys(members))
        return tuple(found)

    def find_agency(self, name: str, day: date | None = None) -> Agency | None:
        """The agency of this id, name or alias in any spelling; of two, the one that existed on ``day``."""
        if name in self.agencies:
            return self.agencies[name]
        found = self._names.get(fold(name), ())
        if day is not None:
            found = tuple(agency for agency in found if agency.existed_on(day)) or found
        return found[-1] if found else None

    def instrument(self, id: str) -> Instrument | None:  # noqa: A002
        """The instrument of this id."""
        return next((instrument for instrument in self.instruments if instrument.id == id), None)


@dataclass(frozen=True, slots=True)
class Directory:
    """Who is told: the officers, by id and by what they hold."""

    officers: Mapping[str, Officer]
    _holders: Mapping[tuple[str, Role], tuple[Officer, ...]] = field(init=False, repr=False, compare=False)
    _logins: Mapping[str, Officer] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        holders: dict[tuple[str, Role], tuple[Officer, ...]] = {}
        for officer in self.officers.values():
            place = (officer.agency, officer.role)
            holders[place] = (*holders.get(place, ()), officer)
        object.__setattr__(self, "_holders", holders)
        logins = {officer.login: officer for officer in self.officers.values() if officer.login is not None}
        object.__setattr__(self, "_logins", logins)

    def officer(self, id: str) -> Officer | None:  # noqa: A002
        """The officer of this id."""
        return self.officers.get(id)

    def by_login(self, login: str) -> Officer | None:
        """The officer who acts under this login name."""
        return self._logins.get(login)

    def holders(self, agency: str, role: Role) -> tuple[Officer, ...]:
        """Everyone who holds this role for this agency; the monitoring office is agency "*", role watch."""
        return self._holders.get((agency, role), ())


def spellings(agency: Agency) -> frozenset[str]:
    """Every folded form under which this agency is known."""
    return frozenset(fold(name) for name in (agency.id, agency.name, agency.name_en, *agency.aliases) if name)


def _by_roster(agencies: Iterable[Agency]) -> Mapping[str, tuple[Agency, ...]]:
    rosters: dict[str, list[Agency]] = {}
    for agency in agencies:
        for roster in agency.rosters:
            rosters.setdefault(roster, []).append(agency)
    return {name: tuple(members) for name, members in rosters.items()}


def _by_name(agencies: Iterable[Agency]) -> Mapping[str, tuple[Agency, ...]]:
    names: dict[str, list[Agency]] = {}
    for agency in agencies:
        for name in spellings(agency):
            names.setdefault(name, []).append(agency)
    return {name: tuple(known) for name, known in names.items()}
