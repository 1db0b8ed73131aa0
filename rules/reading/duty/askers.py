"""Whose term it is when one body asks another for something: whoever has received the papers asks within so many days."""

from __future__ import annotations

import re

from rules.reading.judging.refusals import Judged
from rules.reading.naming.bodies import Body, Naming
from rules.reading.phrase.nodes import Counted
from rules.reading.words.bodies_lexicon import LEADERS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

ASKS = Lexicon.lines(
    "yêu cầu, đề nghị, có văn bản yêu cầu, có văn bản đề nghị, phải yêu cầu, có trách nhiệm yêu cầu"
)
# "Kể từ ngày nhận đủ hồ sơ", "nhận được báo cáo": what comes to whoever asks; orders and letters come to whoever is asked.
RECEIVED = re.compile(
    r"\b(?:nhận|tiếp nhận) (?:được |đủ |đầy đủ )*(?:các |bộ |bản |toàn bộ )?(?:hồ sơ|báo cáo|đơn|tờ khai|đề nghị|tờ trình|"
    r"dự toán|phương án|giấy tờ|tài liệu|đăng ký|dự thảo)\b"
)


def who_asks(script: Script, naming: Naming, clause: Stretch, due: Judged) -> tuple[Body, ...]:
    """The bodies before "yêu cầu" in a clause whose term counts from papers that they have received; else none."""
    if not counts_from_papers(script, due):
        return ()
    at = naming.next_start(script, clause.first, clause.last)
    while at < clause.last:
        group = naming.group_at(script, at, clause.last) if at not in due.place else None
        if group is not None and ASKS.at(script.tokens, group.place.last, clause.last):
            return () if LEADERS.at(script.tokens, group.bodies[-1].place.first) else group.bodies
        at = naming.next_start(script, group.place.last if group else at + 1, clause.last)
    return ()


def asks_on(script: Script, clause: Stretch, head: Judged | None) -> bool:
    """ "…, cơ quan A thông báo và yêu cầu tổ chức B hoàn thiện …": whether whoever has the term goes on to ask."""
    return head is not None and counts_from_papers(script, head) and ASKS.at(script.tokens, clause.first) > 0


def counts_from_papers(script: Script, due: Judged) -> bool:
    """Whether a term counts from the day on which papers came in."""
    counted = isinstance(due.spotted.whole.core, Counted)
    return counted and RECEIVED.search(script.words(due.place)) is not None
