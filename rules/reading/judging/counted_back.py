"""So long before a day that is named: "trước Tết ít nhất 45 ngày", "trước 15 ngày so với ngày 20/9"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rules.model import Step
from rules.period import plus_months
from rules.reading.judging.spotted import Spotted
from rules.reading.phrase.answers import Reading, Unread
from rules.reading.phrase.nodes import Dues
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
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
    if not isinstance(reading, Reading) or not isinstance(reading.term, OnDay):
        return found
    named = reading.term.day + timedelta(days=1)
    end = at + 2 + 2 * (script.words(Stretch(at + 2, at + 4)) == "làm việc")
    return _at_length(script, replace(found, place=Stretch(place.first, end)), at, reading, named) or found


def counted_back_to(script: Script, found: Spotted) -> Spotted | None:
    """The day that "sớm hơn 15 ngày so với ngày 20/9" comes to; None where the day is not compared with so."""
    place, reading = found.place, found.reading
    if script.word(place.first - 1) != "với" or script.word(place.first - 2) != "so":
        return None
    at = place.first - 4
    if script.words(Stretch(at, place.first - 2)) == "làm việc":
        at -= 2
    if script.word(at + 1) not in UNITS or not script.tokens[at].is_number:
        return None
    first = at - AT_LEAST.ending(script.tokens, at)
    opening = 1 if script.word(first - 1) == "trước" else 2
    earlier = opening == 1 or script.words(Stretch(first - 2, first)) == "sớm hơn"
    if not earlier or not isinstance(reading, Reading) or not isinstance(reading.term, OnDay):
        return None
    whole = replace(found, place=Stretch(first - opening, place.last))
    return _at_length(script, whole, at, reading, reading.term.day)


def _at_length(script: Script, found: Spotted, at: int, reading: Reading, named: date) -> Spotted | None:
    """The phrase with the day that lies the length told at a place before the day named; None beyond all sense."""
    count = int(script.word(at)) if script.word(at).isdecimal() else MOST
    if count >= MOST:
        return None
    if script.words(Stretch(at + 2, at + 4)) == "làm việc":
        return replace(found, reading=WORKING)
    last = _back(named, count, script.word(at + 1))
    words = script.written(Stretch(at, at + 2))
    step = Step(
        f"counted back {words} from {named}: {last}",
        f"tính lùi {words} từ ngày {in_vietnamese(named)}: {in_vietnamese(last)}",
    )
    told = replace(reading, term=OnDay(last), because=(step,), other_day=None)
    return replace(found, reading=told)


def _back(day: date, count: int, unit: str) -> date:
    if unit == "tháng":
        return plus_months(day, -count)
    return day - timedelta(days=count * (7 if unit == "tuần" else 1))
