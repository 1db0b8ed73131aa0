"""From a sketch to a draft: the quote, the task in few words, the names, the doubts and how sure it all is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.model import Kind
from rules.reading.doubts import weighed
from rules.reading.draft import DraftObligation
from rules.reading.duty.clauses import EDGES
from rules.reading.duty.provisions import Provisions
from rules.reading.duty.sketch import Sketch
from rules.reading.judging.timing import Timing
from rules.reading.naming.bodies import Body
from rules.reading.naming.ids import Identities
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch, trimmed
from rules.reading.words.text import fold
from rules.reading.words.verbs import CONNECTIVES

REPORT = re.compile(r"\b(?:gửi |nộp |có |, |và |kỳ |phải |hợp, )?báo cáo (?!nghiên cứu)")
MILESTONE = re.compile(r"\b(?:lấy ý kiến|góp ý|khai mạc|khai giảng|bế mạc)\b")
PRODUCT = re.compile(
    r"\b(?:ban hành|trình|hoàn thành|xây dựng|phê duyệt|ký|công bố|lập|hoàn thiện|gửi)\b[^,;.]{0,60}?\b"
    r"((?:dự thảo )?(?:nghị định|thông tư|quyết định|nghị quyết|kế hoạch|đề án|báo cáo|chỉ thị|quy chế|"
    r"hướng dẫn|danh mục|chương trình|quy định|quy hoạch|văn bản|phương án)\b[^,;.]{0,120})"
)
# "Cụ thể hóa", "chỉ đạo" are deeds, though their first word alone would only link.
GOES_ON = frozenset({"hóa", "đạo", "thị", "huy", "định", "điểm"})
LEADING = Lexicon.lines("để, đó, thể theo, đồng thời, và, cũng, theo đó, cụ thể, riêng")


@dataclass(frozen=True, slots=True)
class Composer:
    script: Script
    identities: Identities
    provisions: Provisions

    def draft(self, sketch: Sketch) -> DraftObligation:
        """The draft that a sketch makes."""
        place = self._quoted(sketch)
        timing = sketch.timing or Timing()
        lead = _names(sketch.leads)
        cooperating = tuple(name for name in _names(sketch.cooperating) if name not in lead)
        task = self._task(sketch, sketch.words or place)
        words = fold(task)
        confidence, notes = weighed(sketch, timing, self.identities)
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
            deliverable=self._deliverable(sketch, task, words),
            deadline_phrase=self.script.written(sketch.judged.place) if sketch.judged is not None else None,
            due=timing.due,
            earliest=timing.earliest,
            recurrence=timing.recurrence,
            rule=timing.rule,
            relative=timing.relative,
            kind=_kind(sketch, words),
            confidence=confidence,
            notes=notes,
            term=timing.term,
            because=timing.because,
            clause=self.provisions.at(place.first),
        )

    def _quoted(self, sketch: Sketch) -> Stretch:
        return trimmed(self.script, sketch.place, EDGES - {'"'}) or sketch.place

    def _task(self, sketch: Sketch, place: Stretch) -> str:
        """The clause without its subject and its time."""
        first = place.first
        if sketch.predicate is not None and sketch.predicate in place:
            first = sketch.predicate
        first = self._past_connectives(first, place.last)
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

    def _past_connectives(self, first: int, last: int) -> int:
        """Where the deed begins behind "đồng thời", "và cụ thể": a word that only begins alike is part of it."""
        tokens, word = self.script.tokens, self.script.word
        if word(first) == "(":  # "Sở A (cơ quan thường trực) lập …": who acts is told once more
            closes = next((at for at in range(first, last) if word(at) == ")"), first)
            first = closes + 1 if first < closes < last - 1 else first
        while first < last:
            length = 1 if word(first) in EDGES else LEADING.at(tokens, first, last)
            if not length or word(first + length) in GOES_ON:
                break
            first += length
        length = CONNECTIVES.at(tokens, first, last) if word(first) != "giao" else 0
        return (
            first + length
            if length and first + length < last and word(first + length) not in GOES_ON
            else first
        )

    def _deliverable(self, sketch: Sketch, task: str, words: str) -> str | None:
        """The paper that the task makes; ``words`` are the task's own, folded."""
        if sketch.deliverable is not None:
            return self.script.written(sketch.deliverable)
        found = PRODUCT.search(words)
        if found is None or len(words) != len(task):
            return None
        return task[found.start(1) : found.end(1)].strip() or None

    def _ids(self, names: tuple[str, ...]) -> tuple[str | None, ...]:
        ids: list[str | None] = []
        for name in names:
            ids.extend(self.identities.of(name) or (None,))
        return tuple(ids)


def _names(bodies: tuple[Body, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body.name for body in bodies))


def _kind(sketch: Sketch, words: str) -> Kind:
    if sketch.aim == "target":
        return "target"
    if sketch.aim == "forecast":
        return "forecast"
    if MILESTONE.search(words):
        return "milestone"
    return "report" if words.startswith("báo cáo") or REPORT.search(words) else "obligation"
