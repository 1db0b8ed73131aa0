"""The shape of every table in a rule file, as pydantic sees it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from rules.model import InstrumentKind, Kind

Text = Annotated[str, StringConstraints(pattern=r"\S")]
Count = Annotated[int, Field(ge=0)]
DirectoryRole = Literal["owner", "head", "leader", "watch"]
LadderRole = Literal["owner", "head", "leader", "cooperating", "watch"]


class Shape(BaseModel):
    """Nothing unknown, nothing converted, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)


class AgencyShape(Shape):
    id: Text
    name: Text
    name_en: Text
    aliases: list[Text] = []
    parent: Text | None = None
    rosters: list[Text] = []
    since: date | None = Field(default=None, alias="from")
    until: date | None = None
    successor: Text | None = None


class AwayShape(Shape):
    first: date = Field(alias="from")
    last: date = Field(alias="until")


class OfficerShape(Shape):
    id: Text
    name: Text
    email: Text
    agency: Text
    role: DirectoryRole
    login: Text | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")] | None = None
    digest: bool = True
    deputy: Text | None = None
    away: list[AwayShape] = []


class SnoozeShape(Shape):
    longest: Text
    times: Count


class StageShape(Shape):
    name: Text
    at: Text
    to: Annotated[list[LadderRole], Field(min_length=1)]
    snoozable: bool = True
    every: Text | None = None


class LadderShape(Shape):
    snooze: SnoozeShape | None = None
    stages: Annotated[list[StageShape], Field(min_length=1)]


class InstrumentShape(Shape):
    id: Text
    number: Text | None = None
    kind: InstrumentKind
    title: Text
    issuer: Text
    issued: date | None = None
    effective: date | None = None
    known_from: date | None = None
    continues: list[Text] = []
    amends: list[Text] = []
    replaces: list[Text] = []
    secrecy: Text = "none"
    source: Text


class OriginalShape(Shape):
    last_day: date
    source: Text


class RulingShape(Shape):
    last_day: date
    by: Text
    on: date
    reason: Text


class FigureShape(Shape):
    # A text or an array of texts: told apart where the figure is read, for one plain fault.
    roster: object
    done: Count
    of: Annotated[int, Field(ge=1)] | None = None
    as_of: date
    source: Text
    about: bool = False


class StateShape(Shape):
    agency: Text
    done: date | None = None
    done_by: date | None = None
    open_on: date | None = None
    evidence: str = ""


class ObligationShape(Shape):
    id: Text
    task: Text
    lead: Annotated[list[Text], Field(min_length=1)]
    clause: Text | None = None
    quote: Text | None = None
    joint: bool = False
    cooperating: list[Text] = []
    deliverable: Text | None = None
    # A phrase or a table: told apart where the deadline is read, for one plain fault.
    deadline: object = None
    last_day: date | None = None
    original: OriginalShape | None = None
    kind: Kind = "obligation"
    ladder: Text | None = None
    roster: Literal["issued", "current"] = "issued"
    continues: Text | None = None
    anchors: dict[str, date] = {}
    ruling: RulingShape | None = None
    figure: list[FigureShape] = []
    state: list[StateShape] = []


class YearShape(Shape):
    year: Annotated[int, Field(ge=1900, le=2199)]
    decided: bool
    tet: date | None = None


class OffShape(Shape):
    day: date
    name: Text
    name_en: Text
    source: Text


class WorkedShape(Shape):
    day: date
    instead_of: date
    source: Text


class DayShape(Shape):
    day: date


class WithinShape(Shape):
    within: Text


class CountedShape(Shape):
    days: Annotated[int, Field(ge=1, le=9999)] | None = None
    weeks: Annotated[int, Field(ge=1, le=999)] | None = None
    months: Annotated[int, Field(ge=1, le=999)] | None = None
    years: Annotated[int, Field(ge=1, le=99)] | None = None
    working: bool = False
    after: Text


class EveryShape(Shape):
    every: Literal["week", "month", "quarter", "year"]
    on: Annotated[list[Text], Field(min_length=1)]
    offset_weeks: Count = 0
    offset_months: Count = 0
    offset_quarters: Count = 0
    offset_years: Count = 0


class ContinuousShape(Shape):
    continuous: Literal[True]
    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="until")
