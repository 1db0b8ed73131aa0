"""Who issued a paper is not told by it: "UBND tỉnh vừa ban hành Quyết định … Theo đó, …"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.duty.sketch import Sketch
from rules.reading.naming.bodies import Body
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.papers import JUST, PAPERS
from rules.reading.words.script import Script, Stretch

ISSUES = Lexicon.lines("ban hành, ký, ký ban hành, có, gửi, phê duyệt, ra, công bố")


def without_issuers(script: Script, made: Sequence[Sketch], issued: tuple[Body, ...]) -> tuple[Body, ...]:
    """Takes the lead from sketches that have it only of who issued the paper, where their own words order something.

    Gives who issued a paper last, if nobody else was named since.
    """
    for sketch in made:
        if sketch.lead_from == "earlier" and sketch.leads == issued and sketch.duty:
            sketch.leads, sketch.lead_from = (), "none"
        elif sketch.lead_from == "own":
            told = sketch.judged is None and issued_a_paper(script, sketch.predicate, sketch.place)
            issued = tuple(sketch.leads) if told else ()
    return issued


def issued_a_paper(script: Script, predicate: int | None, clause: Stretch) -> bool:
    """Whether the deed that begins at ``predicate`` is that a paper was issued, told as news."""
    if predicate is None or predicate not in clause:
        return False
    at = predicate
    while script.word(at) in JUST:
        at += 1
    deed = ISSUES.at(script.tokens, at, clause.last)
    if not deed:
        return False
    paper = PAPERS.at(script.tokens, at + deed, clause.last)
    numbered = (
        script.word(at + deed + paper) == "số"
        or script.tokens[min(at + deed + paper, clause.last - 1)].is_number
    )
    return bool(paper) and (at > predicate or numbered)
