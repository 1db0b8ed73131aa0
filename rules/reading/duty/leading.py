"""Who leads in a clause, and whether it is a duty at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.reading.duty.aims import aims_at
from rules.reading.duty.brackets import named_beside_a_time
from rules.reading.duty.callings import asks_the_reader, only_blames
from rules.reading.duty.clauses import EDGES, Clause
from rules.reading.duty.designations import helpers_behind
from rules.reading.duty.gatherings import whose_congress
from rules.reading.duty.guesses import any_guess
from rules.reading.duty.labelled_terms import does_more
from rules.reading.duty.no_duties import executes
from rules.reading.duty.orders import TIME_OF
from rules.reading.duty.pointing import Pointing
from rules.reading.duty.promises import AGREES, expects, granted_a_later_day, promises, whose_promise
from rules.reading.duty.receivers import who_goes_on
from rules.reading.duty.run import Run
from rules.reading.duty.sendings import sent_to
from rules.reading.duty.sketch import Frame, Sketch
from rules.reading.duty.term_heads import times_a_task
from rules.reading.duty.told import Told
from rules.reading.judging.pieces import Piece
from rules.reading.judging.refusals import Judged
from rules.reading.naming.bodies import Body
from rules.reading.words.bodies_lexicon import PLACES
from rules.reading.words.duty_words import DUTY, NO_DUTY
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch, trimmed
from rules.reading.words.verbs import AIMS, CONNECTIVES, FORECASTS, MODALS, ORDERS, VERBS

# "Ông cam kết sẽ …" speaks of whoever spoke last.
PERSONS = frozenset({"ông", "bà", "vị"})
SOON = Lexicon.lines(
    "sớm, khẩn trương, chủ động, ngay, kịp thời, thường xuyên, trực tiếp, nghiêm túc, tích cực"
)
REPORTED = Lexicon.lines("báo cáo")
# What the time at the head of a step begins with.
STEPS = frozenset({"tháng", "quý", "trước", "từ", "ngày", "tuần", "đến", "cuối", "đầu", "chậm"})
COUNTED_ON = frozenset({"deadline", "start", "length"})


def _is_a_place(script: Script, body: Body) -> bool:
    """ "(Xã A và huyện B)": where something is, no body that acts."""
    return script.word(body.place.first) in PLACES and body.kind in {"agency", "collective", "common"}


@dataclass(slots=True)
class Leading(Pointing):
    """Finds the lead of a clause in it, before it, or above it."""

    def _headed(self, body: Stretch) -> tuple[Body, ...]:
        """The body that a heading names, though more words follow than its name."""
        first = body.first
        length = CONNECTIVES.at(self.script.tokens, first, body.last)
        while length:
            first += length
            length = CONNECTIVES.at(self.script.tokens, first, body.last)
        group = self.naming.group_at(self.script, first, body.last) if first < body.last else None
        if group is None or does_more(self.script, group.place.last, body):
            return ()
        if self._is_matter(group.bodies, body):
            return ()
        rest = trimmed(self.script, Stretch(group.bodies[-1].place.first, body.last), EDGES)
        last = Body(rest, self.script.written(rest), group.bodies[-1].kind)
        return (*group.bodies[:-1], last) if len(rest) <= 24 else group.bodies

    def _is_matter(self, bodies: Sequence[Body], stretch: Stretch) -> bool:
        """ "GIS hạ thế:" heads a matter, "EVNCPC:" a body: whether a short name only begins other words."""
        if len(bodies) != 1 or len(bodies[0].place) > 1:
            return False
        after = bodies[0].place.last
        return (
            after < stretch.last and self.script.tokens[after].is_word and not self.script.is_capital(after)
        )

    def _aim(self, body: Stretch) -> str:
        """A short heading that names aims, with no order in it."""
        if len(body) > 16 or ORDERS.within(self.script.tokens, body.first, body.last) is not None:
            return ""
        return "target" if AIMS.within(self.script.tokens, body.first, body.last) is not None else ""

    def _in_brackets(
        self, told: Told, clause: Stretch, gaps: Sequence[Stretch], times: Sequence[Stretch]
    ) -> Told:
        """ "(Sở Y tế chủ trì)" names the lead where nothing else does."""
        if told.leads:
            return told
        for gap in gaps:
            if not clause.covers(gap):
                continue
            inner = Stretch(gap.first + 1, gap.last - 1)
            beside = named_beside_a_time(self.script, self.naming, inner, times)
            if beside:
                return Told(beside, told.cooperating, told.receivers, True, told.predicate)
            found = self.who.of(inner, (), listed=True, has_lead=False)
            leads = any(
                self.script.word(at) in {"chủ", "thực", "phụ"} for at in range(inner.first, inner.last)
            )
            # A body alone in brackets leads at the clause's end; elsewhere it explains the name before it.
            at_end = gap.last >= clause.last
            alone = at_end and bool(found.leads) and found.leads[-1].place.last == inner.last
            alone = alone and not all(_is_a_place(self.script, body) for body in found.leads)
            if found.leads and (leads or (alone and found.leads[0].place.first == inner.first)):
                helpers = (*told.cooperating, *found.cooperating)
                helpers = helpers or helpers_behind(self.script, self.naming, inner)
                return Told(found.leads, helpers, told.receivers, True, told.predicate)
        return told

    def _leads(self, told: Told, run: Run, clause: Clause, *, listed: bool) -> tuple[tuple[Body, ...], str]:
        if told.ordered:
            self.address.heard(told.leads)
        if not (told.ordered and told.leads):
            if sent := sent_to(self.script, clause.place, told.receivers):
                self.address.sent(sent)
            named = (told.leads, self._asked_before(run), self.frames.leads()[0])
            if self.address.all and (told.ordered or asks_the_reader(self.script, clause.place, *named)):
                return self.address.all, "earlier"
            if sent:
                return (), "none"
        granted = granted_a_later_day(self.script, self.naming, clause.place) if not told.ordered else ()
        if granted:
            return granted, "own"
        if told.leads and told.leads[0].kind != "pronoun":
            spoken_of = self._pointed_at(told, run) or self._named_in_full(told, run)
            return (spoken_of, "pronoun") if spoken_of else (told.leads, "own")
        if told.leads and self.script.word(told.leads[0].place.first) == "quý":
            return (self.address.all or told.leads), "own"
        if told.leads:
            antecedent = self._antecedent(told, run)
            return (antecedent, "pronoun") if antecedent else (told.leads, "own")
        return self._of_themselves(told, clause) or self._untold(told, run, clause, listed=listed)

    def _of_themselves(self, told: Told, clause: Clause) -> tuple[tuple[Body, ...], str] | None:
        """Who promises, or tells what they are about to do; None where the clause is no such word."""
        if told.speakers:
            self.spoke = told.speakers
        promised = promises(self.script, clause.place)
        if told.speakers and not told.ordered and (promised or expects(self.script, clause.place)):
            return told.speakers, "own"
        if self.spoke and self.script.word(clause.place.first) in PERSONS and promised:
            return self.spoke, "pronoun"
        return None

    def _untold(self, told: Told, run: Run, clause: Clause, *, listed: bool) -> tuple[tuple[Body, ...], str]:
        """Who leads in a clause that names nobody: by its words of duty, or whoever was told before or above it."""
        promised = whose_promise(self.script, self.naming, clause.place)
        if promised:
            return promised, "own"
        if not told.ordered and (guess := any_guess(self.script, clause.place)) is not None:
            return (guess,), "guess"
        if run.speakers and self.script.has({"sẽ"}, clause.place.first, clause.place.last):
            return run.speakers, "own"  # "Lãnh đạo tỉnh cho hay …; phần còn lại sẽ xử lý trong năm nay"
        if run.leads:
            return run.leads, "before"
        above, _ = self.frames.leads()
        if above:
            return above, "heading"
        if self.address.ordered and (listed or not self.carried):
            return self.address.one, "earlier"
        goes_on = not listed or self._tells_its_term(clause.place) or self._is_a_step(clause.place)
        return (self.carried, "earlier") if self.carried and goes_on else ((), "none")

    def _asked_before(self, run: Run) -> Sequence[Body]:
        """Who was told something before in the paragraph; of whom it was only told, or "Cục", who writes, is not."""
        spoken_of = run.last is not None and not run.last.duty
        writes = len(run.leads) == 1 and len(run.leads[0].place) == 1 and not self.address.ordered
        return () if spoken_of or writes else run.leads

    def _is_a_step(self, place: Stretch) -> bool:
        """ "- Tháng 3: Sở A lập …;\n- Tháng 4: trình …": a step of a timetable is whose the one before it was."""
        first = self.script.sentence_first(place.first)
        first += not self.script.tokens[first].is_word
        steps = [
            one
            for one in self.sketches[-2:]
            if one.judged is not None and one.lead_from in {"own", "earlier"}
        ]
        if self.script.word(place.first - 1) == ":":
            return bool(steps) and self.script.word(first) in STEPS and steps[-1].leads == self.carried
        return False

    def _tells_its_term(self, place: Stretch) -> bool:
        """ "2. Thời hạn gửi báo cáo trước ngày …": an entry that only dates what was asked of somebody above it."""
        first, tokens = place.first, self.script.tokens
        first += 2 * (self.script.words(Stretch(first, first + 2)) == "đối với")
        if self.script.words(Stretch(first, first + 2)) == "báo cáo":
            asked = self.sketches[-1].place if self.sketches else place
            others = (at for at in range(first + 2, place.last) if VERBS.at(tokens, at, place.last))
            return REPORTED.within(tokens, asked.first, asked.last) is not None and not any(others)
        length = TIME_OF.at(tokens, place.first, place.last)
        return length > 0 and self.script.word(place.first + length) in {"gửi", "nộp"}

    def _aim_of(self, clause: Stretch, frame: Frame, dues: list[Judged]) -> str:
        tokens = self.script.tokens
        for one in dues:
            if one.spotted.whole.aim is not None:
                return one.spotted.whole.aim.kind
        if aims_at(self.script, clause):
            return "target"
        if any(self._is_figure(one, clause) for one in dues):
            return "target"
        if FORECASTS.within(tokens, clause.first, clause.last) is not None:
            return "forecast"
        return frame.aim or self.frames.aim()

    def _is_figure(self, due: Judged, clause: Stretch) -> bool:
        """ "Đến năm 2025, tỷ lệ … đạt 42%": a share to be reached by a year."""
        if self.script.words(Stretch(due.place.first, due.place.first + 2)) == "cuối năm":
            return self.script.word(due.place.last) in {"tăng", "giảm", "đạt"}
        if self.script.word(due.place.first) not in {"đến", "tới"}:
            return False
        return any(self.script.word(at) == "%" for at in range(clause.first, clause.last))

    def _receiver_leads(self, sketch: Sketch, piece: Piece, told: Told) -> None:
        """ "Gửi Bộ A trước ngày …, để tổng hợp, báo cáo trước ngày …": the second day is Bộ A's."""
        receiver = who_goes_on(self.script, piece, told.receivers)
        if receiver is not None:
            sketch.leads, sketch.lead_from = (receiver,), "own"
            sketch.doubts.append(
                "the lead is taken to be the body that receives the report and goes on with it"
            )

    def _congress_leads(self, sketch: Sketch, own: Stretch, due: Judged | None) -> None:
        """ "Theo kế hoạch, đại hội công đoàn cấp huyện hoàn thành trong quý II": whoever holds it, where none is told."""
        if due is None or sketch.lead_from not in {"none", "earlier", "before", "guess"}:
            return
        holder = whose_congress(self.script, self.naming, own, due.place)
        if holder is not None:
            sketch.leads, sketch.lead_from = (holder,), "guess"

    def _is_duty(self, clause: Clause, told: Told, sketch: Sketch, *, entry: bool = False) -> bool:
        """Whether the words order something: an order, a word of duty, a list under a lead, or a verb first."""
        place = clause.place
        if told.ordered and told.leads:
            return not only_blames(self.script, place, told.leads[0])
        if sketch.aim or clause.listed:
            return True
        if told.leads and told.predicate is not None and told.predicate < place.last:
            if sketch.judged is None and executes(self.script, Stretch(told.predicate, place.last)):
                return False
            if self._orders(Stretch(told.predicate, min(told.predicate + 6, place.last))):
                return True
            if entry and self._acts(told.predicate, place):
                return True
            return bool(MODALS.at(self.script.tokens, told.predicate))
        if sketch.judged is not None and times_a_task(self.script, place, sketch.judged.place):
            return True
        first = trimmed(self.script, place, EDGES).first
        if sketch.judged is not None and sketch.judged.place.first == first:
            first = trimmed(self.script, Stretch(sketch.judged.place.last, place.last), EDGES).first
        if self.script.words(Stretch(first, first + 2)) in AGREES:
            first += 2
        return bool(VERBS.at(self.script.tokens, first, place.last)) or self._orders(place)

    def _acts(self, at: int, place: Stretch) -> bool:
        """ "4. Bộ Y tế (sớm) tháo gỡ …": in an entry of a list it is enough that a deed follows who does it."""
        at += SOON.at(self.script.tokens, at, place.last)
        return bool(VERBS.at(self.script.tokens, at, place.last))

    def _orders(self, stretch: Stretch) -> bool:
        """Whether a word of duty stands here, and not only what begins like one ("giao thông")."""
        tokens = self.script.tokens
        return any(DUTY.at(tokens, at) > NO_DUTY.at(tokens, at) for at in range(stretch.first, stretch.last))
