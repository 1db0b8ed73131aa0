"""So long before a day that is named: "trước Tết Nguyên đán ít nhất 45 ngày"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rules.model import Step
from rules.period import plus_months
from rules.reading.answers import Reading, Unread
from rules.reading.lexicon import Lexicon
from rules.reading.nodes import Dues
from rules.reading.script import Script, Stretch
from rules.reading.spotted import Spotted
from rules.term import OnDay
from rules.workdays import in_vietnamese

AT_LEAST = Lexicon.lines("ít nhất, tối thiểu, ít nhất là, tối thiểu là, chậm nhất")
UNITS = frozenset({"ngày", "tuần", "tháng"})
MOST = 1000
WORKING = Unread("it counts working days back from a day: say which day that is")


def counted_back(script: Script, found: Spotted) -> Spotted:
    """The phrase with the length behind it, and the day it comes to; the phrase itself where none stands there.

    Both ends are days: from the last day to the day named it is at least so long.
    """
    core = found.whole.core
    if not isinstance(core, Dues) or len(core.all) != 1 or not core.all[0].bound.before:
        return found
    place, reading = found.place, found.reading
    at = place.last + AT_LEAST.at(script.tokens, place.last)
    if at >= len(script.tokens) or not script.tokens[at].is_number or script.word(at + 1) not in UNITS:
        return found
    count = int(script.word(at)) if script.word(at).isdecimal() else MOST
    if count >= MOST or not isinstance(reading, Reading) or not isinstance(reading.term, OnDay):
        return found
    if script.words(Stretch(at + 2, at + 4)) == "làm việc":
        return replace(found, reading=WORKING)
    named = reading.term.day + timedelta(days=1)
    last = _back(named, count, script.word(at + 1))
    words = script.written(Stretch(at, at + 2))
    step = Step(
        f"counted back {words} from {named}: {last}",
        f"tính lùi {words} từ ngày {in_vietnamese(named)}: {in_vietnamese(last)}",
    )
    told = replace(reading, term=OnDay(last), because=(step,), other_day=None)
    return replace(found, place=Stretch(place.first, at + 2), reading=told)


def _back(day: date, count: int, unit: str) -> date:
    if unit == "tháng":
        return plus_months(day, -count)
    return day - timedelta(days=count * (7 if unit == "tuần" else 1))
