"""Bare times at the head of a step that is told: "Tháng 10/2020, các xã hoàn thành …; tháng 11, công bố …"."""

from __future__ import annotations

from datetime import date

from rules.reading.answers import Reading
from rules.reading.bodies_lexicon import COLLECTIVES, COMMON, HEADS, QUANTIFIERS, TITLES
from rules.reading.lexicon import Lexicon
from rules.reading.nodes import Day, Due, Months
from rules.reading.refusal_words import DONE, HANDED
from rules.reading.script import Script, Stretch
from rules.reading.spotted import Spotted
from rules.reading.verbs import VERBS
from rules.term import Within

# Figures of a period, and what has come about: nobody does a step of a plan by these.
TELLS = Lexicon.lines(
    "đạt, có, tăng, giảm, thu, chi, xuất, nhập, bán, mua, làm, thu hút, nhận, có ý kiến, là, ghi nhận"
)
FINISHES = Lexicon.lines("hoàn thành, hoàn tất, hoàn thiện, kết thúc, trình, bàn giao, nghiệm thu")
NO_STEP = frozenset({"đã", "vừa", "được", "bị", "đang", "từng", "không", "chưa", ":", ";", "."})
LONGEST_NAME = 18


def heads_a_step(script: Script, found: Spotted, due: Due, clause: Stretch, said_on: date | None) -> bool:
    """Whether a time ahead opens a clause in which a body that is named, or named before, does something."""
    place = found.place
    if said_on is None or not (place.first == clause.first or script.word(place.first - 1) == ","):
        return False
    deed = _deed(script, place.last + (script.word(place.last) == ","), clause.last)
    if deed is None or TELLS.at(script.tokens, deed) == VERBS.at(script.tokens, deed):
        return False
    begins, ends = _edges(found)
    if begins is None or ends is None or ends <= said_on:
        return False
    match due.when:
        case Day(year=year):
            return year is not None and begins > said_on and bool(HANDED.at(script.tokens, deed))
        case Months(first, last, year):
            if year is None and ends.year > said_on.year:
                return False
            finishes = bool(FINISHES.at(script.tokens, deed))
            if (first, last) == (1, 12):
                return finishes and begins > said_on
            return begins > said_on or finishes or bool(DONE.at(script.tokens, deed) and ends > said_on)
    return False


def _edges(found: Spotted) -> tuple[date | None, date | None]:
    """The first and last day that a phrase means; the same day where it is one."""
    term = found.reading.term if isinstance(found.reading, Reading) else None
    if isinstance(term, Within):
        return term.first, term.last
    day = getattr(term, "day", None)
    return day, day


def _deed(script: Script, at: int, end: int) -> int | None:
    """Where the verb stands, at once or behind the name of a body; None where something else is told of."""
    tokens = script.tokens
    if at < end and not script.is_capital(at) and VERBS.at(tokens, at, end):
        return at
    rest = at + (script.word(at) in QUANTIFIERS)
    named = TITLES.at(tokens, rest, end) or (HEADS.at(tokens, rest, end) if script.is_capital(rest) else 0)
    if rest > at:
        named = named or COLLECTIVES.at(tokens, rest, end) or COMMON.at(tokens, rest, end)
    if not named:
        return None
    for place in range(rest + named, min(end, rest + LONGEST_NAME)):
        if script.word(place) in NO_STEP:
            return None
        if not script.is_capital(place) and VERBS.at(tokens, place, end):
            return place
    return None
