"""Bare times at the head of a step that is told: "Tháng 10/2020, các xã hoàn thành …; tháng 11, công bố …"."""

from __future__ import annotations

from datetime import date, timedelta

from rules.reading.judging.spotted import Spotted
from rules.reading.naming.short_names import is_abbreviation
from rules.reading.phrase.answers import Reading
from rules.reading.phrase.nodes import Day, Due, Months
from rules.reading.words.bodies_lexicon import COLLECTIVES, COMMON, HEADS, QUANTIFIERS, TITLES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.people import PEOPLE
from rules.reading.words.refusal_words import DONE, EVENTS, HANDED
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS
from rules.term import Within

# Figures of a period, and what has come about: nobody does a step of a plan by these.
TELLS = Lexicon.lines(
    "đạt, có, tăng, giảm, thu, chi, xuất, nhập, bán, mua, làm, thu hút, nhận, có ý kiến, là, ghi nhận, xem xét, họp"
)
FINISHES = Lexicon.lines("hoàn thành, hoàn tất, hoàn thiện, kết thúc, trình, bàn giao, nghiệm thu")
# What a timetable says happens on a day is to be done on it.
PLANNED = Lexicon.lines(
    """theo kế hoạch, theo lịch, theo lộ trình, theo tiến độ, theo hướng dẫn, theo phân công, theo chương trình,
    theo dự kiến,
    theo quy trình, theo thông báo, theo lịch trình, theo khung"""
)
NO_STEP = frozenset({"đã", "vừa", "được", "bị", "đang", "từng", "không", "chưa", ":", ";", "."})
# Heads of bodies in lower case that are no other words.
PLAIN = frozenset({"phòng", "huyện", "xã", "quận", "phường", "tỉnh", "sở", "bộ", "cục", "chi", "ủy", "ubnd"})
PLAIN_BODIES = Lexicon.lines(
    "chủ đầu tư, nhà thầu, đơn vị, đoàn kiểm tra, đoàn thanh tra, tổ công tác, hội đồng, nhà trường"
)
LONGEST_NAME = 18
# A day without a year that lies further off may be one that has passed.
SOON = timedelta(days=92)


def heads_a_step(script: Script, found: Spotted, due: Due, clause: Stretch, said_on: date | None) -> bool:
    """Whether a time ahead opens a clause in which a body that is named, or named before, does something."""
    place = found.place
    before = script.word(place.first - 1)
    if said_on is None or not (place.first == clause.first or before in {",", "và"}):
        return False
    behind = place.last + (script.word(place.last) == ",")
    deed = deed_at(script, behind, clause.last)
    if deed is None or (before == "và" and deed != behind):
        return False
    if _is_an_event(script, deed, clause.last) or TELLS.at(script.tokens, deed) == VERBS.at(
        script.tokens, deed
    ):
        return False
    begins, ends = _edges(found)
    if begins is None or ends is None or ends <= said_on:
        return False
    match due.when:
        case Day(year=year):
            handed = HANDED.at(script.tokens, deed) or script.words(Stretch(deed, deed + 2)) == "cập nhật"
            planned = PLANNED.at(script.tokens, clause.first, place.first) > 0
            near = year is not None or begins - said_on <= SOON
            return begins > said_on and near and (bool(handed) or planned)
        case Months(first, last, year):
            if year is None and ends.year > said_on.year:
                return False
            finishes = bool(FINISHES.at(script.tokens, deed))
            if (first, last) == (1, 12):
                return finishes and begins > said_on
            return begins > said_on or finishes or bool(DONE.at(script.tokens, deed) and ends > said_on)
    return False


def _is_an_event(script: Script, deed: int, end: int) -> bool:
    """ "Tổ chức hội chợ …": a month in which something is held."""
    held = script.words(Stretch(deed, deed + 2)) == "tổ chức"
    return held and EVENTS.within(script.tokens, deed + 2, min(end, deed + 5)) is not None


def _edges(found: Spotted) -> tuple[date | None, date | None]:
    """The first and last day that a phrase means; the same day where it is one."""
    term = found.reading.term if isinstance(found.reading, Reading) else None
    if isinstance(term, Within):
        return term.first, term.last
    day = getattr(term, "day", None)
    return day, day


def deed_at(script: Script, at: int, end: int) -> int | None:
    """Where the verb stands, at once or behind the name of a body; None where something else is told of."""
    tokens = script.tokens
    if at < end and not script.is_capital(at) and VERBS.at(tokens, at, end):
        return at
    rest = at + (script.word(at) in QUANTIFIERS)
    headed = script.is_capital(rest) or script.word(rest) in PLAIN
    named = TITLES.at(tokens, rest, end) or (HEADS.at(tokens, rest, end) if headed else 0)
    named = named or PLAIN_BODIES.at(tokens, rest, end)
    if rest > at:
        named = named or COLLECTIVES.at(tokens, rest, end) or COMMON.at(tokens, rest, end)
    named = named or is_abbreviation(script, rest) or PEOPLE.at(tokens, rest, end)
    if not named:
        return None
    for place in range(rest + named, min(end, rest + LONGEST_NAME)):
        if script.word(place) in NO_STEP:
            return None
        if not script.is_capital(place) and VERBS.at(tokens, place, end):
            return place
    return None


def plain_subject(script: Script, clause: Stretch) -> Stretch | None:
    """ "Tháng 10, phòng giáo dục tổng hợp …": who stands in lower case between a month at the head and the deed."""
    if script.word(clause.first) not in {"tháng", "quý"}:
        return None
    comma = next((at for at in range(clause.first, clause.first + 6) if script.word(at) == ","), None)
    if comma is None or not (
        script.word(comma + 1) in PLAIN or PLAIN_BODIES.at(script.tokens, comma + 1, clause.last)
    ):
        return None
    deed = deed_at(script, comma + 1, clause.last)
    return Stretch(comma + 1, deed) if deed is not None and deed > comma + 1 else None
