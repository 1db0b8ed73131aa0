"""Lines of a timetable that are nothing but a time: "Tuần 3 (12/12 - 23/12/2016)"; what stands below is due then."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.judging.history import PASSED, last_day
from rules.reading.judging.refusals import Judge, Judged
from rules.reading.judging.spotted import Spotted
from rules.reading.phrase.nodes import Day, Dues, Months, Span
from rules.reading.words.script import Script, Stretch, trimmed

# What counts the lines: "Tuần 1-2", "Đợt 2", "Giai đoạn 1".
COUNTED = frozenset({"tuần", "đợt", "giai", "đoạn", "từ", "buổi"})
SIGNS = frozenset({"(", ")", ":", "-", ",", "+"})
# "Thời gian thực hiện từ ngày … đến ngày …": a sentence that dates what stands before it.
DATES = frozenset({"thời", "hạn", "tiến", "lộ"})
LONGEST, LONGEST_COUNT = 24, 6  # tokens


def slot_of(
    script: Script, judge: Judge, body: Stretch, found: Sequence[Spotted], *, listed: bool
) -> Judged | None:
    """The time of a line that says nothing else; None for other lines. A span that has gone by is no deadline.

    ``listed``: entries stand below it. Before plain text only a span opens a part of a timetable.
    """
    if not found or len(body) > LONGEST:
        return None
    time = found[-1]
    core = time.whole.core
    if not isinstance(core, Dues) or len(core.all) != 1 or not core.all[0].bound.bare:
        return None
    when = core.all[0].when
    if not isinstance(when, Span | Months | Day) or not (listed or isinstance(when, Span)):
        return None
    if isinstance(when, Months) and (when.first, when.last) == (1, 12):
        # "Năm 2021" heads what is told of a year.
        return None
    if script.word(time.place.first) in DATES or not _says_nothing_else(script, body, time.place):
        return None
    day = last_day(time)
    if day is None or judge.said_on is None:
        return None
    gone = day <= judge.said_on
    if gone and not isinstance(when, Span):
        return None  # the day of the page
    return Judged(time, "no", PASSED) if gone else judge.of(time, body, alone=True)


def counts_only(script: Script, body: Stretch) -> bool:
    """ "Tuần 5 - 6": a line that only counts on; the time of the line before it ends there."""
    first = script.word(body.first) in {"tuần", "đợt"} and len(body) <= LONGEST_COUNT
    return first and _says_nothing_else(script, body, Stretch(0, 0))


def _says_nothing_else(script: Script, body: Stretch, time: Stretch) -> bool:
    around = trimmed(script, body, SIGNS)
    return all(
        script.word(at) in COUNTED | SIGNS or script.tokens[at].is_number
        for at in range(around.first, around.last)
        if at not in time
    )
