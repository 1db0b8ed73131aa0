"""A label of time with several terms: "Thường xuyên; riêng năm 2024 hoàn thành trước ngày 30/6", "Đợt 1: …; đợt 2: …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.reading.duty.leading import COUNTED_ON
from rules.reading.judging.merging import all_yearly, merged
from rules.reading.judging.refusals import Judge, Judged
from rules.reading.judging.spotted import Spotted
from rules.reading.naming.bodies import Body, Naming
from rules.reading.phrase.answers import Speech
from rules.reading.phrase.nodes import Dues, Months
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# What sets one term of a label apart from the one before it.
APART = Lexicon.lines(
    """riêng, riêng đối với, riêng với, còn, còn lại, còn đối với, riêng năm, trong đó, đối với, đợt, giai đoạn, lần,
    kỳ, bước, vòng, báo cáo, các năm tiếp theo, những năm tiếp theo, các năm còn lại"""
)
STEPS = Lexicon.lines(
    "hoàn thành, khởi công, bàn giao, đưa vào, thông xe, khánh thành, phê duyệt, nghiệm thu, kết thúc, công bố, vận hành"
)
SENDS = Lexicon.lines("báo cáo, gửi, nộp, trình, tổng hợp")
# A second time of the label begins with one of these behind a semicolon.
TIMES = Lexicon.lines(
    """trong, trước, chậm nhất, muộn nhất, đến, từ, quý, tháng, ngày, hoàn thành, hằng, hàng, năm, thường xuyên,
    định kỳ"""
)


@dataclass(frozen=True, slots=True)
class TermPart:
    """One part of a label's value: its words, the times that bind in it, and whom it names before them."""

    place: Stretch
    dues: tuple[Judged, ...]
    whose: tuple[Body, ...] = ()

    @property
    def binding(self) -> list[Judged]:
        """Those of its times that bind somebody."""
        return [one for one in self.dues if one.verdict in COUNTED_ON]


def goes_on(script: Script, at: int, end: int) -> bool:
    """Whether behind a semicolon the label goes on with another term."""
    return bool(APART.at(script.tokens, at, end) or TIMES.at(script.tokens, at, end))


def parts_of_value(script: Script, value: Stretch, times: Sequence[Stretch]) -> list[Stretch]:
    """The value cut at semicolons, and at commas before what sets a term apart."""
    cuts = [
        at
        for at in range(value.first + 1, value.last - 1)
        if _cuts(script, at, value.last, times) and not any(at in time for time in times)
    ]
    starts = [value.first, *(at + 1 for at in cuts)]
    return [Stretch(first, last) for first, last in zip(starts, [*cuts, value.last], strict=True)]


def _cuts(script: Script, at: int, end: int, times: Sequence[Stretch]) -> bool:
    """Whether a semicolon stands here, or a comma before another term."""
    if script.word(at) != ",":
        return script.word(at) == ";"
    # "Quý I/2024 (dự thảo), quý II/2024 (ban hành)"
    explained = script.word(at - 1) == ")" and any(time.first == at + 1 for time in times)
    # "Tiến độ: khởi công tháng 10/2016, hoàn thành tháng 01/2017"
    stepped = any(time.last == at for time in times) and STEPS.at(script.tokens, at + 1, end) > 0
    return explained or stepped or _is_apart(script, at + 1, end)


def _is_apart(script: Script, at: int, end: int) -> bool:
    """ "…, riêng …", "…, báo cáo kết quả trước ngày …"; "…, kỳ 2" is only another part of the same."""
    at += 2 * (script.words(Stretch(at, at + 2)) == "định kỳ")
    return script.word(at) != "kỳ" and bool(
        APART.at(script.tokens, at, end) or SENDS.at(script.tokens, at, end)
    )


def terms_of(
    script: Script, naming: Naming, judge: Judge, speech: Speech, value: Stretch, found: Sequence[Spotted]
) -> list[TermPart]:
    """The parts of a label's value with what was judged in each; times of one part that are one are merged."""
    places = parts_of_value(script, value, [one.place for one in found])
    judged: list[list[Judged]] = []
    for place in places:
        inside = [one for one in found if place.first <= one.place.last - 1 < place.last]
        own = [judge.of(one, value, alone=True) for one in inside]
        judged.append(merged(_without_its_year(script, place, own), speech, script))
    if not any(script.word(place.first) == "riêng" for place in places):
        judged = all_yearly(judged, speech, script)
    whose = [_whose(script, naming, place, own) for place, own in zip(places, judged, strict=True)]
    return [
        TermPart(place, tuple(own), names) for place, own, names in zip(places, judged, whose, strict=True)
    ]


def _without_its_year(script: Script, place: Stretch, judged: list[Judged]) -> list[Judged]:
    """ "Riêng năm 2024 hoàn thành trong quý II": the year tells of which one the term behind it is."""
    first = judged[0] if len(judged) > 1 else None
    core = first.spotted.whole.core if first is not None else None
    when = core.all[0].when if isinstance(core, Dues) else None
    named = isinstance(when, Months) and (when.first, when.last) == (1, 12)
    if first is not None and named and first.place.first <= place.first + 1:
        return judged[1:]
    return judged


def _whose(script: Script, naming: Naming, place: Stretch, judged: Sequence[Judged]) -> tuple[Body, ...]:
    """ "Riêng Sở Y tế hoàn thành trước ngày …", "đối với cấp xã trước ngày …": whose term the part names."""
    length = APART.at(script.tokens, place.first, place.last)
    if not judged or not length:
        return ()
    group = naming.group_at(script, place.first + length, judged[0].place.first)
    return group.bodies if group is not None else ()
