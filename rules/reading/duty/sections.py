"""Plans in sections: what is to be done, who does it and when stand in entries side by side under one heading."""

from __future__ import annotations

from dataclasses import dataclass

from rules.reading.duty.clauses import EDGES
from rules.reading.duty.fields import LABELS
from rules.reading.duty.labels import Labels
from rules.reading.duty.report_labels import report_label
from rules.reading.duty.sketch import Frame, Sketch
from rules.reading.naming.bodies import Body
from rules.reading.words.blocks import Block
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch, trimmed
from rules.reading.words.verbs import VERBS

WHO = frozenset({"cơ", "đơn", "bộ"})  # cơ quan, đơn vị, bộ phận
BOTH = Lexicon.lines(
    """cơ quan chủ trì _ phối hợp, cơ quan chủ trì và phối hợp, đơn vị chủ trì và phối hợp, cơ quan thực hiện và phối hợp,
    cơ quan chủ trì và cơ quan phối hợp, cơ quan chủ trì _ cơ quan phối hợp, đơn vị chủ trì _ phối hợp"""
)


LONGEST_BODY = 12  # tokens


@dataclass(slots=True)
class Sections(Labels):
    """Gives what a section names the bodies and the time that stand in its other entries."""

    def _names_who(self, block: Block, frame: Frame, has_children: bool) -> bool:
        """Whether an entry is the heading "Cơ quan chủ trì", or a body that stands below it; nothing is to be done."""
        body = trimmed(self.script, block.body, EDGES | {":", ";", "."})
        frame.began = len(self.sketches)
        told = self.script.word(block.body.last - 1) == "."
        if has_children and not told and (role := _role_of(self.script, body)):
            frame.role = role
            frame.of_reports = report_label(self.script, body.first, body.last) is not None
            return True
        above = self.frames.above[0] if self.frames.above else None
        if above is None or above.role not in {"lead", "cooperating"}:
            return False
        bodies = self._only_bodies(body)
        plain = len(body) <= LONGEST_BODY and all(
            self.script.tokens[at].is_word for at in range(body.first, body.last)
        )
        if not bodies and above.of_reports and plain:
            # Below "Đối tượng thực hiện báo cáo" whatever is named reports.
            bodies = (Body(body, self.script.written(body), "common"),)
        if bodies and above.role == "lead":
            above.leads = (*above.leads, *bodies)
        elif bodies:
            above.cooperating = (*above.cooperating, *bodies)
        for sketch in self._of_the_section():
            if above.role == "cooperating":
                sketch.cooperating = above.cooperating
            elif sketch.lead_from != "own":
                sketch.leads, sketch.lead_from = above.leads, "label"
        return bool(bodies)

    def _only_bodies(self, body: Stretch) -> tuple[Body, ...]:
        """The bodies of an entry that holds nothing else; what follows a name without a deed belongs to it."""
        found: list[Body] = []
        for part in parts_between(self.script, body, ";"):
            group = self.naming.group_at(self.script, part.first, part.last)
            if group is None or VERBS.within(self.script.tokens, group.place.last, part.last) is not None:
                return ()
            last = group.bodies[-1]
            whole = Stretch(last.place.first, part.last)
            found += [*group.bodies[:-1], Body(whole, self.script.written(whole), last.kind)]
        return tuple(found)

    def _of_the_section(self) -> list[Sketch]:
        """What the section around this entry gives to do so far."""
        section = next((frame for frame in self.frames.above if not frame.role), None)
        if section is None or section.kind == "plain":
            return []
        return [one for one in self.sketches[section.began :] if not one.dropped]

    def _belongs_to(self, frame: Frame) -> list[Sketch]:
        made = Labels._belongs_to(self, frame)
        if any(not one.dropped for one in made) or frame.kind in {"plain", "dash", "plus"}:
            return made
        return self._of_the_section() or made


def _role_of(script: Script, body: Stretch) -> str:
    """ "lead", "cooperating" or "both" for a heading that is only such a label."""
    of_reports = report_label(script, body.first, body.last)
    if of_reports is not None and of_reports == ("lead", len(body)):
        return "lead"
    if script.word(body.first) not in WHO:
        return ""
    if BOTH.at(script.tokens, body.first, body.last) == len(body):
        return "both"
    for role, lexicon in LABELS:
        if role in {"lead", "cooperating"} and lexicon.at(script.tokens, body.first, body.last) == len(body):
            return role
    return ""


def parts_between(script: Script, whole: Stretch, sign: str) -> list[Stretch]:
    """The parts of a stretch that a sign sets apart, the empty ones left out."""
    cuts = [at for at in range(whole.first, whole.last) if script.word(at) == sign]
    firsts = [whole.first, *(at + 1 for at in cuts)]
    parts = [trimmed(script, Stretch(a, b), EDGES) for a, b in zip(firsts, [*cuts, whole.last], strict=True)]
    return [part for part in parts if part]
