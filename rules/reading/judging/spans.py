"""Spans that nothing calls a term: "Từ ngày 5/9 đến ngày 10/9 các trường nộp hồ sơ" says by when all the same."""

from __future__ import annotations

from rules.reading.judging.spotted import is_pair
from rules.reading.words.bodies_lexicon import COLLECTIVES, COMMON, HEADS, NO_BODIES, QUANTIFIERS, TITLES
from rules.reading.words.refusal_words import PLANS
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS


def is_span_of_a_deed(script: Script, place: Stretch, clause: Stretch, *, ahead: bool) -> bool:
    """Whether a span stands beside a verb, or heads what follows; alone it is a reporting period.

    ``ahead``: whether it ends behind the day of the words.
    """
    if script.word(place.first) in {"ngày", "tháng", "quý"} and place.first == clause.first:
        # "Ngày 8/7 - 17/7/2017: các trường nhận đơn": an entry of a timetable, as one with a single day is.
        return script.word(place.last) == ":" and ahead
    if is_pair(script, place):
        if not ahead:
            return False
        if place.last >= clause.last:
            return VERBS.within(script.tokens, clause.first, place.first) is not None
        return (
            somebody_at(script, place.last)
            and VERBS.within(script.tokens, place.last, clause.last) is not None
        )
    if script.word(place.first) != "từ" or _names_a_plan(script, place, clause):
        return False
    after = script.word(place.last)
    if script.word(place.first - 1) == "(" and after == ")" and script.word(place.last + 1) == ":":
        return True
    if (
        ahead
        and place.first <= clause.first
        and place.last >= clause.last
        and (not place.first or script.begins_line(place.first))
    ):
        return True  # a line of its own, which heads what stands below
    verb_after = VERBS.within(script.tokens, place.last, clause.last) is not None
    if after == ":" or (after == "," and verb_after):
        return True
    if ahead and verb_after and place.first == clause.first and somebody_at(script, place.last):
        return True
    verb_before = VERBS.within(script.tokens, clause.first, place.first) is not None
    return verb_before and after != "đã" and script.word(place.first - 1) != ":"


def somebody_at(script: Script, at: int) -> bool:
    """Whether the name of a body or of people begins here, also "các khoa", "mỗi chi đoàn"."""
    if NO_BODIES.at(script.tokens, at):
        return False
    several = script.word(at) in QUANTIFIERS
    names = (HEADS, COMMON, TITLES, COLLECTIVES) if several else (HEADS, COMMON, TITLES)
    return any(words.at(script.tokens, at + several) for words in names)


def _names_a_plan(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Lộ trình cải cách từ năm 2024 đến 2026": the years are the plan's."""
    named = PLANS.within(script.tokens, max(clause.first, place.first - 6), place.first)
    if (
        named is not None
        and script.words(Stretch(named, named + 2)) == "giai đoạn"
        and named + 3 == place.first
    ):
        # "Giai đoạn 1 từ tháng 3 đến tháng 6": a part of what is to be done.
        return False
    if (
        named is not None
        and script.words(Stretch(named, named + 2)) == "giai đoạn"
        and named + 4 == place.first
    ):
        return script.word(place.first - 1) not in {"(", ":", ","}
    return named is not None and not any(script.word(at) == "," for at in range(named, place.first))
