"""A clause in a sentence of terms keeps the day that stands at its own head: "trước 16/7 công bố; ngày 20/7 họp"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.reading.judging.refusals import NO_TERM, Judged
from rules.reading.phrase.answers import Reading
from rules.reading.phrase.nodes import Day, Dues, Months, Span
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, VERBS

LONGEST_NAME = 6


def with_its_own_day(
    script: Script, judged: Sequence[Judged], clause: Stretch, head: Judged | None, before: Judged | None
) -> list[Judged]:
    """The same phrases; a day at the clause's head that nothing else calls a term is one, before the head's would be.

    ``head``: the term that stood first in the sentence, and would go on for this clause; ``before``: that of the duty
    before it in the sentence, beside which a span is one more.
    """
    if not judged or any(one.verdict != "no" for one in judged):
        return list(judged)
    first, *others = judged
    if before is not None and _goes_on(script, first, clause):
        return [replace(first, verdict="deadline", why=""), *others]
    if head is None:
        return list(judged)
    behind = first.place.last + (script.word(first.place.last) == ",")
    acts = VERBS.at(script.tokens, behind, clause.last) or MODALS.at(script.tokens, behind, clause.last)
    bound = script.has(
        {"phải", "hoàn"}, first.place.first, first.place.last
    )  # "31-12-2018 phải hoàn thành …"
    stands_first = first.place.first == clause.first and (acts > 0 or bound)
    if first.why != NO_TERM or not stands_first or not _is_a_day(first):
        return list(judged)
    return [replace(first, verdict="deadline", why=""), *others]


def _goes_on(script: Script, first: Judged, clause: Stretch) -> bool:
    """ "… từ ngày 4/1 đến ngày 10/1 tại xã; từ 11/1 đến 25/1 tại bưu cục": one more span of the same deed."""
    core = first.spotted.whole.core
    spans = isinstance(core, Dues) and isinstance(core.all[0].when, Span)
    said = Stretch(clause.first, first.place.first)  # "…; khóa K56 từ 14/9 đến 16/9"
    named = len(said) <= LONGEST_NAME and VERBS.within(script.tokens, said.first, said.last) is None
    opens = named and script.word(clause.first - 1) == ";"
    return spans and opens and first.why == NO_TERM and isinstance(first.spotted.reading, Reading)


def has_its_own_day(places: Sequence[Stretch], clause: Stretch) -> bool:
    """Whether a time stands at the clause's head: the term before it does not go on then, whatever this one is."""
    return any(place.first == clause.first for place in places)


def _is_a_day(one: Judged) -> bool:
    """Whether it is a day, a month or a quarter; a year alone is mostly told of."""
    core = one.spotted.whole.core
    if not isinstance(one.spotted.reading, Reading) or not isinstance(core, Dues) or len(core.all) != 1:
        return False
    match core.all[0].when:
        case Day():
            return True
        case Months(first, last):
            return (first, last) != (1, 12)
        case _:
            return False
