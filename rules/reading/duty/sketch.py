"""What is gathered of one duty while the text is read, before it becomes a draft."""

from __future__ import annotations

from dataclasses import dataclass, field

from rules.reading.judging.refusals import Judged
from rules.reading.judging.timing import Timing
from rules.reading.naming.bodies import Body
from rules.reading.words.script import Stretch

LeadFrom = str


@dataclass(slots=True)
class Sketch:
    """One duty in the making; ``lead_from`` says where its lead was found, ``duty`` how plainly it is ordered."""

    place: Stretch
    leads: tuple[Body, ...] = ()
    cooperating: tuple[Body, ...] = ()
    judged: Judged | None = None
    timing: Timing | None = None
    lead_from: LeadFrom = "none"
    time_from: str = "own"
    duty: bool = False
    aim: str = ""
    predicate: int | None = None
    deliverable: Stretch | None = None
    # The task's own words, where the quote holds more: a row that is quoted whole.
    words: Stretch | None = None
    dropped: bool = False
    among_results: bool = False
    doubts: list[str] = field(default_factory=list)

    @property
    def is_timed(self) -> bool:
        return self.timing is not None


@dataclass(slots=True)
class Frame:
    """A heading or entry and what it says for the entries below it.

    ``number``: that of a numbered entry, else 0; ``results``: they tell what has been reached; ``role``: it is only a
    label such as "Cơ quan chủ trì", ``of_reports``: of a regime of reports; ``began``: how many sketches there were
    before it; ``head``: the duty that its own sentence gives to what stands below; ``regime``: after how many years the
    reports below return, and if it says so itself; ``often``: how often they do, where no day is told with it;
    ``monthly``: they do every month; ``figures``: until when their figures are counted; ``by_way``: what stands below
    tells only how what is due gets there; ``alone``: a term at its head that names no deed; ``schedule``: the times
    below it are those of its deed.
    """

    kind: str
    opens: bool = False
    number: int = 0
    leads: tuple[Body, ...] = ()
    cooperating: tuple[Body, ...] = ()
    timing: Timing | None = None
    judged: Judged | None = None
    aim: str = ""
    purpose: bool = False
    results: bool = False
    made: list[Sketch] = field(default_factory=list)
    told: bool = False
    role: str = ""
    began: int = 0
    head: Sketch | None = None
    regime: tuple[int, bool] = (0, False)
    often: Judged | None = None
    monthly: bool = False
    figures: bool = False
    of_reports: bool = False
    by_way: bool = False
    alone: Sketch | None = None
    schedule: bool = False
