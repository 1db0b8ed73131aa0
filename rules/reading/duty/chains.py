"""Reports that go up from level to level: what the last of the chain says of every year, all of them mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.reading.duty.sketch import Sketch
from rules.reading.judging.one_phrase import plain_day, read_as_one
from rules.reading.judging.refusals import Judged
from rules.reading.judging.timing import Timer
from rules.reading.phrase.answers import Speech
from rules.reading.phrase.nodes import Day, Dues
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script

EACH_YEAR = ("hằng năm", "hàng năm")
SENDS = Lexicon.lines("gửi, báo cáo, nộp, trình, tổng hợp")
NEAR = 4  # tokens: a sign, and the marker of the next entry


def return_with_the_last(
    script: Script, sketches: Sequence[Sketch], timer: Timer, speech: Speech
) -> Iterator[tuple[Judged, Judged]]:
    """ "Xã gửi huyện trước ngày 05/11; huyện gửi tỉnh trước ngày 15/11 hằng năm": both days return; what each was and is."""
    timed = [one for one in sketches if one.judged is not None and not one.dropped]
    for one, following in reversed(list(pairwise(timed))):
        if one.judged is None or following.judged is None or not _goes_up(script, one, following):
            continue
        if not script.words(following.judged.place).endswith(EACH_YEAR) and following.time_from != "chain":
            continue
        every = read_as_one(f"hằng năm, {script.written(one.judged.place)}", one.judged, speech)
        if every is None:
            continue
        before = one.judged
        one.judged, one.timing = every, timer.of(every, script.written(every.place))
        one.time_from = "chain"
        yield before, every


def _goes_up(script: Script, one: Sketch, following: Sketch) -> bool:
    """Whether a report goes on from one body to the next, by a later day of the same year."""
    if one.judged is None or following.judged is None or one.judged.verdict != "deadline":
        return False
    near = 0 <= following.place.first - one.place.last <= NEAR
    first, second = _day(one.judged), _day(following.judged)
    sends = all(
        SENDS.within(script.tokens, each.place.first, each.place.last) is not None
        for each in (one, following)
    )
    return (
        near
        and sends
        and plain_day(one.judged)
        and first is not None
        and second is not None
        and first < second
    )


def _day(judged: Judged) -> tuple[int, int] | None:
    """Month and day of the last day that a phrase names."""
    core = judged.spotted.whole.core
    dues = core.all if isinstance(core, Dues) else getattr(core, "dues", ())
    when = dues[0].when if len(dues) == 1 else None
    return (when.month, when.day) if isinstance(when, Day) else None
