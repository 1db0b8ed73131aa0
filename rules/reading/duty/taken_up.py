"""Who and by when stand alone behind a deed and a colon: "Kết nối trục của tỉnh: Sở A, xong trước ngày 30/6"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.duty.sketch import Sketch
from rules.reading.naming.bodies import Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

# Nothing of what is to be done lies in these.
EMPTY = Lexicon.lines(
    """xong, hoàn thành, hoàn tất, thực hiện, chủ trì, chủ trì thực hiện, phải xong, phải hoàn thành, làm xong, trong, vào,
    do, là, thời hạn, thời gian, tiến độ, hạn, đơn vị thực hiện, cơ quan thực hiện, và"""
)
ROUNDS = Lexicon.lines("đợt, giai đoạn, lần, bước, kỳ, vòng, đợt thứ, lần thứ, nhóm")
SENT = Lexicon.lines(
    "gửi, nộp, được gửi, chính thức gửi, gửi chính thức, phải gửi, phải nộp, hoàn thành, trình"
)
SIGNS = frozenset({",", ";", ":", "-", "–", ".", "("})


def take_up(script: Script, naming: Naming, head: Sketch | None, made: Sequence[Sketch]) -> None:
    """Gives the deed before the colon to sketches of which it is the deed."""
    if head is None:
        return
    deed = head.place
    if head.is_timed or head.leads or VERBS.at(script.tokens, deed.first, deed.last) == 0:
        return
    for sketch in made:
        if sketch.judged is None or not deed.last <= sketch.place.first:
            continue
        first = sketch.place.first + (script.word(sketch.place.first) in {"do", "giao"})
        group = naming.group_at(script, first, sketch.place.last)
        if group is None and (_only_sends(script, sketch) or _is_a_round(script, sketch)):
            sketch.words, sketch.place = deed, Stretch(deed.first, sketch.place.last)
            continue
        if group is None or not _is_empty(script, sketch, Stretch(group.place.last, sketch.place.last)):
            continue
        if not sketch.leads:
            sketch.leads, sketch.lead_from = group.bodies, "label"
        sketch.words, sketch.predicate = deed, None
        sketch.place = Stretch(deed.first, sketch.place.last)


def _is_a_round(script: Script, sketch: Sketch) -> bool:
    """ "Tắt sóng theo 3 đợt: đợt 1 trước 30/4, đợt 2 trước 30/6": what is done in each round stands before the colon."""
    if sketch.judged is None:
        return False
    time, tokens = sketch.judged.place, script.tokens
    round_ends = ROUNDS.at(tokens, sketch.place.first, time.first)
    deed = VERBS.within(tokens, sketch.place.first, time.first)
    return round_ends > 0 and tokens[sketch.place.first + round_ends].is_number and deed is None


def _only_sends(script: Script, sketch: Sketch) -> bool:
    """ "Báo cáo tháng: gửi trước ngày 20 hằng tháng": what is sent stands before the colon."""
    if sketch.judged is None:
        return False
    return SENT.at(script.tokens, sketch.place.first, sketch.place.last) > 0 and (
        sketch.place.first + SENT.at(script.tokens, sketch.place.first, sketch.place.last)
        == sketch.judged.place.first
    )


def _is_empty(script: Script, sketch: Sketch, rest: Stretch) -> bool:
    """Whether behind the name stand only the time and words that say nothing of the deed."""
    time = sketch.judged.place if sketch.judged is not None else rest
    at = rest.first
    while at < rest.last:
        if at in time:
            at = time.last
            continue
        length = 1 if script.word(at) in SIGNS else EMPTY.at(script.tokens, at, rest.last)
        if not length:
            return False
        at += length
    return True
