"""What assigns: an instrument and its obligations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rules.model import Figure, InstrumentKind, Kind, Original, Step
from rules.term import Term


@dataclass(frozen=True, slots=True)
class KnownState:
    """What is known of one agency (or of a roster, "@provinces") at load time; a named agency beats a roster."""

    agency: str
    done: date | None = None
    done_by: date | None = None
    open_on: date | None = None
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """An officer settled an ambiguous date."""

    last_day: date
    by: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Obligation:
    """One assigned task; ``because`` explains how ``term`` was read from ``phrase``."""

    id: str
    task: str
    lead: tuple[str, ...]
    term: Term
    because: tuple[Step, ...] = ()
    phrase: str | None = None
    kind: Kind = "obligation"
    ladder: str | None = None
    joint: bool = False
    cooperating: tuple[str, ...] = ()
    clause: str | None = None
    quote: str | None = None
    deliverable: str | None = None
    original: Original | None = None
    roster: Literal["issued", "current"] = "issued"
    continues: str | None = None
    anchors: tuple[tuple[str, date], ...] = ()
    ruling: Ruling | None = None
    other_day: date | None = None
    figures: tuple[Figure, ...] = ()
    states: tuple[KnownState, ...] = ()
    place: tuple[str, int] = ("", 0)


@dataclass(frozen=True, slots=True)
class Instrument:
    """The document that assigns. Its day (``day``) is ``known_from``, else ``issued``."""

    id: str
    kind: InstrumentKind
    title: str
    issuer: str
    source: str
    day: date
    number: str | None = None
    issued: date | None = None
    effective: date | None = None
    continues: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    place: tuple[str, int] = ("", 0)
