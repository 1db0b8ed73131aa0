"""Whom a letter addresses: "Kính gửi: …", and the list below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.reading.duty.sketch import Sketch
from rules.reading.naming.bodies import Body, Naming
from rules.reading.words.blocks import Block
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

NOTIFIES = Lexicon.lines(
    "thông báo để, xin thông báo để, thông báo cho, trân trọng thông báo để, báo để, thông báo đến"
)
LONGEST_NAME = 24  # tokens
ADDRESS = Lexicon.lines("kính gửi, kính gửi :, gửi :")


@dataclass(slots=True)
class Address:
    """The addressees of a letter.

    ``one`` is the only body that fills the line, or whoever news says it was sent to; ``all`` are those of the line and
    of the entries below it, whom "quý cơ quan" means; ``ordered``: something has been ordered of the one, so that what
    names nobody else is its too; ``closed``: the last words tell it to do all of it.
    """

    script: Script
    naming: Naming
    one: tuple[Body, ...] = ()
    all: tuple[Body, ...] = ()
    ordered: bool = False
    goes_on: bool = False
    closed: bool = False

    def sent(self, bodies: tuple[Body, ...]) -> None:
        """News of a letter: what it asks of nobody else is asked of those whom it was sent to."""
        self.one = self.all = bodies
        self.ordered, self.goes_on, self.closed = True, False, False

    def read(self, block: Block) -> bool:
        """Take what a block says of the addressees; whether it is the line that names them."""
        body = block.body
        opens = ADDRESS.at(self.script.tokens, body.first, body.last) if block.kind == "plain" else 0
        if opens:
            self.ordered, self.goes_on, self.all = False, True, ()
            self._add(Stretch(body.first + opens, body.last))
            self.one = self.all if self._is_filled(body) else ()
        elif self.goes_on and block.kind in {"dash", "plus"}:
            self._add(body)
        else:
            self.goes_on = False
            self.closed = self.closed or self._tells_to_do(body)
        return opens > 0

    def opens(self, clause: Stretch) -> bool:
        """Whether a clause begins with one of the addressees: what it says he orders, he is told to order."""
        words = self.script.words(Stretch(clause.first, min(clause.last, clause.first + LONGEST_NAME)))
        return any(words.startswith(self._name(body) + " ") for body in self.all)

    def _name(self, body: Body) -> str:
        words = self.script.words(body.place)
        return words.removeprefix("các ").removeprefix("đồng chí ")

    def _tells_to_do(self, body: Stretch) -> bool:
        """ "Văn phòng Chính phủ thông báo để Bộ A biết, thực hiện": what stood above is the addressee's to do."""
        told = NOTIFIES.within(self.script.tokens, body.first, body.last)
        if told is None or not self.one:
            return False
        rest = self.script.words(Stretch(told, body.last))
        return self.script.words(self.one[0].place) in rest and "biết" in rest and "hiện" in rest

    def left_to(self, sketches: Iterable[Sketch]) -> None:
        """Give the addressee what has a time and nobody to lead it, where the letter's last words do."""
        for sketch in sketches if self.closed else ():
            if sketch.is_timed and not sketch.leads and sketch.place.first > self.one[0].place.last:
                sketch.leads, sketch.lead_from = self.one, "earlier"

    def _add(self, entry: Stretch) -> None:
        group = self.naming.group_at(self.script, entry.first, entry.last) if entry else None
        self.all += group.bodies if group is not None else ()

    def _is_filled(self, line: Stretch) -> bool:
        """Whether one body is all that the line names."""
        if len(self.all) != 1:
            return False
        rest = {self.script.word(at) for at in range(self.all[0].place.last, line.last)}
        return rest <= {".", ";", ","}

    def heard(self, leads: Sequence[Body]) -> None:
        """Take in whom an order goes to: the addressee, by the whole name or the head of it."""
        if self.one and len(leads) == 1:
            whole = self.script.words(self.one[0].place)
            self.ordered |= whole.startswith(self.script.words(leads[0].place).removeprefix("các "))
