"""Papers that a text tells were sent: "Bộ A vừa có công văn gửi các tỉnh", and whoever they were sent to is spoken to."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.naming.bodies import Body
from rules.reading.words.papers import JUST, PAPERS
from rules.reading.words.script import Script, Stretch

INSIDE = frozenset({"tại", "trong", "theo"})
SENT = frozenset({"gửi", "đến", "tới"})


def opens_with_paper(script: Script, clause: Stretch) -> bool:
    """ "Tại (nội dung) công văn … gửi A, B yêu cầu …": what follows is said in a paper."""
    first = clause.first + (script.word(clause.first) in INSIDE)
    if script.words(Stretch(first, first + 2)) == "nội dung":
        first += 2
    return PAPERS.at(script.tokens, first, clause.last) > 0


def sent_to(script: Script, clause: Stretch, receivers: Sequence[Body]) -> tuple[Body, ...]:
    """The bodies that a paper was sent to by this clause; nobody where it is yet to be sent."""
    if not receivers or script.word(receivers[0].place.first - 1) not in SENT:
        return ()
    before = Stretch(clause.first, receivers[0].place.first)
    paper = PAPERS.within(script.tokens, before.first, before.last)
    # "Theo công văn số 5, Sở A gửi …": behind a comma somebody else sends something else.
    if paper is None or script.has({","}, paper, before.last):
        return ()
    done = any(script.word(at) in JUST for at in range(before.first, paper))
    return tuple(receivers) if done or opens_with_paper(script, clause) else ()
