"""A day or month ahead right behind a deed that somebody will do: "ACV sẽ thông xe kỹ thuật ngày 30/4/2025"."""

from __future__ import annotations

from datetime import date

from rules.reading.judging.colon_heads import is_soon, last_day_of
from rules.reading.judging.spotted import Spotted
from rules.reading.judging.steps import deed_at
from rules.reading.phrase.nodes import Day, Due, Months
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.papers import PAPERS
from rules.reading.words.refusal_words import EVENTS
from rules.reading.words.script import Script, Stretch

# What is brought to an end, out, or before somebody is so by the day that is named with it.
ENDS_THEN = Lexicon.lines(
    """hoàn thành, hoàn tất, thông xe, thông xe kỹ thuật, khánh thành, khởi công, công bố, ban hành, trình,
    đưa vào khai thác, đưa vào sử dụng, đưa vào vận hành, bàn giao, nghiệm thu, khai trương, khai giảng,
    thông báo, nộp, gửi"""
)
# So is what these tell, where the words say "ngày".
DONE_THEN = Lexicon.lines(
    "chốt, báo, thực hiện, triển khai, thông qua, niêm yết, chi trả, cấp phát, tổng duyệt"
)
WILL = frozenset({"sẽ", "phải", "cần"})
PAST = frozenset({"đã", "vừa", "từng", "mới", "đang", "được", "bị", "không", "chưa"})
# Behind these a day is that of a thing: of a paper, a meeting, a figure.
OF_A_THING = frozenset(
    {
        "của",
        "số",
        "họp",
        "nghị",
        "lễ",
        "tại",
        "và",
        "tới",
        "tính",
        "về",
        "cho",
        "với",
        "từ",
        "đến",
        "bản",
        "sinh",
        "đợt",
    }
)
CLOSES = frozenset({",", ";", ".", ")", ""})


def is_scheduled(script: Script, found: Spotted, due: Due, clause: Stretch, said_on: date | None) -> bool:
    """Whether a time ahead closes a part of the clause in which something will be brought to its end."""
    place = found.place
    part = _part(script, place, clause)
    if said_on is None or not part or script.word(place.first - 1) in OF_A_THING:
        return False
    if place.last < clause.last and script.word(place.last) not in CLOSES:
        return False
    if not _is_one_time(due) or not is_soon(due, last_day_of(found), said_on):
        return False
    words = {script.word(at) for at in range(part.first, part.last)}
    if "số" in words or script.tokens[place.first - 1].is_number:
        return False  # "Thông tư số 5 ngày 20/9": the paper's day
    if words & PAST or EVENTS.within(script.tokens, part.first, part.last) is not None:
        return False
    if PAPERS.ending(script.tokens, place.first, part.first):
        return False
    ends = ENDS_THEN.within(script.tokens, part.first, part.last) is not None
    if script.word(place.first) == "ngày":
        ends = ends or DONE_THEN.within(script.tokens, part.first, part.last) is not None
    will = bool(WILL & {script.word(at) for at in range(clause.first, place.first)})
    return ends and (will or deed_at(script, part.first, part.last) is not None)


def _part(script: Script, place: Stretch, clause: Stretch) -> Stretch:
    """The words before the time, back to the last comma."""
    starts = (at + 1 for at in range(place.first - 1, clause.first - 1, -1) if script.word(at) in {",", ";"})
    return Stretch(next(starts, clause.first), place.first)


def _is_one_time(due: Due) -> bool:
    """A day, a month or a quarter; of a whole year only its end is one."""
    match due.when:
        case Day():
            return True
        case Months(first, last):
            return (first, last) != (1, 12)
        case _:
            return False
