"""Agencies, and the officers who are told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.model import Role


@dataclass(frozen=True, slots=True)
class Agency:
    id: str
    name: str
    name_en: str
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    rosters: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successor: str | None = None

    def existed_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away, both inclusive."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Officer:
    id: str
    name: str
    email: str
    agency: str
    role: Role
    language: str
    digest: bool = True
    login: str | None = None
    deputy: str | None = None
    away: tuple[Absence, ...] = ()

    def is_away(self, day: date) -> bool:
        return any(absence.first <= day <= absence.last for absence in self.away)
