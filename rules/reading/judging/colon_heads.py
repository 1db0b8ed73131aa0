"""Days that head what is done on them, in a timetable told line by line: "Ngày 12/5: Sở A công bố …"."""

from __future__ import annotations

from datetime import date, timedelta

from rules.reading.judging.spotted import Spotted
from rules.reading.judging.steps import TELLS, deed_at
from rules.reading.phrase.answers import Reading
from rules.reading.phrase.nodes import Day, Due, Months, Span
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import ENDS, Script
from rules.reading.words.verbs import VERBS
from rules.term import Within

# A day without a year that lies further off may be one that has passed.
SOON = timedelta(days=200)
# Papers are taken in until the day; of other things "nhận" tells what came.
TAKES = Lexicon.lines("nhận hồ sơ, nhận đơn, nhận đăng ký, nhận bài, tiếp nhận hồ sơ, thu hồ sơ")
MARKS = frozenset({"-", "+", "*", "•", ")", "|"})
LONGEST = 30


def heads_a_line(script: Script, found: Spotted, due: Due, said_on: date | None) -> bool:
    """Whether a day ahead opens its line or sentence, with a colon and a deed behind it."""
    place = found.place
    if said_on is None or script.word(place.last) != ":" or not _opens(script, place.first):
        return False
    if not is_soon(due, last_day_of(found), said_on):
        return False
    end = next(
        (
            at
            for at in range(place.last + 1, min(place.last + LONGEST, len(script.tokens)))
            if _ends(script, at)
        ),
        min(place.last + LONGEST, len(script.tokens)),
    )
    first = place.last + 1
    verb = VERBS.at(script.tokens, first, end)
    deed = first if verb else deed_at(script, first, end)
    if deed is None:
        return False
    taken = TAKES.at(script.tokens, deed, end) > 0
    return taken or TELLS.at(script.tokens, deed) != VERBS.at(script.tokens, deed)


def _opens(script: Script, at: int) -> bool:
    """Whether nothing of a sentence stands before: a line, a marker or a full stop."""
    if at == 0 or script.word(at - 1) in MARKS | ENDS:
        return True
    return "\n" in script.text[script.tokens[at - 1].end : script.tokens[at].start]


def _ends(script: Script, at: int) -> bool:
    return script.word(at) in ENDS and script.breaks_after(at)


def is_soon(due: Due, day: date | None, said_on: date) -> bool:
    """Whether a time lies ahead, and not so far that without a year it may be one that has passed."""
    return day is not None and day > said_on and not (_is_yearless(due) and day - said_on > SOON)


def last_day_of(found: Spotted) -> date | None:
    term = found.reading.term if isinstance(found.reading, Reading) else None
    return term.last if isinstance(term, Within) else getattr(term, "day", None)


def _is_yearless(due: Due) -> bool:
    match due.when:
        case Day(year=year) | Months(year=year):
            return year is None
        case Span(_, last):
            return last.year is None
        case _:
            return False
