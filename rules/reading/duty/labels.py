"""Labels, headings and times that stand for themselves: they belong to the entry they are found at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rules.reading.duty.askers import asks_on, who_asks
from rules.reading.duty.clauses import Clause
from rules.reading.duty.fields import Field
from rules.reading.duty.horizons import names_a_horizon
from rules.reading.duty.labelled_terms import whose_term
from rules.reading.duty.report_terms import ReportTerms
from rules.reading.duty.run import Run
from rules.reading.duty.sketch import Frame, Sketch
from rules.reading.duty.term_heads import TERM_HEADS, own_deed
from rules.reading.duty.term_parts import TermPart
from rules.reading.duty.told import Told
from rules.reading.duty.ways import is_a_thing, names_addresses, needs_nothing_below, tells_the_way
from rules.reading.judging.last_days import times_a_deed
from rules.reading.judging.refusals import Judged
from rules.reading.judging.spotted import Spotted
from rules.reading.judging.timing import Timing
from rules.reading.naming.bodies import Body
from rules.reading.words.blocks import Block
from rules.reading.words.script import Script, Stretch

SHORT_NAME = 10  # tokens: of a report by its name alone the time says more than the name


@dataclass(slots=True)
class Labels(ReportTerms):
    """Gives entries the lead, the time and the result that labels and headings name."""

    def _only_time(self, frame: Frame, run: Run, dues: list[Judged], clause: Clause) -> None:
        """A clause that holds nothing but a time: it is that of what was said before, or of the entries below."""
        timed = any(one.is_timed for one in frame.made)
        whose = self._labelled(frame, run, dues) if clause.listed and not timed else ()
        if whose:
            self._times_of(whose, frame, run, dues)
            return
        if dues and clause.listed and not frame.made and self._of_a_period(frame, run, dues[0]):
            return
        # "Ngày 15/5: Sở A …" behind a sentence without a time is that of what follows.
        forward = clause.introduces
        waiting = [] if forward else [one for one in frame.made if not one.is_timed and not one.dropped]
        if not waiting and not frame.made and not clause.introduces and not frame.opens and self.frames.above:
            waiting = [one for one in self.frames.above[0].made if not one.is_timed]
        for due in dues[:1]:
            timing = self.timer.of(due, self.script.written(due.place))
            if waiting:
                waiting = without_liable(self.script, self._without_its_label(waiting))
                self._say_when(waiting, frame, due.place)
                _set_time(waiting, due, timing)
                if run.listed_from in waiting:
                    run.listed_from = (
                        None  # "Báo cáo năm: trước ngày …; …": it has a time of its own, and heads no list
                    )
                self._congress_leads(waiting[-1], waiting[-1].place, due)
                continue
            run.head, run.head_timing = due, timing
            if frame.opens:
                frame.timing, frame.judged = timing, due
            elif frame.kind == "plain" and TERM_HEADS.at(self.script.tokens, due.place.first):
                frame.alone = Sketch(clause.place, (), (), due, timing, lead_from="earlier", duty=True)

    def _term_alone(self, frame: Frame) -> None:
        """ "Thời gian thực hiện từ … đến …." at the head of a paragraph: it dates what the paragraph before it orders."""
        alone = frame.alone
        if alone is None or any(one.judged is alone.judged for one in frame.made):
            return
        ordered = [one for one in self.before if one.duty and one.lead_from == "own" and not one.dropped]
        if not ordered or any(one.is_timed for one in self.before):
            return
        alone.leads = ordered[0].leads
        frame.made.insert(0, alone)

    def _without_its_label(self, waiting: list[Sketch]) -> list[Sketch]:
        """ "… làm đơn theo mẫu. Thời gian nhận đơn: từ …": the label says whose time it is, and is no second duty."""
        *told, label = waiting
        if not told or not times_a_deed(self.script, label.place, labelled=True):
            return waiting
        label.dropped = True
        for one in told:
            if not one.leads:
                one.leads, one.lead_from = label.leads, label.lead_from
        told[-1].place = Stretch(told[-1].place.first, label.place.last)
        return told

    def _labelled(self, frame: Frame, run: Run, dues: list[Judged]) -> tuple[Body, ...]:
        """The bodies that stand before a colon and a time, where it can only be theirs."""
        opened = bool(self.frames.above) and self.frames.above[0].opens
        if (
            run.told_last
            and not frame.made
            and (opened or all(body.kind != "common" for body in run.told_last))
        ):
            return run.told_last
        if not dues or not self.frames.regime()[0]:
            return ()
        label = Stretch(run.first, dues[0].place.last)
        return whose_term(self.script, self.naming, label, dues[0].place)

    def _times_of(self, whose: tuple[Body, ...], frame: Frame, run: Run, dues: list[Judged]) -> None:
        """ "Sở Y tế: trước ngày 31/3" below "Thời hạn gửi báo cáo như sau:": each body has a day of its own."""
        for one in frame.made:
            one.dropped = True  # it was only the label
        for due in dues:
            timing = self.timer.of(due, self.script.written(due.place))
            place = Stretch(run.first, due.place.last)
            run.last = Sketch(place, whose, (), due, timing, lead_from="label", duty=True)
            frame.made.append(run.last)

    def _whose(
        self, told: Told, run: Run, clause: Clause, dues: list[Judged], *, listed: bool
    ) -> tuple[tuple[Body, ...], str]:
        """Who leads; under a heading of terms also a body that only a label names ("Đối với cấp xã: 05 ngày …")."""
        if not told.leads and dues and self.frames.regime()[0]:
            labelled = whose_term(self.script, self.naming, clause.place, dues[0].place)
            if labelled:
                return labelled, "label"
        if told.ordered and dues and (asking := who_asks(self.script, self.naming, clause.place, dues[0])):
            return asking, "own"
        if told.ordered and run.leads and asks_on(self.script, clause.place, run.head):
            return run.leads, "before"
        return self._leads(told, run, clause, listed=listed)

    def _say_when(self, waiting: Sequence[Sketch], frame: Frame, time: Stretch) -> None:
        """ "Báo cáo quý: chậm nhất ngày …": the time that stands behind what it is of, in one entry, is quoted with it."""
        last = waiting[-1]
        if last in frame.made and last.place.last <= time.first:
            last.words = last.words or last.place
            last.place = Stretch(last.place.first, time.last)

    def _open(self, frame: Frame, run: Run, *, ends_open: bool, body: Stretch) -> None:
        """A heading's lead and time hold for what stands below it."""
        frame.leads, frame.cooperating = run.leads, run.cooperating
        if not ends_open:
            if frame.made:
                frame.timing = frame.judged = None
            return
        # Only the sentence that ends open speaks for what follows it.
        timed = [one for one in frame.made[-1:] if one.is_timed and not one.dropped]
        if timed and timed[-1].judged is not None:
            timed[-1].dropped = True
            frame.head = timed[-1]
            if names_a_horizon(self.script, body, timed[-1].judged, self.judge.said_on):
                return
            frame.timing, frame.judged = timed[-1].timing, timed[-1].judged

    def _fields(self, frame: Frame, fields: Sequence[Field], found: Sequence[Spotted], first: int) -> None:
        """Labelled parts belong to this entry, or to the one above where this one, from ``first`` on, begins with them."""
        if not fields:
            return
        made = self._belongs_to(frame)
        above = self.frames.above[0].made if self.frames.above else []
        if made is frame.made and above and fields[0].place.first == first:
            # "- Thời gian: Quý II. Báo cáo trước ngày …": the label is of the entry above, and so is what follows it.
            made = above
            for one in frame.made:
                if one.lead_from in {"none", "earlier"} and above[0].leads:
                    one.leads, one.lead_from = above[0].leads, above[0].lead_from
        for label in fields:
            self._field(label, made, found, frame)

    def _labels_here(self, fields: Sequence[Field], body: Stretch, frame: Frame) -> Sequence[Field]:
        """A label at the head that names its own deed is one only where a deed above it waits for its time."""
        waits = any(
            not one.is_timed and not one.dropped and not TERM_HEADS.at(self.script.tokens, one.place.first)
            for one in self._belongs_to(frame)
        )
        return [one for one in fields if not one.named or waits or one.place.first > body.first]

    def _belongs_to(self, frame: Frame) -> list[Sketch]:
        """What the labels of an entry speak of: its own duties, those of the entry above, or the last one before."""
        made = frame.made or (self.frames.above[0].made if self.frames.above else [])
        return made or (self.sketches[-1:] if self.frames.stack[-1].kind == "plain" else [])

    def _field(self, label: Field, made: list[Sketch], found: Sequence[Spotted], frame: Frame) -> None:
        match label.role:
            case "lead" | "cooperating":
                self._who_of_label(label, made, frame)
            case "deliverable":
                for sketch in made:
                    sketch.deliverable = label.value
            case "time" | "figures":
                terms = self._terms_of_label(label, found)
                if not self._report_times(label, terms, made, frame):
                    self._labelled_times(label, terms, made, frame)

    def _labelled_times(
        self, label: Field, terms: Sequence[TermPart], made: list[Sketch], frame: Frame
    ) -> None:
        """The first time of a label is that of what waits for one; each other is a duty of the same body."""
        timed = [(term, dues[0]) for term in terms if (dues := term.binding)]
        if not timed:
            return
        timing = self.timer.of(timed[0][1], self.script.written(timed[0][1].place))
        waiting = [one for one in made if not one.is_timed and not one.dropped]
        if made and not waiting and own_deed(self.script, label.place):
            # "Thời gian trình: …. Thời gian ban hành: …": a second label with a deed of its own.
            timed.insert(0, (replace(timed[0][0], place=label.place), timed[0][1]))
        if waiting and self.script.word(label.place.first - 1) == ",":
            waiting = [one for one in waiting if one.place.first < label.place.first] or waiting
            # Behind a comma it belongs to the clause before it, and to what has the same lead.
            waiting = [one for one in waiting if one.leads == waiting[-1].leads]
        if waiting:
            if len(waiting[-1].place) < SHORT_NAME:
                self._say_when(waiting, frame, label.place)
            _set_time(without_liable(self.script, waiting), timed[0][1], timing)
        elif not made:
            frame.timing, frame.judged = timing, timed[0][1]
        for term, due in timed[1:] if made else ():
            further = Sketch(term.place, term.whose or made[0].leads, (), due, lead_from="label", duty=True)
            further.timing = self.timer.of(due, self.script.written(due.place))
            frame.made.append(further)
            if made is not frame.made:
                made.append(further)

    def _from_above(self, block: Block, frame: Frame) -> None:
        """An entry without a time of its own has that of its heading; it is one duty, however many sentences."""
        above = self.frames.timed()
        waiting = [one for one in frame.made if not one.is_timed and not one.dropped]
        if above is None or above.judged is None or above.timing is None or not waiting:
            return
        if any(one.is_timed for one in frame.made) or frame.opens:
            return
        if above.kind == "slot" and not waiting[0].duty and waiting[0].lead_from in {"none", "earlier"}:
            # Below a line of a timetable a thing without a deed is what comes out.
            return
        own = waiting[0].lead_from in {"own", "label"}
        if above.head is not None and own and needs_nothing_below(self.script, above.head.place):
            above.head.dropped, above.by_way = False, True
            return
        among_things = above.head is not None and not above.head.dropped and not own
        if above.head is not None and (
            among_things or tells_the_way(self.script, block.body, above.head.place, named=own)
        ):
            above.head.dropped = False
            above.by_way = names_addresses(self.script, above.head.place)
            for one in waiting:
                one.dropped = True
            return
        if not own and not above.judged.names_a_day and is_a_thing(self.script, block.body):
            return  # "Nhận hồ sơ hằng tháng như sau: … - Phiếu đăng ký": a paper returns with no deed
        if above.by_way:
            # The heading was the duty itself, and what stands below its addresses is no part of it.
            return
        _set_time(waiting, above.judged, above.timing)
        waiting[0].time_from = "heading"
        waiting[0].duty = True


def without_liable(script: Script, waiting: list[Sketch]) -> list[Sketch]:
    """What waits for a time, without "… chịu trách nhiệm trước …", which tells who answers for it."""
    left = [one for one in waiting if "chịu trách nhiệm trước" not in script.words(one.place)]
    return left or waiting


def _set_time(waiting: list[Sketch], due: Judged, timing: Timing) -> None:
    """One time for several clauses of an entry makes them one duty; clauses with other leads keep to themselves."""
    first = waiting[0]
    for one in waiting:
        one.judged, one.timing, one.time_from = due, timing, "label"
        one.duty = True
        if due.spotted.whole.aim is not None:
            one.aim = due.spotted.whole.aim.kind
        if one is not first and one.leads == first.leads:
            first.place = Stretch(first.place.first, max(first.place.last, one.place.last))
            first.cooperating = first.cooperating or one.cooperating
            one.dropped = True
