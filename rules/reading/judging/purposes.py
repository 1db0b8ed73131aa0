"""Times of what a deed is for, or guards against: "… nhằm đáp ứng nhu cầu năm 2021"."""

from __future__ import annotations

from rules.reading.judging.circumstances import REACHES
from rules.reading.words.refusal_words import DONE, HANDED, ISSUED
from rules.reading.words.script import Script, Stretch

# "Ứng phó với nguy cơ hạn hán trong năm nay": it may come in that year.
FEARED = frozenset({"khả năng", "nguy cơ", "tình huống", "kịch bản"})
AGAINST = frozenset({"cho", "với", "trước", "về"})


def for_a_purpose(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "… để có cách ứng phó hiệu quả với hạn mặn trong năm 2021": the year of what the deed is for."""
    if script.word(place.first) != "trong" or script.word(place.first + 1) != "năm":
        return False
    for at in range(place.first - 1, clause.first, -1):
        if script.word(at) in {",", ";", ":"}:
            return False
        feared = script.words(Stretch(at, at + 2)) in FEARED and script.word(at - 1) in AGAINST
        if script.word(at) in {"để", "nhằm"} or feared:
            lexicons = (HANDED, DONE, ISSUED, REACHES)
            return all(words.within(script.tokens, at, place.first) is None for words in lexicons)
    return False
