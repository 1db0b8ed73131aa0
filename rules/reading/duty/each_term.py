"""Several terms of one deed, each for whom it names: "trước ngày 26/8 đối với phòng A, trước ngày 28/8 đối với trường B"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.duty.clauses import EDGES
from rules.reading.duty.sketch import Sketch
from rules.reading.naming.bodies import Body, Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import HANDED
from rules.reading.words.script import Script, Stretch, trimmed

FOR_WHOM = Lexicon.lines("đối với, với, cho, áp dụng đối với, áp dụng với, áp dụng cho")
ENDS_OF_NAME = frozenset({",", ";", ".", ":", "(", ")", "và"})
LONGEST = 24
# Of one body by its name the rest of the sentence says what it does with the others.
SEVERAL = frozenset({"common", "collective", "pronoun"})


def each_for_whom(script: Script, naming: Naming, head: Sketch | None, made: Sequence[Sketch]) -> None:
    """Gives each term's duty to whom stands behind it, and the deed of the first to all of them.

    ``head``: the duty before a colon, whose terms these are.
    """
    rows = [(sketch, named) for sketch in made if (named := _whom(script, naming, sketch))]
    known = any(naming.group_at(script, named.first, named.last) is not None for _, named in rows)
    if len(rows) < 2 or not known:
        return
    deed = _deed(script, rows[0][0], head)
    if not deed:
        return
    handed = HANDED.within(script.tokens, deed.first, deed.last) is not None
    for sketch, named in rows:
        if sketch.leads and not (handed and all(body.kind in SEVERAL for body in sketch.leads)):
            continue
        sketch.leads, sketch.lead_from = _bodies(script, naming, named), "own"
        if deed.first < sketch.place.first or not sketch.place.covers(deed):
            sketch.words, sketch.predicate = deed, None
            sketch.place = Stretch(min(deed.first, sketch.place.first), max(sketch.place.last, named.last))
        else:
            sketch.words = deed


def _deed(script: Script, first: Sketch, head: Sketch | None) -> Stretch:
    """What is to be done by each of these terms: it stands before the first, or before the colon."""
    if head is not None and not head.is_timed and head.place.last <= first.place.first:
        return head.place
    time = first.judged.place if first.judged is not None else first.place
    start = first.predicate if first.predicate in first.place else first.place.first
    return trimmed(script, Stretch(start or first.place.first, max(start or 0, time.first)), EDGES)


def _whom(script: Script, naming: Naming, sketch: Sketch) -> Stretch | None:
    """The words right behind a sketch's time that say for whom it holds."""
    if sketch.judged is None:
        return None
    at = sketch.judged.place.last
    at += script.word(at) == "("
    length = FOR_WHOM.at(script.tokens, at, len(script.tokens))
    if not length:
        return None
    first = at + length
    end = min(first + LONGEST, len(script.tokens))
    last = next((place for place in range(first, end) if script.word(place) in ENDS_OF_NAME), end)
    group = naming.group_at(script, first, end)
    return group.place if group is not None else Stretch(first, last)


def _bodies(script: Script, naming: Naming, named: Stretch) -> tuple[Body, ...]:
    """Those whom the words name: beside others that are bodies, what is no known kind of body is one too."""
    group = naming.group_at(script, named.first, named.last)
    return group.bodies if group is not None else (Body(named, script.written(named), "common"),)
