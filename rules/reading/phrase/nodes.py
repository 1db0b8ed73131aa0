"""What the words of a deadline can mean, before it is asked which day of which year that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rules.term import Period, Unit


@dataclass(frozen=True, slots=True)
class Said:
    """Words that are read and mean nothing further: "phải hoàn thành", "trong thời hạn"."""


@dataclass(frozen=True, slots=True)
class Number:
    value: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year that is named, or one so many years ``ahead`` of the year spoken of; ``each``: of every such year.

    ``of_row``: it stands behind a later time of the same row.
    """

    value: int | None = None
    ahead: int = 0
    each: bool = False
    of_row: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; 0 is its last day. ``part``: of what it is said to be the beginning, middle or end.

    ``weekday``: the ISO weekday that the words add; ``or_months``: "8-9/2018" can also mean August to September.
    ``within``: the words name a part of it that working time comes before, so that "before" it is still that day.
    """

    day: int
    month: int
    year: Year | None = None
    part: Literal["", "month", "quarter", "year"] = ""
    weekday: int | None = None
    or_months: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True)
class Months:
    """Whole months of one year: a month, a quarter, a half, a year."""

    first: int
    last: int
    year: Year | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """From one day or period to another."""

    first: Day | Months
    last: Day | Months


@dataclass(frozen=True, slots=True)
class Tet:
    """The lunar New Year, with its year or its name in the cycle of sixty (0 is Giáp Tý); ``day``: "mùng 6 Tết"."""

    year: int | None = None
    cycle: int | None = None
    day: int = 0

    def is_of(self, year: int) -> bool:
        """Whether a year bears the name that the words give."""
        return self.cycle is None or (year - 4) % 60 == self.cycle


@dataclass(frozen=True, slots=True)
class InPeriod:
    """A day of a period that returns; ``sure``: the words themselves say that it returns."""

    period: Period
    day: int
    month: int | None = None
    ahead: int = 0
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Clock:
    hour: int
    minute: int


MIDNIGHT = Clock(0, 0)


@dataclass(frozen=True, slots=True)
class Bound:
    """Whether the time named is the last or the first too late.

    ``doubled``: the words say both; ``bare``: no word says either, as in the second of two joined days.
    """

    before: bool = False
    doubled: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    when: Day | Months | Span | Tet | InPeriod | Now
    bound: Bound
    clock: Clock | None = None

    @property
    def strict(self) -> bool:
        """Whether the day named is too late; a clock time leaves the day itself, but for its first moment."""
        return self.clock == MIDNIGHT if self.clock is not None else self.bound.before


@dataclass(frozen=True, slots=True)
class Dues:
    """One due day, or several joined."""

    all: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class Returning:
    """ "Every quarter": a period; ``half`` every six months, which are days of a year."""

    period: Period
    half: bool = False


@dataclass(frozen=True, slots=True)
class Recurring:
    returning: Returning
    dues: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of counting and how many of it the word means ("quý" is three months)."""

    unit: Unit
    times: int = 1


@dataclass(frozen=True, slots=True)
class Length:
    """So many units, before it is said from when they count."""

    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a period counts from: a name, or a day."""

    start: str | Day


@dataclass(frozen=True, slots=True)
class Counted:
    count: int
    unit: Unit
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Ongoing:
    """A duty without a last day; ``yearly``: the words ask to look at it again each year."""

    first: Day | Months | None = None
    last: Months | None = None
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that are understood and yet give no deadline: a person has to say.

    ``length`` is the period that they count, ``back`` whether it counts back; ``since`` the day they begin on.
    """

    why: str
    length: Length | None = None
    back: bool = False
    since: Day | Months | None = None


@dataclass(frozen=True, slots=True)
class Often:
    """A return that is no week, month, quarter or year: every day, or every so many days or hours."""

    name: Literal["daily", "periodic"]


@dataclass(frozen=True, slots=True)
class Now:
    """The day, week, month or quarter spoken in, or one so many ``ahead`` of it; ``part``: its first day or its middle."""

    period: Period | Literal["day"]
    ahead: int = 0
    part: Literal["", "beginning", "middle"] = ""


@dataclass(frozen=True, slots=True)
class Aim:
    """The words call it an aim or an expectation, not a duty."""

    kind: Literal["target", "forecast"]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole phrase, and whether its words speak of an aim only."""

    core: Dues | Recurring | Counted | Ongoing | Asked | Often
    aim: Aim | None = None


Core = Dues | Recurring | Counted | Ongoing | Asked | Often
When = Day | Months | Span | Tet | InPeriod | Now
Node = (
    Said | Number | Year | Day | Months | Span | Tet | InPeriod | Clock | Bound | Due | Dues | Returning | Recurring
    | Often | Now | Measure | Length | Anchor | Counted | Ongoing | Asked | Aim | Whole
)  # fmt: skip
