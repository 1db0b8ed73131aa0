"""How sure a draft is, and every doubt about it in a sentence."""

from __future__ import annotations

from rules.reading.duty.sketch import Sketch
from rules.reading.judging.timing import Timing
from rules.reading.naming.ids import Identities

SURE = 0.95
# What each doubt takes from the certainty; measured on the labelled documents.
COSTS = {
    "lead before": 0.03, "lead heading": 0.02, "lead earlier": 0.25, "lead none": 0.2, "lead pronoun": 0.08,
    "lead guess": 0.1,
    "time heading": 0.06, "time sentence": 0.08, "time label": 0.02, "no duty": 0.15, "unknown body": 0.04,
    "doubt": 0.12, "relative": 0.08, "aim": 0.08, "undated": 0.25,
}  # fmt: skip
LEADS = {
    "before": "no subject of its own: the lead is that of the clause before",
    "heading": "the lead stands in the heading above",
    "earlier": "no lead is named here: the one last named in the text is taken",
    "none": "no lead is named",
    "pronoun": "the lead is named by a pronoun",
    "guess": "the lead is no body that is known: whoever stands before the word of duty is taken",
}
TIMES = {
    "heading": "the time stands in the heading above",
    "sentence": "the time stands in an earlier part of the sentence",
    "label": "the time stands behind a label of its own",
}
AIMED = {"target": "the words name an aim", "forecast": "the words name an expectation"}
Doubt = tuple[str, str]


def weighed(sketch: Sketch, timing: Timing, identities: Identities) -> tuple[float, tuple[str, ...]]:
    """How sure the reading is, from 0 to 1, and the doubts that made it less."""
    doubts = [*_of_lead(sketch, identities), *_of_time(sketch, timing)]
    confidence = SURE
    for name, _ in doubts:
        confidence *= 1 - COSTS[name]
    return round(confidence, 2), tuple(dict.fromkeys(note for _, note in doubts if note))


def _of_lead(sketch: Sketch, identities: Identities) -> list[Doubt]:
    found: list[Doubt] = []
    if sketch.lead_from in LEADS and not (sketch.aim and sketch.lead_from == "none"):
        found.append((f"lead {sketch.lead_from}", LEADS[sketch.lead_from]))
    unknown = [body.name for body in sketch.leads if not identities.of(body.name)]
    if unknown:
        found.append(("unknown body", "not in the catalogue: " + ", ".join(unknown)))
    if not sketch.duty:
        found.append(("no duty", "no word of order: it may only tell what happens"))
    if sketch.aim:
        found.append(("aim", AIMED[sketch.aim]))
    return found


def _of_time(sketch: Sketch, timing: Timing) -> list[Doubt]:
    found: list[Doubt] = []
    if sketch.time_from in TIMES:
        found.append((f"time {sketch.time_from}", TIMES[sketch.time_from]))
    found.extend(("doubt", doubt) for doubt in dict.fromkeys((*timing.doubts, *sketch.doubts)))
    if timing.relative is not None:
        found.append(("relative", "the period is not yet running: its first day is not known"))
    if sketch.timing is None:
        found.append(("undated", ""))
    return found
