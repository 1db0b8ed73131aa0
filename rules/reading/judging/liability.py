"""Who answers for what has not been done by a day: no duty of its own, and a sign of a term said elsewhere."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

ANSWERS = Lexicon.lines("chịu trách nhiệm, chịu hoàn toàn trách nhiệm")
# Before whom, if what, for what: behind other words "chịu trách nhiệm" gives a task.
BEHIND = frozenset({"trước", "nếu", "về", "đối", "toàn", "hoàn", "theo", "khi", ",", ".", ";", ""})


LONGEST = 60  # tokens from the day to who answers


def answers_for_it(script: Script, place: Stretch) -> bool:
    """ "Sau ngày 30/9, đơn vị nào chưa xong phải chịu trách nhiệm trước Chủ tịch": what was due by then is not said."""
    if script.word(place.first) != "sau":
        return False
    furthest = min(place.last + LONGEST, len(script.tokens))
    end = next((at for at in range(place.last, furthest) if script.breaks_after(at)), furthest)
    at = ANSWERS.within(script.tokens, place.last, end)
    return at is not None and script.word(at + ANSWERS.at(script.tokens, at)) in BEHIND
