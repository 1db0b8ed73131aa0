"""Papers that a text tells were sent: "Bộ A vừa có công văn gửi các tỉnh", and whoever they were sent to is spoken to."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.naming.bodies import Body
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# A report or a proposal goes up, and asks nothing of whoever gets it.
PAPERS = Lexicon.lines(
    """văn bản, công văn, công điện, công điện khẩn, công văn khẩn, văn bản khẩn, công văn hỏa tốc, văn bản hỏa tốc,
    chỉ thị, thông báo, văn bản chỉ đạo, công văn chỉ đạo, văn bản đôn đốc, công văn đôn đốc, văn bản hướng dẫn,
    công văn hướng dẫn, văn bản đề nghị, công văn đề nghị, văn bản yêu cầu, công văn yêu cầu"""
)
INSIDE = frozenset({"tại", "trong", "theo"})
DONE = frozenset({"vừa", "đã", "mới"})
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
    if paper is None:
        return ()
    done = any(script.word(at) in DONE for at in range(before.first, paper))
    return tuple(receivers) if done or opens_with_paper(script, clause) else ()
