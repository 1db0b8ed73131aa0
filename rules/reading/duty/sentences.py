"""Where a sentence begins: what it takes over from the one before it, and what it only names or heads."""

from __future__ import annotations

from dataclasses import dataclass

from rules.reading.duty.asides import goes_on_with_a_deed, stresses
from rules.reading.duty.clauses import Clause
from rules.reading.duty.labelled_terms import bound_below
from rules.reading.duty.no_duties import is_title, names_a_purpose, says_only_whom
from rules.reading.duty.run import Run
from rules.reading.duty.schedules import is_schedule
from rules.reading.duty.sections import Sections
from rules.reading.duty.sketch import Frame
from rules.reading.duty.told import Told
from rules.reading.judging.side_times import tells_contents
from rules.reading.words.script import Stretch
from rules.reading.words.verbs import VERBS

# "Các nhiệm vụ UBND tỉnh đã giao", "nhiệm vụ quá hạn": which duties are meant, and none announced.
PARTICULAR = frozenset({"ubnd", "được", "đã", "quá", "do", "chính", "thủ", "của", "chậm", "còn", "chưa"})
ELABORATES = ("cụ thể", "trong đó", "theo đó", "bao gồm")


@dataclass(slots=True)
class Sentences(Sections):
    """Keeps what goes on from sentence to sentence of a block."""

    def _new_sentence(self, clause: Clause, run: Run) -> None:
        words = self.script.words(Stretch(clause.place.first, min(clause.place.last, clause.place.first + 2)))
        run.speakers = run.told_last = ()
        run.sentence = clause.sentence
        run.listed_from = None
        run.tells = tells_contents(self.script, clause.place, Stretch(run.first, clause.place.first))
        if run.tells:
            run.head = run.head_timing = None
            return
        last = run.last.judged if run.last is not None else None
        if last is not None and stresses(self.script, clause.place, last.place):
            run.head = run.head_timing = None
            return
        if words.startswith(ELABORATES) and run.last is not None and run.last.judged is not None:
            run.head, run.head_timing = run.last.judged, run.last.timing
            if self._announces(run.last.place):
                run.last.dropped = True
            return
        run.head = run.head_timing = None

    def _announces(self, place: Stretch) -> bool:
        """Whether a sentence only says that duties come ("thực hiện 03 nhiệm vụ trước ngày …") and names none."""
        named = [at for at in range(place.first, place.last) if self.script.word(at) == "nhiệm"]
        deeds = {at for at in named if goes_on_with_a_deed(self.script, at + 2)}
        return any(at not in deeds and self.script.word(at + 2) not in PARTICULAR for at in named)

    def _only_names(self, clause: Clause, frame: Frame, run: Run, told: Told) -> bool:
        """Whether a clause without a time only names whom what follows speaks to, or heads it."""
        verb = VERBS.within(self.script.tokens, clause.place.first, clause.place.last)
        heads = self._only_heads(clause, frame)
        if heads and not frame.opens:
            return True
        # "Đối với các phòng còn lại: khẩn trương …": whom the list behind the colon speaks to.
        only_whom = verb is None or says_only_whom(self.script, clause.place, told.predicate)
        introduces = clause.introduces and only_whom and bool(told.leads)
        if clause.introduces and (whose := bound_below(self.script, self.naming, clause.place)):
            run.leads = run.told_last = whose
            return True
        if not introduces and not (frame.opens and (heads or only_whom)):
            return False
        if introduces or not self._is_matter(told.leads, clause.place):
            run.leads = told.leads or run.leads
            run.told_last = told.leads or run.told_last
        return True

    def _only_heads(self, clause: Clause, frame: Frame) -> bool:
        """Whether a clause is a heading, or tells under one what a plan is for."""
        if not (self.frames.is_purpose() or is_title(self.script, clause.place)):
            return False
        frame.purpose = names_a_purpose(self.script, clause.place)
        return True

    def _in_a_schedule(self, clause: Clause, run: Run) -> bool:
        """Whether the heading above, or the words before the colon, say that somebody does something by these times."""
        above = self.frames.above[0] if self.frames.above else None
        if above is not None and above.schedule and bool(self.frames.leads()[0]):
            return True
        intro = Stretch(run.first, clause.place.first)
        return clause.listed and bool(run.leads) and is_schedule(self.script, intro)
