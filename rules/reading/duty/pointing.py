"""What is kept while a text is read, and whom words mean that only point back at somebody in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rules.reading.duty.address import Address
from rules.reading.duty.antecedents import called_this, meant, points_back, this_one
from rules.reading.duty.frames import Frames
from rules.reading.duty.offices import named_in_full, office_of
from rules.reading.duty.run import Run
from rules.reading.duty.sketch import Sketch
from rules.reading.duty.told import Told
from rules.reading.duty.who import Who
from rules.reading.judging.refusals import Judge, Judged
from rules.reading.judging.timing import Timer
from rules.reading.naming.bodies import Body, Naming
from rules.reading.phrase.answers import Speech
from rules.reading.words.script import Script

# Whoever speaks may call itself so.
ITSELF = frozenset(
    {"đơn vị", "cơ quan", "công ty", "doanh nghiệp", "nhà thầu", "chủ đầu tư", "nhà đầu tư", "ngành"}
)


@dataclass(slots=True)
class Pointing:
    """The text, who and what was found in it so far; ``standing``: it is a law, decree or circular.

    ``before``: what the paragraph before this one gives to do.
    """

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
    spoke: tuple[Body, ...] = ()
    issued: tuple[Body, ...] = ()
    standing: bool = False
    before: list[Sketch] = field(default_factory=list)
    address: Address = field(init=False)

    def __post_init__(self) -> None:
        self.address = Address(self.script, self.naming)

    def _antecedent(self, told: Told, run: Run) -> tuple[Body, ...]:
        """Whom a pronoun means: "Sở này" the Sở named last, others whoever spoke or was told before."""
        named = called_this(self.script, told.leads[0], run.leads) or this_one(
            self.script, self.naming, told.leads[0]
        )
        return named or told.speakers or run.speakers or run.leads or self.frames.leads()[0] or self.carried

    def _pointed_at(self, told: Told, run: Run) -> tuple[Body, ...]:
        """ "Các đơn vị nêu trên": those told before, those whom the letter addresses, or those named last."""
        if len(told.leads) != 1 or not points_back(self.script, told.leads[0]):
            return ()
        near = (run.leads, self.frames.leads()[0], self.address.all or self.carried)
        return meant(self.script, self.naming, told.leads[0], near)

    def _named_in_full(self, told: Told, run: Run) -> tuple[Body, ...]:
        """ "…, Bộ phải …" behind "Bộ Y tế …": the body that spoke, or was told, last."""
        speaker = told.speakers or run.speakers
        if told.speakers and len(told.leads) == 1 and self.script.words(told.leads[0].place) in ITSELF:
            return told.speakers  # "Công ty A cho biết đơn vị sẽ hoàn thành …"
        office = office_of(self.script, self.naming, speaker[0]) if len(speaker) == 1 else None
        before = ((office,) if office else (), run.leads, self.frames.leads()[0], self.carried)
        return named_in_full(self.script, told.leads, before)
