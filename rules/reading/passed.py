"""Tasks without a deadline that gave no draft: a person is told of them, so that nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from rules.reading.draft import PassedTask
from rules.reading.duty.sketch import Sketch
from rules.reading.words.duty_words import NO_DUTY
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

ASSIGNS = Lexicon.lines(
    """giao, yêu cầu, đề nghị, chỉ đạo, chủ trì, chịu trách nhiệm, có trách nhiệm, phải, cần, khẩn trương, có nhiệm vụ,
    hoàn thành, nghiêm túc thực hiện"""
)
NAMED = frozenset({"own", "pronoun", "label", "heading"})
IN_WORDS = "it names a body and a word of order, and no deadline"
IN_A_ROW = "a row with a body, and no time"


def passed_over(script: Script, told: Iterable[Sketch], rows: Iterable[Sketch]) -> tuple[PassedTask, ...]:
    """The tasks of these sketches, none of which is drafted; ``rows``: those of tables."""
    found = dict.fromkeys(
        chain(_in_words(script, told), (_task(script, row.place, IN_A_ROW) for row in rows))
    )
    return tuple(sorted(found, key=lambda task: task.start))


def _in_words(script: Script, told: Iterable[Sketch]) -> Iterator[PassedTask]:
    for sketch in told:
        named = sketch.timing is None and sketch.leads and sketch.lead_from in NAMED
        if named and not sketch.dropped and _assigns(script, sketch.place):
            yield _task(script, sketch.place, IN_WORDS)


def _assigns(script: Script, place: Stretch) -> bool:
    tokens = script.tokens
    return any(ASSIGNS.at(tokens, at) > NO_DUTY.at(tokens, at) for at in range(place.first, place.last))


def _task(script: Script, place: Stretch, why: str) -> PassedTask:
    first, last = script.tokens[place.first].start, script.tokens[place.last - 1].end
    return PassedTask(first, last, script.text[first:last], why)
