"""Headings that say for which years a plan is made."""

from __future__ import annotations

from datetime import date

from rules.reading.duty.clauses import EDGES
from rules.reading.judging.refusals import Judged
from rules.reading.phrase.answers import Reading
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch, trimmed
from rules.term import OnDay, Within

TOPICS = Lexicon.lines(
    """nội dung, nhiệm vụ, giải pháp, phương hướng, biện pháp, một số nhiệm vụ, các nhiệm vụ, những nhiệm vụ,
    nhiệm vụ chủ yếu, nhiệm vụ trọng tâm, nội dung thực hiện, một số giải pháp, các giải pháp, định hướng"""
)
HORIZONS = ("từ nay đến năm", "đến năm", "tới năm", "giai đoạn")


def names_a_horizon(script: Script, body: Stretch, judged: Judged, said_on: date | None) -> bool:
    """ "NHIỆM VỤ, GIẢI PHÁP TỪ NAY ĐẾN NĂM 2030" heads a part: years ahead are what it plans for, and no last day."""
    reading = judged.spotted.reading
    if said_on is None or not isinstance(reading, Reading) or not isinstance(reading.term, OnDay | Within):
        return False
    last = reading.term.day if isinstance(reading.term, OnDay) else reading.term.last
    body = trimmed(script, body, EDGES | {":"})
    ends = judged.place.last >= body.last
    topic = bool(TOPICS.at(script.tokens, body.first, body.last))
    return ends and topic and last.year > said_on.year + 1 and script.words(judged.place).startswith(HORIZONS)
