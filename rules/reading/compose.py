"""From a sketch to a draft: the quote, the task in few words, the names, the doubts and how sure it all is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.model import Kind
from rules.reading.bodies import Body
from rules.reading.clauses import EDGES
from rules.reading.draft import DraftObligation
from rules.reading.ids import Identities
from rules.reading.script import Script, Stretch, trimmed
from rules.reading.sketch import Sketch
from rules.reading.text import fold
from rules.reading.timing import Timing
from rules.reading.verbs import CONNECTIVES

REPORT = re.compile(r"\b(?:gửi |nộp |có |, |và |kỳ |phải |hợp, )?báo cáo (?!nghiên cứu)")
MILESTONE = re.compile(r"\b(?:lấy ý kiến|góp ý|khai mạc|khai giảng|bế mạc)\b")
PRODUCT = re.compile(
    r"\b(?:ban hành|trình|hoàn thành|xây dựng|phê duyệt|ký|công bố|lập|hoàn thiện|gửi)\b[^,;.]{0,60}?\b((?:dự thảo )?(?:nghị định|thông tư|"
    r"quyết định|nghị quyết|kế hoạch|đề án|báo cáo|chỉ thị|quy chế|hướng dẫn|danh mục|chương trình|quy định|quy hoạch|văn bản|phương án)\b[^,;.]{0,120})"
)
LEADING = frozenset({"đồng", "thời", "và", "cũng", "để", "theo", "đó", "cụ", "thể", "riêng"})
SURE = 0.95
# What each doubt takes from the certainty; measured on the labelled documents.
COSTS = {
    "lead before": 0.03, "lead heading": 0.02, "lead earlier": 0.25, "lead none": 0.2, "lead pronoun": 0.08,
    "time heading": 0.06, "time sentence": 0.08, "time label": 0.02, "no duty": 0.15, "unknown body": 0.04,
    "doubt": 0.12, "relative": 0.08, "aim": 0.08, "weak bound": 0.06, "undated": 0.25, "start": 0.3, "no rule": 0.15,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Composer:
    script: Script
    identities: Identities

    def draft(self, sketch: Sketch) -> DraftObligation:
        """The draft that a sketch makes."""
        place = self._quoted(sketch)
        timing = sketch.timing or Timing()
        lead = _names(sketch.leads)
        cooperating = tuple(name for name in _names(sketch.cooperating) if name not in lead)
        task = self._task(sketch, place)
        confidence, notes = self._doubts(sketch, timing)
        first, last = self.script.tokens[place.first].start, self.script.tokens[place.last - 1].end
        return DraftObligation(
            quote=self.script.text[first:last],
            start=first,
            end=last,
            task=task,
            lead=lead,
            lead_ids=self._ids(lead),
            cooperating=cooperating,
            cooperating_ids=self._ids(cooperating),
            deliverable=self._deliverable(sketch, task),
            deadline_phrase=self.script.written(sketch.judged.place) if sketch.judged is not None else None,
            due=timing.due,
            earliest=timing.earliest,
            recurrence=timing.recurrence,
            rule=timing.rule,
            relative=timing.relative,
            kind=_kind(sketch, task),
            confidence=confidence,
            notes=notes,
            term=timing.term,
            because=timing.because,
        )

    def _quoted(self, sketch: Sketch) -> Stretch:
        return trimmed(self.script, sketch.place, EDGES - {'"'}) or sketch.place

    def _task(self, sketch: Sketch, place: Stretch) -> str:
        """The clause without its subject and its time."""
        first = place.first
        if sketch.predicate is not None and sketch.predicate in place:
            first = sketch.predicate
        while first < place.last and (self.script.word(first) in LEADING or self.script.word(first) in EDGES):
            first += 1
        length = CONNECTIVES.at(self.script.tokens, first, place.last)
        first = first + length if length and first + length < place.last else first
        if (
            sketch.judged is not None
            and place.covers(sketch.judged.place)
            and sketch.judged.place.first > first
        ):
            before = self.script.written(Stretch(first, sketch.judged.place.first))
            after = self.script.written(Stretch(sketch.judged.place.last, place.last))
            text = f"{before} {after}".strip()
        else:
            text = self.script.written(Stretch(first, place.last))
        text = " ".join(text.split()).strip(" ,;:.-()")
        return text[:1].upper() + text[1:] if text else self.script.written(place)

    def _deliverable(self, sketch: Sketch, task: str) -> str | None:
        if sketch.deliverable is not None:
            return self.script.written(sketch.deliverable)
        found = PRODUCT.search(fold(task))
        if found is None or len(fold(task)) != len(task):
            return None
        return task[found.start(1) : found.end(1)].strip() or None

    def _ids(self, names: tuple[str, ...]) -> tuple[str | None, ...]:
        ids: list[str | None] = []
        for name in names:
            ids.extend(self.identities.of(name) or (None,))
        return tuple(ids)

    def _doubts(self, sketch: Sketch, timing: Timing) -> tuple[float, tuple[str, ...]]:
        """How sure the reading is, from 0 to 1, and every doubt in a sentence."""
        costs: list[str] = []
        notes: list[str] = []
        told = {
            "before": "no subject of its own: the lead is that of the clause before",
            "heading": "the lead stands in the heading above",
            "earlier": "no lead is named here: the one last named in the text is taken",
            "none": "no lead is named",
            "pronoun": "the lead is named by a pronoun",
        }
        if sketch.lead_from in told and not (sketch.aim and sketch.lead_from == "none"):
            costs.append(f"lead {sketch.lead_from}")
            notes.append(told[sketch.lead_from])
        times = {
            "heading": "the time stands in the heading above",
            "sentence": "the time stands in an earlier part of the sentence",
            "label": "the time stands behind a label of its own",
        }
        if sketch.time_from in times:
            costs.append(f"time {sketch.time_from}")
            notes.append(times[sketch.time_from])
        if not sketch.duty:
            costs.append("no duty")
            notes.append("no word of order: it may only tell what happens")
        if sketch.aim:
            costs.append("aim")
            notes.append(
                "the words name an aim" if sketch.aim == "target" else "the words name an expectation"
            )
        unknown = [body.name for body in sketch.leads if not self.identities.of(body.name)]
        if unknown:
            costs.append("unknown body")
            notes.append("not in the catalogue: " + ", ".join(unknown))
        for doubt in dict.fromkeys((*timing.doubts, *sketch.doubts)):
            costs.append("doubt")
            notes.append(doubt)
        if timing.relative is not None:
            costs.append("relative")
            notes.append("the period is not yet running: its first day is not known")
        if sketch.timing is None:
            costs.append("undated")
        confidence = SURE
        for cost in costs:
            confidence *= 1 - COSTS[cost]
        return round(confidence, 2), tuple(notes)


def _names(bodies: tuple[Body, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body.name for body in bodies))


def _kind(sketch: Sketch, task: str) -> Kind:
    if sketch.aim == "target":
        return "target"
    if sketch.aim == "forecast":
        return "forecast"
    words = fold(task)
    if MILESTONE.search(words):
        return "milestone"
    return "report" if words.startswith("báo cáo") or REPORT.search(words) else "obligation"
