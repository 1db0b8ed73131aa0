"""A regime of reports told in entries side by side: who, how often and by when, each behind a label of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rules.reading.duty.fields import Field
from rules.reading.duty.leading import Leading
from rules.reading.duty.run import Run
from rules.reading.duty.sketch import Frame, Sketch
from rules.reading.duty.term_parts import TermPart, terms_of
from rules.reading.judging.merging import is_a_return, with_frequency
from rules.reading.judging.refusals import Judged
from rules.reading.judging.regimes import every_month, in_regime
from rules.reading.judging.spotted import Spotted
from rules.reading.naming.bodies import Body
from rules.reading.phrase.nodes import Often, Recurring
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Stretch
from rules.reading.words.verbs import ADVERBS, CONNECTIVES, MODALS, WITH

FIGURES = "until when the figures of a report are counted"
PERIOD = "the period that is reported on"
LEVELS = frozenset({"cấp", "tuyến", "trực", "thuộc"})  # "Kho bạc Nhà nước cấp huyện"
LONGEST_LEVEL = LONGEST_REST = 6  # tokens
DOES = frozenset(
    {"thực", "triển", "tham", "tổ", "báo", "gửi", "trình", "hướng", "theo", "trước", "trong", "và", "giao"}
)
GUIDES = Lexicon.lines("hướng dẫn, thông báo, quy định, lưu ý, triển khai, thống nhất")
NO_LABELS = frozenset({"ngày", "lịch"})  # "Ngày nộp: 20/8" in a form's head says when it came in


@dataclass(slots=True)
class ReportTerms(Leading):
    """Gives a report the time that stands behind a label of its regime, and quotes it where that time stands."""

    def _regime(self) -> tuple[int, bool]:
        """That of the nearest heading that sets one up, or that of a rule which stands for every year."""
        years, returns = self.frames.regime()
        return (years or 1, True) if self.standing else (years, returns)

    def _by_headings(self, judged: list[Judged]) -> list[Judged]:
        """Times below "Báo cáo tháng" return every month; those below "Thời gian chốt số liệu" bind nobody."""
        if self.frames.counts_figures():
            return [replace(one, verdict="no", why=FIGURES) for one in judged]
        return every_month(judged, self.speech, self.script) if self.frames.monthly() else judged

    def _who_of_label(self, label: Field, made: list[Sketch], frame: Frame) -> None:
        """Whoever a label names leads, or helps with, what it speaks of, and what stands further on in its section."""
        bodies = self._row_of_bodies(label.value)
        bodies = bodies or (Body(label.value, self.script.written(label.value), "common"),)
        for sketch in made:
            if label.role == "lead":
                sketch.leads, sketch.lead_from = bodies, "label"
                sketch.cooperating = sketch.cooperating or self._helpers(label.value, bodies)
            else:
                sketch.cooperating = bodies
        if label.role == "lead" and not made:
            frame.leads = bodies
        if label.role == "lead" and label.of_reports and not frame.made and self.frames.above:
            self.frames.above[0].leads = bodies

    def _helpers(self, value: Stretch, leads: Sequence[Body]) -> tuple[Body, ...]:
        """ "Đơn vị thực hiện: Phòng A chủ trì, phối hợp Phòng B": who helps, told in the same label."""
        tokens = self.script.tokens
        at = WITH.within(tokens, max(body.place.last for body in leads), value.last)
        if at is None:
            return ()
        group = self.naming.group_at(self.script, at + WITH.at(tokens, at, value.last), value.last)
        return group.bodies if group is not None else ()

    def _row_of_bodies(self, value: Stretch) -> tuple[Body, ...]:
        """The bodies at a value's head; of "Các sở, ngành; UBND các huyện" also those behind the semicolon."""
        group = self.naming.group_at(self.script, value.first, value.last)
        if group is None:
            return ()
        bodies, last = group.bodies, group.place.last
        while last + 1 < value.last and self.script.word(last) == ";":
            group = self.naming.group_at(self.script, last + 1, value.last)
            if group is None or (group.place.last < value.last and self.script.word(group.place.last) != ";"):
                break
            bodies, last = (*bodies, *group.bodies), group.place.last
        rest = Stretch(last, value.last)
        if rest and self._narrows(rest):
            whole = Stretch(bodies[-1].place.first, value.last)
            return (*bodies[:-1], Body(whole, self.script.written(whole), bodies[-1].kind))
        if self.script.word(last) in LEVELS and value.last - last <= LONGEST_LEVEL:
            whole = Stretch(bodies[-1].place.first, value.last)
            return (*bodies[:-1], Body(whole, self.script.written(whole), bodies[-1].kind))
        return bodies

    def _narrows(self, rest: Stretch) -> bool:
        """ "Chủ trì: Đơn vị tư vấn lập quy hoạch": nothing but a few words of the name stands in the value."""
        words = all(self.script.tokens[at].is_word for at in range(rest.first, rest.last))
        parts = (MODALS, WITH, ADVERBS, CONNECTIVES)
        other = any(one.within(self.script.tokens, rest.first, rest.last) is not None for one in parts)
        return words and len(rest) <= LONGEST_REST and not other and self.script.word(rest.first) not in DOES

    def _terms_of_label(self, label: Field, found: Sequence[Spotted]) -> list[TermPart]:
        """The terms behind a label of time; those of the figures and of the period reported on bind nobody."""
        inside = [one for one in found if label.place.covers(one.place)]
        terms = [
            replace(term, dues=tuple(self._as_labelled(label, term.dues)))
            for term in terms_of(self.script, self.naming, self.judge, self.speech, label.value, inside)
        ]
        self.judged.extend(one for term in terms for one in term.dues)
        return terms

    def _as_labelled(self, label: Field, judged: Sequence[Judged]) -> list[Judged]:
        found = in_regime(judged, self._regime(), self.speech, self.script)
        if label.role == "figures":
            return [replace(one, verdict="no", why=FIGURES) for one in found]
        if self.script.word(label.place.first) == "kỳ" and label.of_reports:
            return [one if _returns(one) else replace(one, verdict="no", why=PERIOD) for one in found]
        return found

    def _report_times(
        self, label: Field, terms: Sequence[TermPart], made: list[Sketch], frame: Frame
    ) -> bool:
        """The times of a report behind such a label, in an entry of its own; False where they are a clause's here."""
        if not label.of_reports or frame.made:
            return False
        judged = [one for term in terms for one in term.dues]
        earlier = next((one for one in reversed(made) if one.time_from == "entry" and not one.dropped), None)
        if earlier is not None and any(self._completes(earlier, one, label) for one in judged):
            return True
        head = next((one for one in made if not one.is_timed and not one.dropped), None)
        leads = self.frames.leads()[0]
        if (
            head is None
            and earlier is None
            and not leads
            and self.script.word(label.place.first) in NO_LABELS
        ):
            return False
        for number, term in enumerate(terms):
            days = [due for due in term.binding if not is_a_return(due)]
            for due in days or term.binding:
                one = self._entry(label.place if number == 0 else term.place, due, head or earlier)
                one.leads = term.whose or one.leads
                frame.made.append(one)
                if made is not frame.made:
                    made.append(one)
        if head is not None and frame.made:
            head.dropped = True
        return bool(frame.made or judged)

    def _entry(self, place: Stretch, due: Judged, before: Sketch | None) -> Sketch:
        """A duty quoted where its time stands; what is to be sent is named by the heading ``before`` it."""
        leads = self.frames.leads()[0] or self._reports_before()
        one = Sketch(place, leads, (), due, lead_from="heading" if leads else "none", duty=True)
        one.timing, one.time_from = self.timer.of(due, self.script.written(due.place)), "entry"
        if before is not None:
            if self._only_guides(before):
                one.leads, one.lead_from = self.address.all, "earlier"
            elif before.leads:
                one.leads, one.lead_from = before.leads, before.lead_from
            one.cooperating, one.deliverable = before.cooperating, before.deliverable
            one.words = before.words or before.place
            if before.place.last + 2 >= place.first:
                one.place = Stretch(before.place.first, place.last)
        return one

    def _of_a_period(self, frame: Frame, run: Run, due: Judged) -> bool:
        """ "Quý I: trước ngày 20/3" below "Báo cáo gửi theo quý, cụ thể:": which report, and its day: a duty of its own."""
        above = self.frames.above[0] if self.frames.above else None
        if above is None or not above.opens or run.head is None or run.head.place.first != run.first:
            return False
        head = next((one for one in above.made if not one.is_timed or one.words is not None), None)
        one = self._entry(Stretch(run.first, due.place.last), due, head)
        frame.made.append(one)
        self.judged[:] = [known for known in self.judged if known is not run.head]
        self.judged.append(replace(run.head, verdict="no", why=PERIOD))
        if head is not None and not head.is_timed:
            head.dropped = True
        run.head = run.head_timing = None
        return True

    def _reports_before(self) -> tuple[Body, ...]:
        """ "2. Doanh nghiệp gửi báo cáo bằng văn bản. 3. Thời hạn nộp báo cáo: …": whoever the entry before tells to."""
        last = next((one for one in reversed(self.sketches) if not one.dropped), None)
        if last is None or last.lead_from != "own" or last.is_timed:
            return ()
        return last.leads if "báo cáo" in self.script.words(last.place) else ()

    def _only_guides(self, head: Sketch) -> bool:
        """ "Sở A hướng dẫn chế độ báo cáo như sau:" in a letter: whoever it is sent to reports."""
        at = head.predicate
        return at is not None and bool(self.address.all) and GUIDES.at(self.script.tokens, at) > 0

    def _completes(self, earlier: Sketch, one: Judged, label: Field) -> bool:
        """ "Kỳ báo cáo: hằng tháng", "Thời hạn: ngày 25": how often and by when are one term, whichever stands first."""
        if earlier.judged is None:
            return False
        for often, day, place in ((earlier.judged, one, label.place), (one, earlier.judged, earlier.place)):
            joined = with_frequency(often, day, self.speech, self.script)
            if joined is None:
                continue
            self.judged[:] = [known for known in self.judged if known not in {often, day}]
            self.judged.extend((joined, replace(often, verdict="no", why="it is told with its day")))
            earlier.judged, earlier.place = joined, place
            earlier.timing = self.timer.of(joined, self.script.written(joined.place))
            return True
        if is_a_return(one) or isinstance(one.spotted.whole.core, Often):
            # "Mỗi năm một lần" beside "ngày 18/12 hằng năm" says nothing more.
            self.judged[:] = [known for known in self.judged if known is not one]
            self.judged.append(replace(one, verdict="no", why="it is told with its day"))
            return True
        return False


def _returns(one: Judged) -> bool:
    """Whether a phrase says only how often something returns, or on which days it does."""
    return isinstance(one.spotted.whole.core, Recurring | Often)
