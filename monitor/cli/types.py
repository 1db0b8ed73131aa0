"""What may be typed: days, moments, durations, officers and cases, each with its own sentence when mistyped."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from unicodedata import normalize

import click
from click.shell_completion import CompletionItem

from monitor.cli.paper import safe

if TYPE_CHECKING:
    from rules.model import Offset, OffsetUnit

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?)?", re.ASCII
)
_DURATION = re.compile(r"([1-9]\d{0,3})(wd|d|w|m)", re.ASCII)
_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
_FIRST, _LAST = 1900, 2199  # what the calendar can count in
_UNITS: dict[str, OffsetUnit] = {"wd": "wd", "d": "d", "w": "w", "m": "m"}


class Day(click.ParamType[date]):
    """A day: 2016-06-30 or 30/6/2016."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        numbers = None
        if match := _ISO.fullmatch(value.strip()):
            numbers = (int(match[1]), int(match[2]), int(match[3]))
        elif match := _SLASHED.fullmatch(value.strip()):
            numbers = (int(match[3]), int(match[2]), int(match[1]))
        if numbers is None:
            self.fail(f"{value!r} is not a day: write 2016-06-30 or 30/6/2016", param, ctx)
        try:
            day = date(*numbers)
        except ValueError:
            self.fail(
                f"{value!r} is not in the calendar: write a day that exists, such as 2016-06-30", param, ctx
            )
        if not _FIRST <= day.year <= _LAST:
            self.fail(f"{value!r} is too far away: write a day between {_FIRST} and {_LAST}", param, ctx)
        return day


class Moment(click.ParamType[datetime]):
    """A moment in local time, 2016-06-21T08:00; naive until the configuration's zone is known, or with its offset."""

    name = "moment"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        if not _MOMENT.fullmatch(value.strip()):
            self.fail(f"{value!r} is not a moment: write 2016-06-21T08:00 (local time)", param, ctx)
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            self.fail(
                f"{value!r} is not in the calendar: write a moment such as 2016-06-21T08:00", param, ctx
            )
        if not _FIRST <= moment.year <= _LAST:
            self.fail(f"{value!r} is too far away: write a moment between {_FIRST} and {_LAST}", param, ctx)
        return moment


class Duration(click.ParamType["Offset"]):
    """A length of time: 5wd (working days), 10d, 2w, 1m."""

    name = "duration"

    def convert(
        self, value: str | Offset, param: click.Parameter | None, ctx: click.Context | None
    ) -> Offset:
        from rules.model import Offset

        if isinstance(value, Offset):
            return value
        match = _DURATION.fullmatch(value.strip())
        if match is None:
            self.fail(
                f"{value!r} is not a length of time: write 5wd (working days), 10d, 2w or 1m", param, ctx
            )
        return Offset(int(match[1]), _UNITS[match[2]], True)


class Whole(click.ParamType[int]):
    """A whole number from ``least`` to ``most``; a percentage may carry its sign."""

    name = "number"

    def __init__(self, least: int, most: int, sign: str = "") -> None:
        self._least = least
        self._most = most
        self._sign = sign

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        typed = value.strip()
        digits = typed.removesuffix(self._sign).strip() if self._sign else typed
        if _WHOLE.fullmatch(digits) is None:
            self.fail(
                f"{value!r} is not a whole number: write one such as {max(self._least, 20)}", param, ctx
            )
        number = int(digits)
        if not self._least <= number <= self._most:
            self.fail(f"{value!r} is not between {self._least} and {self._most}", param, ctx)
        return number


class Words(click.ParamType[str]):
    """Words of a person, composed (NFC), without signs that a terminal or a mail header would obey."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        composed = normalize("NFC", value)
        shown = safe(composed)
        if shown != composed:
            self.fail(
                f"{shown!r} holds a control sign or a line end: write it on one line without it", param, ctx
            )
        return composed


class OfficerName(Words):
    """An officer's id, completed from the directory."""

    name = "officer"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from monitor.cli.completion import officers

        return [CompletionItem(word, help=words) for word, words in officers(ctx, incomplete)]


class CaseName(Words):
    """A case: its number, its key or a pattern; keys are completed from the store."""

    name = "case"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from monitor.cli.completion import cases

        return [CompletionItem(word, help=words) for word, words in cases(ctx, incomplete)]


class AgencyName(Words):
    """An agency's id or name, or a roster; ids and rosters are completed from the catalogue."""

    name = "agency"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from monitor.cli.completion import agencies

        return [CompletionItem(word, help=words) for word, words in agencies(ctx, incomplete)]


class InstrumentName(Words):
    """An instrument's id, completed from the store."""

    name = "instrument"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from monitor.cli.completion import instruments

        return [CompletionItem(word, help=words) for word, words in instruments(ctx, incomplete)]


DAY = Day()
MOMENT = Moment()
DURATION = Duration()
WORDS = Words()
PERCENT = Whole(0, 100, "%")
COUNT = Whole(1, 10**9)
NUMBER = Whole(1, 10**18 - 1)
OFFICER = OfficerName()
AGENCY = AgencyName()
INSTRUMENT = InstrumentName()
CASE = CaseName()
