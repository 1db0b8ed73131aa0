"""Spans in a list below what is to be handed in: "Nộp học phí: - Đợt 1: từ 23/5 đến 29/5; - Đợt 2: …"."""

from __future__ import annotations

from rules.reading.judging.last_days import GIVEN, times_a_deed
from rules.reading.words.refusal_words import HANDED
from rules.reading.words.script import Script, Stretch

MARKERS = frozenset({"-", "+", "*", "•", "●", "▪", "o"})
LONGEST_LABEL = 12  # tokens
MOST_LINES = 12
LONGEST_LINE = 60


def below_a_deed(script: Script, place: Stretch) -> bool:
    """Whether an entry holds only a label and this time, below a line that says what is to be handed in then."""
    first = _line_first(script, place.first)
    marker = script.word(first)
    labelled = script.word(place.first - 1) == ":" and place.first - first <= LONGEST_LABEL
    ends = script.word(place.last) in {"", ";", ".", "("} or script.begins_line(place.last)
    if marker not in MARKERS or not labelled or not ends:
        return False
    heading = _heading(script, first, marker)
    return heading is not None and _hands_in(script, heading)


def _line_first(script: Script, at: int) -> int:
    for place in range(at, max(at - LONGEST_LINE, 0), -1):
        if script.begins_line(place):
            return place
    return max(at - LONGEST_LINE, 0)


def _heading(script: Script, first: int, marker: str) -> Stretch | None:
    """The line above the entries of a list; None where it stands too far off."""
    for _ in range(MOST_LINES):
        if not first:
            return None
        above = _line_first(script, first - 1)
        if script.word(above) != marker:
            return Stretch(above, first)
        first = above
    return None


def _hands_in(script: Script, line: Stretch) -> bool:
    first = line.first
    while first < line.last and (not script.tokens[first].is_word or script.word(first + 1) in {".", ")"}):
        first += 1
    opens = script.word(line.last - 1) == ":"
    words = Stretch(first, line.last)
    if times_a_deed(script, words, labelled=True) or GIVEN.at(script.tokens, first, line.last):
        return opens or script.word(line.last - 1) not in {".", ";", ","}
    return opens and HANDED.within(script.tokens, first, line.last) is not None
