"""Reads the blocks of a text one after another and sketches the duties in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rules.reading.duty.address import ADDRESS
from rules.reading.duty.aims import foretells_of_a_thing, is_done_to_a_thing
from rules.reading.duty.asides import (
    as_above,
    attributes,
    counts_figures,
    quote_reports,
    tells_what_follows,
)
from rules.reading.duty.assignments import assign
from rules.reading.duty.clauses import Clause, clauses_of
from rules.reading.duty.designations import join_designations
from rules.reading.duty.each_term import each_for_whom
from rules.reading.duty.fields import Field, fields_of, parts_outside
from rules.reading.duty.gaps import brackets
from rules.reading.duty.issuers import without_issuers
from rules.reading.duty.labelled_terms import bound_below
from rules.reading.duty.leading import COUNTED_ON
from rules.reading.duty.no_duties import names_results
from rules.reading.duty.preface import OF_ITSELF
from rules.reading.duty.report_labels import heads_figures
from rules.reading.duty.run import Run
from rules.reading.duty.schedules import is_schedule, scheduled
from rules.reading.duty.sentences import Sentences
from rules.reading.duty.sketch import Frame, Sketch
from rules.reading.duty.speakers import without_speakers
from rules.reading.duty.taken_up import take_up
from rules.reading.duty.timetables import counts_only, slot_of
from rules.reading.duty.told import Told
from rules.reading.judging.merging import completed, is_a_return, merged
from rules.reading.judging.own_days import has_its_own_day, with_its_own_day
from rules.reading.judging.pieces import Piece, is_only_time, pieces_of, time_stands_first
from rules.reading.judging.refusals import Judged
from rules.reading.judging.regimes import in_regime, is_monthly, names_its_kind, regime_below, regime_of
from rules.reading.judging.spotted import Spotted, spotted
from rules.reading.judging.starts import without_starts
from rules.reading.naming.bodies import Body
from rules.reading.words.blocks import Block, number_of
from rules.reading.words.script import ENDS, Stretch, those_in
from rules.reading.words.verbs import CONDITIONS, STEERS, VERBS

# An aim or forecast whose lead comes from there is that body's own.
SAID_OF = frozenset({"own", "heading", "pronoun"})
NO_ENTRIES = frozenset({"plain", "part", "roman"})


@dataclass(slots=True)
class Reader(Sentences):
    """Gathers sketches, and the phrases that were not read, block by block."""

    def read(self, block: Block, *, has_children: bool) -> None:
        """Read one block that is no table row."""
        body = block.body
        if block.kind == "plain" and OF_ITSELF.at(self.script.tokens, body.first, body.last):
            self.frames.leave()
            self.carried = ()
        ends_open = self.script.word(body.last - 1) == ":" or self._is_heading(block, has_children)
        found = spotted(self.script, body, self.speech)
        if self._opens_a_slot(block, found, listed=has_children):
            return
        frame = Frame(block.kind, ends_open, number_of(self.script, block))
        frame.results = names_results(self.script, body)
        self.frames.enter(frame)
        if self._names_who(block, frame, has_children):
            return
        self.address.read(block)
        gaps = brackets(self.script, body)
        fields = self._labels_here(fields_of(self.script, body), body, frame)
        frame.aim = self._aim(body) if ends_open else ""
        article = block.kind == "article"
        frame.schedule = ends_open and is_schedule(self.script, body)
        frame.regime = regime_of(self.script, body, article=article) if ends_open else (0, False)
        frame.monthly = ends_open and is_monthly(self.script, body)
        frame.figures = ends_open and heads_figures(self.script, body)
        run = Run(body.first, regime=regime_below(self.script, body, self._regime()))
        places = tuple(one.place for one in found)
        known = len(self.judged)
        for part in parts_outside(self.script, body, fields, gaps):
            for clause in clauses_of(self.script, part, self.naming, gaps, places):
                self._clause(clause, block, frame, run, found, gaps, fields)
        join_designations(self.script, frame.made)
        assign(self.script, self.naming, frame.made, self.frames.above[0].made if self.frames.above else ())
        if ends_open:
            frame.often = next((one for one in self.judged[known:] if is_a_return(one)), None)
            # Only the sentence that ends open speaks for what stands below.
            run.leads = run.told_last or self._headed(body) or bound_below(self.script, self.naming, body)
        self._open(frame, run, ends_open=ends_open and has_children, body=body)
        self._fields(frame, fields, found, body.first)
        take_up(self.script, self.naming, run.listed_from, frame.made)
        each_for_whom(self.script, self.naming, run.listed_from, frame.made)
        quote_reports(self.script, run.listed_from, frame.made)
        self._from_above(block, frame)
        if run.leads:
            self.carried = run.leads
        if not ends_open:
            without_speakers(self.script, self.naming, body, frame.made)
        self.issued = without_issuers(self.script, frame.made, self.issued)
        self._term_alone(frame)
        self.before = frame.made
        self.sketches.extend(frame.made)

    def _opens_a_slot(self, block: Block, found: Sequence[Spotted], *, listed: bool) -> bool:
        """ "Tuần 3 (12/12 - 23/12/2016)": a line that is nothing but the time of what stands below."""
        slot = slot_of(self.script, self.judge, block.body, found, listed=listed)
        if slot is None and not counts_only(self.script, block.body):
            return False
        frame = Frame("slot" if block.kind == "plain" else block.kind, opens=True)
        self.frames.enter(frame)
        self.carried = ()
        if slot is not None:
            self.judged.append(slot)
        if slot is not None and slot.verdict == "deadline":
            frame.timing, frame.judged = self.timer.of(slot, self.script.written(slot.place)), slot
        return True

    def _is_heading(self, block: Block, has_children: bool) -> bool:
        return (
            has_children
            and len(block.body) <= 40
            and not ADDRESS.at(self.script.tokens, block.body.first, block.body.last)
            and self.script.word(block.body.last - 1) not in ENDS | {";", ","}
        )

    def _clause(
        self,
        clause: Clause,
        block: Block,
        frame: Frame,
        run: Run,
        found: Sequence[Spotted],
        gaps: Sequence[Stretch],
        fields: Sequence[Field],
    ) -> None:
        if clause.sentence != run.sentence:
            self._new_sentence(clause, run)
        first = bisect_left(found, clause.place.first, key=_begins)
        last = bisect_left(found, clause.place.last, lo=first, key=_begins)
        inside = [
            one
            for one in found[first:last]
            if clause.place.covers(one.place)
            and not any(label.place.covers(one.place) for label in fields if label.role != "task")
        ]
        gaps = those_in(gaps, clause.place)
        aimed = bool(frame.aim or self.frames.aim())
        # What stands alone behind "Báo cáo tháng:" is a term.
        alone = clause.listed and clause.place in {one.place for one in inside}
        alone = alone and (run.regime[0] > 0 or names_its_kind(self.script, block.body))
        judged = [self.judge.of(one, clause.place, aimed=aimed, alone=alone) for one in inside]
        if self._in_a_schedule(clause, run):
            judged = [scheduled(self.script, one, clause.place, self.judge.said_on) for one in judged]
        judged = without_starts(merged(judged, self.speech, self.script), self.script)
        judged = completed(run.head or self.frames.often(), judged, self.speech, self.script)
        before = run.last.judged if run.last is not None else None
        judged = with_its_own_day(self.script, judged, clause.place, run.head, before)
        judged = self._by_headings(in_regime(judged, run.regime, self.speech, self.script))
        self.judged.extend(judged)
        dues = [one for one in judged if one.verdict in COUNTED_ON]
        run.timed = has_its_own_day([one.place for one in inside], clause.place)
        skipped = [*gaps, *(one.place for one in judged), *(one.place for one in inside)]
        kept_up = self.script.word(clause.place.first) == "cập"
        waits = any(not one.is_timed and not one.dropped for one in frame.made)
        if (waits or not kept_up) and is_only_time(self.script, clause.place, [one.place for one in dues]):
            self._only_time(frame, run, dues, clause)
            return
        has_lead = bool(self.frames.leads()[0] or run.leads) or self._goes_on_steering(clause)
        listed = block.kind != "plain" or self.address.opens(clause.place)
        told = self.who.of(clause.place, skipped, listed=listed, has_lead=has_lead)
        told = self._in_brackets(told, clause.place, gaps, [one.place for one in inside])
        self._sketch(clause, frame, run, dues, told, skipped)

    def _goes_on_steering(self, clause: Clause) -> bool:
        """ "Chỉ đạo các đơn vị kiểm tra …" behind a paragraph about somebody: it is still that body which steers."""
        return bool(self.carried) and STEERS.at(self.script.tokens, clause.place.first, clause.place.last) > 0

    def _sketch(
        self,
        clause: Clause,
        frame: Frame,
        run: Run,
        dues: list[Judged],
        told: Told,
        skipped: Sequence[Stretch],
    ) -> None:
        if not dues and self._only_names(clause, frame, run, told):
            return
        leads, lead_from, aim = self._led(clause, frame, run, dues, told)
        run.speakers = told.speakers or run.speakers
        if told.leads:
            run.leads, run.cooperating, run.told_last = leads, told.cooperating, leads
        inherited = False
        if not dues and not run.timed and run.head is not None and run.head_timing is not None:
            if counts_figures(self.script, clause.place) and run.last is not None:
                run.last.dropped |= run.last.judged is run.head
                return
            if attributes(self.script, clause.place) or tells_what_follows(self.script, clause.place):
                return
            if clause.listed or not CONDITIONS.at(self.script.tokens, clause.place.first, clause.place.last):
                dues, inherited = [run.head], True
        if (
            not dues
            and run.last is not None
            and run.last.judged is not None
            and as_above(self.script, clause.place)
        ):
            run.head, run.head_timing = run.last.judged, run.last.timing
            dues, inherited = [run.last.judged], True
        if inherited and not aim and run.last is not None and run.last.judged is dues[0]:
            aim = run.last.aim
        for piece in pieces_of(self.script, clause.place, dues, inherited=inherited):
            place = Stretch(piece.place.first, max(piece.place.last, clause.things))
            sketch = Sketch(place, leads, told.cooperating, piece.judged, lead_from=lead_from, aim=aim)
            self._complete(sketch, piece, clause, frame, told)
            self._time(sketch, piece, run, clause, inherited=inherited)
            frame.made.append(sketch)
            run.last = sketch
        if clause.listed and run.listed_from is not None:
            run.listed_from.dropped = True

    def _led(
        self, clause: Clause, frame: Frame, run: Run, dues: list[Judged], told: Told
    ) -> tuple[tuple[Body, ...], str, str]:
        """Who leads in a clause, how that is known, and whether it tells an aim; of an aim only who says it leads."""
        leads, lead_from = self._whose(told, run, clause, dues, listed=frame.kind != "plain")
        aim = self._aim_of(clause.place, frame, dues)
        start = clause.place.first
        if run.told_last and dues and dues[0].place.first == start:
            start = dues[0].place.last
        first_verb = VERBS.at(self.script.tokens, start, clause.place.last)
        if aim and lead_from not in SAID_OF and not (lead_from == "before" and first_verb):
            return (), "none", aim
        things = (foretells_of_a_thing, is_done_to_a_thing)
        if lead_from in {"before", "earlier"} and any(told(self.script, clause.place) for told in things):
            return (), "none", aim
        return leads, lead_from, aim

    def _complete(self, sketch: Sketch, piece: Piece, clause: Clause, frame: Frame, told: Told) -> None:
        """What is known of a piece's duty beside its time."""
        sketch.predicate, sketch.among_results = told.predicate, self.frames.tells_results()
        self._receiver_leads(sketch, piece, told)
        self._congress_leads(sketch, piece.own, piece.judged)
        sketch.duty = self._is_duty(clause, told, sketch, entry=frame.kind not in NO_ENTRIES)

    def _time(self, sketch: Sketch, piece: Piece, run: Run, clause: Clause, *, inherited: bool) -> None:
        """The time of a sketch; one that stands first, or before a colon, goes on for the clauses after it."""
        sketch.dropped = run.tells and (piece.judged is None or is_a_return(piece.judged))
        if piece.judged is not None:
            phrase = self.script.written(piece.judged.place)
            sketch.timing = run.head_timing if inherited else self.timer.of(piece.judged, phrase)
            sketch.time_from = "sentence" if inherited else "own"
        if clause.introduces:
            run.listed_from = sketch
        if inherited or piece.judged is None:
            return
        if clause.introduces or time_stands_first(self.script, clause.place, piece.judged):
            run.head, run.head_timing = piece.judged, sketch.timing


def _begins(found: Spotted) -> int:
    return found.place.first
