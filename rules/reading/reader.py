"""Reads the blocks of a text one after another and sketches the duties in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rules.reading.answers import Speech
from rules.reading.blocks import Block
from rules.reading.bodies import Body, Naming
from rules.reading.clauses import EDGES, Clause, brackets, clauses_of
from rules.reading.fields import Field, fields_of
from rules.reading.frames import Frames
from rules.reading.merging import merged
from rules.reading.pieces import Piece, is_only_time, pieces_of, time_stands_first
from rules.reading.refusals import Judge, Judged
from rules.reading.script import ENDS, Script, Stretch, trimmed
from rules.reading.sketch import Frame, Sketch
from rules.reading.spotted import Spotted, spotted
from rules.reading.timing import Timer, Timing
from rules.reading.verbs import AIMS, CONNECTIVES, FORECASTS, MODALS, ORDERS, VERBS
from rules.reading.who import Told, Who

COUNTED_ON = frozenset({"deadline", "start", "length"})
ELABORATES = ("cụ thể", "trong đó", "theo đó", "bao gồm")
# Words that bind whoever stands before them, and words of things, which no one can bind.
BINDING = (
    ("có", "trách", "nhiệm"),
    ("phải",),
    ("có", "nghĩa", "vụ"),
    ("chịu", "trách", "nhiệm"),
    ("được", "giao"),
)
THINGS = frozenset(
    [
        "việc",
        "báo",
        "số",
        "dự",
        "thời",
        "hạn",
        "nội",
        "quá",
        "kết",
        "kinh",
        "đề",
        "hồ",
        "các",
        "những",
        "mọi",
        "mỗi",
        "toàn",
        "trường",
        "nếu",
        "khi",
        "để",
        "theo",
        "trên",
        "tại",
        "trong",
        "từ",
        "đến",
        "trước",
        "sau",
        "căn",
        "nhiệm",
        "công",
        "kế",
        "danh",
        "văn",
        "mức",
        "tỷ",
        "tỉ",
        "giá",
        "giá",
        "đối",
        "riêng",
        "còn",
        "với",
        "nhằm",
        "do",
        "như",
        "và",
        "cũng",
    ]
)
DUTY = frozenset(
    {"phải", "cần", "sẽ", "giao", "yêu", "đề", "phấn", "hoàn", "trách", "khẩn", "chủ", "để", "dự", "hạn"}
)


@dataclass(slots=True)
class Run:
    """What goes on from clause to clause inside one block."""

    leads: tuple[Body, ...] = ()
    cooperating: tuple[Body, ...] = ()
    speakers: tuple[Body, ...] = ()
    told_last: tuple[Body, ...] = ()
    sentence: int = -1
    head: Judged | None = None
    head_timing: Timing | None = None
    last: Sketch | None = None
    listed_from: Sketch | None = None


@dataclass(slots=True)
class Reader:
    """Gathers sketches, and the phrases that were not read, block by block."""

    script: Script
    naming: Naming
    who: Who
    judge: Judge
    timer: Timer
    speech: Speech
    frames: Frames = field(default_factory=Frames)
    sketches: list[Sketch] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    carried: tuple[Body, ...] = ()

    def read(self, block: Block, *, has_children: bool) -> None:
        """Read one block that is no table row."""
        body = block.body
        ends_open = self.script.word(body.last - 1) == ":" or self._is_heading(block, has_children)
        frame = Frame(block.kind, opens=ends_open)
        self.frames.enter(frame)
        found = spotted(self.script, body, self.speech)
        gaps = brackets(self.script, body)
        fields = fields_of(self.script, body)
        frame.aim = self._aim(body) if ends_open else ""
        run = Run()
        places = tuple(one.place for one in found)
        for part in _between(self.script, body, fields, gaps):
            for clause in clauses_of(self.script, part, self.naming, gaps, places):
                self._clause(clause, block, frame, run, found, gaps, fields)
        if ends_open:
            # Only the sentence that ends open speaks for what stands below.
            run.leads = run.told_last or self._headed(body)
        self._open(frame, run, ends_open=ends_open and has_children, body=body)
        self._fields(frame, fields, found)
        self._from_above(block, frame)
        if run.leads:
            self.carried = run.leads
        self.sketches.extend(frame.made)

    def _is_heading(self, block: Block, has_children: bool) -> bool:
        return (
            has_children
            and len(block.body) <= 40
            and self.script.word(block.body.last - 1) not in ENDS | {";", ","}
        )

    def _headed(self, body: Stretch) -> tuple[Body, ...]:
        """The body that a heading names, though more words follow than its name."""
        first = body.first
        length = CONNECTIVES.at(self.script.tokens, first, body.last)
        while length:
            first += length
            length = CONNECTIVES.at(self.script.tokens, first, body.last)
        group = self.naming.group_at(self.script, first, body.last) if first < body.last else None
        if group is None or VERBS.within(self.script.tokens, group.place.last, body.last) is not None:
            return ()
        rest = trimmed(self.script, Stretch(group.bodies[-1].place.first, body.last), EDGES)
        last = Body(rest, self.script.written(rest), group.bodies[-1].kind)
        return (*group.bodies[:-1], last) if len(rest) <= 24 else group.bodies

    def _aim(self, body: Stretch) -> str:
        """A short heading that names aims, with no order in it."""
        if len(body) > 16 or ORDERS.within(self.script.tokens, body.first, body.last) is not None:
            return ""
        return "target" if AIMS.within(self.script.tokens, body.first, body.last) is not None else ""

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
        inside = [
            one
            for one in found
            if clause.place.covers(one.place) and not any(label.place.covers(one.place) for label in fields)
        ]
        aimed = bool(frame.aim or self.frames.aim())
        judged = [self.judge.of(one, clause.place, aimed=aimed) for one in inside]
        judged = merged(judged, self.speech, self.script)
        self.judged.extend(judged)
        dues = [one for one in judged if one.verdict in COUNTED_ON]
        skipped = [*gaps, *(one.place for one in judged)]
        if is_only_time(self.script, clause.place, [one.place for one in dues]):
            self._only_time(frame, run, dues, clause)
            return
        above = self.frames.leads()[0]
        told = self.who.of(
            clause.place, skipped, listed=block.kind != "plain", has_lead=bool(above or run.leads)
        )
        told = self._in_brackets(told, clause.place, gaps)
        self._sketch(clause, frame, run, dues, told, skipped)

    def _new_sentence(self, clause: Clause, run: Run) -> None:
        words = self.script.words(Stretch(clause.place.first, min(clause.place.last, clause.place.first + 2)))
        run.speakers = run.told_last = ()
        run.sentence = clause.sentence
        run.listed_from = None
        if words.startswith(ELABORATES) and run.last is not None and run.last.judged is not None:
            run.head, run.head_timing = run.last.judged, run.last.timing
            if any(
                self.script.word(at) == "nhiệm" for at in range(run.last.place.first, run.last.place.last)
            ):
                run.last.dropped = True
            return
        run.head = run.head_timing = None

    def _in_brackets(self, told: Told, clause: Stretch, gaps: Sequence[Stretch]) -> Told:
        """ "(Sở Y tế chủ trì)" names the lead where nothing else does."""
        if told.leads:
            return told
        for gap in gaps:
            if not clause.covers(gap):
                continue
            inner = Stretch(gap.first + 1, gap.last - 1)
            found = self.who.of(inner, (), listed=True, has_lead=False)
            if found.leads and any(
                self.script.word(at) in {"chủ", "thực", "phụ"} for at in range(inner.first, inner.last)
            ):
                return Told(
                    found.leads, (*told.cooperating, *found.cooperating), told.receivers, True, told.predicate
                )
        return told

    def _sketch(
        self,
        clause: Clause,
        frame: Frame,
        run: Run,
        dues: list[Judged],
        told: Told,
        skipped: Sequence[Stretch],
    ) -> None:
        if (
            not dues
            and VERBS.within(self.script.tokens, clause.place.first, clause.place.last) is None
            and frame.opens
        ):
            run.leads = told.leads or run.leads
            run.told_last = told.leads or run.told_last
            return
        leads, lead_from = self._leads(told, run, clause, listed=frame.kind != "plain")
        aim = self._aim_of(clause.place, frame, dues)
        if aim == "target" and lead_from not in {"own", "heading"}:
            leads, lead_from = (), "none"
        run.speakers = told.speakers or run.speakers
        if told.leads:
            run.leads, run.cooperating = leads, told.cooperating
            run.told_last = leads
        inherited = False
        if not dues and run.head is not None and run.head_timing is not None:
            dues, inherited = [run.head], True
        for piece in pieces_of(self.script, clause.place, dues, inherited=inherited):
            sketch = Sketch(piece.place, leads, told.cooperating, piece.judged, lead_from=lead_from, aim=aim)
            sketch.predicate = told.predicate
            self._receiver_leads(sketch, piece, told)
            sketch.duty = self._is_duty(clause, told, sketch)
            if piece.judged is not None:
                phrase = self.script.written(piece.judged.place)
                sketch.timing = run.head_timing if inherited else self.timer.of(piece.judged, phrase)
                sketch.time_from = "sentence" if inherited else "own"
            frame.made.append(sketch)
            run.last = sketch
            if clause.introduces and not inherited:
                run.listed_from = sketch
                if sketch.timing is not None:
                    run.head, run.head_timing = piece.judged, sketch.timing
            elif (
                piece.judged is not None
                and not inherited
                and time_stands_first(self.script, clause.place, piece.judged)
            ):
                run.head, run.head_timing = piece.judged, sketch.timing
        if clause.listed and run.listed_from is not None:
            run.listed_from.dropped = True

    def _leads(self, told: Told, run: Run, clause: Clause, *, listed: bool) -> tuple[tuple[Body, ...], str]:
        if told.leads and told.leads[0].kind != "pronoun":
            return told.leads, "own"
        if told.leads:
            antecedent = run.speakers or run.leads or self.frames.leads()[0] or self.carried
            return (antecedent, "pronoun") if antecedent else (told.leads, "own")
        named = self._guessed(clause) if not told.ordered else None
        if named is not None:
            return (named,), "guess"
        if run.leads:
            return run.leads, "before"
        above, _ = self.frames.leads()
        if above:
            return above, "heading"
        return (self.carried, "earlier") if self.carried and not listed else ((), "none")

    def _guessed(self, clause: Clause) -> Body | None:
        """Whoever stands before a word of duty, though no body is known by that name."""
        script, place = self.script, clause.place
        if script.word(place.first) in THINGS or VERBS.at(script.tokens, place.first, place.last):
            return None
        end: int | None = None
        for at in range(place.first + 1, min(place.first + 14, place.last)):
            if script.word(at) in {",", "(", ":", ";"} or script.tokens[at].is_number:
                return None
            if script.word(at) in {"đã", "đang", "khi", "có"} and end is None:
                end = at
            if any(script.words(Stretch(at, at + len(words))) == " ".join(words) for words in BINDING):
                found = Stretch(place.first, end or at)
                return Body(found, script.written(found), "common")
        return None

    def _aim_of(self, clause: Stretch, frame: Frame, dues: list[Judged]) -> str:
        tokens = self.script.tokens
        for one in dues:
            if one.spotted.whole.aim is not None:
                return one.spotted.whole.aim.kind
        if AIMS.within(tokens, clause.first, clause.last) is not None:
            return "target"
        if FORECASTS.within(tokens, clause.first, clause.last) is not None:
            return "forecast"
        return frame.aim or self.frames.aim()

    def _receiver_leads(self, sketch: Sketch, piece: Piece, told: Told) -> None:
        """ "Gửi Bộ A trước ngày …, để tổng hợp, báo cáo trước ngày …": the second day is Bộ A's."""
        if not piece.after_first or piece.judged is None:
            return
        due = piece.judged.place.first
        goes_on = {self.script.word(piece.own.first), self.script.word(piece.own.first + 1)}
        before = [
            one
            for one in told.receivers
            if one.place.last < due and "để" in {self.script.word(one.place.last), *goes_on}
        ]
        if before:
            sketch.leads, sketch.lead_from = (before[-1],), "own"
            sketch.doubts.append(
                "the lead is taken to be the body that receives the report and goes on with it"
            )

    def _is_duty(self, clause: Clause, told: Told, sketch: Sketch) -> bool:
        """Whether the words order something: an order, a word of duty, a list under a lead, or a verb first."""
        place = clause.place
        if told.ordered and told.leads:
            return True
        if sketch.aim or clause.listed:
            return True
        if told.leads and told.predicate is not None and told.predicate < place.last:
            if any(
                self.script.word(at) in DUTY
                for at in range(told.predicate, min(told.predicate + 6, place.last))
            ):
                return True
            return bool(MODALS.at(self.script.tokens, told.predicate))
        first = trimmed(self.script, place, EDGES).first
        return bool(VERBS.at(self.script.tokens, first, place.last)) or any(
            self.script.word(at) in DUTY for at in range(place.first, place.last)
        )

    def _only_time(self, frame: Frame, run: Run, dues: list[Judged], clause: Clause) -> None:
        """A clause that holds nothing but a time: it is that of what was said before, or of the entries below."""
        waiting = [one for one in frame.made if not one.is_timed]
        if not waiting and not frame.made and not clause.introduces and not frame.opens and self.frames.above:
            waiting = [one for one in self.frames.above[0].made if not one.is_timed]
        for due in dues[:1]:
            timing = self.timer.of(due, self.script.written(due.place))
            if waiting:
                _set_time(waiting, due, timing)
                continue
            run.head, run.head_timing = due, timing
            if frame.opens:
                frame.timing, frame.judged = timing, due

    def _open(self, frame: Frame, run: Run, *, ends_open: bool, body: Stretch) -> None:
        """A heading's lead and time hold for what stands below it."""
        frame.leads, frame.cooperating = run.leads, run.cooperating
        if not ends_open:
            frame.timing = frame.judged = None if frame.made else frame.judged
            frame.timing = frame.timing if frame.judged else None
            return
        # Only the sentence that ends open speaks for what follows it.
        timed = [one for one in frame.made[-1:] if one.is_timed and not one.dropped]
        if timed and timed[-1].judged is not None:
            frame.timing, frame.judged = timed[-1].timing, timed[-1].judged
            timed[-1].dropped = True

    def _fields(self, frame: Frame, fields: Sequence[Field], found: Sequence[Spotted]) -> None:
        """Labelled parts belong to this entry, or to the one above where this one holds nothing else."""
        if not fields:
            return
        made = frame.made or (self.frames.above[0].made if self.frames.above else [])
        if not made:
            made = self.sketches[-1:] if self.frames.stack[-1].kind == "plain" else []
        for label in fields:
            self._field(label, made, found, frame)

    def _field(self, label: Field, made: list[Sketch], found: Sequence[Spotted], frame: Frame) -> None:
        if label.role in {"lead", "cooperating"}:
            group = self.naming.group_at(self.script, label.value.first, label.value.last)
            bodies = (
                group.bodies if group else (Body(label.value, self.script.written(label.value), "common"),)
            )
            for sketch in made:
                if label.role == "lead":
                    sketch.leads, sketch.lead_from = bodies, "label"
                else:
                    sketch.cooperating = bodies
            if label.role == "lead" and not made:
                frame.leads = bodies
        elif label.role == "deliverable":
            for sketch in made:
                sketch.deliverable = label.value
        elif label.role == "time":
            judged = [
                self.judge.of(one, label.value, alone=True) for one in found if label.place.covers(one.place)
            ]
            judged = merged(judged, self.speech, self.script)
            self.judged.extend(judged)
            dues = [one for one in judged if one.verdict in COUNTED_ON]
            if dues:
                timing = self.timer.of(dues[0], self.script.written(dues[0].place))
                waiting = [one for one in made if not one.is_timed]
                if waiting:
                    _set_time(waiting, dues[0], timing)
                elif not made:
                    frame.timing, frame.judged = timing, dues[0]

    def _from_above(self, block: Block, frame: Frame) -> None:
        """An entry without a time of its own has that of its heading; it is one duty, however many sentences."""
        above = self.frames.timed()
        waiting = [one for one in frame.made if not one.is_timed and not one.dropped]
        if above is None or above.judged is None or above.timing is None or not waiting:
            return
        if any(one.is_timed for one in frame.made) or frame.opens:
            return
        _set_time(waiting, above.judged, above.timing)
        waiting[0].time_from = "heading"
        waiting[0].duty = True


def _set_time(waiting: list[Sketch], due: Judged, timing: Timing) -> None:
    """One time for several clauses of an entry makes them one duty; clauses with other leads keep to themselves."""
    first = waiting[0]
    for one in waiting:
        one.judged, one.timing, one.time_from = due, timing, "label"
        one.duty = True
        if one is not first and one.leads == first.leads:
            first.place = Stretch(first.place.first, max(first.place.last, one.place.last))
            first.cooperating = first.cooperating or one.cooperating
            one.dropped = True


def _between(
    script: Script, body: Stretch, fields: Sequence[Field], gaps: Sequence[Stretch]
) -> list[Stretch]:
    """The parts of a block that no label covers; labels in brackets are left out with their brackets."""
    parts: list[Stretch] = []
    first = body.first
    for label in fields:
        if any(gap.covers(label.place) for gap in gaps):
            continue
        if label.place.first > first:
            parts.append(Stretch(first, label.place.first))
        first = max(first, label.place.last)
    if first < body.last:
        parts.append(Stretch(first, body.last))
    return [part for part in parts if trimmed(script, part, EDGES | {")", "("})]
